// SPDX-License-Identifier: Apache-2.0
#include "checks.h"

#include "peil/base/text.h"
#include "peil/forms/definition.h"

#include <algorithm>

namespace peil::xlsform {

namespace {

/// The element whose path the engine's place begins with; the longest one wins.
const Element* elementAt(std::string_view place, const Form& form) {
    const Element* found = nullptr;
    forEach(form.root, [&](const Element& e) {
        const bool at = place == e.path || (place.starts_with(e.path) && place[e.path.size()] == '/');
        if (at && (found == nullptr || e.path.size() > found->path.size())) found = &e;
    });
    return found;
}

/// The column that a remark is about. Of a circle the engine names the property in brackets after the path.
std::string_view columnOf(const forms::Diagnostic& item) {
    if (item.id == "not-shown" && item.message.starts_with("The parameter")) return "parameters";
    if (item.id == "not-shown") return item.message.starts_with("The appearance") ? "appearance" : "type";
    const auto at = item.message.find(item.place + " (");
    if (item.id != "cycle" || at == std::string::npos) return {};
    const auto word = std::string_view(item.message).substr(at + item.place.size() + 2);
    for (const std::string_view key : {"relevant", "required", "readonly", "constraint"})
        if (word.starts_with(key)) return key;
    return word.starts_with("calculate") ? "calculation" : std::string_view();
}

} // namespace

void checkWithEngine(const std::string& xform, const Form& form, Reporter& reporter) {
    // Lists in files are not part of the workbook; whether they are there is checked with the study.
    const auto emptyFile = [](std::string_view uri) -> std::optional<std::string> {
        if (uri.ends_with(".csv")) return "name,label\n";
        if (uri.ends_with(".geojson")) return R"({"type":"FeatureCollection","features":[]})";
        return "<root/>";
    };
    const auto parsed = forms::FormDefinition::parse(xform, emptyFile);
    for (const auto& item : parsed.diagnostics) {
        const Element* element = elementAt(item.place, form);
        // checkSurvey() has said at its row which types are not shown, and which actions do nothing.
        const bool said = element == nullptr || (element->type.info != nullptr && !isShown(*element->type.info));
        if (said && item.id == "not-shown" && columnOf(item) == "type") continue;
        const Place place = element == nullptr ? Place{"survey", 0, {}} : element->place(columnOf(item));
        const auto id = "engine_" + replaceAll(item.id, "-", "_");
        if (item.severity == forms::Diagnostic::Severity::Error)
            reporter.error(id, place, item.message);
        else
            reporter.warning(id, place, item.message);
    }
}

} // namespace peil::xlsform
