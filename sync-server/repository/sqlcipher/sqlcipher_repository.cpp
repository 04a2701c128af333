// SPDX-License-Identifier: Apache-2.0
// The embedded store: one connection, one thread that owns it, and one commit for all units that wait (group commit).
// One connection is not a shortcut: the SQLite inside SQLCipher 4.6 may corrupt a WAL that two connections write or
// checkpoint.
#include "peil/base/error.h"
#include "peil/storage/database.h"
#include "repository/sqlcipher/mark.h"
#include "repository/sqlcipher/schema.h"
#include "repository/sqlcipher/sqlcipher_records.h"

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>

namespace peil::server::repository {

namespace {

constexpr std::size_t kUnitsPerCommit = 64;
constexpr std::chrono::seconds kMarkEvery{1};
constexpr std::string_view kMarkFile = "server.mark";

Error closedError() {
    return {make_error_code(RepositoryErrc::Closed),
            "The store is closed after a failure of its disk; check the disk and start the server again."};
}

/// Errors after which the connection cannot be trusted: nothing may be acknowledged (CONTRACT.md, P10).
bool endsAll(const Error& error) {
    return error.code == storage::StorageErrc::IoError || error.code == storage::StorageErrc::Corrupt;
}

/// Errors of the store, as opposed to a refusal by the unit itself.
bool undoesAll(const Error& error) {
    return isOf<storage::StorageErrc>(error) && error.code != storage::StorageErrc::Constraint &&
           error.code != storage::StorageErrc::NotFound;
}

class SqlcipherRepository final : public Repository {
public:
    SqlcipherRepository(storage::Database database, const OpenOptions& options, Mark mark)
        : m_db(std::move(database))
        , m_records(m_db)
        , m_markFile(options.folder / kMarkFile)
        , m_beforeCommit(options.beforeCommit)
        , m_onFailure(options.onFailure)
        , m_mark(std::move(mark))
        , m_writtenMark(m_mark)
        , m_thread([this] { runQueue(); }) {}

    ~SqlcipherRepository() override {
        {
            const std::lock_guard lock(m_mutex);
            m_closing = true;
        }
        m_wake.notify_one();
        m_thread.join();
    }

    Result<> write(const Work& work) override { return enqueue(m_writes, work); }
    Result<> read(const Work& work) override { return enqueue(m_reads, work); }

private:
    struct Unit {
        const Work* work;
        std::promise<Result<>>* done;
        Result<> result;
    };
    using Queue = std::deque<Unit>;

    Result<> enqueue(Queue& queue, const Work& work);
    void runQueue();
    [[nodiscard]] Queue takeSome(Queue& queue);
    void commit(Queue units);
    Result<> runAll(Queue& units);
    Result<> runOne(Unit& unit);
    Result<> countUnits(std::size_t units);
    void answer(Queue& units, const Result<>& outcome);
    void noteFailure(const Result<>& outcome);
    void writeMarkNow();

    storage::Database m_db;
    Records m_records;
    std::filesystem::path m_markFile;
    Work m_beforeCommit;
    std::function<void(const Error&)> m_onFailure;
    Mark m_mark, m_writtenMark;
    std::chrono::steady_clock::time_point m_markedAt{};
    bool m_broken = false;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    Queue m_writes, m_reads;
    bool m_closing = false;
    std::thread m_thread; // last: starts when all else is there
};

Result<> SqlcipherRepository::enqueue(Queue& queue, const Work& work) {
    std::promise<Result<>> done;
    auto result = done.get_future();
    {
        const std::lock_guard lock(m_mutex);
        if (m_closing) return tl::unexpected(closedError());
        queue.push_back({&work, &done, {}});
    }
    m_wake.notify_one();
    return result.get(); // an exception of `work` comes out here
}

void SqlcipherRepository::runQueue() {
    for (;;) {
        Queue writes, reads;
        bool closing = false;
        {
            std::unique_lock lock(m_mutex);
            const auto hasWork = [this] { return m_closing || !m_writes.empty() || !m_reads.empty(); };
            if (m_mark == m_writtenMark)
                m_wake.wait(lock, hasWork);
            else
                m_wake.wait_for(lock, kMarkEvery, hasWork);
            writes = takeSome(m_writes);
            reads = takeSome(m_reads);
            closing = m_closing;
        }
        if (!writes.empty()) commit(std::move(writes));
        for (auto& unit : reads) {
            unit.result = m_broken ? tl::unexpected(closedError()) : runOne(unit);
            noteFailure(unit.result);
        }
        answer(reads, {});
        const auto now = std::chrono::steady_clock::now();
        if (m_mark != m_writtenMark && (closing || now - m_markedAt >= kMarkEvery)) writeMarkNow();
        const std::lock_guard lock(m_mutex);
        if (m_closing && m_writes.empty() && m_reads.empty()) return;
    }
}

SqlcipherRepository::Queue SqlcipherRepository::takeSome(Queue& queue) {
    Queue taken;
    for (; !queue.empty() && taken.size() < kUnitsPerCommit; queue.pop_front())
        taken.push_back(queue.front());
    return taken;
}

/// All units in one transaction. Their callers are answered only when COMMIT has returned.
void SqlcipherRepository::commit(Queue units) {
    if (m_broken) return answer(units, tl::unexpected(closedError()));
    auto outcome = m_db.transaction([&] { return runAll(units); });
    if (outcome) m_mark.units += static_cast<std::int64_t>(units.size());
    noteFailure(outcome);
    answer(units, outcome);
}

void SqlcipherRepository::noteFailure(const Result<>& outcome) {
    if (outcome || m_broken || !endsAll(outcome.error())) return;
    m_broken = true;
    if (m_onFailure) m_onFailure(outcome.error());
}

Result<> SqlcipherRepository::runAll(Queue& units) {
    for (auto& unit : units) {
        PEIL_TRY(auto begin, m_db.prepare("SAVEPOINT unit"));
        PEIL_CHECK(begin.run());
        unit.result = runOne(unit);
        if (!unit.result) {
            if (undoesAll(unit.result.error())) return tl::unexpected(unit.result.error());
            PEIL_TRY(auto undo, m_db.prepare("ROLLBACK TO unit"));
            PEIL_CHECK(undo.run());
        }
        PEIL_TRY(auto end, m_db.prepare("RELEASE unit"));
        PEIL_CHECK(end.run());
    }
    if (m_beforeCommit) PEIL_CHECK(m_beforeCommit(m_records));
    return countUnits(units.size());
}

Result<> SqlcipherRepository::runOne(Unit& unit) {
    try {
        return (*unit.work)(m_records);
    } catch (...) {
        unit.done->set_exception(std::current_exception());
        unit.done = nullptr;
        return tl::unexpected(closedError());
    }
}

Result<> SqlcipherRepository::countUnits(std::size_t units) {
    return Query(m_db, "UPDATE server_state SET units=units+?1", units).run();
}

void SqlcipherRepository::answer(Queue& units, const Result<>& outcome) {
    for (auto& unit : units) {
        if (unit.done == nullptr) continue; // its exception was handed over already
        unit.done->set_value(outcome ? unit.result : outcome);
    }
}

/// A mark that is behind only makes the check weaker, so a failure is tried again later and harms no one.
void SqlcipherRepository::writeMarkNow() {
    m_markedAt = std::chrono::steady_clock::now();
    if (writeMark(m_markFile, m_mark)) m_writtenMark = m_mark;
}

Result<Mark> stateOf(storage::Database& database) {
    PEIL_TRY(auto select, database.prepare("SELECT epoch, units FROM server_state"));
    PEIL_TRY(const bool found, select.step());
    if (!found) return Mark{};
    return Mark{select.text(0), select.integer(1)};
}

Result<> beginEpoch(storage::Database& database, const std::string& epoch) {
    return database.transaction([&]() -> Result<> {
        PEIL_TRY(
            auto insert,
            database.prepare("INSERT INTO server_state(id, epoch, audit_head, units) VALUES(1, ?1, zeroblob(32), 0) "
                             "ON CONFLICT(id) DO UPDATE SET epoch = excluded.epoch"));
        return insert.bind(1, epoch).run();
    });
}

Error olderError(const std::filesystem::path& folder, std::string_view why) {
    return {make_error_code(RepositoryErrc::OlderThanMark),
            "The store in \"" + folder.string() + "\" " + std::string(why) +
                "; if it was restored from a backup, start once with --restored so that tablets resend missing "
                "interviews."};
}

/// What the store and its mark say about each other.
Result<> compare(const OpenOptions& options, const std::optional<Mark>& mark, const Mark& store) {
    const bool fresh = store.epoch.empty();
    if (options.restored == OpenOptions::Restored::Yes) return {};
    if (mark && fresh && mark->units > 0)
        return tl::unexpected(olderError(options.folder, "is missing, but its mark file is not"));
    if (!mark && !fresh) return tl::unexpected(olderError(options.folder, "has no mark file beside it"));
    if (mark && !fresh && (mark->epoch != store.epoch || mark->units > store.units))
        return tl::unexpected(olderError(options.folder, "is older than its mark file"));
    return {};
}

} // namespace

Result<std::unique_ptr<Repository>> createSqlcipherRepository(const OpenOptions& options, const crypto::SecretKey& key,
                                                              Rng& rng) {
    const auto markFile = options.folder / kMarkFile;
    const bool restored = options.restored == OpenOptions::Restored::Yes;
    auto mark = readMark(markFile);
    if (!mark && !restored) return tl::unexpected(mark.error());
    std::error_code ignored;
    const auto file = options.folder / "server.db";
    if (!std::filesystem::exists(file, ignored)) PEIL_CHECK(compare(options, mark ? *mark : std::nullopt, {}));
    PEIL_TRY(auto database, storage::Database::open(file, key, storage::Profile::Server, serverMigrations()));
    PEIL_TRY(auto state, stateOf(database));
    PEIL_CHECK(compare(options, mark ? *mark : std::nullopt, state));
    // A copy made while a server was writing may open but be incomplete.
    if (restored) PEIL_CHECK(database.checkIntegrity());
    if (state.epoch.empty() || restored) {
        // The mark goes first: a crash between the two leaves a mark of zero units, which no store is older than.
        const bool keepEpoch = !restored && *mark && (*mark)->units == 0;
        state.epoch = keepEpoch ? (*mark)->epoch : makeUuid(rng);
        PEIL_CHECK(writeMark(markFile, {state.epoch, 0}));
        PEIL_CHECK(beginEpoch(database, state.epoch));
    }
    return std::make_unique<SqlcipherRepository>(std::move(database), options, std::move(state));
}

} // namespace peil::server::repository
