// SPDX-License-Identifier: Apache-2.0
#include "codecs/codec.h"

#include "peil/base/text.h"
#include "peil/base/unicode.h"

#include <algorithm>

namespace peil::forms {
namespace {

std::string plainText(std::string_view text) {
    const bool ascii =
        std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return ascii ? std::string(text) : toNfc(text);
}

std::string singleSpaced(std::string_view text) {
    std::string result;
    for (const auto token : splitWhitespace(text)) {
        if (!result.empty()) result += ' ';
        result += token;
    }
    return result;
}

} // namespace

std::optional<std::string> encodeValue(DataType type, std::string_view text) {
    if (!isUtf8(text)) return std::nullopt;
    switch (type) {
    case DataType::Integer:
        return encodeInteger(trim(text));
    case DataType::Decimal:
        return encodeDecimal(trim(text));
    case DataType::Date:
        return encodeDate(trim(text));
    case DataType::Time:
        return encodeTime(trim(text));
    case DataType::DateTime:
        return encodeDateTime(trim(text));
    case DataType::Geopoint:
        return encodeGeopoint(trim(text));
    case DataType::Geotrace:
    case DataType::Geoshape:
        return encodeGeoline(trim(text));
    case DataType::Select:
    case DataType::Rank:
        return singleSpaced(text);
    case DataType::String:
    case DataType::Boolean:
    case DataType::Binary:
    case DataType::Barcode:
    case DataType::Intent:
    case DataType::Select1:
        return plainText(text);
    }
    return std::nullopt;
}

std::string castValue(DataType type, std::string_view text) {
    if (text.empty()) return {};
    // now() as a date is the day that its text begins with.
    if (type == DataType::Date && encodeDateTime(trim(text))) return std::string(trim(text).substr(0, 10));
    return encodeValue(type, text).value_or(std::string());
}

xpath::NodeType nodeTypeOf(DataType type) {
    switch (type) {
    case DataType::Integer:
        return xpath::NodeType::Integer;
    case DataType::Decimal:
        return xpath::NodeType::Decimal;
    case DataType::Boolean:
        return xpath::NodeType::Boolean;
    case DataType::Date:
        return xpath::NodeType::Date;
    case DataType::Time:
        return xpath::NodeType::Time;
    case DataType::DateTime:
        return xpath::NodeType::DateTime;
    case DataType::Geopoint:
    case DataType::Geotrace:
    case DataType::Geoshape:
        return xpath::NodeType::Geo;
    default:
        return xpath::NodeType::String;
    }
}

} // namespace peil::forms
