// SPDX-License-Identifier: Apache-2.0
#include "services/second_factor.h"

#include "peil/crypto/seal.h"

#include <array>
#include <cstdlib>
#include <liboath/oath.h>
#include <memory>
#include <qrencode.h>

namespace peil::server::services {

namespace {

struct QrFree {
    void operator()(QRcode* code) const noexcept { QRcode_free(code); }
};

std::string base32Of(ByteView bytes) {
    char* text = nullptr;
    std::size_t length = 0;
    if (oath_base32_encode(reinterpret_cast<const char*>(bytes.data()), bytes.size(), &text, &length) != OATH_OK)
        throw std::bad_alloc();
    std::string result(text, length);
    std::free(text); // liboath allocates with malloc
    return result;
}

/// For the label of the URI: what is not plain is percent-encoded.
std::string encoded(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '_' || c == '.';
        const auto byte = static_cast<std::uint8_t>(c);
        result += plain ? std::string(1, c) : "%" + toHex({&byte, 1});
    }
    return result;
}

std::vector<std::string> pictureOf(const std::string& text) {
    const std::unique_ptr<QRcode, QrFree> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M));
    if (!code) throw std::bad_alloc(); // a URI of a name of 64 bytes always fits
    const auto width = static_cast<std::size_t>(code->width);
    std::vector<std::string> rows(width, std::string(width, '0'));
    for (std::size_t y = 0; y < width; ++y)
        for (std::size_t x = 0; x < width; ++x)
            if ((code->data[y * width + x] & 1U) != 0) rows[y][x] = '1';
    return rows;
}

} // namespace

std::int64_t codeStepAt(TimePoint now) {
    return std::chrono::floor<std::chrono::seconds>(now).time_since_epoch() / kCodeStep;
}

std::string codeOf(ByteView secret, std::int64_t step, int digits) {
    std::array<char, 9> code{};
    if (oath_hotp_generate(reinterpret_cast<const char*>(secret.data()), secret.size(),
                           static_cast<std::uint64_t>(step), static_cast<unsigned>(digits), false,
                           OATH_HOTP_DYNAMIC_TRUNCATION, code.data()) != OATH_OK)
        return {};
    return code.data();
}

std::optional<std::int64_t> stepOfCode(ByteView secret, std::string_view code, TimePoint now, std::int64_t lastStep) {
    std::string typed;
    for (const char c : code)
        if (c != ' ') typed += c;
    const auto present = codeStepAt(now);
    std::optional<std::int64_t> found;
    for (auto step = present - 1; step <= present + 1; ++step)
        if (step > lastStep && crypto::equalConstantTime(bytesOf(codeOf(secret, step)), bytesOf(typed))) found = step;
    return found;
}

FactorOffer offerOf(const std::string& user, ByteView secret) {
    FactorOffer offer{.secret = base32Of(secret), .uri = {}, .picture = {}};
    offer.uri = "otpauth://totp/Peil:" + encoded(user) + "?secret=" + offer.secret + "&issuer=Peil";
    offer.picture = pictureOf(offer.uri);
    return offer;
}

} // namespace peil::server::services
