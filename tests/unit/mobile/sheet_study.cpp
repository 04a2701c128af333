// SPDX-License-Identifier: Apache-2.0
#include "sheet_study.h"

#include "practice_study.h"

#include "peil/xlsform/compile.h"

namespace peil_test {

using namespace peil;

namespace {

constexpr const char* kStudyToml = R"(id = "test"
title = { en = "The questionnaire of a test" }
starts_on = 2023-07-03
ends_on = 2024-07-14
[[city]]
code = "AMS"
name = "Amsterdam"
[[city.site]]
code = "AMS-02"
type = "drop_in"
name = "Drop-in"
[[group]]
id = "all"
label = { en = "All" }
[[recipient]]
name = "practice"
key = ")";

} // namespace

Result<mobile::FieldStudyPointer> putFormStudy(storage::LocalStore& store, std::string_view xform, Rng& rng,
                                               study::PackFiles media) {
    const auto signer = crypto::makeSigningKeyPair(rng);
    const auto toml = kStudyToml + toHex(crypto::makeBoxKeyPair(rng).publicKey) + "\"\n";
    media["study.toml"] = toBytes(toml);
    media["form.xml"] = toBytes(xform);
    PEIL_TRY(const auto pack, study::StudyPack::build(media, signer));
    return mobile::putPractice(store, pack, signer.publicKey, "AMS", rng);
}

Result<mobile::FieldStudyPointer> putSheetStudy(storage::LocalStore& store, const std::string& survey,
                                                const std::string& choices, Rng& rng, study::PackFiles media) {
    constexpr const char* kSettings = "form_title,form_id,version,default_language\nKinds,kinds,1,English (en)\n";
    PEIL_TRY(const auto workbook,
             xlsform::readCsvSheets({{"survey", survey}, {"choices", choices}, {"settings", kSettings}}));
    const auto compiled = xlsform::compile(workbook);
    for (const auto& diagnostic : compiled.diagnostics)
        if (diagnostic.severity == Severity::Error) return fail(mobile::FieldErrc::BadStudy, describe(diagnostic));
    return putFormStudy(store, *compiled.xform, rng, std::move(media));
}

} // namespace peil_test
