// SPDX-License-Identifier: Apache-2.0
#include "peil/study/pack.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    (void)peil::study::parseStudy({reinterpret_cast<const char*>(data), size});
    (void)peil::study::StudyPack::open({data, size}, {});
    return 0;
}
