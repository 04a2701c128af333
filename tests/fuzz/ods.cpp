// SPDX-License-Identifier: Apache-2.0

// Reads an .ods: as the fuzzer of .xlsx, with the bytes of an archive or its parts.

#include "stored_zip.h"
#include "workbook_bounds.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto workbook = text.starts_with("--- ")
                              ? peil::xlsform::readSpreadsheet(peil_fuzz::storedZip(peil_fuzz::splitSections(text)),
                                                               "fuzz.ods", peil_fuzz::kSmall)
                              : peil::xlsform::readSpreadsheet({data, size}, "fuzz.ods", peil_fuzz::kSmall);
    if (workbook) peil_fuzz::checkBounds(*workbook);
    return 0;
}
