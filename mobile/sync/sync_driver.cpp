// SPDX-License-Identifier: Apache-2.0
#include "sync_driver.h"

#include "device_settings.h"
#include "outbox_mirror.h"

#include "peil/crypto/x509.h"

#include "peil/storage/error.h"

#include <algorithm>
#include <tuple>

namespace peil::mobile {

struct SyncDriver::Start {
    Enrolment enrolment;
    std::string tlsKeyPem;
    protocol::SyncIdentity identity;
};

namespace {

/// Every sealed copy that the tablet still holds (CONTRACT.md, P3), received or not: a server that was restored may
/// have given the number to other bytes since.
Result<protocol::KeptItems> keptItems(storage::LocalStore& store) {
    PEIL_TRY(const auto numbers, store.sealedNumbers());
    protocol::KeptItems kept;
    for (const auto& number : numbers) {
        PEIL_TRY(const auto hash, store.hashUnder(number.sequence));
        if (hash) kept.items.push_back({number.sequence, *hash});
    }
    return kept;
}

storage::InterviewState stateOf(protocol::ReceiptStatus status) {
    return status == protocol::ReceiptStatus::Received ? storage::InterviewState::Received
                                                       : storage::InterviewState::Refused;
}

/// New receipts of items from quarantine. One without a sealed copy of these bytes here changes nothing: on a tablet
/// that was restored from a copy, the interview may be a draft, or sealed anew.
Result<> storeTakenIn(storage::LocalStore& local, Outbox& outbox,
                      const std::vector<protocol::ReceivedReceipt>& receipts) {
    for (const auto& [receipt, bytes] : receipts) {
        const auto kept = local.acknowledge(receipt.interview, receipt.revision, receipt.envelopeHash, bytes,
                                            stateOf(receipt.status));
        const bool isOther = !kept && (kept.error().code == storage::StorageErrc::NotFound ||
                                       kept.error().code == storage::StorageErrc::WrongState);
        if (!kept && !isOther) return tl::unexpected(kept.error());
        std::ignore = outbox.putReceipt(receipt.envelopeHash, bytes);
    }
    return {};
}

} // namespace

SyncDriver::SyncDriver(StorageThread& storage, FieldClock& clock, Rng& rng, QObject* parent)
    : QObject(parent)
    , m_storage(&storage)
    , m_clock(&clock)
    , m_rng(&rng)
    , m_strays(storage, this) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { feed(protocol::WaitOver{}); });
    connect(&m_strays, &RescueRun::finished, this, [this] { afterStrays(std::nullopt); });
    connect(&m_strays, &RescueRun::failed, this, [this](const Error& error) { afterStrays(error); });
}

void SyncDriver::begin() {
    if (running() || m_starting) return;
    m_starting = true;
    ++m_run;
    m_strays.begin(RescueRun::Messages::Strays);
}

void SyncDriver::afterStrays(const std::optional<Error>& unsent) {
    m_unsent = unsent;
    if (m_starting) return load();
    end(protocol::SyncOutcome::Revoked);
}

void SyncDriver::load() {
    const auto run = m_run;
    m_storage
        ->withStore([](storage::LocalStore& store) -> Result<std::shared_ptr<Start>> {
            PEIL_CHECK(store.announce());
            PEIL_TRY(auto owner, enrolment(store));
            PEIL_TRY(auto tls, tlsKey(store));
            PEIL_TRY(auto signing, signingKey(store));
            PEIL_TRY(auto epoch, textSetting(store, kEpochSetting));
            PEIL_TRY(auto edition, currentEdition(store, owner.signerKey));
            const auto pack = edition.value_or(study::PackEdition{});
            PEIL_TRY(const auto ledger, store.ledger());
            PEIL_TRY(const auto numbers, store.sealedNumbers());
            PEIL_TRY(auto checkpoint, store.setting(kCheckpointSetting));
            protocol::SyncIdentity identity{owner.device, std::move(signing), owner.receiptKey,   std::move(epoch),
                                            pack.hash,    pack.version,       ledger.lastSequence};
            identity.checkpoint = checkpoint.value_or(Bytes{});
            PEIL_TRY(const auto manifest, lastManifest(store));
            if (manifest) identity.receiptsUpTo = manifest->receiptsUpTo;
            PEIL_TRY(const auto newest, store.newestReceived());
            if (newest) identity.newestReceived = protocol::SealedItem{newest->sequence, newest->hash};
            for (const auto& number : numbers)
                (number.state == storage::InterviewState::Finalised ? identity.waiting : identity.receipted)
                    .insert(number.sequence);
            return std::make_shared<Start>(Start{std::move(owner), std::move(tls), std::move(identity)});
        })
        .then(this, [this, run](const Result<std::shared_ptr<Start>>& result) {
            if (run != m_run) return;
            m_starting = false;
            if (!result) return Q_EMIT failed(result.error());
            start(std::move(**result));
        });
}

void SyncDriver::start(Start start) {
    m_signer = start.enrolment.signerKey;
    m_link = std::make_unique<SecureLink>(QString::fromStdString(start.enrolment.server), start.enrolment.authorityPem,
                                          start.enrolment.certificatePem, start.tlsKeyPem, nullptr);
    m_fault.reset();
    m_renewalPem.clear();
    if (const auto ends = crypto::endOf(start.enrolment.certificatePem);
        ends && *ends - m_clock->now() < kRenewBefore) {
        if (auto request = crypto::makeCertificateRequest("peil-tablet", start.tlsKeyPem))
            m_renewalPem = std::move(request->requestPem);
    }
    m_machine.emplace(std::move(start.identity));
    feed(protocol::Begin{});
}

void SyncDriver::cancel() {
    ++m_run;
    m_starting = false;
    m_timer.stop();
    m_strays.cancel();
    m_link.reset();
    m_machine.reset();
}

void SyncDriver::hurry() {
    if (!m_timer.isActive()) return;
    m_timer.stop();
    feed(protocol::WaitOver{});
}

void SyncDriver::feed(const protocol::SyncEvent& event) {
    if (!m_machine) return;
    auto effect = m_machine->next(event, *m_rng);
    Q_EMIT progress(m_machine->sent(), m_machine->total());
    act(std::move(effect));
}

void SyncDriver::act(protocol::SyncEffect effect) {
    std::visit([this](const auto& what) { perform(what); }, effect);
}

void SyncDriver::onStored(const Result<protocol::SyncEvent>& event) {
    if (event) return feed(*event);
    m_fault = event.error();
    feed(protocol::StoreFailed{});
}

template <class Job>
void SyncDriver::store(Job job) {
    m_storage->withStore(std::move(job)).then(this, [this, run = m_run](const Result<protocol::SyncEvent>& event) {
        if (run != m_run) return;
        onStored(event);
    });
}

template <class Job>
void SyncDriver::storeBoth(Job job) {
    m_storage->withOutbox(std::move(job)).then(this, [this, run = m_run](const Result<protocol::SyncEvent>& event) {
        if (run != m_run) return;
        onStored(event);
    });
}

void SyncDriver::perform(const protocol::SendRequest& request) {
    m_link->send(request, [this, run = m_run](const LinkReply& reply) {
        if (run != m_run) return;
        m_fault.reset();
        if (reply.answered) return feed(reply.response);
        m_fault = reply.error;
        feed(protocol::NetworkFailed{});
    });
}

void SyncDriver::perform(const protocol::LoadOutbox& effect) {
    store([effect](storage::LocalStore& local) -> Result<protocol::SyncEvent> {
        const bool onlyInterviews = effect.version == protocol::kInterviewBatches;
        PEIL_CHECK(local.announce());
        PEIL_TRY(auto items, local.outbox(effect.limit, onlyInterviews ? storage::kInterviewKind : std::string_view()));
        PEIL_TRY(const auto ledger, local.ledger());
        protocol::OutboxItems event;
        event.waiting = static_cast<std::size_t>(onlyInterviews ? ledger.waiting : ledger.waitingItems);
        for (auto& item : items) {
            PEIL_TRY(auto sent, batchItemOf(local, std::move(item)));
            event.items.push_back(std::move(sent));
        }
        return event;
    });
}

void SyncDriver::perform(const protocol::LoadKeptItems&) {
    store([](storage::LocalStore& local) -> Result<protocol::SyncEvent> {
        PEIL_TRY(auto kept, keptItems(local));
        return protocol::SyncEvent(std::move(kept));
    });
}

void SyncDriver::perform(const protocol::StoreReceipts& effect) {
    storeBoth([receipts = effect.receipts](storage::LocalStore& local, Outbox& outbox) -> Result<protocol::SyncEvent> {
        for (const auto& [receipt, bytes] : receipts) {
            PEIL_CHECK(local.acknowledge(receipt.interview, receipt.revision, receipt.envelopeHash, bytes,
                                         stateOf(receipt.status)));
            // The store knows it; what is lacking here is added at the next unlocking.
            std::ignore = outbox.putReceipt(receipt.envelopeHash, bytes);
        }
        return protocol::Done{};
    });
}

void SyncDriver::perform(const protocol::RequeueSequences& effect) {
    storeBoth(
        [sequences = effect.sequences](storage::LocalStore& local, Outbox& outbox) -> Result<protocol::SyncEvent> {
            PEIL_CHECK(local.requeue(sequences));
            for (const auto sequence : sequences) {
                PEIL_TRY(const auto hash, local.hashUnder(sequence));
                if (hash) PEIL_CHECK(outbox.takeReceiptBack(*hash));
            }
            return protocol::Done{};
        });
}

void SyncDriver::perform(const protocol::GoOnBehind& effect) {
    storeBoth(
        [effect, now = m_clock->now()](storage::LocalStore& local, Outbox& outbox) -> Result<protocol::SyncEvent> {
            std::optional<storage::NumberHash> head;
            if (effect.head) head = {effect.head->sequence, effect.head->hash};
            PEIL_CHECK(local.goOnBehind(effect.highest, effect.taken, head));
            PEIL_CHECK(setTextSetting(local, kPutBackSetting, formatUtc(now)));
            // Messages under the new numbers take the place of those under the old ones.
            PEIL_CHECK(mirrorOutbox(local, outbox));
            PEIL_CHECK(rewriteWaiting(local, outbox));
            return protocol::Done{};
        });
}

void SyncDriver::perform(const protocol::StoreManifest& effect) {
    if (const auto server = parseUtc(effect.manifest.serverTime)) {
        m_clock->check(*server);
        Q_EMIT clockCompared();
    }
    storeBoth([effect, now = m_clock->now(), check = m_clock->text()](storage::LocalStore& local,
                                                                      Outbox& outbox) -> Result<protocol::SyncEvent> {
        PEIL_CHECK(setTextSetting(local, kClockSetting, check));
        PEIL_CHECK(storeTakenIn(local, outbox, effect.receipts));
        PEIL_CHECK(putManifest(local, effect.manifest, now));
        PEIL_CHECK(putWitness(local, effect.checkpoint, effect.verdict, now));
        PEIL_CHECK(forgetReceived(local, outbox, now, effect.manifest.serverTime));
        PEIL_CHECK(forgetWithdrawn(local, outbox, effect.manifest.withdrawn));
        return protocol::Done{};
    });
}

void SyncDriver::perform(const protocol::StoreEpoch& effect) {
    store([epoch = effect.epoch](storage::LocalStore& local) -> Result<protocol::SyncEvent> {
        PEIL_CHECK(setTextSetting(local, kEpochSetting, epoch));
        return protocol::Done{};
    });
}

void SyncDriver::perform(const protocol::StorePack& effect) {
    m_storage
        ->withStore([effect, signer = m_signer](storage::LocalStore& local) {
            return takePack(local, effect.hash, effect.pack, signer);
        })
        .then(this, [this, run = m_run](const Result<FieldStudyPointer>& study) {
            if (run != m_run) return;
            if (study) return feed(protocol::Done{});
            // What the store could not keep may go another time; what the tablet does not take stays refused.
            if (isOf<storage::StorageErrc>(study.error())) return onStored(tl::unexpected<Error>(study.error()));
            feed(protocol::PackRefused{});
        });
}

void SyncDriver::perform(const protocol::Wait& effect) {
    Q_EMIT waiting(effect.time);
    m_timer.start(effect.time);
}

void SyncDriver::perform(const protocol::Finish& effect) {
    // The tablet is about to be wiped, so the messages of its drafts are sent, too.
    if (effect.outcome == protocol::SyncOutcome::Revoked) return m_strays.begin();
    if (effect.outcome == protocol::SyncOutcome::Complete && !m_renewalPem.empty()) return renew();
    end(effect.outcome);
}

/// What fails here is tried again with the next sync: there are weeks left.
void SyncDriver::renew() {
    const protocol::RenewRequest request{std::exchange(m_renewalPem, {})};
    m_link->send({"POST", "/v1/renew", "application/json", toBytes(protocol::encodeRenewRequest(request))},
                 [this, run = m_run](const LinkReply& reply) {
                     if (run != m_run) return;
                     const bool answered = reply.answered && reply.response.status == 200;
                     auto renewed = answered ? protocol::decodeRenewReply(textOf(reply.response.body))
                                             : Result<protocol::RenewReply>(fail(FieldErrc::ServerRefused));
                     if (!renewed) return end(protocol::SyncOutcome::Complete);
                     m_storage
                         ->withOutbox([pem = std::move(renewed->certificatePem)](storage::LocalStore& local,
                                                                                 Outbox& outbox) -> Result<> {
                             PEIL_CHECK(putCertificate(local, pem));
                             return keepSender(local, outbox);
                         })
                         .then(this, [this, run](const Result<>&) {
                             if (run == m_run) end(protocol::SyncOutcome::Complete);
                         });
                 });
}

void SyncDriver::end(protocol::SyncOutcome outcome) {
    m_machine.reset();
    // Not at once: the link may be the caller.
    if (m_link) m_link.release()->deleteLater();
    // The machine reports a missing network or a busy server; errors of server, clock or store have their own messages.
    const auto fault = std::exchange(m_fault, std::nullopt), unsent = std::exchange(m_unsent, std::nullopt);
    const bool offline = outcome == protocol::SyncOutcome::Offline;
    const bool tells = fault && (outcome == protocol::SyncOutcome::StoreFailure ||
                                 (offline && fault->code != FieldErrc::NetworkFailed));
    if (tells) return Q_EMIT failed(*fault);
    const bool isThrough = outcome == protocol::SyncOutcome::Complete || outcome == protocol::SyncOutcome::Revoked ||
                           outcome == protocol::SyncOutcome::StudyRefused;
    if (isThrough && unsent) return Q_EMIT incomplete(*unsent);
    Q_EMIT finished(outcome);
}

} // namespace peil::mobile
