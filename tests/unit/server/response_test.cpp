// SPDX-License-Identifier: Apache-2.0
#include "services/response.h"

#include "tablet_fixture.h"

#include <catch2/catch_test_macros.hpp>

using namespace server_test;
using protocol::BatchItem;
using protocol::ItemKind;
using services::Counts;

namespace {

struct Office : TabletFixture {
    BatchItem contact(const std::string& outcome, const std::string& slot = "evening") {
        return tablet.openItem(ItemKind::Contact,
                               {{"site", "AMS-01"}, {"date", "2030-01-08"}, {"slot", slot}, {"outcome", outcome}});
    }
    BatchItem cancelling(const BatchItem& contact) {
        auto fields = need(protocol::openItemOf(contact)).fields;
        fields.emplace_back("cancels", contact.interview.text());
        return tablet.openItem(ItemKind::Contact, fields);
    }
    BatchItem discard(const std::string& reason) {
        return tablet.openItem(ItemKind::Discard, {{"date", "2030-01-08"}, {"reason", reason}});
    }
    services::ResponseFigures figures(const std::optional<std::string>& onlyCity = {}) {
        return need(services::responseFigures(*repository, *studies, monitoring.progress(onlyCity), onlyCity));
    }
};

} // namespace

TEST_CASE("contacts and interviews together say how many were approached and how many responded",
          "[server][response]") {
    Office office;
    auto items = office.interviews(3);
    for (const auto* outcome :
         {"refused", "refused", "approached", "not_eligible", "already_interviewed", "appointment"})
        items.push_back(office.contact(outcome));
    items.push_back(office.contact("refused", "night"));
    office.send(items);
    const auto figures = office.figures();
    REQUIRE(figures.cities.size() == 2); // also a city without any
    const auto& row = figures.cities[0];
    CHECK(row.cityCode == "AMS");
    CHECK(
        row.contacts ==
        Counts{{"already_interviewed", 1}, {"appointment", 1}, {"approached", 1}, {"not_eligible", 1}, {"refused", 3}});
    CHECK(row.interviews == Counts{{"interviewed", 3}});
    CHECK(row.approached() == 9); // the appointment is counted when it is kept
    CHECK(row.ineligible() == 2);
    CHECK(row.interviewed() == 3);
    CHECK(figures.cities[1].approached() == 0);
    REQUIRE(figures.cells.size() == 6);
    CHECK(figures.cells.back().outcome == "refused");
    CHECK(figures.cells.back().slot == "night");
    CHECK(office.figures("AMS").cities.size() == 1);
    CHECK(office.figures("HRL").cells.empty());
}

TEST_CASE("interviews that do not count are in the figures as what the contact log would have said",
          "[server][response]") {
    Office office;
    auto items = office.interviews(4);
    items.push_back(office.tablet.interview({{"city", "Amsterdam", ""}}, "not_eligible", "<data/>"));
    items.push_back(office.tablet.interview({{"city", "Amsterdam", ""}}, "broken_off", "<data/>"));
    office.send(items);
    need(office.review.judge({items[1].interview}, {study::ReviewState::Rejected, "", items[0].interview.text()}, "bea",
                             {}));
    const auto row = office.figures().cities[0];
    CHECK(row.interviews == Counts{{"already_interviewed", 1}, {"interviewed", 4}, {"not_eligible", 1}});
    CHECK(row.approached() == 6);
    CHECK(row.ineligible() == 2);
}

TEST_CASE("a contact that was taken back does not count, in whatever order the two come", "[server][response]") {
    Office office;
    const auto kept = office.contact("refused"), gone = office.contact("refused");
    office.send({office.cancelling(gone), gone, kept});
    CHECK(office.figures().cities[0].contacts == Counts{{"refused", 1}});

    // another tablet cannot take it back
    integration::TestTablet other(office.study, 2);
    other.adopt(need(office.enrolment.enrol(other.request(need(office.enrolment.invite("AMS", "root")).code))));
    auto fields = need(protocol::openItemOf(kept)).fields;
    fields.emplace_back("cancels", kept.interview.text());
    const auto forged = other.openItem(ItemKind::Contact, fields);
    need(office.intake.receive(other.id(), bytesOf(other.batch({forged}).body)));
    CHECK(office.figures().cities[0].contacts == Counts{{"refused", 1}});
}

TEST_CASE("interviews erased on a tablet are counted by reason, in the city of their tablet", "[server][response]") {
    Office office;
    office.send({office.discard("mistake"), office.discard("mistake"), office.discard("tried_out")});
    const auto row = office.figures().cities[0];
    CHECK(row.discards == Counts{{"mistake", 2}, {"tried_out", 1}});
    CHECK(row.approached() == 0);
    CHECK(office.figures("HRL").cities[0].discards.empty());
}
