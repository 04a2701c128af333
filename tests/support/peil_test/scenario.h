// SPDX-License-Identifier: Apache-2.0
#pragma once

// An interview told in sentences: build a form from parts, answer, and look. Needs peil::forms.

#include "peil/forms/session.h"
#include "peil_test/clock.h"
#include "peil_test/result.h"
#include "peil_test/rng.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace peil_test {

inline std::string escapeXml(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

/// A question, group, repeat or mere node of the form under test; its place follows from its path.
class Part {
public:
    Part(std::string element, std::string path)
        : m_element(std::move(element))
        , m_path(std::move(path)) {}

    Part& bind(const std::string& name, const std::string& value) {
        m_bind += " " + name + "=\"" + escapeXml(value) + "\"";
        return *this;
    }
    Part& type(const std::string& name) { return bind("type", name); }
    Part& relevant(const std::string& expression) { return bind("relevant", expression); }
    Part& required(const std::string& expression = "true()") { return bind("required", expression); }
    Part& readonly(const std::string& expression = "true()") { return bind("readonly", expression); }
    Part& calculate(const std::string& expression) { return bind("calculate", expression); }
    Part& constraint(const std::string& expression, const std::string& message = {}) {
        if (!message.empty()) bind("jr:constraintMsg", message);
        return bind("constraint", expression);
    }
    Part& value(const std::string& text) { return m_default = text, *this; }
    Part& attribute(const std::string& name, const std::string& text) {
        m_attributes += " " + name + "=\"" + escapeXml(text) + "\"";
        return *this;
    }
    Part& appearance(const std::string& text) { return attribute("appearance", text); }
    Part& label(const std::string& xml) { return inside("<label>" + xml + "</label>"); }
    Part& inside(const std::string& xml) { return m_inside += xml, *this; }
    Part& choices(const std::vector<std::string>& values) {
        for (const auto& value : values)
            inside("<item><label>" + value + " label</label><value>" + value + "</value></item>");
        return *this;
    }
    Part& itemset(const std::string& nodeset, const std::string& label = "label") {
        return inside("<itemset nodeset=\"" + escapeXml(nodeset) + "\"><value ref=\"name\"/><label ref=\"" +
                      escapeXml(label) + "\"/></itemset>");
    }
    Part& onEvent(const std::string& event, const std::string& ref, const std::string& expression) {
        return inside("<setvalue event=\"" + event + "\" ref=\"" + escapeXml(ref) + "\" value=\"" +
                      escapeXml(expression) + "\"/>");
    }
    /// The repeat begins with no instance: its node in the form is a template only.
    Part& onlyTemplate() { return m_template = true, *this; }

    [[nodiscard]] const std::string& element() const { return m_element; }
    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] bool container() const { return m_element == "group" || m_element == "repeat"; }

private:
    friend class FormText;
    std::string m_element, m_path, m_bind, m_default, m_attributes, m_inside;
    bool m_template = false;
};

inline Part input(const std::string& path) {
    return {"input", path};
}
inline Part select1(const std::string& path) {
    return {"select1", path};
}
inline Part select(const std::string& path) {
    return {"select", path};
}
inline Part rank(const std::string& path) {
    return {"odk:rank", path};
}
inline Part range(const std::string& path) {
    return {"range", path};
}
inline Part trigger(const std::string& path) {
    return {"trigger", path};
}
inline Part upload(const std::string& path) {
    return {"upload", path};
}
inline Part group(const std::string& path) {
    return {"group", path};
}
inline Part repeat(const std::string& path) {
    return {"repeat", path};
}
/// In the model only.
inline Part node(const std::string& path) {
    return {"", path};
}

/// Assembles the parts to the text of an XForm.
class FormText {
public:
    explicit FormText(std::vector<Part> parts)
        : m_parts(std::move(parts)) {}
    FormText& model(const std::string& xml) { return m_model += xml, *this; }
    /// A list of choices: name, label pairs, or any columns.
    FormText& list(const std::string& id, const std::vector<std::map<std::string, std::string>>& rows) {
        std::string xml = "<instance id=\"" + id + "\"><root>";
        for (const auto& row : rows) {
            xml += "<item>";
            for (const auto& [name, value] : row)
                xml += "<" + name + ">" + escapeXml(value) + "</" + name + ">";
            xml += "</item>";
        }
        return model(xml + "</root></instance>");
    }
    [[nodiscard]] std::string xml() const {
        std::string root = m_parts.front().path();
        root = root.substr(1, root.find('/', 1) - 1);
        std::string binds;
        for (const auto& part : m_parts)
            if (!part.m_bind.empty()) binds += "<bind nodeset=\"" + part.m_path + "\"" + part.m_bind + "/>";
        return "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\" "
               "xmlns:jr=\"http://openrosa.org/javarosa\" xmlns:orx=\"http://openrosa.org/xforms\" "
               "xmlns:odk=\"http://www.opendatakit.org/xforms\" xmlns:peil=\"urn:peil:1\"><h:head><h:title>Test "
               "form</h:title>"
               "<model><instance><" +
               root + " id=\"test\" version=\"1\">" + instance("/" + root) + "</" + root + "></instance>" + m_model +
               binds + "</model></h:head><h:body>" + body("/" + root) + "</h:body></h:html>";
    }

private:
    [[nodiscard]] static bool isChild(const std::string& path, const std::string& parent) {
        return path.starts_with(parent + "/") && path.find('/', parent.size() + 1) == std::string::npos;
    }
    [[nodiscard]] std::string instance(const std::string& parent) const {
        std::string xml;
        for (const auto& part : m_parts) {
            if (!isChild(part.m_path, parent)) continue;
            const auto name = part.m_path.substr(parent.size() + 1);
            if (name.front() == '@') continue;
            xml += "<" + name + (part.m_template ? " jr:template=\"\"" : "") + ">" + escapeXml(part.m_default) +
                   instance(part.m_path) + "</" + name + ">";
        }
        return xml;
    }
    [[nodiscard]] std::string body(const std::string& parent) const {
        std::string xml;
        for (const auto& part : m_parts) {
            if (!isChild(part.m_path, parent) || part.m_element.empty()) continue;
            const auto ref = part.m_element == "repeat" ? " nodeset=\"" : " ref=\"";
            xml += "<" + part.m_element + ref + part.m_path + "\"" + part.m_attributes + ">" + part.m_inside +
                   (part.container() ? body(part.m_path) : std::string()) + "</" + part.m_element + ">";
        }
        return xml;
    }

    std::vector<Part> m_parts;
    std::string m_model;
};

/// One session on one form, with a clock that stands still and seeded randomness.
class Scenario {
public:
    template <class... Parts>
    static Scenario of(Parts... parts) {
        return fromXml(FormText({std::move(parts)...}).xml());
    }
    static Scenario of(const FormText& text) { return fromXml(text.xml()); }
    static Scenario fromXml(const std::string& xml, const peil::forms::ResourceLoader& files = {}) {
        auto parsed = peil::forms::FormDefinition::parse(xml, files);
        for (const auto& diagnostic : parsed.diagnostics)
            if (diagnostic.severity == peil::Severity::Error) FAIL(describe(diagnostic));
        return Scenario(std::move(parsed.form));
    }

    struct Look {
        bool relevant = false;
        bool readonly = false;
        bool required = false;
        std::string value, label, message;
        peil::forms::Validity validity{};
        std::vector<std::string> choices;
    };
    [[nodiscard]] Look at(const std::string& path) const {
        const auto id = idOf(path);
        const auto question = m_session->question(id);
        Look look{m_session->isRelevant(id), m_session->isReadonly(id), m_session->isRequired(id), m_session->value(id),
                  question.label.text,       question.message,          question.validity,         {}};
        for (const auto& choice : question.choices)
            look.choices.push_back(choice.value);
        return look;
    }
    [[nodiscard]] std::string value(const std::string& path) const { return m_session->value(idOf(path)); }

    peil::forms::Changes answer(const std::string& path, const std::string& value) {
        return keep(need(m_session->answer(idOf(path), value)));
    }
    peil::forms::Changes refuse(const std::string& path, peil::forms::NoAnswer reason) {
        return keep(need(m_session->answerNone(idOf(path), reason)));
    }
    peil::forms::Changes add(const std::string& path) { return keep(need(m_session->addRepeat(idOf(path)))); }
    peil::forms::Changes remove(const std::string& path, std::size_t position) {
        return keep(need(m_session->removeRepeat(idOf(path), position)));
    }
    /// Applies stored rows as a store would: removals first, then upserts.
    peil::forms::Changes keep(peil::forms::Changes changes) {
        for (const auto& prefix : changes.removedPrefixes)
            std::erase_if(m_store, [&](const auto& entry) {
                return entry.first == prefix || entry.first.starts_with(prefix + "/");
            });
        for (const auto& row : changes.rows)
            m_store[row.path] = row;
        return changes;
    }
    /// Goes on from what the store holds, as after a crash.
    void restart() {
        std::vector<peil::forms::StoredRow> rows;
        for (const auto& [path, row] : m_store)
            rows.push_back(row);
        m_session =
            std::make_unique<peil::forms::Session>(need(peil::forms::Session::restore(m_form, environment(), rows)));
    }
    void loadRecord(const std::string& xml, peil::forms::LoadAs use = peil::forms::LoadAs::Record) {
        m_session =
            std::make_unique<peil::forms::Session>(need(peil::forms::Session::load(m_form, environment(), xml, use)));
    }
    [[nodiscard]] peil::forms::NodeId idOf(const std::string& path) const {
        const auto id = m_session->find(path);
        if (!id) FAIL("no such node: " << path);
        return *id;
    }
    [[nodiscard]] peil::forms::Environment environment() const {
        peil::forms::Environment result;
        result.clock = m_clock.get();
        result.rng = m_rng.get();
        result.deviceId = "tablet-7";
        return result;
    }
    [[nodiscard]] peil::forms::Session& session() { return *m_session; }
    [[nodiscard]] const peil::forms::Session& session() const { return *m_session; }
    [[nodiscard]] const peil::forms::FormPointer& form() const { return m_form; }
    [[nodiscard]] ManualClock& clock() { return *m_clock; }

private:
    explicit Scenario(peil::forms::FormPointer form)
        : m_form(std::move(form)) {
        peil::forms::Changes initial;
        m_session =
            std::make_unique<peil::forms::Session>(need(peil::forms::Session::start(m_form, environment(), &initial)));
        keep(std::move(initial));
    }

    peil::forms::FormPointer m_form;
    std::unique_ptr<ManualClock> m_clock = std::make_unique<ManualClock>();
    std::unique_ptr<SeededRng> m_rng = std::make_unique<SeededRng>(7);
    std::unique_ptr<peil::forms::Session> m_session;
    std::map<std::string, peil::forms::StoredRow> m_store;
};

} // namespace peil_test
