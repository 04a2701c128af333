// SPDX-License-Identifier: Apache-2.0
// Text: joining, cutting, searching, encodings and digests.
#include "functions.h"
#include "peil/base/bytes.h"
#include "peil/base/ids.h"
#include "peil/base/text.h"
#include "peil/base/unicode.h"
#include "regex.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace peil::xpath {
namespace {

constexpr auto kMany = FunctionInfo::kMany;

bool isContinuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Byte offset of character `count` of valid UTF-8, at most the size.
std::size_t byteOffset(std::string_view text, std::size_t count) {
    std::size_t at = 0;
    for (; at < text.size() && count > 0; --count) {
        ++at;
        while (at < text.size() && isContinuation(text[at]))
            ++at;
    }
    return at;
}

std::string_view slice(std::string_view text, std::size_t from, std::size_t to) {
    if (to <= from) return {};
    const auto begin = byteOffset(text, from);
    return text.substr(begin, byteOffset(text.substr(begin), to - from));
}

Value fnString(const Call& call) {
    if (call.size() == 0) return call.place.node ? call.evaluator.textOf(call.place.node).take() : std::string{};
    return call.text(0).take();
}

Value fnConcat(const Call& call) {
    std::string out;
    call.eachText(0, [&](std::string_view part) {
        if (call.evaluator.within(out.size() + part.size())) out += part;
    });
    return out;
}

Value fnJoin(const Call& call) {
    const auto separator = call.text(0).take();
    std::string out;
    bool first = true;
    call.eachText(1, [&](std::string_view part) {
        if (!call.evaluator.within(out.size() + part.size() + separator.size())) return;
        if (!first) out += separator;
        first = false;
        out += part;
    });
    return out;
}

/// substr(text, start, end?): 0-based, negative counts from the end.
Value fnSubstr(const Call& call) {
    const auto text = call.text(0);
    const auto length = static_cast<double>(codePointCount(text.view()));
    const auto place = [&](double index) {
        if (std::isnan(index)) return std::size_t{0};
        index = std::trunc(index);
        return static_cast<std::size_t>(std::clamp(index < 0 ? length + index : index, 0.0, length));
    };
    const auto from = place(call.number(1));
    const auto to = call.size() > 2 ? place(call.number(2)) : static_cast<std::size_t>(length);
    return std::string(slice(text.view(), from, to));
}

double halfUp(double value) {
    return std::floor(value + 0.5);
}

/// XPath 1.0's substring(text, start, length?): 1-based, rounded.
Value fnSubstring(const Call& call) {
    const auto text = call.text(0);
    const auto start = halfUp(call.number(1));
    const auto end = call.size() > 2 ? start + halfUp(call.number(2)) : HUGE_VAL;
    if (std::isnan(start) || std::isnan(end)) return std::string{};
    const auto length = static_cast<double>(codePointCount(text.view()));
    const auto from = std::clamp(start - 1, 0.0, length);
    const auto to = std::clamp(end - 1, 0.0, length);
    return std::string(slice(text.view(), static_cast<std::size_t>(from), static_cast<std::size_t>(to)));
}

Value fnSubstringBefore(const Call& call) {
    const auto text = call.text(0);
    const auto at = text.view().find(call.text(1).view());
    return at == std::string_view::npos ? std::string{} : std::string(text.view().substr(0, at));
}

Value fnSubstringAfter(const Call& call) {
    const auto text = call.text(0);
    const auto part = call.text(1);
    const auto at = text.view().find(part.view());
    return at == std::string_view::npos ? std::string{} : std::string(text.view().substr(at + part.view().size()));
}

Value fnContains(const Call& call) {
    const auto text = call.text(0);
    return text.view().find(call.text(1).view()) != std::string_view::npos;
}
Value fnStartsWith(const Call& call) {
    const auto text = call.text(0);
    return text.view().starts_with(call.text(1).view());
}
Value fnEndsWith(const Call& call) {
    const auto text = call.text(0);
    return text.view().ends_with(call.text(1).view());
}

Value fnTranslate(const Call& call) {
    const auto text = call.text(0);
    const auto from = call.text(1);
    const auto to = call.text(2);
    std::unordered_map<std::string_view, std::string_view> map;
    std::size_t target = 0;
    const auto next = [](std::string_view all, std::size_t at) {
        return all.substr(at, byteOffset(all.substr(at), 1));
    };
    for (std::size_t at = 0; at < from.view().size();) {
        const auto letter = next(from.view(), at);
        const auto replacement = next(to.view(), target);
        map.emplace(letter, replacement);
        at += letter.size();
        target += replacement.size();
    }
    std::string out;
    for (std::size_t at = 0; at < text.view().size();) {
        const auto letter = next(text.view(), at);
        const auto found = map.find(letter);
        out += found == map.end() ? letter : found->second;
        at += letter.size();
    }
    return out;
}

Text ownOrArgument(const Call& call) {
    if (call.size() > 0) return call.text(0);
    return call.place.node ? call.evaluator.textOf(call.place.node) : Text{};
}

Value fnStringLength(const Call& call) {
    return static_cast<double>(codePointCount(ownOrArgument(call).view()));
}

Value fnNormalizeSpace(const Call& call) {
    const auto text = ownOrArgument(call);
    std::string out;
    for (const auto part : splitWhitespace(text.view())) {
        if (!out.empty()) out += ' ';
        out += part;
    }
    return out;
}

Value fnUuid(const Call& call) {
    constexpr double kMaxLength = 1'000'000;
    if (call.host().rng == nullptr)
        return call.fail(XpathErrc::NotAvailable, "needs random numbers, which are not available here.");
    if (call.size() == 0) return makeUuid(*call.host().rng);
    const auto length = call.number(0);
    if (!(length >= 0 && length <= kMaxLength))
        return call.fail(XpathErrc::BadArgument, "needs a length from 0 to 1000000 as argument 1.");
    static constexpr std::string_view kLetters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    std::string out(static_cast<std::size_t>(length), '0');
    for (auto& c : out)
        c = kLetters[static_cast<std::size_t>(call.host().rng->nextUnit() * 36.0)];
    return out;
}

Value fnDigest(const Call& call) {
    const auto text = call.text(0);
    auto wanted = toLowerAscii(call.text(1).view());
    wanted.erase(std::remove(wanted.begin(), wanted.end(), '-'), wanted.end());
    static const std::unordered_map<std::string_view, std::string_view> kAlgorithms = {
        {"md5", "MD5"}, {"sha1", "SHA-1"}, {"sha256", "SHA-256"}, {"sha384", "SHA-384"}, {"sha512", "SHA-512"}};
    const auto algorithm = kAlgorithms.find(wanted);
    if (algorithm == kAlgorithms.end())
        return call.fail(XpathErrc::BadArgument, "needs MD5, SHA-1, SHA-256, SHA-384 or SHA-512 as argument 2.");
    const auto encoding = call.size() > 2 ? toLowerAscii(call.text(2).view()) : std::string("base64");
    if (encoding != "base64" && encoding != "hex")
        return call.fail(XpathErrc::BadArgument, "needs hex or base64 as argument 3.");
    if (!call.host().digest) return call.fail(XpathErrc::NotAvailable, "is not available here.");
    const auto digest = call.host().digest(algorithm->second, bytesOf(text.view()));
    if (!digest) return call.fail(XpathErrc::NotAvailable, "failed: " + describe(digest.error()));
    return encoding == "hex" ? toHex(*digest) : toBase64(*digest);
}

Value fnBase64Decode(const Call& call) {
    const auto bytes = fromBase64(call.text(0).view());
    if (!bytes || !isUtf8(textOf(*bytes))) return std::string{};
    return std::string(textOf(*bytes));
}

/// base64 of 64 bytes of signature and then the content; empty if it is not signed by that key.
Value fnExtractSigned(const Call& call) {
    constexpr std::size_t kSignature = 64;
    constexpr std::size_t kKey = 32;
    if (!call.host().verifySignature) return call.fail(XpathErrc::NotAvailable, "is not available here.");
    const auto message = fromBase64(call.text(0).view());
    const auto key = fromBase64(call.text(1).view());
    if (!message || !key || message->size() < kSignature || key->size() != kKey) return std::string{};
    const ByteView all(*message);
    const auto content = all.subspan(kSignature);
    if (!call.host().verifySignature(content, all.first(kSignature), *key) || !isUtf8(textOf(content)))
        return std::string{};
    return std::string(textOf(content));
}

Value fnRegex(const Call& call) {
    const auto text = call.text(0);
    auto regex = call.expr.regex;
    if (!regex) {
        auto compiled = cachedRegex(call.text(1).view());
        if (!compiled) return call.fail(XpathErrc::BadArgument, "cannot read its pattern: " + compiled.error().context);
        regex = *compiled;
    }
    const auto matched = matchWhole(*regex, text.view());
    if (!matched) return call.fail(XpathErrc::TooMuchWork, "stopped: " + matched.error().context);
    return *matched;
}

Value fnItext(const Call& call) {
    if (!call.host().itext)
        return call.fail(XpathErrc::NotAvailable, "needs the texts of a form, which are not available here.");
    return call.host().itext(call.text(0).view());
}

Value fnProperty(const Call& call) {
    return call.host().property ? call.host().property(call.text(0).view()) : std::string{};
}

Value fnVersion(const Call& call) {
    return call.host().formVersion ? call.host().formVersion() : std::string{};
}

} // namespace

FunctionTable stringFunctions() {
    return {
        {"string", fnString, 0, 1},
        {"concat", fnConcat, 0, kMany},
        {"join", fnJoin, 1, kMany},
        {"substr", fnSubstr, 2, 3},
        {"substring", fnSubstring, 2, 3},
        {"substring-before", fnSubstringBefore, 2, 2},
        {"substring-after", fnSubstringAfter, 2, 2},
        {"contains", fnContains, 2, 2},
        {"starts-with", fnStartsWith, 2, 2},
        {"ends-with", fnEndsWith, 2, 2},
        {"translate", fnTranslate, 3, 3},
        {"string-length", fnStringLength, 0, 1},
        {"normalize-space", fnNormalizeSpace, 0, 1},
        {"uuid", fnUuid, 0, 1},
        {"digest", fnDigest, 2, 3},
        {"base64-decode", fnBase64Decode, 1, 1},
        {"extract-signed", fnExtractSigned, 2, 2},
        {"regex", fnRegex, 2, 2},
        {"jr:itext", fnItext, 1, 1},
        {"property", fnProperty, 1, 1},
        {"version", fnVersion, 0, 0},
    };
}

} // namespace peil::xpath
