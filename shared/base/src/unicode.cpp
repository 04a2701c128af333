// SPDX-License-Identifier: Apache-2.0
#include "peil/base/unicode.h"

#include "peil/base/text.h"

#include <algorithm>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace peil {
namespace {

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

} // namespace

std::string toNfc(std::string_view text) {
    if (isAscii(text) || !isUtf8(text)) return std::string(text);
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfc = icu::Normalizer2::getNFCInstance(status);
    const auto source = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    const auto composed = nfc->normalize(source, status);
    return U_SUCCESS(status) ? utf8(composed) : std::string(text);
}

std::string foldForMatching(std::string_view text) {
    if (!isUtf8(text)) return std::string(text);
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfkd = icu::Normalizer2::getNFKDInstance(status);
    const auto source = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    auto split = nfkd->normalize(source, status);
    if (U_FAILURE(status)) return std::string(text);
    icu::UnicodeString bare;
    for (int32_t i = 0; i < split.length(); i = split.moveIndex32(i, 1))
        if (const UChar32 c = split.char32At(i); u_charType(c) != U_NON_SPACING_MARK) bare.append(c);
    return utf8(bare.foldCase());
}

void appendUtf8(std::string& out, char32_t point) {
    icu::UnicodeString(static_cast<UChar32>(point)).toUTF8String(out);
}

std::size_t codePointCount(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

} // namespace peil
