// SPDX-License-Identifier: Apache-2.0
#include "writers.h"

#include <algorithm>

namespace peil::xlsform {

namespace {

std::string mediaUri(const std::string& form, const std::string& file) {
    if (file.starts_with("jr://")) return file;
    const std::string folder = form == "image" || form == "big-image" ? "images" : form;
    return "jr://" + folder + "/" + file;
}

} // namespace

bool labelNeedsItext(const Element& element) {
    return isTranslated(element.label) || !element.media.empty();
}

bool hintNeedsItext(const Element& element) {
    return isTranslated(element.hint) || !element.guidance.empty();
}

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
            for (const auto& [language, text] : item.text)
                note(language);
    return out;
}

void Itext::writeEntry(pugi::xml_node translation, const std::string& language, const Entry& entry,
                       References& references) const {
    auto node = translation.append_child("text");
    node.append_attribute("id").set_value(entry.id.c_str());
    for (const auto& item : entry.items) {
        const auto inLanguage = [&](std::string_view name) {
            return std::find_if(item.text.begin(), item.text.end(),
                                [&](const auto& pair) { return pair.first == name; });
        };
        auto found = inLanguage(language);
        // A column without a language is in the default language, unless that has its own column.
        if (found == item.text.end() && language == m_form.defaultLanguage) found = inLanguage("");
        const bool present = found != item.text.end();
        const bool media = !item.form.empty() && item.form != "guidance";
        if (!present && media) continue;
        auto value = node.append_child("value");
        if (!item.form.empty()) value.append_attribute("form").set_value(item.form.c_str());
        if (!present)
            value.text().set("-");
        else if (media)
            references.writeText(value, mediaUri(item.form, found->second), *item.context, item.place);
        else
            references.writeText(value, found->second, *item.context, item.place);
    }
}

void Itext::write(pugi::xml_node model, References& references) const {
    if (m_entries.empty()) return;
    auto itext = model.append_child("itext");
    for (const auto& language : languages()) {
        auto translation = itext.append_child("translation");
        if (language == m_form.defaultLanguage) translation.append_attribute("default").set_value("true()");
        translation.append_attribute("lang").set_value(language.c_str());
        for (const auto& entry : m_entries)
            writeEntry(translation, language, entry, references);
    }
}

namespace {

void collectElement(Output& output, const Element& e) {
    if (labelNeedsItext(e)) {
        output.itext.add(e.path + ":label", "", e.label, e, e.place("label"));
        for (const auto& [form, text] : e.media)
            output.itext.add(e.path + ":label", form, text, e, e.place("media::" + form));
    }
    if (!e.isSection() && hintNeedsItext(e)) {
        output.itext.add(e.path + ":hint", "", e.hint, e, e.place("hint"));
        output.itext.add(e.path + ":hint", "guidance", e.guidance, e, e.place("guidance_hint"));
    }
    const auto message = [&](const char* name, const char* key, const Text& text) {
        if (!text.empty() && (isTranslated(text) || hasOutput(text.front().second)))
            output.itext.add(e.path + ":" + name, "", text, e, e.place(key));
    };
    message("jr:constraintMsg", "constraint_message", e.constraintMessage);
    message("jr:requiredMsg", "required_message", e.requiredMessage);
    message("jr:noAppErrorString", "no_app_error_string", e.noAppErrorString);
}

void collectList(Output& output, const ChoiceList& list) {
    const auto& root = output.form.root;
    for (std::size_t i = 0; i < list.rows.size(); ++i) {
        const auto id = list.name + "-" + std::to_string(i);
        const Row& row = *list.rows[i];
        output.itext.add(id, "", row.translations("label"), root, row.place("label"));
        for (const auto* form : {"image", "audio", "video", "big-image"}) {
            const auto key = std::string("media::") + form;
            output.itext.add(id, form, row.translations(key), root, row.place(key));
        }
    }
    if (!list.otherChoice) return;
    Text other;
    for (const Row* row : list.rows) {
        const auto label = row->translations("label");
        if (!isTranslated(label)) continue;
        for (const auto& translation : label) {
            const auto& language = translation.first;
            if (std::none_of(other.begin(), other.end(), [&](const auto& pair) { return pair.first == language; }))
                other.emplace_back(language, "Other");
        }
    }
    if (other.empty()) other.emplace_back("", "Other"); // only media are translated
    output.itext.add(list.name + "-" + std::to_string(list.rows.size()), "", other, root, {});
}

} // namespace

void collectItext(Output& output) {
    for (const auto& list : output.form.lists)
        if (list.needsItext) collectList(output, list);
    forEach(output.form.root, [&](const Element& e) { collectElement(output, e); });
}

} // namespace peil::xlsform
