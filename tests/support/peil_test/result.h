// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peil/base/result.h"

#include <catch2/catch_message.hpp>
#include <catch2/catch_test_macros.hpp>

namespace peil_test {

/// The value of a result that must be one; otherwise the test ends with the error's sentence.
template <class T>
T need(peil::Result<T> result) {
    if (!result) FAIL(result.error().code.message() << " " << result.error().context);
    return std::move(*result);
}
inline void need(peil::Result<> result) {
    if (!result) FAIL(result.error().code.message() << " " << result.error().context);
}

} // namespace peil_test
