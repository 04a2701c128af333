// SPDX-License-Identifier: Apache-2.0
#include "citations.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <map>
#include <optional>
#include <regex>
#include <set>

namespace checks {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kSlashComments{".h", ".cpp", ".qml", ".js", ".mjs", ".css"};
const std::vector<std::string> kHashComments{"CMakeLists.txt", ".cmake", ".py", ".sh",    ".toml",
                                             ".yaml",          ".R",     "dev", ".ci/run"};

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t");
    return first == std::string::npos ? std::string{} : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// What a line of C++, QML, JavaScript or CSS says in a comment.
std::optional<std::string> slashComment(const std::string& line) {
    for (auto at = line.find("//"); at != std::string::npos; at = line.find("//", at + 2)) {
        if (at > 0 && line[at - 1] == ':') continue; // an address
        const auto text = line.find_first_not_of("/<!", at);
        return text == std::string::npos ? std::string{} : trimmed(line.substr(text));
    }
    const auto text = trimmed(line);
    if (!text.starts_with("/*") && !text.starts_with("*")) return std::nullopt;
    return trimmed(text.substr(std::min(text.find_first_not_of("/*"), text.size())));
}

std::optional<std::string> hashComment(const std::string& line) {
    const auto at = line.starts_with("#") ? 0 : line.find(" #");
    return at == std::string::npos ? std::nullopt : std::optional(trimmed(line.substr(line.find('#', at) + 1)));
}

std::optional<std::string> spokenText(const SourceFile& file, const std::string& line) {
    if (file.path.ends_with(".md")) {
        const auto text = trimmed(line);
        return text.empty() ? std::nullopt : std::optional(text);
    }
    return endsWithOneOf(file.path, kSlashComments) ? slashComment(line) : hashComment(line);
}

/// Lines of comment, or of a paragraph, that stand together, as one text: a citation may go over the end of a line.
struct Block {
    std::string text;
    std::vector<std::pair<std::size_t, std::size_t>> lines; ///< offset in the text, line of the file from 0
    [[nodiscard]] std::size_t lineAt(std::size_t offset) const {
        std::size_t line = lines.front().second;
        for (const auto& [start, number] : lines)
            if (start <= offset) line = number;
        return line;
    }
};

std::vector<Block> blocksOf(const SourceFile& file) {
    std::vector<Block> blocks;
    bool open = false;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        const auto text = spokenText(file, file.lines[i]);
        if (text) {
            if (!open) blocks.emplace_back();
            auto& block = blocks.back();
            if (open) block.text += ' ';
            block.lines.emplace_back(block.text.size(), i);
            block.text += *text;
        }
        open = text.has_value();
    }
    return blocks;
}

/// As GitHub makes it from a heading: small letters, hyphens for blanks, no other signs.
std::string anchorOf(const std::string& heading) {
    std::string anchor;
    for (const char c : heading) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || c == '_' || c == '-' || byte > 127)
            anchor += static_cast<char>(std::tolower(byte));
        else if (c == ' ')
            anchor += '-';
    }
    return anchor;
}

std::vector<std::string> headingsOf(const SourceFile& document) {
    std::vector<std::string> headings;
    for (const auto& line : document.lines) {
        if (!line.starts_with("#")) continue;
        auto heading = trimmed(line.substr(std::min(line.find_first_not_of('#'), line.size())));
        heading.erase(std::remove(heading.begin(), heading.end(), '`'), heading.end());
        headings.push_back(std::move(heading));
    }
    return headings;
}

/// "3.2" is the heading "3.2 Intervals", "P4" is "P4 Exactly once"; a title may stand behind a number.
bool isSection(const std::string& heading, const std::string& section) {
    if (heading == section || heading.starts_with(section + " ")) return true;
    const auto title = heading.find_first_not_of("0123456789.");
    return title != std::string::npos && title > 0 && trimmed(heading.substr(title)) == section;
}

/// Names of the test cases; a long name may be in several pieces.
std::set<std::string> testsOf(const CitingTree& tree) {
    static const std::string kOpen = "TEST_CASE(";
    std::set<std::string> names;
    for (const auto& file : tree.sources) {
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            if (!file.lines[i].starts_with(kOpen)) continue;
            std::string name;
            auto rest = file.lines[i].substr(kOpen.size());
            while (trimmed(rest).starts_with('"')) {
                rest = trimmed(rest).substr(1);
                name += rest.substr(0, rest.find('"'));
                rest = rest.substr(std::min(rest.find('"'), rest.size() - 1) + 1);
                if (rest.empty() && i + 1 < file.lines.size()) rest = file.lines[++i];
            }
            names.insert(std::move(name));
        }
    }
    return names;
}

class Reader {
public:
    explicit Reader(const CitingTree& tree)
        : m_tree(tree)
        , m_tests(testsOf(tree)) {
        for (const auto& document : tree.documents)
            m_headings[document.path] = headingsOf(document);
    }

    std::vector<std::string> wrong() {
        for (const auto* files : {&m_tree.documents, &m_tree.sources})
            for (const auto& file : *files) {
                m_file = &file;
                for (const auto& block : blocksOf(file)) {
                    m_block = &block;
                    readDocuments();
                    readPoints();
                    readLists();
                }
            }
        return std::move(m_wrong);
    }

private:
    void report(std::size_t offset, const std::string& what) {
        auto line = m_file->path + ":" + std::to_string(m_block->lineAt(offset) + 1) + ": " + what;
        if (std::find(m_wrong.begin(), m_wrong.end(), line) == m_wrong.end()) m_wrong.push_back(std::move(line));
    }

    void readDocuments() {
        static const std::regex kDocument(R"([A-Za-z0-9_.][A-Za-z0-9_./-]*\.md\b)");
        const auto& text = m_block->text;
        if (text.find(".md") == std::string::npos) return;
        for (auto match = std::sregex_iterator(text.begin(), text.end(), kDocument); match != std::sregex_iterator();
             ++match) {
            const auto at = static_cast<std::size_t>(match->position());
            if (at >= 3 && text.compare(at - 3, 3, "://") == 0) continue;
            const bool isLink = at >= 2 && text.compare(at - 2, 2, "](") == 0;
            const auto document = resolve(match->str(), isLink);
            if (document.empty()) {
                report(at, "there is no " + match->str());
                continue;
            }
            readSections(at + match->str().size(), document);
        }
    }

    /// The document that is meant: of a link the one at that place, else the nearest one in the folders around the
    /// file, else the only one in the tree.
    std::string resolve(const std::string& name, bool isLink) const {
        auto folder = fs::path(m_file->path).parent_path();
        for (;;) {
            const auto path = (folder / name).lexically_normal().generic_string();
            if (m_headings.contains(path)) return path;
            if (isLink || folder.empty()) break;
            folder = folder.parent_path();
        }
        std::vector<std::string> found;
        for (const auto& [path, headings] : m_headings)
            if (path.ends_with("/" + name)) found.push_back(path);
        return !isLink && found.size() == 1 ? found.front() : std::string{};
    }

    [[nodiscard]] bool hasSection(const std::string& document, const std::string& section) const {
        const auto& headings = m_headings.at(document);
        return std::any_of(headings.begin(), headings.end(),
                           [&](const auto& heading) { return isSection(heading, section); });
    }

    /// Sections behind the name of a document, which ends at `from`.
    void readSections(std::size_t from, const std::string& document) {
        static const std::regex kAnchor(R"(^#([^\s)]+))");
        static const std::regex kFirst(R"re(^[)\]`]*, (?:sections? )?("[^"]+"|P\d+|\d+(?:\.\d+)*(?![\w])))re");
        static const std::regex kNext(R"re(^(?:, | and | to )("[^"]+"|P\d+|\d+(?:\.\d+)*(?![\w])))re");
        const auto& text = m_block->text;
        std::smatch match;
        auto at = text.begin() + static_cast<std::ptrdiff_t>(from);
        if (std::regex_search(at, text.end(), match, kAnchor)) {
            const auto& headings = m_headings.at(document);
            const bool isThere = std::any_of(headings.begin(), headings.end(),
                                             [&](const auto& heading) { return anchorOf(heading) == match.str(1); });
            if (!isThere) report(from, "there is no section #" + match.str(1) + " in " + document);
            at = match.suffix().first;
        }
        for (const auto* pattern = &kFirst; std::regex_search(at, text.end(), match, *pattern); pattern = &kNext) {
            auto section = match.str(1);
            if (section.starts_with('"')) section = section.substr(1, section.size() - 2);
            if (!hasSection(document, section)) report(from, "there is no section " + section + " in " + document);
            at = match.suffix().first;
        }
    }

    /// Points of the contract, with or without its name.
    void readPoints() {
        static const std::regex kPoint(R"(\bP\d{1,2}\b)");
        const auto& text = m_block->text;
        if (text.find('P') == std::string::npos) return;
        for (auto match = std::sregex_iterator(text.begin(), text.end(), kPoint); match != std::sregex_iterator();
             ++match) {
            const auto contract = resolve("CONTRACT.md", false);
            if (contract.empty() || !hasSection(contract, match->str()))
                report(static_cast<std::size_t>(match->position()), "the contract has no point " + match->str());
        }
    }

    void readLists() {
        if (!m_file->path.ends_with(".md")) return;
        readList("Tests: ", R"re("([^"]+)")re", [&](const std::string& name) {
            return m_tests.contains(name) ? std::string{} : "there is no test \"" + name + "\"";
        });
        readList("Functions: ", R"(`(\w+)`)", [&](const std::string& name) {
            return isDeclared(name) ? std::string{} : "no header declares " + name;
        });
    }

    template <class Fault>
    void readList(const std::string& word, const char* item, Fault fault) {
        const auto& text = m_block->text;
        const auto start = text.find(word);
        if (start == std::string::npos) return;
        const std::regex pattern(item);
        const auto begin = text.begin() + static_cast<std::ptrdiff_t>(start);
        for (auto match = std::sregex_iterator(begin, text.end(), pattern); match != std::sregex_iterator(); ++match)
            if (const auto what = fault(match->str(1)); !what.empty())
                report(start + static_cast<std::size_t>(match->position()), what);
    }

    /// In a header below the folder of the document.
    [[nodiscard]] bool isDeclared(const std::string& name) const {
        const auto folder = fs::path(m_file->path).parent_path().generic_string() + "/";
        const std::regex call("\\b" + name + "\\(");
        return std::any_of(m_tree.sources.begin(), m_tree.sources.end(), [&](const auto& file) {
            return file.path.starts_with(folder) && file.path.ends_with(".h") &&
                   std::any_of(file.lines.begin(), file.lines.end(),
                               [&](const auto& line) { return std::regex_search(line, call); });
        });
    }

    const CitingTree& m_tree;
    std::set<std::string> m_tests;
    std::map<std::string, std::vector<std::string>> m_headings;
    const SourceFile* m_file = nullptr;
    const Block* m_block = nullptr;
    std::vector<std::string> m_wrong;
};

std::vector<std::string> endingsOfSources() {
    auto endings = kSlashComments;
    endings.insert(endings.end(), kHashComments.begin(), kHashComments.end());
    return endings;
}

} // namespace

CitingTree thisTree() {
    CitingTree tree{filesUnder("", {".md"}), filesUnder("", endingsOfSources())};
    for (auto& document : dataFiles({".md"}))
        if (!document.path.starts_with("tests/data/citations/")) tree.documents.push_back(std::move(document));
    return tree;
}

CitingTree dataTree(const std::string& name) {
    const auto top = "tests/data/" + name + "/";
    CitingTree tree;
    const auto take = [&](std::vector<SourceFile>& into, const std::vector<std::string>& endings) {
        for (auto& file : dataFiles(endings)) {
            if (!file.path.starts_with(top)) continue;
            file.path.erase(0, top.size());
            into.push_back(std::move(file));
        }
    };
    take(tree.documents, {".md"});
    take(tree.sources, endingsOfSources());
    return tree;
}

std::vector<std::string> wrongCitations(const CitingTree& tree) {
    return Reader(tree).wrong();
}

} // namespace checks
