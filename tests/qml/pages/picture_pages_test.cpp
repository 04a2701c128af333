// SPDX-License-Identifier: Apache-2.0
// Pictures of the study beside questions and choices.
#include "screen_answers.h"
#include "tablet_window.h"

#include <QtCore/qbuffer.h>
#include <QtGui/qimage.h>

#include <catch2/catch_test_macros.hpp>

using page_test::itemBelow;
using page_test::TabletWindow;

namespace {

constexpr const char* kSurvey = "type,name,label,media::image,media::big-image\n"
                                "hidden,city,,,\n"
                                "hidden,site,,,\n"
                                "select_one place,slept,Where did you sleep?,a house.png,large.png\n"
                                "integer,nights,How many nights?,gone.png,\n"
                                "text,words,In your words,words.png,\n";
constexpr const char* kChoices = "list_name,name,label,media::image\n"
                                 "place,house,A house,a house.png\n"
                                 "place,street,The street,\n";

peil::Bytes picture(int width, int height) {
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    REQUIRE(image.save(&buffer, "PNG"));
    return {bytes.begin(), bytes.end()};
}

void begin(TabletWindow& tablet) {
    tablet.prepareWith(kSurvey, kChoices,
                       {{"media/a house.png", picture(200, 100)},
                        {"media/large.png", picture(1600, 800)},
                        {"media/words.png", peil::toBytes("these are words")}});
    tablet.startInterview();
}

} // namespace

TEST_CASE("a picture is beside its question and on the tile of its choice", "[pages][pictures]") {
    TabletWindow tablet;
    begin(tablet);
    auto& shown = tablet.item("picture");
    CHECK(shown.height() == 100);
    CHECK(shown.property("words").toString() == QStringLiteral("Where did you sleep?"));
    auto* house = itemBelow(tablet.item("choice_house"), QStringLiteral("tilePicture"));
    REQUIRE(house != nullptr);
    CHECK(house->property("paintedWidth").toDouble() == 2 * house->property("paintedHeight").toDouble());
    auto* street = itemBelow(tablet.item("choice_street"), QStringLiteral("tilePicture"));
    CHECK((street == nullptr || !street->isVisible()));
    tablet.tap("choice_house");
    CHECK(tablet.kept("slept") == "house");
}

TEST_CASE("a touch shows the picture as large as the window, and Close or Escape the page again", "[pages][pictures]") {
    TabletWindow tablet;
    begin(tablet);
    tablet.tap("picture");
    CHECK(tablet.item("bigPicture").property("implicitWidth").toInt() == 1600);
    tablet.tap("closePicture");
    CHECK_FALSE(tablet.isVisible("bigPicture"));
    tablet.tap("picture");
    tablet.press(Qt::Key_Escape);
    CHECK_FALSE(tablet.isVisible("bigPicture"));
}

TEST_CASE("a file that is missing or no picture leaves the words of its question", "[pages][pictures]") {
    TabletWindow tablet;
    begin(tablet);
    tablet.tap("choice_house");
    tablet.tap("next");
    CHECK(tablet.shows("How many nights?"));
    CHECK(tablet.item("picture").height() <= 1);
    tablet.tap("next");
    CHECK(tablet.shows("In your words"));
    CHECK(tablet.item("picture").height() <= 1);
}
