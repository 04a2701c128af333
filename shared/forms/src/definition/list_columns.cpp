// SPDX-License-Identifier: Apache-2.0

// Compares the columns that a form reads with those that its lists have: a wrong name gives blank choices or an empty
// list, without any message.

#include "definition/builder.h"

#include "peil/base/text.h"

#include <algorithm>
#include <map>
#include <set>

namespace peil::forms {
namespace {

/// The columns of the lists that are there.
class Lists {
public:
    explicit Lists(const FormDefinition::Impl& form) {
        for (const auto& instance : form.instances)
            if (instance.content && !instance.missing) m_columns.try_emplace(instance.id, columnsOf(*instance.content));
    }

    /// Null when the list is not there, or has no rows that show its columns.
    [[nodiscard]] const std::vector<std::string>* find(const std::string& id) const {
        const auto found = m_columns.find(id);
        return found == m_columns.end() || found->second.empty() ? nullptr : &found->second;
    }

private:
    static std::vector<std::string> columnsOf(const ListContent& list) {
        std::vector<std::string> columns;
        std::map<std::string, std::size_t, std::less<>> places;
        std::size_t next = 0; // rows are alike: mostly the one after the last cell
        list.eachCell([&](std::string_view name, std::string_view) {
            if (next == columns.size() || columns[next] != name) {
                auto known = places.find(name);
                if (known == places.end()) {
                    known = places.emplace(name, columns.size()).first;
                    columns.emplace_back(name);
                }
                next = known->second;
            }
            ++next;
        });
        return columns;
    }

    std::map<std::string, std::vector<std::string>> m_columns;
};

class ColumnCheck {
public:
    explicit ColumnCheck(Builder& builder)
        : m_builder(builder)
        , m_lists(builder.form) {}

    void run() {
        for (const auto& control : m_builder.form.controls)
            if (control.itemset) itemset(control);
        for (const auto& vertex : m_builder.form.vertices)
            for (const auto& read : vertex.expressions)
                expression(read, Builder::spotOf(vertex.node, propertyOf(vertex.kind)));
    }

private:
    static bool isName(std::string_view text) {
        return !text.empty() && text.find_first_of("/@.*[(: ") == std::string_view::npos;
    }

    void itemset(const ControlDef& control) {
        const auto& set = *control.itemset;
        const auto spot = Builder::spotOf(control.node, Property::ItemSet);
        if (isName(set.valueRef)) column(set.instanceId, set.valueRef, spot);
        if (!set.external && set.label.expression && isName(set.label.expression->text()))
            column(set.instanceId, set.label.expression->text(), spot);
    }

    void expression(const xpath::Expression& expression, const Spot& spot) {
        const auto& text = expression.text(); // most name no list
        if (text.find("instance") == std::string::npos && text.find("pulldata") == std::string::npos) return;
        constexpr std::size_t kRow = 1; // instance('list')/root/item/column
        const auto isChild = [](const xpath::Reference::Step& step) {
            return step.axis == xpath::Reference::Step::Axis::Child && isName(step.name);
        };
        const auto references = expression.references();
        for (const auto& reference : references) {
            const auto* list = &reference;
            std::size_t at = kRow + 1;
            if (reference.base && reference.start == xpath::Reference::Start::Context) {
                if (reference.baseStep != kRow) continue;
                list = &references[*reference.base];
                at = 0;
            }
            if (list->start != xpath::Reference::Start::Instance || (list == &reference && reference.base)) continue;
            const auto& rows = list->steps;
            if (rows.size() <= kRow || !isChild(rows[0]) || !isChild(rows[kRow])) continue;
            if (reference.steps.size() > at && isChild(reference.steps[at]))
                column(list->instanceId, reference.steps[at].name, spot);
        }
        const auto literals = literalsOf(expression, "pulldata"); // list, column, key column, and perhaps the key
        for (std::size_t i = 0; i + 2 < literals.size(); ++i) {
            if (m_lists.find(literals[i]) == nullptr) continue;
            column(literals[i], literals[i + 1], spot);
            column(literals[i], literals[i + 2], spot);
            i += 2;
        }
    }

    void column(const std::string& list, const std::string& name, const Spot& spot) {
        constexpr std::size_t kMostNamed = 8;
        const auto* columns = m_lists.find(list);
        if (columns == nullptr || std::ranges::find(*columns, name) != columns->end()) return;
        if (!m_said.emplace(list, name).second) return;
        auto named = *columns;
        std::erase(named, "itextId"); // no column of the sheet: it stands for the labels
        const auto near = nearest(toLowerAscii(name), named);
        const auto shown = std::min(named.size(), kMostNamed);
        m_builder.warn("list_without_column", spot,
                       "The list \"" + list + "\" has no column \"" + name +
                           "\", so its value is always empty. Available columns: " +
                           join({named.begin(), named.begin() + static_cast<std::ptrdiff_t>(shown)}, ", ") +
                           (shown < named.size() ? " and others." : "."),
                       near ? "Did you mean \"" + *near + "\"?" : "Correct the name here or in the list.");
    }

    Builder& m_builder;
    Lists m_lists;
    std::set<std::pair<std::string, std::string>> m_said; ///< list and column
};

} // namespace

void checkListColumns(Builder& builder) {
    ColumnCheck(builder).run();
}

} // namespace peil::forms
