// SPDX-License-Identifier: Apache-2.0
#include "itext.h"

#include <algorithm>

namespace peil::xlsform {

namespace {

constexpr auto kNone = std::string::npos;

bool isMedia(std::string_view form) {
    return !form.empty() && form != "guidance";
}

std::string mediaUri(std::string_view form, std::string_view file) {
    if (file.starts_with("jr://")) return std::string(file);
    return "jr://" + std::string(form == "image" || form == "big-image" ? "images" : form) + "/" + std::string(file);
}

bool hasText(const Row& row, const std::vector<std::size_t>& columns) {
    return std::ranges::any_of(columns, [&](std::size_t column) { return !row.cell(column).empty(); });
}

std::string idOf(const ChoiceList& list, std::size_t index) {
    return list.name + "-" + std::to_string(index);
}

/// "Other" in each language that a label of the list has.
Text otherLabel(const ChoiceList& list) {
    Text other;
    for (const Row* row : list.rows) {
        const auto label = row->translations("label");
        if (!isTranslated(label)) continue;
        for (const auto& translation : label)
            if (std::ranges::find(other, translation.first, &Text::value_type::first) == other.end())
                other.emplace_back(translation.first, "Other");
    }
    if (other.empty()) other.emplace_back("", "Other"); // only media are translated
    return other;
}

} // namespace

bool labelNeedsItext(const Element& element) {
    return isTranslated(element.label) || !element.media.empty();
}

bool hintNeedsItext(const Element& element) {
    return isTranslated(element.hint) || !element.guidance.empty();
}

Itext::Itext(const Form& form)
    : m_form(form) {
    if (form.choices)
        for (const auto* key : {"label", "media::image", "media::audio", "media::video", "media::big-image"}) {
            const auto media = std::string_view(key).starts_with("media::");
            Columns columns{media ? std::string_view(key).substr(7) : std::string_view(), key};
            for (const auto column : form.choices->columnsOf(key))
                columns.all.insert(
                    form.choices->columns()[column].language.empty() ? columns.all.begin() : columns.all.end(), column);
            if (!columns.all.empty()) m_columns.push_back(std::move(columns));
        }
    for (const auto& list : form.lists)
        if (list.needsItext) collect(list);
    forEach(form.root, [&](const Element& e) { collect(e); });
    m_count += m_entries.size();
    findColumns();
}

void Itext::note(std::string_view language) {
    const std::string_view name = language.empty() ? m_form.defaultLanguage : language;
    if (std::ranges::find(m_languages, name) == m_languages.end()) m_languages.emplace_back(name);
}

void Itext::collect(const ChoiceList& list) {
    std::vector<bool> noted(m_form.choices->columns().size());
    for (const Row* row : list.rows) {
        bool any = false;
        for (const auto& columns : m_columns)
            for (const auto column : columns.all) {
                if (row->cell(column).empty()) continue;
                any = true;
                if (!noted[column]) note(m_form.choices->columns()[column].language);
                noted[column] = true;
            }
        m_count += any ? 1 : 0;
    }
    if (!list.otherChoice) return;
    ++m_count;
    for (const auto& translation : m_others[&list] = otherLabel(list))
        note(translation.first);
}

void Itext::collect(const Element& e) {
    const auto add = [&](const std::string& name, std::vector<Item> items) {
        std::erase_if(items, [](const Item& item) { return item.text->empty(); });
        if (items.empty()) return;
        for (const auto& item : items)
            for (const auto& translation : *item.text)
                note(translation.first);
        m_entries.push_back({e.path + ":" + name, &e, std::move(items)});
    };
    if (labelNeedsItext(e)) {
        std::vector<Item> items{{"", &e.label, "label"}};
        for (const auto& [form, text] : e.media)
            items.push_back({form, &text, "media::" + form});
        add("label", std::move(items));
    }
    if (!e.isSection() && hintNeedsItext(e))
        add("hint", {{"", &e.hint, "hint"}, {"guidance", &e.guidance, "guidance_hint"}});
    const auto message = [&](const char* name, const char* key, const Text& text) {
        if (!text.empty() && (isTranslated(text) || hasOutput(text.front().second))) add(name, {{"", &text, key}});
    };
    message("jr:constraintMsg", "constraint_message", e.constraintMessage);
    message("jr:requiredMsg", "required_message", e.requiredMessage);
    message("jr:noAppErrorString", "no_app_error_string", e.noAppErrorString);
}

void Itext::findColumns() {
    for (auto& columns : m_columns)
        for (const auto& language : m_languages) {
            const auto of = std::ranges::find(columns.all, language, [&](std::size_t column) -> const std::string& {
                return m_form.choices->columns()[column].language;
            });
            columns.byLanguage.push_back(of == columns.all.end() ? kNone : *of);
        }
}

void Itext::resolve(std::string_view form, std::string_view text, const Element& context, const Place& place,
                    References& references) {
    auto value = m_resolvedTexts.append_child("value");
    references.writeText(value, isMedia(form) ? mediaUri(form, text) : std::string(text), context, place);
    m_resolved.emplace(std::pair(&context, text.data()), value);
}

void Itext::resolve(References& references) {
    for (std::size_t language = 0; language < m_languages.size(); ++language) {
        for (const auto& list : m_form.lists)
            for (const Row* row : list.needsItext ? list.rows : std::vector<const Row*>())
                for (const auto& columns : m_columns)
                    if (const auto text = inLanguage(*row, columns, language); hasOutput(text))
                        resolve(columns.form, text, m_form.root, row->place(columns.key), references);
        for (const auto& entry : m_entries)
            for (const auto& item : entry.items)
                if (const auto text = inLanguage(*item.text, language); hasOutput(text))
                    resolve(item.form, text, *entry.element, entry.element->place(item.column), references);
    }
}

/// A column without a language is in the default language, unless that has its own column.
std::string_view Itext::inLanguage(const Text& text, std::size_t language) const {
    const auto& name = m_languages[language];
    if (language < text.size() && text[language].first == name) return text[language].second;
    auto found = std::ranges::find(text, name, &Text::value_type::first);
    if (found == text.end() && name == m_form.defaultLanguage)
        found = std::ranges::find(text, std::string_view(), &Text::value_type::first);
    return found == text.end() ? std::string_view() : found->second;
}

std::string_view Itext::inLanguage(const Row& row, const Columns& columns, std::size_t language) const {
    const auto column = columns.byLanguage[language];
    if (column != kNone && !row.cell(column).empty()) return row.cell(column);
    const auto plain = columns.all.front();
    const bool stands =
        m_languages[language] == m_form.defaultLanguage && m_form.choices->columns()[plain].language.empty();
    return stands ? std::string_view(row.cell(plain)) : std::string_view();
}

void Itext::write(pugi::xml_node entry, std::string_view form, std::string_view text, const Element& context) const {
    if (text.empty() && isMedia(form)) return;
    auto value = entry.append_child("value");
    if (!form.empty()) value.append_attribute("form").set_value(form.data(), form.size());
    const auto resolved = m_resolved.empty() ? m_resolved.end() : m_resolved.find({&context, text.data()});
    if (resolved != m_resolved.end())
        for (const auto& part : resolved->second.children())
            value.append_copy(part);
    else if (isMedia(form))
        value.text().set(mediaUri(form, text).c_str());
    else if (text.empty())
        value.text().set("-");
    else
        value.text().set(text.data(), text.size());
}

void Itext::texts(std::size_t language, const std::function<void(pugi::xml_node text)>& visit) const {
    pugi::xml_document one;
    const auto entry = [&](const std::string& id, const auto& fill) {
        auto text = one.append_child("text");
        text.append_attribute("id").set_value(id.data(), id.size());
        fill(text);
        visit(text);
        one.remove_child(text);
    };
    for (const auto& list : m_form.lists) {
        if (!list.needsItext) continue;
        for (std::size_t i = 0; i < list.rows.size(); ++i) {
            const Row& row = *list.rows[i];
            const auto has = [&](const Columns& columns) {
                return !inLanguage(row, columns, language).empty() || hasText(row, columns.all);
            };
            if (std::ranges::any_of(m_columns, has))
                entry(idOf(list, i), [&](pugi::xml_node text) {
                    for (const auto& columns : m_columns)
                        if (has(columns)) write(text, columns.form, inLanguage(row, columns, language), m_form.root);
                });
        }
        if (const auto other = m_others.find(&list); other != m_others.end())
            entry(idOf(list, list.rows.size()),
                  [&](pugi::xml_node text) { write(text, "", inLanguage(other->second, language), m_form.root); });
    }
    for (const auto& [id, element, items] : m_entries)
        entry(id, [&, context = element, parts = &items](pugi::xml_node text) {
            for (const auto& item : *parts)
                write(text, item.form, inLanguage(*item.text, language), *context);
        });
}

} // namespace peil::xlsform
