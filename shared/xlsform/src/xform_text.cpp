// SPDX-License-Identifier: Apache-2.0
#include "xform_text.h"

namespace peil::xlsform {

namespace {

struct TextWriter final : pugi::xml_writer {
    std::string text;
    void write(const void* data, std::size_t size) override { text.append(static_cast<const char*>(data), size); }
    [[nodiscard]] std::size_t size() const { return text.size(); }
};

struct Counter final : pugi::xml_writer {
    std::size_t bytes = 0;
    void write(const void*, std::size_t size) override { bytes += size; }
    [[nodiscard]] std::size_t size() const { return bytes; }
};

/// Writes to one of the two, until there is too much.
template <class Writer>
class FormWriter {
public:
    FormWriter(const WrittenForm& form, Writer& out)
        : m_form(form)
        , m_out(out) {}

    /// False when the form is longer than the form engine reads.
    bool write() {
        raw("<?xml version=\"1.0\"?>");
        around(m_form.document.document_element(), [&](pugi::xml_node part) {
            if (std::string_view(part.name()) != "h:head") return print(part);
            around(part, [&](pugi::xml_node inHead) {
                if (std::string_view(inHead.name()) != "model") return print(inHead);
                around(inHead, [&](pugi::xml_node inModel) { ofModel(inModel); });
            });
        });
        return fits();
    }

private:
    [[nodiscard]] bool fits() const { return m_out.size() <= forms::kMaxXmlBytes; }
    void raw(std::string_view text) { m_out.write(text.data(), text.size()); }
    void print(pugi::xml_node node) {
        if (fits()) node.print(m_out, "", pugi::format_raw, pugi::encoding_utf8);
    }

    /// The tags of an element, and between them what `inner` writes.
    template <class Inner>
    void tags(pugi::xml_node element, const Inner& inner) {
        pugi::xml_document shallow;
        auto copy = shallow.append_child(element.name());
        for (const auto& attribute : element.attributes())
            copy.append_copy(attribute);
        TextWriter tag; // <name .../>
        copy.print(tag, "", pugi::format_raw, pugi::encoding_utf8);
        raw(std::string_view(tag.text).substr(0, tag.text.size() - 2));
        raw(">");
        inner();
        raw("</" + std::string(element.name()) + ">");
    }

    /// The same with what `inner` makes of each child.
    template <class Inner>
    void around(pugi::xml_node element, const Inner& inner) {
        tags(element, [&] {
            for (const auto& child : element.children())
                inner(child);
        });
    }

    void ofModel(pugi::xml_node node) {
        const std::string_view name = node.name();
        const auto list = name == "instance" && !node.first_child() ? m_form.lists.find(node.attribute("id").value())
                                                                    : m_form.lists.end();
        if (name == "itext") {
            std::size_t language = 0;
            around(node, [&](pugi::xml_node translation) { this->translation(translation, language++); });
        } else if (list != m_form.lists.end())
            rows(node, *list->second);
        else
            print(node);
    }

    void translation(pugi::xml_node node, std::size_t language) {
        tags(node, [&] { m_form.itext->texts(language, [&](pugi::xml_node text) { print(text); }); });
    }

    void rows(pugi::xml_node instance, const forms::ListRows& list) {
        pugi::xml_document one;
        auto item = one.append_child("item");
        tags(instance, [&] {
            raw("<root>");
            for (std::size_t i = 0; i < list.size() && fits(); ++i) {
                list.row(i, [&](std::string_view column, std::string_view text) {
                    item.append_child(std::string(column).c_str()).text().set(text.data(), text.size());
                });
                print(item);
                item.remove_children();
            }
            raw("</root>");
        });
    }

    const WrittenForm& m_form;
    Writer& m_out;
};

} // namespace

std::optional<std::string> textOf(const WrittenForm& form) {
    TextWriter out;
    if (!FormWriter(form, out).write()) return std::nullopt;
    return std::move(out.text);
}

bool fitsAsText(const WrittenForm& form) {
    Counter out;
    return FormWriter(form, out).write();
}

} // namespace peil::xlsform
