// SPDX-License-Identifier: Apache-2.0
#include "peil/export/dataset.h"

#include "sample.h"

using namespace peil;
using namespace peil::exports;

TEST_CASE("a label falls back to English and then to any language", "[export][dataset]") {
    const Labels both{{"en", "Age"}, {"nl", "Leeftijd"}};
    CHECK(both.in("nl") == "Leeftijd");
    CHECK(both.in("ar") == "Age");
    const Labels dutch{{"nl", "Leeftijd"}};
    CHECK(dutch.in("en") == "Leeftijd");
    CHECK(Labels().in("en").empty());
}

TEST_CASE("each reason for no answer has a word that reads back", "[export][dataset]") {
    for (std::size_t i = 1; i < kMissingReasons; ++i) {
        const auto reason = static_cast<MissingReason>(i);
        CHECK_FALSE(idOf(reason).empty());
        CHECK(missingReason(idOf(reason)) == reason);
    }
    CHECK(missingReason("perhaps") == MissingReason::None);
    CHECK(Cell::of("").missing == MissingReason::Missing);
}

TEST_CASE("rows come back as they went in, as often as asked", "[export][dataset]") {
    test::Sample sample;
    for (int round = 0; round < 2; ++round) {
        REQUIRE(sample.interviews.rewind());
        Row row;
        std::size_t rows = 0;
        for (auto more = sample.interviews.next(row); *more; more = sample.interviews.next(row)) {
            ++rows;
            if (rows == 2) {
                CHECK(row.key == "uuid:2");
                CHECK(row.cells[1].number == -1.5);
                CHECK(row.cells[3].text == "فاطمة, \"x\"\nJürgen");
                CHECK(row.cells[5].missing == MissingReason::Refused);
            }
        }
        CHECK(rows == 3);
    }
}

TEST_CASE("a row with too few cells is refused", "[export][dataset]") {
    test::Sample sample;
    const std::vector<Cell> one{Cell::of(1.0)};
    CHECK(sample.interviews.append({"uuid:9", "", one}).error().code == ExportErrc::BadRow);
    CHECK(sample.interviews.rows() == 3);
}

TEST_CASE("column names are ODK's", "[export][dataset]") {
    CHECK(columnOf({"use", {"drugs", "now"}, {}}) == "drugs-now-use");
    CHECK(columnOf({"day", {}, {}}) == "day");
}
