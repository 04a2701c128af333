// SPDX-License-Identifier: Apache-2.0
#include "tile_grid.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil;
using mobile::ChoiceListModel;
using mobile::TileGrid;

namespace {

constexpr double kPhone = 320, kUpright = 720, kAcross = 1080;

/// The grid of a question whose choices have these words.
class Grid {
public:
    Grid(TileGrid::Form form, std::initializer_list<const char*> labels) {
        forms::Question question;
        for (const auto* label : labels) {
            forms::Choice choice;
            choice.value = label;
            choice.label.text = label;
            question.choices.push_back(std::move(choice));
        }
        show(form, question);
    }
    Grid(TileGrid::Form form, const forms::WholeSteps& steps) {
        forms::Question question;
        question.steps = steps;
        show(form, question);
    }
    [[nodiscard]] int columns(double width, double scale = 1) {
        m_grid.setProperty("width", width);
        m_grid.setProperty("scale", scale);
        return m_grid.columns();
    }
    [[nodiscard]] bool isCompact() const { return m_grid.isCompact(); }

private:
    void show(TileGrid::Form form, const forms::Question& question) {
        question.steps ? m_choices.setSteps(question) : m_choices.setQuestion(question);
        m_grid.setChoices(&m_choices);
        m_grid.setProperty("form", form);
        m_grid.setProperty("gap", 12.0);
    }

    ChoiceListModel m_choices;
    TileGrid m_grid;
};

} // namespace

TEST_CASE("yes and no are side by side on every tablet, also in large type", "[tiles]") {
    Grid grid(TileGrid::List, {"Yes", "No"});
    for (const auto width : {kPhone, kUpright, kAcross})
        CHECK(grid.columns(width) == 2);
    CHECK(grid.columns(kPhone, 1.25) == 2);
}

TEST_CASE("long choices are below each other where there is no room, and in two columns where there is", "[tiles]") {
    Grid two(TileGrid::List, {"No, somebody else did that for me", "Yes"});
    CHECK(two.columns(kPhone) == 1);
    CHECK(two.columns(kAcross) == 2);
    Grid six(TileGrid::List, {"One", "Two", "Three", "Four", "Five", "Somewhere else, outside of the city"});
    CHECK(six.columns(kPhone) == 1);
    CHECK(six.columns(kUpright) == 2);
    CHECK(six.columns(kAcross) == 2);
}

TEST_CASE("few numbers stand in rows as even as can be, each wide enough for a thumb", "[tiles]") {
    Grid week(TileGrid::Numbers, forms::WholeSteps{0, 7, 1});
    CHECK(week.columns(kPhone) == 4);
    CHECK(week.columns(kUpright) == 8);
    Grid marks(TileGrid::Numbers, forms::WholeSteps{0, 10, 1});
    CHECK(marks.columns(kPhone) == 4);
    CHECK(marks.columns(kUpright) == 6);
    CHECK(marks.columns(kAcross) == 11);
    CHECK(marks.isCompact());
}

TEST_CASE("the rows of a matrix are in one line while each word fits its tile", "[tiles]") {
    Grid satisfied(TileGrid::Row,
                   {"Helemaal niet tevreden", "Niet zo tevreden", "Ertussenin", "Tevreden", "Heel tevreden"});
    CHECK(satisfied.columns(kAcross) == 5);
    CHECK(satisfied.isCompact());
    CHECK(satisfied.columns(kUpright) == 5);
    CHECK(satisfied.columns(kPhone) == 1);
    CHECK_FALSE(satisfied.isCompact());
    Grid yesNo(TileGrid::Row, {"Yes", "No"});
    CHECK(yesNo.columns(kPhone) == 2);
}
