// SPDX-License-Identifier: Apache-2.0
#include "rescue_run.h"

#include "outbox_mirror.h"

#include <algorithm>

namespace peil::mobile {

struct RescueRun::Work {
    Sender sender;
    std::vector<Outbox::Entry> left; ///< the next one at the end
    SealedMessage current;
    std::size_t sent = 0, total = 0;
    std::optional<Error> fault; ///< of the first message that was skipped
};

namespace {

Result<> judge(const LinkReply& reply) {
    if (!reply.answered) return tl::unexpected<Error>(reply.error);
    const auto status = reply.response.status;
    if (status == 200) return {};
    if (status == 429 || status >= 500)
        return fail(FieldErrc::NetworkFailed,
                    "The server is busy (HTTP " + std::to_string(status) + "); try again in a few minutes.");
    return fail(FieldErrc::RescueRefused, "The server rejected the finished interviews of this tablet (HTTP " +
                                              std::to_string(status) + "); contact the server's administrator.");
}

/// The receipt's bytes, when it is the server's word for this very envelope.
Result<Bytes> receiptIn(const LinkReply& reply, const Sender& sender, const SealedMessage& message) {
    PEIL_CHECK(judge(reply));
    PEIL_TRY(auto batch, protocol::decodeBatchReply(textOf(reply.response.body)));
    const bool one = batch.receipts.size() == 1;
    const auto receipt =
        one ? protocol::decodeReceipt(batch.receipts.front(), sender.receiptKey) : Result<protocol::Receipt>();
    if (!one || !receipt || receipt->interview != message.interview || receipt->envelopeHash != message.envelopeHash)
        return fail(FieldErrc::WrongServer,
                    "The response from " + sender.server + " is not a receipt from this tablet's server.");
    return std::move(batch.receipts.front());
}

Result<std::vector<Outbox::Entry>> unsent(Vault& vault, RescueRun::Messages messages) {
    if (messages == RescueRun::Messages::Strays) {
        PEIL_TRY(auto* store, vault.store());
        return strays(*store, vault.outbox());
    }
    PEIL_TRY(auto entries, vault.outbox().entries());
    std::erase_if(entries, [](const auto& entry) { return entry.received; });
    return entries;
}

} // namespace

RescueRun::RescueRun(StorageThread& storage, QObject* parent)
    : QObject(parent)
    , m_storage(&storage) {}

void RescueRun::begin(Messages messages) {
    if (m_running) return;
    m_running = true;
    m_storage
        ->run([messages](Vault& vault) -> Result<std::shared_ptr<Work>> {
            auto work = std::make_shared<Work>();
            PEIL_TRY(work->left, unsent(vault, messages));
            std::ranges::reverse(work->left);
            work->total = work->left.size();
            if (messages == Messages::Strays && work->left.empty()) return work;
            PEIL_TRY(auto sender, vault.outbox().sender());
            if (!sender)
                return fail(FieldErrc::NothingToRescue, "There is nothing to send in " + vault.folder().string() +
                                                            ": it is not the folder of an enrolled tablet.");
            work->sender = std::move(*sender);
            return work;
        })
        .then(this, [this, run = m_run](const Result<std::shared_ptr<Work>>& work) {
            if (run != m_run) return;
            if (!work) return end(work.error());
            m_work = *work;
            sendNext();
        });
}

void RescueRun::cancel() {
    ++m_run;
    m_link.reset();
    m_work.reset();
    m_running = false;
}

void RescueRun::sendNext() {
    Q_EMIT progress(m_work->sent, m_work->total);
    if (m_work->left.empty()) return end(m_work->fault);
    const auto& sender = m_work->sender;
    if (!m_link)
        m_link = std::make_unique<SecureLink>(QString::fromStdString(sender.server), sender.authorityPem,
                                              sender.certificatePem, sender.tlsKeyPem, nullptr);
    m_storage->run([entry = m_work->left.back()](Vault& vault) { return vault.outbox().read(entry); })
        .then(this, [this, run = m_run](const Result<SealedMessage>& message) {
            if (run != m_run) return;
            if (!message) return skip(message.error());
            m_work->current = *message;
            m_link->send({"POST", "/v1/batch", std::string(kSealedBatch), m_work->current.box},
                         [this, run](const LinkReply& reply) {
                             if (run == m_run) onReply(reply);
                         });
        });
}

void RescueRun::skip(const Error& error) {
    if (!m_work->fault) m_work->fault = error;
    m_work->left.pop_back();
    sendNext();
}

void RescueRun::onReply(const LinkReply& reply) {
    auto receipt = receiptIn(reply, m_work->sender, m_work->current);
    if (!receipt && receipt.error().code == FieldErrc::RescueRefused) return skip(receipt.error());
    if (!receipt) return end(receipt.error());
    m_storage
        ->run([hash = m_work->current.envelopeHash, bytes = std::move(*receipt)](Vault& vault) {
            return vault.outbox().putReceipt(hash, bytes);
        })
        .then(this, [this, run = m_run](const Result<>& kept) {
            if (run != m_run) return;
            if (!kept) return end(kept.error());
            m_work->left.pop_back();
            ++m_work->sent;
            sendNext();
        });
}

void RescueRun::end(const std::optional<Error>& error) {
    // Not at once: the link may be the caller.
    if (m_link) m_link.release()->deleteLater();
    m_running = false;
    const auto work = std::exchange(m_work, nullptr);
    // `error` may be a part of the work.
    if (error) return Q_EMIT failed(*error);
    Q_EMIT finished(work->sent);
}

} // namespace peil::mobile
