// SPDX-License-Identifier: Apache-2.0
#pragma once

// Translations: which texts need an itext entry, and the `<itext>` of the model.

#include "references.h"

namespace peil::xlsform {

/// Texts by id, form and language, in order of arrival.
class Itext {
public:
    explicit Itext(const Form& form)
        : m_form(form) {}

    /// Adds a text under `id`; `form` is "" for the text itself, or guidance, image, audio, video, big-image.
    void add(const std::string& id, const std::string& form, const Text& text, const Element& context, Place place);
    [[nodiscard]] bool empty() const { return m_entries.empty(); }
    /// How many texts write() would write.
    [[nodiscard]] std::size_t size() const { return m_entries.size() * languages().size(); }
    void write(pugi::xml_node model, References& references) const;

private:
    struct Item {
        std::string form;
        Text text;
        const Element* context;
        Place place;
    };
    struct Entry {
        std::string id;
        std::vector<Item> items;
    };
    [[nodiscard]] std::vector<std::string> languages() const;
    void writeEntry(pugi::xml_node translation, const std::string& language, const Entry& entry,
                    References& references) const;

    const Form& m_form;
    std::vector<Entry> m_entries;
    std::map<std::string, std::size_t> m_index;
};

/// True when the label, with its media, has to go through itext.
[[nodiscard]] bool labelNeedsItext(const Element& element);
[[nodiscard]] bool hintNeedsItext(const Element& element);

} // namespace peil::xlsform
