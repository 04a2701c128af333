// SPDX-License-Identifier: Apache-2.0
#pragma once

// The server's services over a real store in a temporary folder, with a clock that the test moves.

#include "api/routes.h"
#include "peil/storage/database.h"
#include "peil_test/clock.h"
#include "peil_test/result.h"
#include "peil_test/rng.h"
#include "peil_test/temporary_folder.h"
#include "repository/sqlcipher/schema.h"
#include "services/checkpoints.h"
#include "test_study.h"

namespace server_test {

using namespace peil;
using namespace peil::server;
using peil_test::need;

struct ServerFixture {
    peil_test::TemporaryFolder folder;
    peil_test::ManualClock clock;
    peil_test::SeededRng rng{11};
    services::ServerKeys keys = need(services::openServerKeys(folder.path(), {"127.0.0.1"}, clock.now(), rng));
    std::unique_ptr<repository::Repository> repository = opened(repository::OpenOptions::Restored::No);
    std::unique_ptr<services::StudyPublishing> studies = need(services::StudyPublishing::create(*repository, clock));
    services::OpenTable openTable;
    services::Enrolment enrolment{*repository, *studies, keys, "https://127.0.0.1:1", clock, rng};
    services::Intake intake{*repository, openTable, keys.receiptKey.clone(), clock};
    services::Monitoring monitoring{openTable, *studies};
    std::chrono::steady_clock::time_point steadyNow{std::chrono::hours{1}};
    services::SteadyClock steadyClock = [this] { return steadyNow; };
    services::Auth auth{*repository, clock, steadyClock, rng};
    services::Users users{*repository, clock, rng};
    services::ApiTokens tokens{*repository, clock, rng};
    services::TryLimiter enrolmentTries{steadyClock, api::kFreeEnrolmentTries};
    services::Tombstones tombstones{folder.path(), keys.receiptKey.clone()};
    services::Review review{*repository, openTable, tombstones, clock};
    services::DeviceActs deviceActs{*repository, clock};
    services::QuarantineDesk quarantine{*repository, openTable, keys.receiptKey.clone(), clock};
    std::vector<std::string> reports;
    api::Context context{
        *repository, *studies,       enrolment, intake,
        openTable,   monitoring,     auth,      users,
        tokens,      enrolmentTries, review,    deviceActs,
        quarantine,  keys,           clock,     [this](const std::string& sentence) { reports.push_back(sentence); }};

    /// The store as a server opens it.
    [[nodiscard]] std::unique_ptr<repository::Repository> opened(repository::OpenOptions::Restored restored) {
        return need(repository::createSqlcipherRepository(
            {.folder = folder.path(),
             .restored = restored,
             .beforeCommit = services::checkpointSigner(keys.receiptKey.clone(), clock)},
            keys.databaseKey, rng));
    }
    /// Replaces the store by one of schema version `version` with these rows, and opens that as a server does.
    void startFromVersion(std::size_t version, std::initializer_list<const char*> inserts) {
        repository.reset();
        for (const auto* file : {"server.db", "server.db-wal", "server.mark"})
            std::filesystem::remove(folder.path() / file);
        {
            auto old =
                need(storage::Database::open(folder.path() / "server.db", keys.databaseKey, storage::Profile::Server,
                                             repository::serverMigrations().first(version)));
            for (const auto* sql : inserts)
                need(need(old.prepare(sql)).run());
        }
        repository = need(repository::createSqlcipherRepository({folder.path(), repository::OpenOptions::Restored::Yes},
                                                                keys.databaseKey, rng));
    }
    void publish(const integration::TestStudy& study) {
        need(studies->publish(study.pack, study.signer.publicKey, "root"));
    }
};

} // namespace server_test
