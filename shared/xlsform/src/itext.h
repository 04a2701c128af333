// SPDX-License-Identifier: Apache-2.0
#pragma once

// Translations: which texts need an itext entry, and the entries. They are made one at a time, for whoever writes or
// reads them: all of them together are several times as large as the sheets of a form in many languages.

#include "references.h"

#include <functional>

namespace peil::xlsform {

/// Borrows the form, whose tables and elements it reads.
class Itext {
public:
    /// Finds the texts of the form.
    explicit Itext(const Form& form);

    [[nodiscard]] const std::vector<std::string>& languages() const { return m_languages; }
    /// How many texts there are in all languages together.
    [[nodiscard]] std::size_t size() const { return m_count * m_languages.size(); }
    /// Replaces what the texts refer to; reports what cannot be resolved.
    void resolve(References& references);
    /// Calls `visit` for each element `text` of a language, by its place in languages().
    void texts(std::size_t language, const std::function<void(pugi::xml_node text)>& visit) const;

private:
    /// A part of an entry: the text itself (form "") or guidance, image, audio, video, big-image.
    struct Item {
        std::string_view form;
        const Text* text;
        std::string column;
    };
    /// The texts of an element below one id.
    struct Entry {
        std::string id;
        const Element* element;
        std::vector<Item> items;
    };
    /// The columns of the sheet choices with one part of its entries.
    struct Columns {
        std::string_view form;
        std::string key;
        std::vector<std::size_t> all{};        ///< the one without a language first
        std::vector<std::size_t> byLanguage{}; ///< by the place in languages(); npos = none
    };

    void collect(const ChoiceList& list);
    void collect(const Element& element);
    void note(std::string_view language);
    void findColumns();
    void resolve(std::string_view form, std::string_view text, const Element& context, const Place& place,
                 References& references);
    [[nodiscard]] std::string_view inLanguage(const Text& text, std::size_t language) const;
    [[nodiscard]] std::string_view inLanguage(const Row& row, const Columns& columns, std::size_t language) const;
    void write(pugi::xml_node entry, std::string_view form, std::string_view text, const Element& context) const;

    const Form& m_form;
    std::vector<Columns> m_columns;
    std::map<const ChoiceList*, Text> m_others; ///< what or_other adds to a list
    std::vector<Entry> m_entries;
    std::vector<std::string> m_languages; ///< in order of appearance
    std::size_t m_count = 0;
    pugi::xml_document m_resolvedTexts;
    std::map<std::pair<const Element*, const char*>, pugi::xml_node> m_resolved; ///< those with outputs
};

/// True when the label, with its media, has to go through itext.
[[nodiscard]] bool labelNeedsItext(const Element& element);
[[nodiscard]] bool hintNeedsItext(const Element& element);

} // namespace peil::xlsform
