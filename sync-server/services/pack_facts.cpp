// SPDX-License-Identifier: Apache-2.0
#include "services/pack_facts.h"

#include "peil/base/bytes.h"
#include "peil/crypto/key_file.h"
#include "peil/forms/definition.h"
#include "services/error.h"

#include <algorithm>

namespace peil::server::services {
namespace {

/// A form that cannot be read leaves what the study counts with.
void addFieldsOf(const study::Study& study, protocol::PackFacts& facts) {
    const auto& names = study.fields;
    for (const auto& name : {names.city, names.site, names.group, names.week, names.inCare, names.weight, names.outcome,
                             study.cleaning.consent})
        facts.openFields.insert(name);
    if (study.trait) facts.openFields.insert(study.trait->field);
    facts.numberFields.insert(names.weight);
}

void addFieldsOf(const forms::FormDefinition& form, protocol::PackFacts& facts) {
    for (const auto& field : form.fields()) {
        if (field.fieldClass == forms::FieldClass::Sealed) continue;
        facts.openFields.insert(field.name);
        if (field.type == forms::DataType::Integer || field.type == forms::DataType::Decimal)
            facts.numberFields.insert(field.name);
    }
}

std::string fingerprintOf(const study::Recipient& recipient) {
    const auto bytes = fromHex(recipient.publicKeyHex);
    if (!bytes || bytes->size() != crypto::kKeyBytes) return {};
    crypto::PublicKey key{};
    std::ranges::copy(*bytes, key.begin());
    return crypto::fingerprint(key);
}

} // namespace

protocol::PackFacts factsOf(const study::StudyPack& pack) {
    protocol::PackFacts facts;
    const auto& study = pack.study();
    facts.study = study.id;
    facts.formHash = pack.formHash();
    facts.cityField = study.fields.city;
    for (const auto& recipient : study.recipients)
        facts.recipients.insert(fingerprintOf(recipient));
    for (const auto& city : study.cities) {
        facts.cityCodes[city.code] = city.code;
        facts.cityCodes[city.name] = city.code;
        for (const auto& site : city.sites)
            facts.siteCities[site.code] = city.code;
    }
    const auto parsed =
        forms::FormDefinition::parse(pack.form(), [&pack](std::string_view uri) { return pack.resource(uri); });
    if (parsed.form)
        addFieldsOf(*parsed.form, facts);
    else
        addFieldsOf(study, facts);
    return facts;
}

Result<std::vector<protocol::PackFacts>> PublishedFacts::all(repository::Records& records) {
    PEIL_TRY(const auto hashes, records.packHashes());
    const std::lock_guard lock(m_mutex);
    std::vector<protocol::PackFacts> facts;
    for (const auto& hash : hashes) {
        auto known = m_byHash.find(hash);
        if (known == m_byHash.end()) {
            PEIL_TRY(const auto current, records.currentPack());
            PEIL_TRY(const auto bytes, records.packBytes(hash));
            if (!current || !bytes) return fail(ServiceErrc::UnknownPack);
            PEIL_TRY(const auto pack, study::StudyPack::open(*bytes, current->signer));
            known = m_byHash.emplace(hash, factsOf(pack)).first;
        }
        facts.push_back(known->second);
    }
    return facts;
}

} // namespace peil::server::services
