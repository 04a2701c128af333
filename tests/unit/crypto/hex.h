// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peil/base/bytes.h"
#include "peil_test/result.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

namespace crypto_test {

/// Bytes of a vector that is printed in hexadecimal.
inline peil::Bytes hex(std::string_view text) {
    return peil_test::need(peil::fromHex(text));
}

template <std::size_t size>
std::array<std::uint8_t, size> fixed(const peil::Bytes& bytes) {
    REQUIRE(bytes.size() == size);
    std::array<std::uint8_t, size> out{};
    std::copy(bytes.begin(), bytes.end(), out.begin());
    return out;
}

/// Replaces a file without waiting for the disk: the tests that change each byte write hundreds of them.
inline void put(const std::filesystem::path& file, const peil::Bytes& bytes) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    REQUIRE(out.flush());
}

} // namespace crypto_test
