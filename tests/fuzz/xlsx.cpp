// SPDX-License-Identifier: Apache-2.0
#include "peil/xlsform/compile.h"

namespace {

constexpr peil::xlsform::WorkbookLimits kSmall{.maxFileBytes = 1U << 20U,
                                               .maxPartBytes = 1U << 20U,
                                               .maxTextBytes = 1U << 20U,
                                               .maxRows = 1000,
                                               .maxColumns = 100,
                                               .maxCells = 10'000,
                                               .maxSheets = 8};

} // namespace

// The first byte chooses: an .xlsx file, or the survey sheet in CSV.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace peil::xlsform;
    if (size == 0) return 0;
    const peil::ByteView rest(data + 1, size - 1);
    const auto workbook = data[0] % 2 == 0 ? readXlsx(rest, "fuzz.xlsx", kSmall)
                                           : readCsvSheets({{"survey", std::string(peil::textOf(rest))}}, kSmall);
    if (workbook) (void)compile(*workbook);
    return 0;
}
