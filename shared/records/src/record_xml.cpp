// SPDX-License-Identifier: Apache-2.0
#include "peil/records/record_xml.h"

#include "peil/records/error.h"

#include <algorithm>
#include <pugixml.hpp>

namespace peil::records {
namespace {

/// Name without a namespace prefix.
std::string_view localName(pugi::xml_node node) {
    const std::string_view name = node.name();
    return name.substr(name.find(':') + 1);
}

// A record is made by a form, and a form is refused beyond these: a record that goes beyond is no record.
constexpr std::size_t kMaxDepth = 512;
constexpr std::size_t kMaxPathBytes = 8192;

std::string reasonOf(pugi::xml_node node) {
    for (const auto& attribute : node.attributes())
        if (std::string_view(attribute.name()).ends_with(":reason")) return attribute.value();
    return {};
}

class Reader {
public:
    Reader(const std::vector<std::string>& repeats, std::vector<RecordXml::Part>& parts)
        : m_repeats(repeats)
        , m_parts(parts) {}

    /// @return false when the record is nested deeper than any form.
    [[nodiscard]] bool read(pugi::xml_node node, const std::string& path, std::size_t part, std::size_t depth = 1) {
        if (depth > kMaxDepth || path.size() > kMaxPathBytes) return false;
        bool leaf = true;
        std::map<std::string, std::size_t, std::less<>> positions;
        for (const auto& child : node.children()) {
            if (child.type() != pugi::node_element) continue;
            leaf = false;
            const auto childPath = path + "/" + std::string(localName(child));
            std::size_t inside = part;
            if (std::find(m_repeats.begin(), m_repeats.end(), childPath) != m_repeats.end()) {
                inside = m_parts.size();
                m_parts.push_back({childPath, part, ++positions[childPath], {}});
            }
            if (!read(child, childPath, inside, depth + 1)) return false;
        }
        if (leaf) m_parts[part].answers[path] = {node.text().get(), reasonOf(node)};
        return true;
    }

private:
    const std::vector<std::string>& m_repeats;
    std::vector<RecordXml::Part>& m_parts;
};

} // namespace

Result<RecordXml> RecordXml::parse(std::string_view xml, const std::vector<std::string>& repeats) {
    pugi::xml_document document;
    const auto parsed =
        document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
    if (!parsed || !document.document_element())
        return fail(RecordsErrc::BadRecord,
                    "A record is not XML; check that the tablet and peil have the same version.");
    RecordXml record;
    const auto root = document.document_element();
    const auto path = "/" + std::string(localName(root));
    record.m_parts.push_back({path, 0, 1, {}});
    if (!Reader(repeats, record.m_parts).read(root, path, 0))
        return fail(RecordsErrc::BadRecord, "A record is nested deeper than any form; look into its tablet.");
    return record;
}

std::optional<RecordAnswer> RecordXml::byName(std::string_view name) const {
    for (const auto& [path, answer] : m_parts.front().answers)
        if (path.size() > name.size() && path.ends_with(name) && path[path.size() - name.size() - 1] == '/')
            return answer;
    return std::nullopt;
}

} // namespace peil::records
