// SPDX-License-Identifier: Apache-2.0
#pragma once

// Takes a passphrase key by key straight into memory that wipes itself; the text is never in a QString. Shows nothing:
// the page draws one dot a character.

#include "peil/crypto/secret.h"

#include <QtQuick/qquickitem.h>

namespace peil::mobile {

class PassphraseField : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int length READ length NOTIFY edited FINAL)
    Q_PROPERTY(int words READ words NOTIFY edited FINAL)
    Q_PROPERTY(Strength strength READ strength NOTIFY edited FINAL)
public:
    enum Strength { Empty, TooShort, Easy, Enough, Strong };
    Q_ENUM(Strength)
    explicit PassphraseField(QQuickItem* parent = nullptr);

    [[nodiscard]] int length() const { return m_characters; }
    [[nodiscard]] int words() const;
    [[nodiscard]] Strength strength() const;
    [[nodiscard]] crypto::SecretBytes take();
    [[nodiscard]] bool equals(const PassphraseField& other) const;
    /// The same for characters of a recovery code: ASCII, in either case.
    [[nodiscard]] bool equalsAsCode(ByteView code) const;

    /// A key of the tablet's own key board: a Unicode code point.
    Q_INVOKABLE void type(int codePoint);
    Q_INVOKABLE void backspace();
    Q_INVOKABLE void clear();

    static constexpr int kMaxBytes = 512;

Q_SIGNALS:
    void edited();
    void accepted();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] ByteView view() const { return m_bytes.view().first(m_size); }

    crypto::SecretBytes m_bytes;
    std::size_t m_size = 0;
    int m_characters = 0;
};

} // namespace peil::mobile
