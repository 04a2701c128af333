// SPDX-License-Identifier: Apache-2.0
#include "sheet_study.h"

#include "practice_study.h"

#include "peil/xlsform/compile.h"

#include <catch2/catch_test_macros.hpp>

namespace peil_test {

using namespace peil;

namespace {

constexpr const char* kStudyToml = R"(id = "kinds"
title = { en = "Every kind of question" }
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
)";

} // namespace

Result<mobile::FieldStudyPointer> putSheetStudy(storage::LocalStore& store, const std::string& survey,
                                                const std::string& choices, Rng& rng) {
    constexpr const char* kSettings = "form_title,form_id,version,default_language\nKinds,kinds,1,English (en)\n";
    PEIL_TRY(const auto workbook,
             xlsform::readCsvSheets({{"survey", survey}, {"choices", choices}, {"settings", kSettings}}));
    const auto compiled = xlsform::compile(workbook);
    for (const auto& diagnostic : compiled.diagnostics)
        UNSCOPED_INFO(describe(diagnostic));
    REQUIRE(compiled.ok());
    const auto signer = crypto::makeSigningKeyPair(rng);
    const auto recipient = crypto::makeBoxKeyPair(rng).publicKey;
    const auto toml =
        std::string(kStudyToml) + "[[recipient]]\nname = \"practice\"\nkey = \"" + toHex(recipient) + "\"\n";
    PEIL_TRY(const auto pack,
             study::StudyPack::build({{"study.toml", toBytes(toml)}, {"form.xml", toBytes(*compiled.xform)}}, signer));
    return mobile::putPractice(store, pack, signer.publicKey, "AMS", rng);
}

} // namespace peil_test
