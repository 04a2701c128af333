// SPDX-License-Identifier: Apache-2.0
// Opening, settings, study packs and the list of interviews.
#include "local_impl.h"

namespace peil::storage {
namespace {

constexpr const char* kSummary =
    "SELECT i.id, i.state, i.form_hash, i.started_at, i.changed_at, i.subgroup, i.site, i.outcome, i.sequence, "
    "(SELECT count(*) FROM answers a WHERE a.interview=i.number AND (a.value<>'' OR a.reason<>'')) FROM interviews i "
    "WHERE (?1='' AND i.form_hash<>'') OR i.id=?1 ORDER BY i.number";

InterviewSummary summaryOf(const Statement& row) {
    InterviewSummary summary;
    summary.id = InterviewId(row.text(0));
    summary.state = static_cast<InterviewState>(row.integer(1));
    summary.formHash = row.text(2);
    summary.startedAt = timeFrom(row.integer(3));
    summary.changedAt = timeFrom(row.integer(4));
    summary.group = row.text(5);
    summary.site = row.text(6);
    summary.outcome = row.text(7);
    summary.sequence = row.integer(8);
    summary.answered = static_cast<int>(row.integer(9));
    return summary;
}

} // namespace

LocalStore::LocalStore(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}
LocalStore::LocalStore(LocalStore&&) noexcept = default;
LocalStore& LocalStore::operator=(LocalStore&&) noexcept = default;
LocalStore::~LocalStore() = default;

Result<LocalStore> LocalStore::open(const std::filesystem::path& file, const crypto::SecretKey& key,
                                    const Clock& clock) {
    PEIL_TRY(auto database, Database::open(file, key, Profile::Tablet, localMigrations()));
    return LocalStore(std::make_unique<Impl>(Impl{std::move(database), &clock}));
}

Result<std::optional<Bytes>> LocalStore::setting(std::string_view name) {
    return Query(m_impl->database, "SELECT value FROM settings WHERE name=?1", name).row([](const Statement& row) {
        return row.blob(0);
    });
}

Result<> LocalStore::setSetting(std::string_view name, ByteView value) {
    return Query(m_impl->database,
                 "INSERT INTO settings(name, value) VALUES(?1, ?2) "
                 "ON CONFLICT(name) DO UPDATE SET value=excluded.value",
                 name, value)
        .run();
}

Result<> LocalStore::setSettings(std::span<const Setting> settings) {
    return m_impl->database.transaction([&]() -> Result<> {
        for (const auto& one : settings)
            PEIL_CHECK(setSetting(one.name, one.value));
        return {};
    });
}

Result<> LocalStore::putPack(std::string_view hash, ByteView pack, std::span<const Setting> settings) {
    return m_impl->database.transaction([&]() -> Result<> {
        for (const auto& one : settings)
            PEIL_CHECK(setSetting(one.name, one.value));
        PEIL_CHECK(Query(m_impl->database, "DELETE FROM packs WHERE hash=?1", hash).run());
        return Query(m_impl->database,
                     "INSERT INTO packs(ordinal, hash, pack) VALUES("
                     "(SELECT coalesce(max(ordinal), 0) + 1 FROM packs), ?1, ?2)",
                     hash, pack)
            .run();
    });
}

Result<std::optional<Bytes>> LocalStore::pack(std::string_view hash) {
    return Query(m_impl->database, "SELECT pack FROM packs WHERE hash=?1", hash).row([](const Statement& row) {
        return row.blob(0);
    });
}

Result<std::optional<std::string>> LocalStore::currentPackHash() {
    return Query(m_impl->database, "SELECT hash FROM packs ORDER BY ordinal DESC LIMIT 1")
        .row([](const Statement& row) { return row.text(0); });
}

Result<std::vector<InterviewSummary>> LocalStore::interviews() {
    return Query(m_impl->database, kSummary, "").rows(summaryOf);
}

Result<InterviewSummary> LocalStore::interview(const InterviewId& id) {
    PEIL_CHECK(m_impl->find(id));
    PEIL_TRY(auto select, m_impl->database.prepare(kSummary));
    PEIL_CHECK(select.bind(1, id.text()).step());
    return summaryOf(select);
}

Result<Ledger> LocalStore::ledger() {
    PEIL_TRY(
        auto select,
        m_impl->database.prepare(
            "SELECT (SELECT count(*) FROM interviews WHERE state=1), (SELECT count(*) FROM interviews WHERE state>=2), "
            "(SELECT count(*) FROM interviews WHERE state>=3), "
            "(SELECT count(*) FROM items WHERE state=2 AND kind='interview'), "
            "(SELECT count(*) FROM items WHERE state=2), (SELECT value FROM counters WHERE name='sequence')"));
    PEIL_CHECK(select.step());
    return Ledger{select.integer(0), select.integer(1), select.integer(2),
                  select.integer(3), select.integer(4), select.integer(5)};
}

} // namespace peil::storage
