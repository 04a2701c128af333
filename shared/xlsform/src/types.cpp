// SPDX-License-Identifier: Apache-2.0
#include "types.h"

#include "peil/base/text.h"

#include <algorithm>
#include <array>

namespace peil::xlsform {

namespace {

constexpr std::array kTypes{
    TypeInfo{"text", "input", "string", "", "", ""},
    TypeInfo{"integer", "input", "int", "", "", ""},
    TypeInfo{"decimal", "input", "decimal", "", "", ""},
    TypeInfo{"date", "input", "date", "", "", ""},
    TypeInfo{"time", "input", "time", "", "", ""},
    TypeInfo{"dateTime", "input", "dateTime", "", "", ""},
    TypeInfo{"note", "input", "string", "", "", "", true},
    TypeInfo{"calculate", "", "string", "", "", ""},
    TypeInfo{"hidden", "", "string", "", "", ""},
    TypeInfo{"select_one", "select1", "string", "", "", ""},
    TypeInfo{"select_multiple", "select", "string", "", "", ""},
    TypeInfo{"rank", "odk:rank", "odk:rank", "", "", ""},
    TypeInfo{"range", "range", "int", "", "", ""},
    TypeInfo{"acknowledge", "trigger", "string", "", "", ""},
    TypeInfo{"geopoint", "input", "geopoint", "", "", ""},
    TypeInfo{"geotrace", "input", "geotrace", "", "", ""},
    TypeInfo{"geoshape", "input", "geoshape", "", "", ""},
    TypeInfo{"barcode", "input", "barcode", "", "", ""},
    TypeInfo{"image", "upload", "binary", "image/*", "", ""},
    TypeInfo{"audio", "upload", "binary", "audio/*", "", ""},
    TypeInfo{"video", "upload", "binary", "video/*", "", ""},
    TypeInfo{"file", "upload", "binary", "application/*", "", ""},
    TypeInfo{"osm", "upload", "binary", "osm/*", "", ""},
    TypeInfo{"start", "", "dateTime", "", "timestamp", "start"},
    TypeInfo{"end", "", "dateTime", "", "timestamp", "end"},
    TypeInfo{"today", "", "date", "", "date", "today"},
    TypeInfo{"deviceid", "", "string", "", "property", "deviceid"},
    TypeInfo{"subscriberid", "", "string", "", "property", "subscriberid"},
    TypeInfo{"simserial", "", "string", "", "property", "simserial"},
    TypeInfo{"phonenumber", "", "string", "", "property", "phonenumber"},
    TypeInfo{"username", "", "string", "", "property", "username"},
    TypeInfo{"email", "", "string", "", "property", "email"},
    TypeInfo{"uri:subscriberid", "", "string", "", "property", "uri:subscriberid"},
    TypeInfo{"uri:simserial", "", "string", "", "property", "uri:simserial"},
    TypeInfo{"uri:phonenumber", "", "string", "", "property", "uri:phonenumber"},
    TypeInfo{"uri:username", "", "string", "", "property", "uri:username"},
    TypeInfo{"uri:email", "", "string", "", "property", "uri:email"},
    TypeInfo{"uri:deviceid", "", "string", "", "property", "uri:deviceid"},
    TypeInfo{"trigger", "trigger", "", "", "", ""},
    TypeInfo{"phone number", "input", "string", "", "", "", false, R"(regex(., '^\d*$'))", "Enter numbers only."},
    TypeInfo{"percentage", "input", "int", "", "", "", false, "0 <= . and . <= 100"},
    TypeInfo{"number of days in last month", "input", "int", "", "", "", false, "0 <= . and . <= 31",
             "Enter a number 0-31."},
    TypeInfo{"number of days in last six months", "input", "int", "", "", "", false, "0 <= . and . <= 183",
             "Enter a number 0-183."},
    TypeInfo{"number of days in last year", "input", "int", "", "", "", false, "0 <= . and . <= 365",
             "Enter a number 0-365."},
    TypeInfo{"audit", "", "binary", "", "", ""},
    TypeInfo{"start-geopoint", "", "geopoint", "", "", ""},
    TypeInfo{"background-geopoint", "", "geopoint", "", "", ""},
    TypeInfo{"background-audio", "", "binary", "", "", ""},
    TypeInfo{"csv-external", "", "", "", "", ""},
    TypeInfo{"xml-external", "", "", "", "", ""},
};

struct Alias {
    std::string_view words; ///< lower case, single spaces
    std::string_view type;
};

constexpr std::array kTypeAliases{
    Alias{"string", "text"},
    Alias{"int", "integer"},
    Alias{"datetime", "dateTime"},
    Alias{"photo", "image"},
    Alias{"picture", "image"},
    Alias{"gps", "geopoint"},
    Alias{"location", "geopoint"},
    Alias{"geo point", "geopoint"},
    Alias{"imei", "deviceid"},
    Alias{"device id", "deviceid"},
    Alias{"sim id", "simserial"},
    Alias{"subscriber id", "subscriberid"},
    Alias{"start time", "start"},
    Alias{"end time", "end"},
    Alias{"starttime", "start"},
    Alias{"endtime", "end"},
    Alias{"date time", "dateTime"},
    Alias{"q text", "text"},
    Alias{"q picture", "image"},
    Alias{"q image", "image"},
    Alias{"q audio", "audio"},
    Alias{"q video", "video"},
    Alias{"q barcode", "barcode"},
    Alias{"q location", "geopoint"},
    Alias{"q geopoint", "geopoint"},
    Alias{"q date time", "dateTime"},
    Alias{"q datetime", "dateTime"},
    Alias{"q acknowledge", "acknowledge"},
    Alias{"q calculate", "calculate"},
    Alias{"add datetime prompt", "dateTime"},
    Alias{"add calculate prompt", "calculate"},
    Alias{"get sim id", "simserial"},
    Alias{"get subscriber id", "subscriberid"},
    Alias{"get phone number", "phonenumber"},
    Alias{"q string", "text"},
    Alias{"q integer", "integer"},
    Alias{"q int", "integer"},
    Alias{"q decimal", "decimal"},
    Alias{"q date", "date"},
    Alias{"q note", "note"},
    Alias{"add text prompt", "text"},
    Alias{"add integer prompt", "integer"},
    Alias{"add decimal prompt", "decimal"},
    Alias{"add date prompt", "date"},
    Alias{"add note prompt", "note"},
    Alias{"add date time prompt", "dateTime"},
    Alias{"add image prompt", "image"},
    Alias{"add photo prompt", "image"},
    Alias{"add audio prompt", "audio"},
    Alias{"add video prompt", "video"},
    Alias{"add location prompt", "geopoint"},
    Alias{"add barcode prompt", "barcode"},
    Alias{"add file prompt", "file"},
    Alias{"add acknowledge prompt", "acknowledge"},
    Alias{"calculation", "calculate"},
    Alias{"external csv", "csv-external"},
    Alias{"get today", "today"},
    Alias{"get start time", "start"},
    Alias{"get end time", "end"},
    Alias{"get device id", "deviceid"},
};

struct SelectSpelling {
    std::string_view words; ///< lower case, single spaces for spaces and underscores
    std::string_view type;
    SelectSource source;
};

// Longer spellings come before their prefixes.
constexpr std::array kSelects{
    SelectSpelling{"select one from file", "select_one", SelectSource::File},
    SelectSpelling{"select multiple from file", "select_multiple", SelectSource::File},
    SelectSpelling{"select one external", "select_one", SelectSource::External},
    SelectSpelling{"add select one prompt using", "select_one", SelectSource::List},
    SelectSpelling{"add select multiple prompt using", "select_multiple", SelectSource::List},
    SelectSpelling{"select all that apply from", "select_multiple", SelectSource::List},
    SelectSpelling{"select one from", "select_one", SelectSource::List},
    SelectSpelling{"select multiple from", "select_multiple", SelectSource::List},
    SelectSpelling{"select all that apply", "select_multiple", SelectSource::List},
    SelectSpelling{"select multiple", "select_multiple", SelectSource::List},
    SelectSpelling{"select one", "select_one", SelectSource::List},
    SelectSpelling{"select1", "select_one", SelectSource::List},
    SelectSpelling{"select", "select_multiple", SelectSource::List},
    SelectSpelling{"odk:rank", "rank", SelectSource::List},
    SelectSpelling{"rank", "rank", SelectSource::List},
};

/// Single spaces for runs of spaces and underscores; `lower` also in lower case. Same length relation word by word.
std::string spaced(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool gap = c == ' ' || c == '\t' || c == '_' || c == '\n' || c == '\r';
        if (!gap)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    return toLowerAscii(out);
}

/// How many bytes of `cell` the spelling takes, when the cell begins with it and a gap or the end follows.
std::optional<std::size_t> matchSpelling(std::string_view cell, std::string_view words) {
    std::size_t at = 0;
    const auto gap = [&](std::size_t i) {
        return i < cell.size() && (cell[i] == ' ' || cell[i] == '_' || cell[i] == '\t');
    };
    for (std::size_t w = 0; w < words.size(); ++w) {
        if (words[w] == ' ') {
            if (!gap(at)) return std::nullopt;
            while (gap(at))
                ++at;
            continue;
        }
        if (at >= cell.size() || toLowerAscii(cell.substr(at, 1))[0] != words[w]) return std::nullopt;
        ++at;
    }
    if (at < cell.size() && cell[at] != ' ' && cell[at] != '\t') return std::nullopt;
    return at;
}

bool takeSuffix(std::string_view& text, std::string_view suffix) {
    const auto words = spaced(text);
    if (!words.ends_with(suffix) || words.size() == suffix.size()) return false;
    if (words[words.size() - suffix.size() - 1] != ' ') return false;
    // The suffix has as many words as it has spaces plus one; cut them from the end.
    auto end = text.size();
    const auto back = [&](auto isGap) {
        while (end > 0 && isGap(text[end - 1]))
            --end;
    };
    std::size_t letters = suffix.size();
    while (letters > 0 && end > 0) {
        --end;
        --letters;
    }
    back([](char c) { return c == ' ' || c == '\t'; });
    text = trim(text.substr(0, end));
    return true;
}

bool parseBoundary(std::string_view cell, ParsedType& parsed) {
    const auto words = spaced(cell);
    const auto parts = splitWhitespace(words);
    if (parts.size() < 2 || (parts[0] != "begin" && parts[0] != "end")) return false;
    if (parts[1] == "group")
        parsed.section = Section::Group;
    else if (parts[1] == "repeat" || parts[1] == "lgroup" || words.substr(parts[0].size() + 1) == "looped group")
        parsed.section = Section::Repeat;
    else if (parts[1] == "loop")
        parsed.section = Section::Loop;
    else
        return false;
    parsed.boundary = parts[0] == "begin" ? Boundary::Begin : Boundary::End;
    if (parsed.section == Section::Loop && parsed.boundary == Boundary::Begin) {
        const auto raw = splitWhitespace(cell);
        parsed.list = parts.size() > 2 ? std::string(raw.back()) : std::string();
    }
    return true;
}

bool parseSelect(std::string_view cell, ParsedType& parsed) {
    for (const auto& spelling : kSelects) {
        const auto length = matchSpelling(cell, spelling.words);
        if (!length) continue;
        std::string_view rest = trim(cell.substr(*length));
        parsed.orOther = takeSuffix(rest, "or other") || takeSuffix(rest, "or specify other");
        if (rest.empty()) return false;
        parsed.info = findType(spelling.type);
        parsed.source = spelling.source;
        parsed.list = std::string(rest);
        return true;
    }
    return false;
}

} // namespace

const TypeInfo* findType(std::string_view spelling) {
    const auto words = spaced(spelling);
    for (const auto& type : kTypes)
        if (spaced(type.name) == words) return &type;
    const auto* const alias =
        std::find_if(kTypeAliases.begin(), kTypeAliases.end(), [&](const Alias& a) { return a.words == words; });
    if (alias == kTypeAliases.end()) return nullptr;
    for (const auto& type : kTypes)
        if (type.name == alias->type) return &type;
    return nullptr;
}

ParsedType parseType(std::string_view cell) {
    ParsedType parsed;
    cell = trim(cell);
    if (parseBoundary(cell, parsed)) return parsed;
    if (parseSelect(cell, parsed)) return parsed;
    if (const auto length = matchSpelling(cell, "osm"); length && *length < cell.size()) {
        parsed.info = findType("osm");
        parsed.list = std::string(trim(cell.substr(*length)));
        return parsed;
    }
    parsed.info = findType(cell);
    if (parsed.info == nullptr || isSelect(*parsed.info)) {
        parsed.info = nullptr;
        parsed.unknown = std::string(cell);
    }
    return parsed;
}

std::vector<std::string> typeSpellings() {
    std::vector<std::string> out{
        "begin group", "end group",    "begin repeat", "end repeat",           "begin_group",
        "end_group",   "begin_repeat", "end_repeat",   "select_one_from_file", "select_multiple_from_file"};
    for (const auto& type : kTypes)
        out.emplace_back(type.name);
    for (const auto& alias : kTypeAliases)
        out.emplace_back(alias.words);
    return out;
}

bool hasNode(const TypeInfo& type) {
    return type.name != "csv-external" && type.name != "xml-external";
}

bool isSelect(const TypeInfo& type) {
    return type.name == "select_one" || type.name == "select_multiple" || type.name == "rank";
}

} // namespace peil::xlsform
