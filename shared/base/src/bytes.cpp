// SPDX-License-Identifier: Apache-2.0
#include "peil/base/bytes.h"

#include "peil/base/error.h"

namespace peil {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::string_view kBase64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

int hexValue(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

} // namespace

std::string toHex(ByteView bytes) {
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const auto byte : bytes) {
        text += kHexDigits[byte >> 4U];
        text += kHexDigits[byte & 15U];
    }
    return text;
}

Result<Bytes> fromHex(std::string_view text) {
    if (text.size() % 2 != 0) return fail(BaseErrc::BadHex);
    Bytes bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = hexValue(text[i]);
        const int low = hexValue(text[i + 1]);
        if (high < 0 || low < 0) return fail(BaseErrc::BadHex);
        bytes.push_back(static_cast<std::uint8_t>(high * 16 + low));
    }
    return bytes;
}

std::string toBase64(ByteView bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t left = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = std::uint32_t{bytes[i]} << 16U;
        if (left > 1) group |= std::uint32_t{bytes[i + 1]} << 8U;
        if (left > 2) group |= bytes[i + 2];
        text += kBase64Digits[group >> 18U & 63U];
        text += kBase64Digits[group >> 12U & 63U];
        text += left > 1 ? kBase64Digits[group >> 6U & 63U] : '=';
        text += left > 2 ? kBase64Digits[group & 63U] : '=';
    }
    return text;
}

Result<Bytes> fromBase64(std::string_view text) {
    Bytes bytes;
    std::uint32_t group = 0;
    unsigned bits = 0;
    bool padded = false;
    for (const char c : text) {
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') continue;
        if (c == '=') {
            padded = true;
            continue;
        }
        const auto value = kBase64Digits.find(c);
        if (padded || value == std::string_view::npos) return fail(BaseErrc::BadBase64);
        group = group << 6U | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes.push_back(static_cast<std::uint8_t>(group >> bits & 255U));
        }
    }
    if (bits >= 6) return fail(BaseErrc::BadBase64); // a lone last digit
    return bytes;
}

} // namespace peil
