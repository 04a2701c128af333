// SPDX-License-Identifier: Apache-2.0
#include "source_tree.h"

#include <algorithm>
#include <catch2/catch_message.hpp>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <regex>
#include <set>

using checks::filesUnder;

namespace {

const std::vector<std::string> kCpp{".h", ".cpp"};

/// Which libraries of shared/ a library may include (CONTRIBUTING.md, "Dependencies"). xlsform also checks expressions
/// at their cell.
const std::map<std::string, std::set<std::string>> kAllowed{
    {"base", {}},
    {"words", {"base"}},
    {"crypto", {"base"}},
    {"xpath", {"base"}},
    {"estimation", {"base"}},
    {"forms", {"base", "xpath"}},
    {"xlsform", {"base", "xpath", "forms"}},
    {"study", {"base", "crypto", "words"}},
    {"storage", {"base", "crypto"}},
    {"protocol", {"base", "crypto"}},
    {"export", {"base", "words"}},
    {"analysis", {"base", "crypto", "estimation", "study", "words"}},
    {"report", {"analysis", "base", "crypto", "estimation", "study", "words"}},
    {"records", {"base", "crypto", "forms", "protocol", "study"}},
    {"dataset", {"base", "crypto", "export", "forms", "protocol", "records", "study", "words", "xpath"}},
};

/// Which folders a folder of the server or the tablet may include beside itself. `peil` (cli) includes nothing of the
/// server, which it only speaks to over HTTPS.
const std::map<std::string, std::set<std::string>> kFolders{
    {"sync-server/http", {}},
    {"sync-server/repository", {}},
    {"sync-server/services", {"sync-server/repository"}},
    {"sync-server/api", {"sync-server/http", "sync-server/services"}},
    {"sync-server/web", {"sync-server/http"}},
    {"sync-server/app",
     {"sync-server/api", "sync-server/http", "sync-server/repository", "sync-server/services", "sync-server/web"}},
    {"sync-server/cli", {}},
    {"mobile/fieldwork", {}},
    {"mobile/sync", {"mobile/fieldwork"}},
    {"mobile/viewmodels", {"mobile/fieldwork", "mobile/sync"}},
    {"mobile/app", {"mobile/fieldwork", "mobile/sync", "mobile/viewmodels"}},
};

/// Which QML modules a folder of qml/ may import beside its own.
const std::map<std::string, std::set<std::string>> kModules{
    {"Theme", {}},
    {"Controls", {"Theme"}},
    {"Questions", {"Controls", "Model", "Theme"}},
    {"Pages", {"Controls", "Model", "Questions", "Theme"}},
};

std::string includedPath(const std::string& line) {
    const auto start = line.find_first_not_of(" \t");
    if (start == std::string::npos || line.compare(start, 8, "#include") != 0) return {};
    const auto open = line.find_first_of("<\"", start);
    const auto close = open == std::string::npos ? open : line.find_first_of(">\"", open + 1);
    return close == std::string::npos ? std::string{} : line.substr(open + 1, close - open - 1);
}

bool startsWithOneOf(const std::string& text, const std::vector<std::string>& prefixes) {
    return std::any_of(prefixes.begin(), prefixes.end(), [&](const auto& prefix) { return text.starts_with(prefix); });
}

/// Every include below `under` of a header that begins with one of `headers` must stand below one of `homes`.
void requireAtHome(const std::string& under, const std::vector<std::string>& headers,
                   const std::vector<std::string>& homes) {
    std::vector<std::string> strays;
    for (const auto& file : filesUnder(under, kCpp)) {
        if (startsWithOneOf(file.path, homes)) continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i)
            if (startsWithOneOf(includedPath(file.lines[i]), headers)) strays.push_back(checks::at(file, i));
    }
    CAPTURE(strays);
    REQUIRE(strays.empty());
}

/// "mobile/app" of "mobile/app/main.cpp".
std::string folderOf(const std::string& path) {
    return path.substr(0, path.find('/', path.find('/') + 1));
}

/// The folder of the server or the tablet that a header of theirs is in; empty for any other header. The server writes
/// "services/users.h", the tablet the name of the file alone.
std::string homeOf(const std::string& header, const std::string& from,
                   const std::map<std::string, std::string>& tablet) {
    if (from.starts_with("mobile/")) {
        const auto found = tablet.find(header);
        return found == tablet.end() ? std::string{} : found->second;
    }
    const auto folder = "sync-server/" + header.substr(0, header.find('/'));
    return kFolders.contains(folder) ? folder : std::string{};
}

/// Names of our libraries on the link lines of a CMakeLists.txt: "study" of `peil::study`.
std::set<std::string> linkedBy(const checks::SourceFile& file) {
    const std::string kPrefix = "peil::";
    std::set<std::string> names;
    for (const auto& line : file.lines)
        for (auto at = line.find(kPrefix); at != std::string::npos; at = line.find(kPrefix, at + 1)) {
            const auto start = at + kPrefix.size();
            const auto end = line.find_first_of(" )", start);
            names.insert(line.substr(start, end == std::string::npos ? end : end - start));
        }
    return names;
}

} // namespace

TEST_CASE("a library of shared/ includes only the libraries that its arrows allow", "[checks][layering]") {
    std::vector<std::string> strays;
    for (const auto& [library, allowed] : kAllowed) {
        for (const auto& file : filesUnder("shared/" + library + "/", kCpp)) {
            for (std::size_t i = 0; i < file.lines.size(); ++i) {
                const auto path = includedPath(file.lines[i]);
                if (!path.starts_with("peil/")) continue;
                const auto other = path.substr(5, path.find('/', 5) - 5);
                if (other != library && !allowed.contains(other)) strays.push_back(checks::at(file, i));
            }
        }
    }
    CAPTURE(strays);
    REQUIRE(strays.empty());
}

TEST_CASE("a folder of the server or the tablet includes only the folders below it", "[checks][layering]") {
    std::map<std::string, std::string> tablet;
    for (const auto& file : filesUnder("mobile/", {".h"}))
        tablet[file.path.substr(file.path.rfind('/') + 1)] = folderOf(file.path);
    std::vector<std::string> strays;
    std::size_t followed = 0;
    for (const auto& [folder, allowed] : kFolders)
        for (const auto& file : filesUnder(folder + "/", kCpp))
            for (std::size_t i = 0; i < file.lines.size(); ++i) {
                const auto home = homeOf(includedPath(file.lines[i]), folder, tablet);
                if (home.empty() || home == folder) continue;
                ++followed;
                if (!allowed.contains(home)) strays.push_back(checks::at(file, i));
            }
    CAPTURE(strays);
    CHECK(strays.empty());
    CHECK(followed > 50); // else the includes are written in a way that this check does not read
}

TEST_CASE("a QML module imports only the modules below it", "[checks][layering]") {
    const std::string kImport = "import Peil.";
    std::vector<std::string> strays;
    for (const auto& [module, allowed] : kModules)
        for (const auto& file : filesUnder("qml/" + module + "/", {".qml"}))
            for (std::size_t i = 0; i < file.lines.size(); ++i) {
                if (!file.lines[i].starts_with(kImport)) continue;
                const auto other = file.lines[i].substr(kImport.size());
                if (other != module && !allowed.contains(other)) strays.push_back(checks::at(file, i));
            }
    CAPTURE(strays);
    REQUIRE(strays.empty());
}

TEST_CASE("each library of shared/ on a link line is one whose headers are included", "[checks][layering]") {
    // The other way round the compiler checks: without the link there is no folder with the headers.
    std::map<std::string, std::set<std::string>> included;
    for (const auto* folder : {"shared/", "sync-server/", "mobile/"})
        for (const auto& file : filesUnder(folder, kCpp))
            for (const auto& line : file.lines)
                if (const auto path = includedPath(line); path.starts_with("peil/"))
                    included[folderOf(file.path)].insert(path.substr(5, path.find('/', 5) - 5));
    std::vector<std::string> strays;
    for (const auto& [folder, libraries] : included)
        for (const auto& file : filesUnder(folder + "/CMakeLists.txt", {"CMakeLists.txt"}))
            for (const auto& name : linkedBy(file))
                if (kAllowed.contains(name) && !libraries.contains(name)) strays.push_back(folder + " links " + name);
    CAPTURE(strays);
    REQUIRE(strays.empty());
}

TEST_CASE("shared/ and the server know nothing of Qt", "[checks][layering]") {
    const std::vector<std::string> qt{"Q", "qml", "QtCore"};
    requireAtHome("shared/", qt, {});
    requireAtHome("sync-server/", qt, {});
}

TEST_CASE("sockets and HTTP stay in the server's http/ and api/", "[checks][layering]") {
    requireAtHome("", {"boost/asio", "boost/beast"}, {"sync-server/http/", "sync-server/api/", "sync-server/app/"});
}

TEST_CASE("exactly one translation unit names Beast types", "[checks][layering]") {
    std::vector<std::string> units;
    for (const auto& file : filesUnder("", kCpp))
        for (const auto& line : file.lines)
            if (includedPath(line).starts_with("boost/beast") && includedPath(line) != "boost/beast/src.hpp" &&
                (units.empty() || units.back() != file.path))
                units.push_back(file.path);
    CAPTURE(units);
    REQUIRE(units.size() == 1);
}

TEST_CASE("SQLite is spoken to by shared/storage alone", "[checks][layering]") {
    requireAtHome("", {"sqlite3.h"}, {"shared/storage/", "tests/unit/storage/"});
}

TEST_CASE("libsodium and OpenSSL are called by shared/crypto alone", "[checks][layering]") {
    // The TLS listener configures its context through Asio's OpenSSL handle.
    requireAtHome("", {"sodium", "openssl/"}, {"shared/crypto/", "sync-server/http/", "tests/unit/crypto/"});
}

TEST_CASE("only shared/crypto checks whether a secret can be guessed", "[checks][layering]") {
    requireAtHome("", {"zxcvbn.h"}, {"shared/crypto/"});
}

TEST_CASE("the tablet and the server never see each other", "[checks][layering]") {
    std::vector<std::string> strays;
    const auto look = [&](const std::string& under, const std::string& word) {
        for (const auto& file : filesUnder(under, {".h", ".cpp", "CMakeLists.txt"}))
            for (std::size_t i = 0; i < file.lines.size(); ++i)
                if (file.lines[i].find(word) != std::string::npos) strays.push_back(checks::at(file, i));
    };
    look("mobile/", "peil_server");
    look("mobile/", "sync-server/");
    look("sync-server/", "peil_mobile");
    look("sync-server/", "mobile/");
    CAPTURE(strays);
    REQUIRE(strays.empty());
}

TEST_CASE("no function in a header takes a bool, except setters and signals: an enum says what it means",
          "[checks][layering]") {
    const std::regex idiom(R"(^    void (set[A-Z]\w*|ended|reloaded)\(bool \w+\);)");
    const std::regex parameter(R"((\(|, |^ +)(const )?bool \w+( = \w+)?[,)])");
    const auto declares = [&](const std::string& line) { // a list of members has neither ) nor , at its end
        return (line.find(')') != std::string::npos || line.ends_with(',')) && std::regex_search(line, parameter) &&
               !std::regex_search(line, idiom) && line.find("PEIL_TRY(") == std::string::npos;
    };
    std::vector<std::string> strays;
    for (const auto* folder : {"mobile/", "qml/", "shared/", "sync-server/"})
        for (const auto& file : filesUnder(folder, {".h"})) {
            if (file.path.starts_with("shared/") && file.path.find("/include/") == std::string::npos) continue;
            for (std::size_t i = 0; i < file.lines.size(); ++i)
                if (declares(file.lines[i])) strays.push_back(checks::at(file, i));
        }
    CAPTURE(strays);
    REQUIRE(strays.empty());
}

TEST_CASE("the top folders are the required five", "[checks][layering]") {
    REQUIRE(checks::topFolders() == std::vector<std::string>{"mobile", "qml", "shared", "sync-server", "tests"});
}
