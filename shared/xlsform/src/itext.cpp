// SPDX-License-Identifier: Apache-2.0
#include "itext.h"

#include <algorithm>

namespace peil::xlsform {

namespace {

std::string mediaUri(const std::string& form, const std::string& file) {
    if (file.starts_with("jr://")) return file;
    const std::string folder = form == "image" || form == "big-image" ? "images" : form;
    return "jr://" + folder + "/" + file;
}

} // namespace

bool labelNeedsItext(const Element& element) { return isTranslated(element.label) || !element.media.empty(); }

bool hintNeedsItext(const Element& element) { return isTranslated(element.hint) || !element.guidance.empty(); }

void Itext::add(const std::string& id, const std::string& form, const Text& text, const Element& context, Place place) {
    if (text.empty()) return;
    const auto [position, fresh] = m_index.try_emplace(id, m_entries.size());
    if (fresh) m_entries.push_back({id, {}});
    m_entries[position->second].items.push_back({form, text, &context, std::move(place)});
}

std::vector<std::string> Itext::languages() const {
    std::vector<std::string> out;
    const auto note = [&](const std::string& language) {
        const auto& name = language.empty() ? m_form.defaultLanguage : language;
        if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
    };
    for (const auto& entry : m_entries)
        for (const auto& item : entry.items)
            for (const auto& [language, text] : item.text) note(language);
    return out;
}

void Itext::writeEntry(pugi::xml_node translation, const std::string& language, const Entry& entry,
                       References& references) const {
    auto node = translation.append_child("text");
    node.append_attribute("id").set_value(entry.id.c_str());
    for (const auto& item : entry.items) {
        const auto found = std::find_if(item.text.begin(), item.text.end(), [&](const auto& pair) {
            return (pair.first.empty() ? m_form.defaultLanguage : pair.first) == language;
        });
        const bool present = found != item.text.end();
        const bool media = !item.form.empty() && item.form != "guidance";
        if (!present && media) continue;
        auto value = node.append_child("value");
        if (!item.form.empty()) value.append_attribute("form").set_value(item.form.c_str());
        if (!present) value.text().set("-");
        else if (media) value.text().set(mediaUri(item.form, found->second).c_str());
        else references.writeText(value, found->second, *item.context, item.place);
    }
}

void Itext::write(pugi::xml_node model, References& references) const {
    if (m_entries.empty()) return;
    auto itext = model.append_child("itext");
    for (const auto& language : languages()) {
        auto translation = itext.append_child("translation");
        if (language == m_form.defaultLanguage) translation.append_attribute("default").set_value("true()");
        translation.append_attribute("lang").set_value(language.c_str());
        for (const auto& entry : m_entries) writeEntry(translation, language, entry, references);
    }
}

} // namespace peil::xlsform
