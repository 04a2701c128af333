// SPDX-License-Identifier: Apache-2.0
#pragma once

// The outbox: copies of finished interviews beside the encrypted store. They are not protected by the passphrase, so
// they survive the loss of the store. Each is a message to the server, signed when the interview was sealed, in a box
// that only the server can open. It never contains drafts or readable data. Format: mobile/README.md.

#include "field_error.h"

#include "peil/base/ids.h"
#include "peil/crypto/seal.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace peil::mobile {

/// The credentials for sending the messages. The identity that signs interviews is not included.
struct Sender {
    DeviceId device;
    std::string server; ///< "https://host:port"
    std::string certificatePem;
    std::string authorityPem;
    std::string tlsKeyPem;
    crypto::PublicKey receiptKey{};
    bool operator==(const Sender&) const = default;
};

/// The readable metadata of one finished interview.
struct SealedMessage {
    InterviewId interview;
    std::int64_t sequence = 0;
    crypto::Digest envelopeHash{}; ///< what a receipt must name
    Bytes box;                     ///< for the server's receipt key
};

/// Threads: one object on one thread. Every call that changes something is durable when it returns a value.
class Outbox {
public:
    explicit Outbox(std::filesystem::path folder)
        : m_folder(std::move(folder)) {}

    [[nodiscard]] Result<> putSender(const Sender& sender);
    /// No value if there is none. @return BadOutbox.
    [[nodiscard]] Result<std::optional<Sender>> sender() const;

    /// Adds a message. It replaces a message of the same interview that was never committed, or whose number another
    /// interview has. Nothing else is ever replaced.
    [[nodiscard]] Result<> put(const SealedMessage& message);
    /// The server's receipt for the envelope of that hash. No error when there is no such message.
    [[nodiscard]] Result<> putReceipt(const crypto::Digest& envelopeHash, ByteView receipt);
    /// The server lost what it had receipted.
    [[nodiscard]] Result<> takeReceiptBack(const crypto::Digest& envelopeHash);
    /// By the envelope: after the store was restored from a copy, another interview may have the same number.
    [[nodiscard]] Result<> forget(const crypto::Digest& envelopeHash);
    /// A draft that was sealed once, but not to the end.
    [[nodiscard]] Result<> forget(const InterviewId& interview);
    /// With everything in it.
    [[nodiscard]] Result<> remove();

    struct Entry {
        std::string name;
        std::int64_t sequence = 0;
        bool received = false;
        /// By the part of the hash that is in the name.
        [[nodiscard]] bool isOf(const crypto::Digest& envelopeHash) const;
    };
    /// In order of sequence.
    [[nodiscard]] Result<std::vector<Entry>> entries() const;
    /// Those without a receipt.
    [[nodiscard]] Result<std::size_t> waiting() const;
    /// @return BadOutbox when it is damaged, or a base file error.
    [[nodiscard]] Result<SealedMessage> read(const Entry& entry) const;
    /// The server's receipt, or nothing if only the store has it. @return a base file error.
    [[nodiscard]] Result<Bytes> receipt(const Entry& entry) const;

private:
    [[nodiscard]] Result<> prepareFolder() const;
    [[nodiscard]] bool isOf(const Entry& entry, const InterviewId& interview) const;
    template <class Wanted>
    [[nodiscard]] Result<> forgetIf(Wanted wanted);

    std::filesystem::path m_folder;
};

} // namespace peil::mobile
