// SPDX-License-Identifier: Apache-2.0

// Reads a form with the lists that it names.

#include "form_files.h"

#include <algorithm>
#include <cstdlib>

namespace {

using namespace peil::forms;

/// A form is refused with a reason, and only then.
void checkRemarks(const ParsedForm& parsed) {
    bool error = false;
    for (const auto& remark : parsed.diagnostics) {
        if (remark.id.empty() || remark.place.node.empty() || remark.message.empty()) std::abort();
        error = error || remark.severity == peil::Severity::Error;
    }
    if ((parsed.form == nullptr) != error) std::abort();
}

void checkLanguages(const FormDefinition& form) {
    const auto& all = form.languages();
    const auto isDefault = [&](const Language& each) { return each.name == form.defaultLanguage(); };
    if (!all.empty() && std::none_of(all.begin(), all.end(), isDefault)) std::abort();
}

/// A text is there in each language, or not at all.
void checkLabels(const FormDefinition& form, const std::vector<std::pair<std::string, std::string>>& labels) {
    if (!labels.empty() && labels.size() != std::max<std::size_t>(1, form.languages().size())) std::abort();
}

void checkFields(const FormDefinition& form) {
    for (const auto& field : form.fields()) {
        if (!field.path.ends_with(field.name)) std::abort();
        checkLabels(form, field.labels);
        for (const auto& choice : field.choices)
            checkLabels(form, choice.labels);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto files = peil_fuzz::formFiles({reinterpret_cast<const char*>(data), size});
    const auto parsed = FormDefinition::parse(files.form, files.loader);
    checkRemarks(parsed);
    if (!parsed.form) return 0;
    checkLanguages(*parsed.form);
    checkFields(*parsed.form);
    return 0;
}
