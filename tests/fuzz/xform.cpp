// SPDX-License-Identifier: Apache-2.0

// Reads a form with the lists that it names.

#include "form_files.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto files = peil_fuzz::formFiles({reinterpret_cast<const char*>(data), size});
    const auto parsed = peil::forms::FormDefinition::parse(files.form, files.loader);
    bool error = false;
    for (const auto& remark : parsed.diagnostics) {
        if (remark.id.empty() || remark.place.empty() || remark.message.empty()) std::abort();
        error = error || remark.severity == peil::forms::Diagnostic::Severity::Error;
    }
    if ((parsed.form == nullptr) != error) std::abort();
    if (!parsed.form) return 0;
    for (const auto& field : parsed.form->fields())
        if (!field.path.ends_with(field.name)) std::abort();
    return 0;
}
