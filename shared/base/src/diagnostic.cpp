// SPDX-License-Identifier: Apache-2.0
#include "peil/base/diagnostic.h"

#include "peil/base/enum_text.h"

namespace peil {

std::string_view idOf(Severity severity) {
    using enum Severity;
    static constexpr EnumText<Severity> kTexts[] = {{Note, "note"}, {Warning, "warning"}, {Error, "error"}};
    return textIn(kTexts, severity);
}

std::string describe(const Place& place) {
    std::string where;
    const auto add = [&where](std::string_view word, const std::string& what) {
        if (what.empty()) return;
        if (!where.empty()) where += ", ";
        where += word;
        where += what;
    };
    add("", place.file);
    add("", place.sheet);
    if (place.row > 0) add(place.sheet.empty() ? "line " : "row ", std::to_string(place.row));
    add("column ", place.column);
    add("", place.node);
    return where;
}

std::string sentencesOf(const Diagnostic& diagnostic) {
    return diagnostic.cure.empty() ? diagnostic.message : diagnostic.message + ' ' + diagnostic.cure;
}

std::string describe(const Diagnostic& diagnostic) {
    const auto where = describe(diagnostic.place);
    return where.empty() ? sentencesOf(diagnostic) : where + ": " + sentencesOf(diagnostic);
}

std::string lineOf(const Diagnostic& diagnostic, std::string_view source) {
    return std::string(idOf(diagnostic.severity)) + ": " + std::string(source) + ": " + describe(diagnostic);
}

} // namespace peil
