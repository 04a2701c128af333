// SPDX-License-Identifier: Apache-2.0
#include "interview_run.h"

#include "device_settings.h"
#include "sealing.h"

#include <algorithm>

namespace peil::mobile {
namespace {

constexpr std::string_view kUuidPrefix = "uuid:";

/// The form's own name of a language that is given by name or code; empty (the form's default) when it has none such.
std::string languageName(const forms::FormDefinition& form, const std::string& requested) {
    for (const auto& language : form.languages()) {
        if (!requested.empty() && (language.name == requested || language.code == requested)) return language.name;
    }
    return {};
}

forms::Environment environment(const FieldStudy& study, const InterviewSetting& setting, const Clock& clock, Rng& rng) {
    forms::Environment world;
    world.clock = &clock;
    world.rng = &rng;
    world.timeZone = study.study().timeZone;
    world.deviceId = setting.device.text();
    world.language = languageName(*study.form, setting.language);
    world.digest = [](std::string_view algorithm, std::span<const std::uint8_t> bytes) {
        return crypto::digest(algorithm, bytes);
    };
    world.verifySignature = [](auto message, auto signature, auto key) {
        return crypto::verify(message, signature, key);
    };
    world.property = [device = setting.device.text()](std::string_view name) {
        return name == "deviceid" ? device : std::string();
    };
    return world;
}

/// Sets `field` to `value` when the form has it and does not work it out itself.
void preset(forms::Environment& world, const FieldStudy& study, std::string_view field, std::string value) {
    const auto& fields = study.form->fields();
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto& info) { return info.name == field; });
    if (found != fields.end() && !found->calculated) world.presets.emplace_back(found->path, std::move(value));
}

/// A value that the form's choices allow: `preferred` when it is one of them or the field is free, else `other`.
std::string allowed(const FieldStudy& study, std::string_view field, const std::string& preferred,
                    const std::string& other) {
    for (const auto& info : study.form->fields()) {
        if (info.name != field || info.choices.empty()) continue;
        const auto has = [&info](const std::string& value) {
            return std::any_of(info.choices.begin(), info.choices.end(),
                               [&](const auto& choice) { return choice.value == value; });
        };
        return !has(preferred) && has(other) ? other : preferred;
    }
    return preferred;
}

Result<> addPresets(forms::Environment& world, const FieldStudy& study, const InterviewSetting& setting) {
    const auto* city = study.study().city(setting.cityCode);
    const auto* site = study.study().site(setting.siteCode);
    if (city == nullptr || site == nullptr)
        return fail(FieldErrc::UnknownSite, "The study has no site " + setting.siteCode + " in " + setting.cityCode +
                                                "; choose one of its sites.");
    const auto& names = study.study().fields;
    preset(world, study, names.city, allowed(study, names.city, city->name, city->code));
    preset(world, study, names.site, site->code);
    preset(world, study, "city_code", city->code);
    preset(world, study, study::kSiteTypeField, site->type);
    if (!setting.requested.empty())
        preset(world, study, "instanceID", std::string(kUuidPrefix) + setting.requested.text());
    return {};
}

std::string lastStep(std::string_view path) {
    const auto slash = path.rfind('/');
    auto name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    return std::string(name.substr(0, name.find('[')));
}

std::vector<protocol::OpenField> openFields(const forms::Session& session) {
    std::vector<protocol::OpenField> open;
    for (const auto& field : session.finalFields()) {
        if (field.fieldClass != forms::FieldClass::Sealed)
            open.push_back({lastStep(field.path), field.value, field.reason});
    }
    return open;
}

std::string_view valueOf(const protocol::EnvelopeHeader& header, std::string_view name) {
    const auto* field = header.field(name);
    return field == nullptr ? std::string_view{} : std::string_view{field->value};
}

} // namespace

InterviewRun::InterviewRun(FieldStudyPointer study, forms::Session session, InterviewId id, InterviewSetting setting,
                           const Clock& clock, Rng& rng)
    : m_study(std::move(study))
    , m_session(std::make_unique<forms::Session>(std::move(session)))
    , m_id(std::move(id))
    , m_setting(std::move(setting))
    , m_clock(&clock)
    , m_rng(&rng) {}

Result<InterviewRun> InterviewRun::start(FieldStudyPointer study, const InterviewSetting& setting, const Clock& clock,
                                         Rng& rng, storage::DraftChange& first) {
    auto world = environment(*study, setting, clock, rng);
    PEIL_CHECK(addPresets(world, *study, setting));
    forms::Changes initial;
    PEIL_TRY(auto session, forms::Session::start(study->form, std::move(world), &initial));
    auto id = setting.requested;
    if (id.empty()) {
        const auto text = session.instanceId();
        const auto uuid =
            parseUuid(text.starts_with(kUuidPrefix) ? std::string_view(text).substr(kUuidPrefix.size()) : text);
        id = InterviewId(uuid ? *uuid : makeUuid(rng)); // a form without meta/instanceID has no id
    }
    first = draftChange(initial, session.screens().empty() ? std::string() : session.screens().front().key);
    first.language = session.language();
    return InterviewRun(std::move(study), std::move(session), std::move(id), setting, clock, rng);
}

Result<InterviewRun> InterviewRun::resume(FieldStudyPointer study, const InterviewId& id,
                                          const InterviewSetting& setting, const Clock& clock, Rng& rng,
                                          std::span<const storage::AnswerRow> rows) {
    std::vector<forms::StoredRow> stored;
    stored.reserve(rows.size());
    for (const auto& row : rows)
        stored.push_back({row.path, row.value, row.reason});
    PEIL_TRY(auto session, forms::Session::restore(study->form, environment(*study, setting, clock, rng), stored));
    return InterviewRun(std::move(study), std::move(session), id, setting, clock, rng);
}

std::string InterviewRun::valueOf(std::string_view fieldName) const {
    const auto path = m_study->pathOf(fieldName);
    if (path.empty()) return {};
    const auto node = m_session->find(path);
    return node && m_session->isRelevant(*node) ? m_session->value(*node) : std::string();
}

InterviewRun::Label InterviewRun::label() const {
    const auto& names = m_study->study().fields;
    return {valueOf(names.group), valueOf(names.site), valueOf(names.outcome)};
}

Result<forms::Changes> InterviewRun::note(std::string_view fieldName, std::string_view value) {
    const auto path = m_study->pathOf(fieldName);
    const auto node = path.empty() ? std::nullopt : m_session->find(path);
    if (!node || m_session->value(*node) == value) return forms::Changes();
    return m_session->answer(*node, value);
}

Result<forms::Changes> InterviewRun::breakOff(std::string_view reason) {
    return note(kBrokenOffField, reason);
}

Result<forms::Changes> InterviewRun::interrupt(std::string_view reason) {
    const auto before = valueOf(kInterruptionsField);
    return note(kInterruptionsField, before.empty() ? std::string(reason) : before + " " + std::string(reason));
}

std::string InterviewRun::outcomeWord(Outcome outcome) const {
    auto word = label().outcome;
    const bool complete = word.empty() || word == idOf(Outcome::Complete);
    return complete ? std::string(idOf(outcome)) : word;
}

Result<> InterviewRun::skipWhatIsOpen() {
    // An answer can open new questions; each round closes what the one before opened.
    for (std::size_t round = 0; round <= m_study->form->fields().size(); ++round) {
        const auto open = m_session->violations();
        if (open.empty()) return {};
        for (const auto& violation : open) {
            if (m_session->isRelevant(violation.node))
                PEIL_CHECK(m_session->answerNone(violation.node, forms::NoAnswer::Skipped));
        }
    }
    return {};
}

Result<> InterviewRun::endSession(Outcome outcome) {
    if (outcome == Outcome::BrokenOff) PEIL_CHECK(skipWhatIsOpen());
    if (const auto open = m_session->violations(); !open.empty())
        return fail(FieldErrc::NotComplete, "The question " + lastStep(open.front().path) +
                                                " has no valid answer; answer it, or give a reason for no answer.");
    PEIL_CHECK(m_session->finalise());
    return {};
}

Result<> InterviewRun::reopen() {
    auto world = environment(*m_study, m_setting, *m_clock, *m_rng);
    world.language = m_session->language();
    PEIL_TRY(auto session, forms::Session::restore(m_study->form, std::move(world), m_beforeEnd));
    *m_session = std::move(session);
    return {};
}

Result<Sealable> InterviewRun::finish(Outcome outcome, const DeviceId& device, const Clock& clock) {
    m_beforeEnd = m_session->storedRows();
    if (const auto ended = endSession(outcome); !ended) {
        PEIL_CHECK(reopen());
        return tl::unexpected<Error>(ended.error());
    }
    Sealable sealable;
    sealable.study = m_study;
    auto& header = sealable.header;
    header.study = m_study->study().id;
    header.formHash = m_study->pack.formHash();
    header.interview = m_id;
    header.device = device;
    header.finalisedAt = formatUtc(clock.now());
    header.outcome = outcomeWord(outcome);
    header.open = openFields(*m_session);
    sealable.record = m_session->submissionXml();
    return sealable;
}

storage::DraftChange draftChange(const forms::Changes& changes, std::string_view position) {
    storage::DraftChange result;
    result.rows.reserve(changes.rows.size());
    for (const auto& row : changes.rows)
        result.rows.push_back({row.path, row.value, row.reason});
    result.removedPrefixes = changes.removedPrefixes;
    result.position = std::string(position);
    return result;
}

Result<std::int64_t> sealInterview(storage::LocalStore& store, Outbox& outbox, const Sealable& sealable, Rng& rng) {
    PEIL_TRY(const auto signing, signingKey(store));
    const auto& id = sealable.header.interview;
    const auto seal = [&](std::int64_t sequence) -> Result<Bytes> {
        auto header = sealable.header;
        header.sequence = sequence;
        // The list then says of it what the server will: also where the header overrules the form's outcome.
        const auto& names = sealable.study->study().fields;
        PEIL_CHECK(
            store.label(header.interview, valueOf(header, names.group), valueOf(header, names.site), header.outcome));
        return protocol::sealEnvelope(std::move(header), bytesOf(sealable.record), sealable.study->recipients, signing,
                                      rng);
    };
    return sealItem(store, outbox, {id}, seal,
                    [&](const storage::LocalStore::Seal& how) { return store.finalise(id, how); });
}

} // namespace peil::mobile
