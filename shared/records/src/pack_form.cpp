// SPDX-License-Identifier: Apache-2.0
#include "peil/records/pack_form.h"

#include "peil/records/error.h"

namespace peil::records {

Result<PackForm> readPackForm(study::StudyPack pack) {
    const auto media = [&pack](std::string_view uri) { return pack.resource(uri); };
    auto parsed = forms::FormDefinition::parse(pack.form(), media);
    if (!parsed.form)
        return fail(RecordsErrc::BadInput, "The form in the study pack has errors; run peil form check on its sheets.");
    PEIL_TRY(auto rules, RuleBook::create(pack.form(), *parsed.form, pack.study(), media));
    auto repeats = repeatsOf(*parsed.form);
    return PackForm{std::move(pack), std::move(parsed.form), std::move(rules), std::move(repeats)};
}

} // namespace peil::records
