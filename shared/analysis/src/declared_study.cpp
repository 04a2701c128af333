// SPDX-License-Identifier: Apache-2.0
#include "peil/analysis/declared_study.h"

#include "peil/base/file.h"
#include "peil/crypto/seal.h"
#include "peil/study/definition_json.h"

namespace peil::analysis {

constexpr std::uintmax_t kMaxStudyBytes = std::uintmax_t{64} << 20U;
Result<DeclaredStudy> readDeclaredStudy(const std::filesystem::path& place) {
    std::error_code ignored;
    const auto file = std::filesystem::is_directory(place, ignored) ? place / "study.toml" : place;
    PEIL_TRY(const auto toml, readTextFile(file, kMaxStudyBytes));
    PEIL_TRY(auto study, study::parseStudy(toml, file.string()));
    return DeclaredStudy{std::move(study), toHex(crypto::sha256(bytesOf(toml)))};
}

boost::json::value definitionsJson(const std::optional<DeclaredStudy>& declared, const RegisterFacts& used) {
    if (!declared) return nullptr;
    auto json = study::definitionsJson(declared->study);
    const auto& benchmark = declared->study.benchmark;
    json["register_as_declared"] =
        benchmark ? boost::json::value(isAsDeclared(used, *benchmark)) : boost::json::value(nullptr);
    return json;
}

} // namespace peil::analysis
