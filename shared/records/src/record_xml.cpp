// SPDX-License-Identifier: Apache-2.0
#include "peil/records/record_xml.h"

#include "peil/records/error.h"

#include <algorithm>
#include <map>
#include <pugixml.hpp>

namespace peil::records {
namespace {

/// Name without a namespace prefix.
std::string_view localName(pugi::xml_node node) {
    const std::string_view name = node.name();
    return name.substr(name.find(':') + 1);
}

// Forms beyond these limits are rejected, so a record that exceeds them is invalid.
constexpr std::size_t kMaxDepth = 512;
constexpr std::size_t kMaxPathBytes = 8192;

std::string reasonOf(pugi::xml_node node) {
    for (const auto& attribute : node.attributes())
        if (std::string_view(attribute.name()).ends_with(":reason")) return attribute.value();
    return {};
}

class Reader {
public:
    Reader(const std::vector<std::string>& repeats, PathPool& paths, std::vector<RecordXml::Part>& parts)
        : m_repeats(repeats)
        , m_paths(paths)
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
                m_parts.push_back({m_paths.add(childPath), part, ++positions[childPath]});
            }
            if (!read(child, childPath, inside, depth + 1)) return false;
        }
        if (leaf)
            m_parts[part].answers.emplace_back(m_paths.add(path), RecordAnswer{node.text().get(), reasonOf(node)});
        return true;
    }

private:
    const std::vector<std::string>& m_repeats;
    PathPool& m_paths;
    std::vector<RecordXml::Part>& m_parts;
};

/// By path; of several answers at one path, which no form makes, the last.
void sortAnswers(RecordXml::Part& part) {
    auto& answers = part.answers;
    std::ranges::stable_sort(answers, {}, [](const auto& answer) -> const std::string& { return *answer.first; });
    std::ranges::reverse(answers);
    const auto repeated = std::ranges::unique(answers, {}, [](const auto& answer) { return answer.first; });
    answers.erase(repeated.begin(), repeated.end());
    std::ranges::reverse(answers);
    answers.shrink_to_fit();
}

} // namespace

const std::string* PathPool::add(std::string_view path) {
    const auto known = m_paths.find(path);
    return known != m_paths.end() ? &*known : &*m_paths.emplace(path).first;
}

const RecordAnswer* RecordXml::Part::find(std::string_view answerPath) const {
    const auto found = std::ranges::lower_bound(answers, answerPath, {},
                                                [](const auto& answer) { return std::string_view(*answer.first); });
    return found != answers.end() && *found->first == answerPath ? &found->second : nullptr;
}

Result<RecordXml> RecordXml::parse(std::string_view xml, const std::vector<std::string>& repeats, PathPool& paths) {
    pugi::xml_document document;
    const auto parsed =
        document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
    if (!parsed || !document.document_element())
        return fail(RecordsErrc::BadRecord,
                    "A record is not XML; check that the tablet and peil have the same version.");
    RecordXml record;
    const auto root = document.document_element();
    const auto path = "/" + std::string(localName(root));
    record.m_parts.push_back({paths.add(path)});
    if (!Reader(repeats, paths, record.m_parts).read(root, path, 0))
        return fail(RecordsErrc::BadRecord, "A record is nested deeper than any form; investigate its tablet.");
    for (auto& part : record.m_parts)
        sortAnswers(part);
    return record;
}

const RecordAnswer* RecordXml::byName(std::string_view name) const {
    const auto in = [&](const Part& part) -> const RecordAnswer* {
        for (const auto& [path, answer] : part.answers)
            if (path->size() > name.size() && path->ends_with(name) && (*path)[path->size() - name.size() - 1] == '/')
                return &answer;
        return nullptr;
    };
    if (const auto* answer = in(m_parts.front())) return answer;
    for (auto part = m_parts.rbegin(); part != m_parts.rend(); ++part)
        if (const auto* answer = in(*part)) return answer;
    return nullptr;
}

std::vector<std::string> repeatsOf(const forms::FormDefinition& form) {
    std::set<std::string> paths;
    for (const auto& field : form.fields())
        if (!field.repeatPath.empty()) paths.insert(field.repeatPath);
    return {paths.begin(), paths.end()};
}

} // namespace peil::records
