// SPDX-License-Identifier: Apache-2.0
#include "form_bounds.h"
#include "parameters.h"

#include "peil/base/text.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace peil::xlsform {

namespace {

bool isMultiple(double value, double step) {
    const double times = value / step;
    return std::abs(times - std::round(times)) < 1e-9;
}

class RangeCheck {
public:
    RangeCheck(Element& element, const Form& form, Reporter& reporter)
        : m_element(element)
        , m_form(form)
        , m_reporter(reporter)
        , m_place(element.place("parameters")) {}

    void run() {
        for (const auto& [key, fallback] : {std::pair{"start", "1"}, std::pair{"end", "10"}, std::pair{"step", "1"}})
            m_element.parameters.try_emplace(key, fallback);
        appearance();
        m_start = number("start");
        m_end = number("end");
        m_step = number("step");
        m_interval = number("tick_interval");
        const auto placeholder = number("placeholder");
        if (!m_start || !m_end || !m_step) return;
        step("step", *m_step);
        if (m_interval) interval();
        if (placeholder) this->placeholder(*placeholder);
        if (m_element.parameters.contains("tick_labelset")) labels();
    }

private:
    void fault(const std::string& message, std::string_view cure = "Correct the value, or remove this parameter.") {
        m_reporter.error("bad_range", m_place, message, cure);
    }

    std::optional<double> number(const std::string& key) {
        const auto found = m_element.parameters.find(key);
        if (found == m_element.parameters.end()) return std::nullopt;
        const auto value = parseNumber(found->second);
        const bool sound = value && std::isfinite(*value);
        if (!sound) fault("The value of " + key + " must be a number, not \"" + found->second + "\".");
        return sound ? value : std::nullopt;
    }

    void appearance() {
        const auto& look = m_element.appearance;
        if (look.empty() || look == "vertical" || look == "no-ticks" || look == "vertical no-ticks" ||
            look == "no-ticks vertical")
            return;
        for (const auto* key : {"tick_interval", "placeholder", "tick_labelset"})
            if (m_element.parameters.contains(key))
                fault(std::string(key) + " cannot be combined with the appearance \"" + look + "\".",
                      "Leave the appearance empty, or use vertical or no-ticks.");
    }

    void step(const std::string& key, double value) {
        const double width = std::abs(*m_end - *m_start);
        if (value == 0)
            fault(key + " cannot be 0.");
        else if (std::abs(value) > width && width > 0)
            fault(key + " (" + m_element.parameters[key] + ") is larger than the whole range from start to end.");
    }

    void interval() {
        step("tick_interval", *m_interval);
        if (*m_step != 0 && *m_interval != 0 && !isMultiple(*m_interval, *m_step))
            fault("tick_interval must be a multiple of step (" + m_element.parameters["step"] + ").");
    }

    [[nodiscard]] bool inside(double value) const {
        return value >= std::min(*m_start, *m_end) && value <= std::max(*m_start, *m_end);
    }

    void placeholder(double value) {
        if (!inside(value))
            fault("placeholder must be between start and end.");
        else if (*m_step != 0 && !isMultiple(value - *m_start, *m_step))
            fault("placeholder must be start plus a multiple of step.");
    }

    void labels() {
        const auto& name = m_element.parameters["tick_labelset"];
        const auto* list = m_form.list(name);
        if (list == nullptr)
            return fault("There is no list \"" + name + "\" on sheet choices for tick_labelset.",
                         m_reporter.hint(name, [&] { return m_form.listNames(); }) +
                             " Add the list to sheet choices, or remove this parameter.");
        if (list->rows.size() > kMaxTickLabels)
            return fault("The list of tick_labelset has more than " + std::to_string(kMaxTickLabels) + " choices.",
                         "Label fewer ticks.");
        const bool noTicks = m_element.appearance.find("no-ticks") != std::string::npos;
        std::set<std::string> places; // choices of one name label the same place
        for (const Row* row : list->rows)
            places.insert(row->text("name"));
        if (noTicks && places.size() > 2)
            fault("With no-ticks the list of tick_labelset has at most two choices: one for start and one for end.");
        for (const Row* row : list->rows)
            label(*row, noTicks);
    }

    void label(const Row& row, bool noTicks) {
        const auto& text = row.text("name");
        const auto value = parseNumber(text);
        const auto where = "The choice \"" + text + "\" (choices, row " + std::to_string(row.number()) + ") ";
        if (!value || !std::isfinite(*value)) return fault(where + "must be a number to label a tick.");
        if (!inside(*value)) return fault(where + "is not between start and end.");
        if (noTicks && *value != *m_start && *value != *m_end)
            return fault(where + "must be start or end, as the range has no ticks.");
        const double tick = m_interval ? *m_interval : *m_step;
        if (tick != 0 && !isMultiple(*value - *m_start, tick))
            fault(where + "is not on a tick: start plus a multiple of " + (m_interval ? "tick_interval." : "step."));
    }

    Element& m_element;
    const Form& m_form;
    Reporter& m_reporter;
    Place m_place;
    std::optional<double> m_start, m_end, m_step, m_interval;
};

} // namespace

void checkRange(Element& element, const Form& form, Reporter& reporter) {
    RangeCheck(element, form, reporter).run();
}

} // namespace peil::xlsform
