// SPDX-License-Identifier: Apache-2.0
#include "practice_study.h"

#include "peil/xlsform/compile.h"

#include <QtCore/qfile.h>

inline void initPracticeResources() {
    Q_INIT_RESOURCE(practice);
}

namespace peil::mobile {
namespace {

std::string bundled(const char* name) {
    QFile file(QStringLiteral(":/practice/") + QString::fromLatin1(name));
    if (!file.open(QIODevice::ReadOnly)) return {};
    return file.readAll().toStdString();
}

Result<std::string> compiledForm() {
    PEIL_TRY(const auto workbook, xlsform::readCsvSheets({{"survey", bundled("survey.csv")},
                                                          {"choices", bundled("choices.csv")},
                                                          {"settings", bundled("settings.csv")}}));
    auto compiled = xlsform::compile(workbook);
    if (compiled.ok()) return std::move(*compiled.xform);
    return fail(FieldErrc::BadStudy, describe(compiled.diagnostics.front()));
}

} // namespace

Result<Bytes> practicePack(const crypto::SigningKeyPair& signer, const crypto::PublicKey& recipient) {
    initPracticeResources();
    PEIL_TRY(const auto form, compiledForm());
    const auto toml =
        bundled("study.toml") + "\n[[recipient]]\nname = \"practice\"\nkey = \"" + toHex(recipient) + "\"\n";
    return study::StudyPack::build({{"study.toml", toBytes(toml)}, {"form.xml", toBytes(form)}}, signer);
}

Result<FieldStudyPointer> putPracticeStudy(storage::LocalStore& store, std::string_view cityCode, Rng& rng) {
    const auto signer = crypto::makeSigningKeyPair(rng);
    PEIL_TRY(const auto pack, practicePack(signer, crypto::makeBoxKeyPair(rng).publicKey));
    return putPractice(store, pack, signer.publicKey, cityCode, rng);
}

Result<FieldStudyPointer> putPractice(storage::LocalStore& store, ByteView pack, const crypto::PublicKey& signer,
                                      std::string_view cityCode, Rng& rng) {
    PEIL_TRY(const auto opened, study::StudyPack::open(pack, signer));
    Enrolment owner;
    owner.device = DeviceId(makeUuid(rng));
    owner.cityCode = std::string(cityCode);
    owner.server = "https://127.0.0.1:9"; // the discard port: nothing answers
    owner.signerKey = signer;
    owner.receiptKey = crypto::makeSigningKeyPair(rng).publicKey; // of a server that there is not
    PEIL_CHECK(putEnrolment(store, owner, crypto::makeSigningKeyPair(rng), "", ""));
    return takePack(store, opened.hash(), pack, signer);
}

} // namespace peil::mobile
