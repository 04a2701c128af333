// SPDX-License-Identifier: Apache-2.0
#pragma once

// The server's side of a batch as a machine without sockets, clock or file: decode, look up, decide and sign receipts,
// commit, and only then send them (CONTRACT.md, P2, P4, P5 and P8).

#include "peil/base/clock.h"
#include "peil/protocol/item_judge.h"

namespace peil::protocol {

/// Whose the interview of an item is.
enum class Ownership : std::uint8_t { New, Mine, Others };

/// The one envelope that was received as a revision.
struct ReceivedRevision {
    crypto::Digest hash{};
    Bytes receipt;
};

/// What is already stored under the keys of one envelope.
struct StoredItem {
    std::optional<crypto::Digest> byInterview;     ///< hash of the envelope with this (interview, revision)
    std::optional<crypto::Digest> bySequence;      ///< hash of the envelope with this (device, sequence)
    Bytes receipt;                                 ///< of the same item, when it is stored already
    std::optional<ReceivedRevision> received = {}; ///< as this (interview, revision), under whatever number
    Ownership ownership = Ownership::New;          ///< by Successions::mayRevise()
    Neighbours beside = {};                        ///< without what is in the same batch
};

/// What must be written, all in one transaction, before committed() may be called.
struct IntakeRow {
    BatchItem item;
    std::optional<EnvelopeHeader> header; ///< none when the envelope cannot be read
    ReceiptStatus status = ReceiptStatus::Received;
    std::optional<Quarantine> reason; ///< of one in quarantine
    crypto::Digest auditHead{};       ///< head of the chain after this row
    Bytes receipt;                    ///< signed; may be sent only after COMMIT
};

/// One batch. Threads: one object on one thread.
class IntakeMachine {
public:
    /// A batch of the device with that signing key.
    IntakeMachine(DeviceId device, const crypto::PublicKey& deviceKey, crypto::SigningKeyPair receiptKey,
                  std::string epoch);

    /// The items whose keys have to be looked up, in order. @return BadBatch, BadSignature, TooLarge: answer 400.
    [[nodiscard]] Result<std::vector<BatchItem>> begin(ByteView body);
    /// What to write. `device` is what the store knows of it in this unit of work; `stored` has one entry for each item
    /// of begin(); `packs` every published study pack, the newest one last; `auditHead` the head of the chain now.
    /// Items that are stored already with the same bytes give no row; their receipt is sent again, also when they name
    /// another item before them than the first time. Bytes that were received under another number give a row in
    /// quarantine, which uses up the number, and the receipt "received" again.
    [[nodiscard]] std::vector<IntakeRow> decide(const KnownDevice& device, const std::vector<StoredItem>& stored,
                                                std::span<const PackFacts> packs, const crypto::Digest& auditHead,
                                                TimePoint now);
    /// After COMMIT: the reply to send.
    [[nodiscard]] BatchReply committed() const;

private:
    DeviceId m_device;
    crypto::PublicKey m_deviceKey;
    crypto::SigningKeyPair m_receiptKey;
    std::string m_epoch;
    std::vector<BatchItem> m_items;
    std::vector<Bytes> m_receipts;
};

/// Next head of the audit chain: BLAKE2b-256 of the head before and the envelope's hash.
[[nodiscard]] crypto::Digest nextAuditHead(const crypto::Digest& head, const crypto::Digest& envelopeHash);

} // namespace peil::protocol
