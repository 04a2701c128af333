// SPDX-License-Identifier: Apache-2.0

// Reads an .xls: a container as it is, or the records of a workbook, which are then put into a container first.

#include "workbook_bounds.h"

#include "peil_test/compound_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const peil::ByteView input(data, size);
    auto limits = peil_fuzz::kSmall;
    limits.maxFileBytes = std::size_t{1} << 16U; // a container is no smaller than five kilobytes
    const bool container = peil::textOf(input).starts_with("\xD0\xCF");
    const auto workbook = peil::xlsform::readSpreadsheet(
        container ? peil::Bytes(data, data + size) : peil_test::compoundFile("Workbook", {data, data + size}),
        "fuzz.xls", limits);
    if (workbook) peil_fuzz::checkBounds(*workbook);
    return 0;
}
