// SPDX-License-Identifier: Apache-2.0

// Reads a workbook: the bytes of an archive, or the parts of one, each after a line "--- name", which are then put into
// an archive first.

#include "stored_zip.h"
#include "workbook_bounds.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto workbook = text.starts_with("--- ")
                              ? peil::xlsform::readSpreadsheet(peil_fuzz::storedZip(peil_fuzz::splitSections(text)),
                                                               "fuzz.xlsx", peil_fuzz::kSmall)
                              : peil::xlsform::readSpreadsheet({data, size}, "fuzz.xlsx", peil_fuzz::kSmall);
    if (workbook) peil_fuzz::checkBounds(*workbook);
    return 0;
}
