// SPDX-License-Identifier: Apache-2.0
#include "device_settings.h"

#include "field_clock.h"

#include "peil/crypto/x509.h"

#include <algorithm>
#include <array>

namespace peil::mobile {
namespace {

constexpr std::string_view kDevice = "device.id";
constexpr std::string_view kCity = "device.city";
constexpr std::string_view kSeed = "device.seed";
constexpr std::string_view kTlsKey = "device.tls-key";
constexpr std::string_view kCertificate = "device.certificate";
constexpr std::string_view kServer = "server.address";
constexpr std::string_view kAuthority = "server.authority";
constexpr std::string_view kReceiptKey = "server.receipt-key";
constexpr std::string_view kSignerKey = "study.signer-key";
constexpr std::string_view kManifest = "server.manifest";
constexpr std::string_view kPlaceSetting = "shift.place"; // time of its end, space, site

Result<Bytes> needed(storage::LocalStore& store, std::string_view name) {
    PEIL_TRY(auto value, store.setting(name));
    if (!value)
        return fail(FieldErrc::NotEnrolled,
                    "This tablet is not enrolled; enter the enrolment code from the study office.");
    return std::move(*value);
}

Result<std::string> neededText(storage::LocalStore& store, std::string_view name) {
    PEIL_TRY(const auto value, needed(store, name));
    return std::string(textOf(value));
}

Result<crypto::PublicKey> neededKey(storage::LocalStore& store, std::string_view name) {
    PEIL_TRY(const auto value, needed(store, name));
    crypto::PublicKey key{};
    if (value.size() != key.size())
        return fail(storage::StorageErrc::Corrupt, "A key in the store has the wrong length.");
    std::copy(value.begin(), value.end(), key.begin());
    return key;
}

} // namespace

Result<> putKeys(storage::LocalStore& store, const crypto::SigningKeyPair& signing, std::string_view tlsKeyPem) {
    const std::array<storage::LocalStore::Setting, 2> settings{
        {{kTlsKey, bytesOf(tlsKeyPem)}, {kSeed, signing.seed.view()}}};
    return store.setSettings(settings);
}

Result<> putEnrolment(storage::LocalStore& store, const Enrolment& enrolment, const crypto::SigningKeyPair& signing,
                      std::string_view tlsKeyPem, std::string_view epoch) {
    const std::array<storage::LocalStore::Setting, 10> settings{{
        {kSeed, signing.seed.view()},
        {kTlsKey, bytesOf(tlsKeyPem)},
        {kCity, bytesOf(enrolment.cityCode)},
        {kCertificate, bytesOf(enrolment.certificatePem)},
        {kServer, bytesOf(enrolment.server)},
        {kAuthority, bytesOf(enrolment.authorityPem)},
        {kReceiptKey, enrolment.receiptKey},
        {kSignerKey, enrolment.signerKey},
        {kEpochSetting, bytesOf(epoch)},
        {kDevice, bytesOf(enrolment.device.text())},
    }};
    return store.setSettings(settings);
}

Result<> putCertificate(storage::LocalStore& store, std::string_view certificatePem) {
    PEIL_TRY(const auto owner, enrolment(store));
    PEIL_TRY(auto key, tlsKey(store));
    PEIL_CHECK(crypto::checkIssued({std::string(certificatePem), std::move(key)}, owner.authorityPem));
    return setTextSetting(store, kCertificate, certificatePem);
}

Result<Enrolment> enrolment(storage::LocalStore& store) {
    Enrolment result;
    PEIL_TRY(auto device, neededText(store, kDevice));
    result.device = DeviceId(std::move(device));
    PEIL_TRY(result.cityCode, neededText(store, kCity));
    PEIL_TRY(result.server, neededText(store, kServer));
    PEIL_TRY(result.certificatePem, neededText(store, kCertificate));
    PEIL_TRY(result.authorityPem, neededText(store, kAuthority));
    PEIL_TRY(result.receiptKey, neededKey(store, kReceiptKey));
    PEIL_TRY(result.signerKey, neededKey(store, kSignerKey));
    return result;
}

Result<crypto::SigningKeyPair> signingKey(storage::LocalStore& store) {
    PEIL_TRY(auto bytes, needed(store, kSeed));
    auto seed = crypto::SecretKey::copyOf(bytes);
    crypto::wipe(bytes);
    if (!seed) return tl::unexpected<Error>(std::move(seed).error());
    return crypto::signingKeyPairFromSeed(std::move(*seed));
}

Result<std::string> tlsKey(storage::LocalStore& store) {
    return neededText(store, kTlsKey);
}

Result<std::string> textSetting(storage::LocalStore& store, std::string_view name) {
    PEIL_TRY(const auto value, store.setting(name));
    return value ? std::string(textOf(*value)) : std::string();
}

Result<> setTextSetting(storage::LocalStore& store, std::string_view name, std::string_view value) {
    return store.setSetting(name, bytesOf(value));
}

Result<std::optional<protocol::Manifest>> lastManifest(storage::LocalStore& store) {
    PEIL_TRY(const auto json, textSetting(store, kManifest));
    if (json.empty()) return std::optional<protocol::Manifest>();
    auto manifest = protocol::decodeManifest(json);
    if (!manifest) return std::optional<protocol::Manifest>();
    return std::optional(std::move(*manifest));
}

Result<> putManifest(storage::LocalStore& store, const protocol::Manifest& manifest, TimePoint now) {
    PEIL_CHECK(setTextSetting(store, kManifest, protocol::encodeManifest(manifest)));
    return setTextSetting(store, kLastSyncSetting, formatUtc(now));
}

Result<int> batchVersion(storage::LocalStore& store) {
    PEIL_TRY(const auto manifest, lastManifest(store));
    PEIL_TRY(const auto epoch, textSetting(store, kEpochSetting)); // no two servers have the same
    if (!manifest || manifest->epoch != epoch) return 1;
    return std::min(manifest->batchVersion, protocol::kBatchVersion);
}

Result<> putWitness(storage::LocalStore& store, ByteView checkpoint, const std::optional<protocol::Witness>& verdict,
                    TimePoint now) {
    if (!checkpoint.empty()) PEIL_CHECK(store.setSetting(kCheckpointSetting, checkpoint));
    if (verdict == protocol::Witness::PutBack) {
        PEIL_CHECK(setTextSetting(store, kAlarmSetting, ""));
        return setTextSetting(store, kServerPutBackSetting, formatUtc(now));
    }
    if (verdict != protocol::Witness::Contradicts) return {};
    PEIL_TRY(const auto since, textSetting(store, kAlarmSetting));
    return since.empty() ? setTextSetting(store, kAlarmSetting, formatUtc(now)) : Result<>();
}

Result<> putShiftPlace(storage::LocalStore& store, const ShiftPlace& place) {
    return setTextSetting(store, kPlaceSetting, formatUtc(place.until) + " " + place.siteCode);
}

Result<ShiftPlace> shiftPlace(storage::LocalStore& store) {
    PEIL_TRY(const auto text, textSetting(store, kPlaceSetting));
    const auto space = text.find(' ');
    const auto until = parseUtc(text.substr(0, space));
    if (!until || space == std::string::npos) return ShiftPlace{};
    return ShiftPlace{text.substr(space + 1), *until};
}

} // namespace peil::mobile
