// SPDX-License-Identifier: Apache-2.0
#include "passphrase_field.h"

#include "peil/crypto/seal.h"
#include "peil/crypto/strength.h"

#include <QtGui/qevent.h>

namespace peil::mobile {
namespace {

/// UTF-8 of one code point; returns the number of bytes.
std::size_t encode(std::uint32_t point, std::span<std::uint8_t, 4> out) {
    const auto tail = [point](unsigned shift) { return static_cast<std::uint8_t>(0x80U | ((point >> shift) & 0x3FU)); };
    if (point < 0x80U) {
        out[0] = static_cast<std::uint8_t>(point);
        return 1;
    }
    if (point < 0x800U) {
        out[0] = static_cast<std::uint8_t>(0xC0U | (point >> 6U));
        out[1] = tail(0);
        return 2;
    }
    if (point < 0x10000U) {
        out[0] = static_cast<std::uint8_t>(0xE0U | (point >> 12U));
        out[1] = tail(6);
        out[2] = tail(0);
        return 3;
    }
    out[0] = static_cast<std::uint8_t>(0xF0U | (point >> 18U));
    out[1] = tail(12);
    out[2] = tail(6);
    out[3] = tail(0);
    return 4;
}

} // namespace

PassphraseField::PassphraseField(QQuickItem* parent)
    : QQuickItem(parent)
    , m_bytes(kMaxBytes) {
    setFlag(ItemIsFocusScope, false);
    setActiveFocusOnTab(true);
}

int PassphraseField::words() const {
    int count = 0;
    bool inWord = false;
    for (const auto byte : view()) {
        const bool space = byte == ' ';
        if (!space && !inWord) ++count;
        inWord = !space;
    }
    return count;
}

PassphraseField::Strength PassphraseField::strength() const {
    if (m_characters == 0) return Empty;
    switch (crypto::strengthOf(view())) {
    case crypto::Strength::TooShort:
        return TooShort;
    case crypto::Strength::Easy:
        return Easy;
    case crypto::Strength::Enough:
        return Enough;
    case crypto::Strength::Strong:
        break;
    }
    return Strong;
}

crypto::SecretBytes PassphraseField::take() {
    auto result = crypto::SecretBytes::copyOf(view());
    clear();
    return result;
}

bool PassphraseField::equals(const PassphraseField& other) const {
    return crypto::equalConstantTime(view(), other.view());
}

bool PassphraseField::equalsAsCode(ByteView code) const {
    auto typed = crypto::SecretBytes::copyOf(view());
    for (auto& byte : typed.writable())
        if (byte >= 'a' && byte <= 'z') byte = static_cast<std::uint8_t>(byte - 'a' + 'A');
    return crypto::equalConstantTime(typed.view(), code);
}

void PassphraseField::type(int codePoint) {
    if (codePoint < 0x20 || codePoint == 0x7F || codePoint > 0x10FFFF) return;
    std::array<std::uint8_t, 4> bytes{};
    const auto size = encode(static_cast<std::uint32_t>(codePoint), bytes);
    if (m_size + size > kMaxBytes) return;
    const auto target = m_bytes.writable();
    for (std::size_t i = 0; i < size; ++i)
        target[m_size + i] = bytes[i];
    m_size += size;
    ++m_characters;
    crypto::wipe(bytes);
    Q_EMIT edited();
}

void PassphraseField::backspace() {
    if (m_size == 0) return;
    const auto bytes = m_bytes.writable();
    do {
        --m_size;
    } while (m_size > 0 && (bytes[m_size] & 0xC0U) == 0x80U);
    crypto::wipe(bytes.subspan(m_size));
    --m_characters;
    Q_EMIT edited();
}

void PassphraseField::clear() {
    crypto::wipe(m_bytes.writable());
    m_size = 0;
    m_characters = 0;
    Q_EMIT edited();
}

void PassphraseField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return Q_EMIT accepted();
    if (event->key() == Qt::Key_Backspace) return backspace();
    const auto text = event->text(); // Qt's own copy of one key; the passphrase as a whole exists nowhere else
    const auto points = text.toUcs4();
    if (points.isEmpty() || points.first() < 0x20) return event->ignore();
    for (const auto point : points)
        type(static_cast<int>(point));
}

} // namespace peil::mobile
