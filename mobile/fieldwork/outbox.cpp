// SPDX-License-Identifier: Apache-2.0
#include "outbox.h"

#include "qt_text.h"

#include "peil/base/file.h"

#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>

#include <algorithm>
#include <charconv>

namespace peil::mobile {
namespace {

constexpr std::uintmax_t kMaxMessageBytes = std::uintmax_t{4} << 20U;
constexpr std::uintmax_t kMaxReceiptBytes = std::uintmax_t{64} << 10U;
constexpr std::uintmax_t kMaxSenderBytes = std::uintmax_t{64} << 10U;
constexpr std::string_view kMagic = "PEILOUT1";
constexpr std::size_t kIdBytes = 36;
constexpr std::size_t kHeadBytes = 8 + kIdBytes + 32;
constexpr std::size_t kSequenceDigits = 10;
constexpr std::size_t kHashDigits = 16;
constexpr std::size_t kIdDigits = 8;
constexpr const char* kSealed = ".sealed";
constexpr const char* kReceipt = ".receipt";
constexpr const char* kSenderFile = "sender.json";

std::string hashPart(const crypto::Digest& hash) {
    return "-" + toHex(hash).substr(0, kHashDigits) + "-";
}

/// So that one message is found among thousands without opening them: number, envelope, interview.
std::string nameOf(std::int64_t sequence, const crypto::Digest& hash, const InterviewId& interview) {
    auto digits = std::to_string(sequence);
    digits.insert(0, kSequenceDigits - std::min(digits.size(), kSequenceDigits), '0');
    return digits + hashPart(hash) + interview.text().substr(0, kIdDigits);
}

auto damaged(const std::filesystem::path& file) {
    return fail(FieldErrc::BadOutbox, "\"" + file.string() + "\" is damaged; restore it from a copy of the folder.");
}

Result<> removeFile(const std::filesystem::path& file) {
    std::error_code failed;
    std::filesystem::remove(file, failed);
    if (failed) return fail(failed, "The file " + file.string() + " cannot be removed.");
    return {};
}

std::filesystem::path withEnding(const std::filesystem::path& folder, const std::string& name, const char* ending) {
    return folder / (name + ending);
}

} // namespace

Result<> Outbox::prepareFolder() const {
    std::error_code failed;
    if (std::filesystem::create_directories(m_folder, failed))
        std::filesystem::permissions(m_folder, std::filesystem::perms::owner_all, failed);
    if (failed) return fail(failed, "The folder " + m_folder.string() + " cannot be created.");
    return {};
}

Result<> Outbox::putSender(const Sender& sender) {
    PEIL_CHECK(prepareFolder());
    const QJsonObject json{{QStringLiteral("device"), qText(sender.device.text())},
                           {QStringLiteral("server"), qText(sender.server)},
                           {QStringLiteral("certificate"), qText(sender.certificatePem)},
                           {QStringLiteral("authority"), qText(sender.authorityPem)},
                           {QStringLiteral("key"), qText(sender.tlsKeyPem)},
                           {QStringLiteral("receiptKey"), qText(toHex(sender.receiptKey))}};
    return writeFileDurably(m_folder / kSenderFile, bytesOf(QJsonDocument(json).toJson().toStdString()),
                            FileMode::Private);
}

Result<std::optional<Sender>> Outbox::sender() const {
    const auto file = m_folder / kSenderFile;
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return std::optional<Sender>();
    PEIL_TRY(const auto text, readTextFile(file, kMaxSenderBytes));
    const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
    const auto member = [&json](const char* name) { return json.value(QLatin1String(name)).toString().toStdString(); };
    Sender sender{DeviceId(member("device")), member("server"), member("certificate"),
                  member("authority"),        member("key"),    {}};
    const auto key = fromHex(member("receiptKey"));
    if (!key || key->size() != sender.receiptKey.size() || sender.server.empty()) return damaged(file);
    std::copy(key->begin(), key->end(), sender.receiptKey.begin());
    return std::optional(std::move(sender));
}

Result<> Outbox::put(const SealedMessage& message) {
    PEIL_CHECK(prepareFolder());
    const auto name = nameOf(message.sequence, message.envelopeHash, message.interview);
    Bytes bytes = toBytes(kMagic);
    auto id = message.interview.text();
    id.resize(kIdBytes, ' ');
    bytes.insert(bytes.end(), id.begin(), id.end());
    bytes.insert(bytes.end(), message.envelopeHash.begin(), message.envelopeHash.end());
    bytes.insert(bytes.end(), message.box.begin(), message.box.end());
    PEIL_CHECK(writeFileDurably(withEnding(m_folder, name, kSealed), bytes, FileMode::Private));
    return forgetIf([&](const Entry& other) { return other.name != name && isOf(other, message.interview); });
}

bool Outbox::isOf(const Entry& entry, const InterviewId& interview) const {
    if (!entry.name.ends_with("-" + interview.text().substr(0, kIdDigits))) return false;
    const auto message = read(entry);
    return message && message->interview == interview;
}

bool Outbox::Entry::isOf(const crypto::Digest& envelopeHash) const {
    return name.find(hashPart(envelopeHash)) != std::string::npos;
}

Result<> Outbox::putReceipt(const crypto::Digest& envelopeHash, ByteView receipt) {
    PEIL_TRY(const auto all, entries());
    for (const auto& entry : all) {
        if (entry.isOf(envelopeHash))
            PEIL_CHECK(writeFileDurably(withEnding(m_folder, entry.name, kReceipt), receipt, FileMode::Private));
    }
    return {};
}

Result<> Outbox::takeReceiptBack(const crypto::Digest& envelopeHash) {
    PEIL_TRY(const auto all, entries());
    for (const auto& entry : all) {
        if (entry.isOf(envelopeHash)) PEIL_CHECK(removeFile(withEnding(m_folder, entry.name, kReceipt)));
    }
    return {};
}

template <class Wanted>
Result<> Outbox::forgetIf(Wanted wanted) {
    PEIL_TRY(const auto all, entries());
    for (const auto& entry : all) {
        if (!wanted(entry)) continue;
        PEIL_CHECK(removeFile(withEnding(m_folder, entry.name, kSealed)));
        PEIL_CHECK(removeFile(withEnding(m_folder, entry.name, kReceipt)));
    }
    return {};
}

Result<> Outbox::forget(const crypto::Digest& envelopeHash) {
    return forgetIf([&](const Entry& entry) { return entry.isOf(envelopeHash); });
}

Result<> Outbox::forget(const InterviewId& interview) {
    return forgetIf([&](const Entry& entry) { return isOf(entry, interview); });
}

Result<> Outbox::remove() {
    std::error_code failed;
    std::filesystem::remove_all(m_folder, failed);
    if (failed) return fail(failed, "The folder " + m_folder.string() + " cannot be removed.");
    return {};
}

Result<std::vector<Outbox::Entry>> Outbox::entries() const {
    std::vector<Entry> found;
    std::error_code failed;
    const bool isThere = std::filesystem::exists(m_folder, failed);
    if (!isThere && !failed) return found;
    for (const auto& file : std::filesystem::directory_iterator(m_folder, failed)) {
        if (file.path().extension() != kSealed) continue;
        Entry entry{file.path().stem().string(), 0, false};
        const auto* end = entry.name.data() + std::min(entry.name.find('-'), entry.name.size());
        const auto number = std::from_chars(entry.name.data(), end, entry.sequence);
        if (number.ec != std::errc() || number.ptr != end) continue;
        std::error_code ignored;
        entry.received = std::filesystem::exists(withEnding(m_folder, entry.name, kReceipt), ignored);
        found.push_back(std::move(entry));
    }
    if (failed) return fail(failed, "The folder " + m_folder.string() + " cannot be read.");
    std::ranges::sort(found, {}, &Entry::name);
    return found;
}

Result<std::size_t> Outbox::waiting() const {
    PEIL_TRY(const auto all, entries());
    return static_cast<std::size_t>(std::ranges::count(all, false, &Entry::received));
}

Result<SealedMessage> Outbox::read(const Entry& entry) const {
    const auto file = withEnding(m_folder, entry.name, kSealed);
    PEIL_TRY(const auto bytes, readFile(file, kMaxMessageBytes));
    const ByteView all(bytes);
    if (all.size() < kHeadBytes || textOf(all.first(kMagic.size())) != kMagic) return damaged(file);
    SealedMessage message;
    const auto id = textOf(all.subspan(kMagic.size(), kIdBytes));
    message.interview = InterviewId(std::string(id.substr(0, id.find_last_not_of(' ') + 1)));
    message.sequence = entry.sequence;
    const auto hash = all.subspan(kMagic.size() + kIdBytes, message.envelopeHash.size());
    std::ranges::copy(hash, message.envelopeHash.begin());
    message.box.assign(all.begin() + kHeadBytes, all.end());
    if (entry.name != nameOf(entry.sequence, message.envelopeHash, message.interview)) return damaged(file);
    return message;
}

Result<Bytes> Outbox::receipt(const Entry& entry) const {
    return readFile(withEnding(m_folder, entry.name, kReceipt), kMaxReceiptBytes);
}

} // namespace peil::mobile
