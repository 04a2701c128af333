// SPDX-License-Identifier: Apache-2.0

// Reads XML as the tree that expressions see; what is read is written and read again as the same tree.

#include "peil/xpath/document.h"
#include "peil_test/document_xml.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using peil::xpath::Document;
    const std::string_view xml(reinterpret_cast<const char*>(data), size);
    const auto everything = Document::parse(xml, peil::xpath::Keep::Everything);
    const auto document = Document::parse(xml);
    if (everything.has_value() != document.has_value()) std::abort();
    if (!document) return 0;
    const auto written = peil_test::xmlOf(*document);
    const auto again = Document::parse(written);
    if (!again || peil_test::xmlOf(*again) != written) std::abort();
    (void)peil_test::xmlOf(*everything);
    return 0;
}
