// SPDX-License-Identifier: Apache-2.0
#include "parameters.h"

#include "peil/base/text.h"
#include "peil/base/xml_name.h"
#include "peil/forms/capabilities.h"

#include <algorithm>

namespace peil::xlsform {

namespace {

using Keys = std::vector<std::string>;

/// The keys a question may have (capabilities.h); none when its parameters are ignored.
Keys acceptedKeys(const Element& element) {
    const bool file = element.type.source == SelectSource::File;
    const auto type = !isSelect(*element.type.info) ? element.type.info->name : file ? "select_from_file" : "select";
    Keys keys;
    for (const auto& each : forms::kParameterCapabilities)
        if (forms::takesParameter(each, type)) keys.emplace_back(each.name);
    return keys;
}

/// Pieces between commas, semicolons and white space.
std::vector<std::string> pieces(std::string_view cell) {
    std::vector<std::string> out;
    std::string current;
    for (const char c : cell) {
        const bool gap = c == ',' || c == ';' || c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!gap)
            current += c;
        else if (!current.empty())
            out.push_back(std::exchange(current, {}));
    }
    if (!current.empty()) out.push_back(current);
    return out;
}

bool isFlag(const std::string& value) {
    return value == "true" || value == "false";
}

/// Checks one question.
class Check {
public:
    Check(Element& element, Reporter& reporter)
        : m_element(element)
        , m_reporter(reporter)
        , m_place(element.place("parameters")) {}

    void read() {
        const auto accepted = acceptedKeys(m_element);
        const auto& cell = m_element.row->text("parameters");
        if (cell.empty()) return;
        if (accepted.empty()) {
            m_reporter.warning("unused_parameters", m_place,
                               "Questions of type " + std::string(m_element.type.info->name) +
                                   " have no parameters; these are ignored.");
            return;
        }
        for (const auto& piece : pieces(cell))
            pair(piece, accepted);
    }

    void values() {
        const auto& name = m_element.type.info->name;
        if (isSelect(*m_element.type.info))
            select();
        else if (name == "text")
            wholeNumber("rows");
        else if (name == "image")
            image();
        else if (name == "audio")
            oneOf("quality", {"normal", "low", "voice-only", "external"});
        else if (name == "background-audio")
            oneOf("quality", {"normal", "low", "voice-only"});
        else if (name == "geopoint" || name == "geotrace" || name == "geoshape")
            geo();
        else if (name == "audit")
            audit();
    }

private:
    void fault(const std::string& message, std::string_view cure = "Correct the value, or remove this parameter.") {
        m_reporter.error("bad_parameter", m_place, message, cure);
    }

    const std::string* value(std::string_view key) const {
        const auto found = m_element.parameters.find(key);
        return found == m_element.parameters.end() ? nullptr : &found->second;
    }

    void pair(const std::string& piece, const Keys& accepted) {
        const auto equals = piece.find('=');
        const bool sound = equals != std::string::npos && equals > 0 && equals + 1 < piece.size() &&
                           piece.find('=', equals + 1) == std::string::npos;
        if (!sound) return fault("\"" + piece + "\" is not a parameter.", "Use key=value, separated by spaces.");
        const auto key = toLowerAscii(piece.substr(0, equals));
        if (std::find(accepted.begin(), accepted.end(), key) == accepted.end()) {
            return fault("\"" + key + "\" is not a parameter of type " + std::string(m_element.type.info->name) + ".",
                         didYouMean(key, accepted) + " It takes: " + join(accepted, ", ") + ".");
        }
        m_element.parameters[key] = piece.substr(equals + 1);
    }

    /// One of `words`, in capitals or not; kept in lower case.
    void oneOf(std::string_view key, const std::vector<std::string>& words) {
        const auto found = m_element.parameters.find(key);
        if (found == m_element.parameters.end()) return;
        auto lower = toLowerAscii(found->second);
        const std::string* text = &found->second;
        if (std::find(words.begin(), words.end(), lower) != words.end()) {
            found->second = std::move(lower);
            return;
        }
        fault("\"" + *text + "\" cannot be the value of " + std::string(key) + ".",
              didYouMean(*text, words) + " Use one of: " + join(words, ", ") + ".");
    }

    void wholeNumber(std::string_view key) {
        const auto* text = value(key);
        if (text != nullptr && !parseInteger(*text))
            fault("The value of " + std::string(key) + " must be a whole number, not \"" + *text + "\".");
    }

    void number(std::string_view key) {
        const auto* text = value(key);
        if (text != nullptr && !parseNumber(*text))
            fault("The value of " + std::string(key) + " must be a number, not \"" + *text + "\".");
    }

    void name(std::string_view key) {
        const auto* text = value(key);
        if (text != nullptr && !isXmlName(*text))
            fault("The value of " + std::string(key) + " must be a column name, not \"" + *text + "\".",
                  "Start with a letter or _, then use letters, digits, -, _ and .");
    }

    void select() {
        const auto* randomize = value("randomize");
        if (randomize != nullptr && !isFlag(toLowerAscii(*randomize)))
            fault("randomize must be true or false, not \"" + *randomize + "\".");
        const auto* seed = value("seed");
        if (seed != nullptr && randomize == nullptr) fault("seed needs randomize=true.", "Add it, or remove seed.");
        if (seed != nullptr && !parseNumber(*seed) && !hasDollar(*seed))
            fault("seed must be a number or ${question}, not \"" + *seed + "\".");
        name("value");
        name("label");
    }

    static bool hasDollar(const std::string& text) { return text.starts_with("${"); }

    void image() {
        wholeNumber("max-pixels");
        const auto* app = value("app");
        const auto& look = m_element.appearance;
        if (app == nullptr) return;
        if (!look.empty() && look != "annotate") {
            m_element.parameters.erase("app");
            return;
        }
        const auto parts = split(*app, '.');
        const bool sound =
            parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
                return isXmlName(part) && part.front() != '_' && part.find('-') == std::string_view::npos;
            });
        if (!sound)
            fault("app must be the name of an Android package, such as com.example.camera, not \"" + *app + "\".");
    }

    void geo() {
        oneOf("allow-mock-accuracy", {"true", "false"});
        number("capture-accuracy");
        number("warning-accuracy");
        if (const auto* incremental = value("incremental")) {
            const auto word = toLowerAscii(*incremental);
            if (word != "true" && word != "yes" && word != "true()")
                fault("incremental must be true or absent, not \"" + *incremental + "\".");
            else
                m_element.parameters["incremental"] = "true";
        }
    }

    void audit() {
        const bool location = value("location-priority") || value("location-min-interval") || value("location-max-age");
        if (location && !(value("location-priority") && value("location-min-interval") && value("location-max-age")))
            fault(
                "Location in the audit needs location-priority, location-min-interval and location-max-age together.");
        oneOf("location-priority", {"no-power", "low-power", "balanced", "high-accuracy"});
        oneOf("track-changes", {"true", "false"});
        oneOf("identify-user", {"true", "false"});
        oneOf("track-changes-reasons", {"on-form-edit"});
        for (const auto* key : {"location-min-interval", "location-max-age"}) {
            const auto* text = value(key);
            if (text != nullptr && parseInteger(*text).value_or(-1) < 0)
                fault(std::string(key) + " must be a whole number of seconds, 0 or more, not \"" + *text + "\".");
        }
        const auto* interval = value("location-min-interval");
        const auto* age = value("location-max-age");
        if (interval && age && parseInteger(*age).value_or(0) < parseInteger(*interval).value_or(0))
            fault("location-max-age (" + *age + ") must be at least location-min-interval (" + *interval + ").");
    }

    Element& m_element;
    Reporter& m_reporter;
    Place m_place;
};

} // namespace

void readParameters(Element& element, const Form& form, Reporter& reporter) {
    Check check(element, reporter);
    check.read();
    check.values();
    if (element.type.info->name == "range") checkRange(element, form, reporter);
}

} // namespace peil::xlsform
