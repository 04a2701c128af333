// SPDX-License-Identifier: Apache-2.0
#include "biff.h"

#include "utf.h"

#include <utility>

namespace peil::xlsform {

bool RecordScanner::next(Record& record) {
    constexpr std::size_t kHead = 4;
    const ByteReader reader(m_stream);
    const auto dataAt = [&](std::size_t at) { return m_stream.subspan(at + kHead, reader.u16(at + 2)); };
    const auto whole = [&](std::size_t at) {
        return at + kHead <= m_stream.size() && reader.u16(at + 2) <= m_stream.size() - at - kHead;
    };
    if (!whole(m_at)) return false;
    record.type = reader.u16(m_at);
    record.parts.assign(1, dataAt(m_at));
    m_at += kHead + record.parts.back().size();
    while (whole(m_at) && reader.u16(m_at) == record::kContinue) {
        record.parts.push_back(dataAt(m_at));
        m_at += kHead + record.parts.back().size();
    }
    return true;
}

bool TextReader::atEnd() {
    while (m_part < m_record.parts.size() && m_at >= m_record.parts[m_part].size()) {
        m_at -= m_record.parts[m_part].size();
        ++m_part;
    }
    return m_part == m_record.parts.size();
}

std::uint8_t TextReader::u8() {
    return atEnd() ? std::uint8_t{0} : m_record.parts[m_part][m_at++];
}

std::uint32_t TextReader::number(std::size_t bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i)
        value |= static_cast<std::uint32_t>(u8()) << 8 * i;
    return value;
}

void TextReader::skip(std::size_t bytes) {
    m_at += bytes;
}

std::string TextReader::text(bool shortLength) {
    constexpr unsigned kWide = 1;
    constexpr unsigned kExtended = 4;
    constexpr unsigned kRich = 8;
    const std::size_t length = number(shortLength ? 1 : 2);
    auto flags = u8();
    const std::size_t runs = (flags & kRich) != 0 ? number(2) : 0;
    const std::size_t extension = (flags & kExtended) != 0 ? number(4) : 0;
    std::u16string text;
    for (auto part = m_part; text.size() < length && !atEnd();) {
        if (std::exchange(part, m_part) != m_part) flags = u8();
        text += static_cast<char16_t>(number((flags & kWide) != 0 ? 2 : 1));
    }
    skip(4 * runs + extension);
    return utf8Of(text);
}

} // namespace peil::xlsform
