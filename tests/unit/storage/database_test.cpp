// SPDX-License-Identifier: Apache-2.0
#include "file_bytes.h"
#include "store_fixture.h"

#include <limits>

using namespace peil;
using namespace peil::storage;
using namespace store_test;
using peil_test::need;

namespace {

constexpr std::array<Migration, 1> kFirst{{{1, "CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT UNIQUE) STRICT"}}};
constexpr std::array<Migration, 2> kSecond{{kFirst[0], {2, "ALTER TABLE t ADD COLUMN w TEXT NOT NULL DEFAULT 'new'"}}};

struct File {
    peil_test::TemporaryFolder folder;
    std::filesystem::path path = folder.path() / "x.db";

    Result<Database> open(Profile profile = Profile::Tablet, std::span<const Migration> migrations = kFirst) const {
        return Database::open(path, keyOf(1), profile, migrations);
    }
};

Result<> insert(Database& database, std::string_view value) {
    PEIL_TRY(auto statement, database.prepare("INSERT INTO t(v) VALUES(?1)"));
    return statement.bind(1, value).run();
}

std::int64_t countRows(Database& database) {
    auto statement = need(database.prepare("SELECT count(*) FROM t"));
    REQUIRE(need(statement.step()));
    return statement.integer(0);
}

} // namespace

TEST_CASE("every kind of value reads back as it was bound", "[storage][database]") {
    const File f;
    auto database = need(f.open());
    auto select = need(database.prepare("SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7"));
    const std::string withZero("a\0b", 3);
    select.bind(1, withZero).bind(2, std::numeric_limits<std::int64_t>::min()).bind(3, 0.1).bindBlob(4, Bytes{0, 255});
    select.bindNull(5).bind(6, std::string_view()).bindBlob(7, {});
    REQUIRE(need(select.step()));
    CHECK(select.text(0) == withZero);
    CHECK(select.integer(1) == std::numeric_limits<std::int64_t>::min());
    CHECK(select.real(2) == 0.1);
    CHECK(select.blob(3) == Bytes{0, 255});
    CHECK(select.isNull(4));
    CHECK_FALSE(select.isNull(5));
    CHECK(select.text(5).empty());
    CHECK_FALSE(select.isNull(6));
    CHECK_FALSE(need(select.step()));
}

TEST_CASE("one text can be prepared twice at once, and is clean when it is used again", "[storage][database]") {
    const File f;
    auto database = need(f.open());
    need(insert(database, "a"));
    need(insert(database, "b"));
    const char* sql = "SELECT v FROM t WHERE ?1 IS NULL OR v=?1 ORDER BY v";
    {
        auto outer = need(database.prepare(sql));
        auto inner = need(database.prepare(sql));
        REQUIRE(need(outer.bind(1, "b").step()));
        REQUIRE(need(inner.step()));
        CHECK(inner.text(0) == "a");
        CHECK(outer.text(0) == "b");
        outer = std::move(inner);
        CHECK(outer.text(0) == "a");
    }
    auto again = need(database.prepare(sql));
    REQUIRE(need(again.step()));
    CHECK(again.text(0) == "a");
}

TEST_CASE("a transaction is kept whole, or undone on an error and on an exception", "[storage][database]") {
    const File f;
    auto database = need(f.open());
    need(database.transaction([&]() -> Result<> { return insert(database, "kept"); }));
    CHECK(database.lastInsertId() == 1);
    CHECK(database.changedRows() == 1);
    const auto failed = database.transaction([&]() -> Result<> {
        need(insert(database, "undone"));
        return fail(StorageErrc::NotFound, "on purpose");
    });
    CHECK(failed.error().code == StorageErrc::NotFound);
    CHECK_THROWS_AS((void)database.transaction([&]() -> Result<> {
        need(insert(database, "undone"));
        throw std::runtime_error("on purpose");
    }),
                    std::runtime_error);
    CHECK(countRows(database) == 1);
    const auto nested =
        database.transaction([&]() -> Result<> { return database.transaction([]() -> Result<> { return {}; }); });
    CHECK(nested.error().code == StorageErrc::BadStatement);
}

TEST_CASE("a broken rule of the schema is a Constraint, a wrong statement a BadStatement", "[storage][database]") {
    const File f;
    auto database = need(f.open());
    need(insert(database, "once"));
    CHECK(insert(database, "once").error().code == StorageErrc::Constraint);
    CHECK(database.prepare("SELEKT 1").error().code == StorageErrc::BadStatement);
    auto select = need(database.prepare("SELECT ?1"));
    CHECK(select.bind(2, "too many").step().error().code == StorageErrc::BadStatement);
    CHECK(countRows(database) == 1);
}

TEST_CASE("a wrong key is refused and changes no byte", "[storage][open]") {
    const auto profile = GENERATE(Profile::Tablet, Profile::Server);
    const File f;
    {
        auto database = need(f.open(profile));
        need(insert(database, "a"));
    }
    const auto before = bytesOfFile(f.path);
    const auto opened = Database::open(f.path, keyOf(2), profile, kFirst);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == StorageErrc::WrongKey);
    CHECK(bytesOfFile(f.path) == before);
    auto database = need(f.open(profile));
    CHECK(countRows(database) == 1);
}

TEST_CASE("what is no store at all is refused like a wrong key and left alone", "[storage][open]") {
    const File f;
    const Bytes text(5000, 'x');
    writeBytes(f.path, text);
    CHECK(f.open().error().code == StorageErrc::WrongKey);
    CHECK(bytesOfFile(f.path) == text);
}

TEST_CASE("a store of a later version is refused and changes no byte", "[storage][open]") {
    const auto profile = GENERATE(Profile::Tablet, Profile::Server);
    const File f;
    CHECK(f.open(profile, kSecond));
    const auto before = bytesOfFile(f.path);
    CHECK(f.open(profile, kFirst).error().code == StorageErrc::SchemaTooNew);
    CHECK(bytesOfFile(f.path) == before);
}

TEST_CASE("a migration keeps what is there, and one that fails is undone with all before it", "[storage][open]") {
    const File f;
    {
        auto database = need(f.open());
        need(insert(database, "a"));
    }
    constexpr std::array<Migration, 3> broken{{kSecond[0], kSecond[1], {3, "CREATE TABLE t(again)"}}};
    CHECK(f.open(Profile::Tablet, broken).error().code == StorageErrc::BadStatement);
    {
        auto database = need(f.open(Profile::Tablet, kFirst));
        CHECK(countRows(database) == 1);
    }
    auto database = need(f.open(Profile::Tablet, kSecond));
    auto select = need(database.prepare("SELECT v, w FROM t"));
    REQUIRE(need(select.step()));
    CHECK(select.text(0) == "a");
    CHECK(select.text(1) == "new");
}

TEST_CASE("a store that is open cannot be opened a second time", "[storage][open]") {
    const auto profile = GENERATE(Profile::Tablet, Profile::Server);
    const File f;
    {
        const auto database = need(f.open(profile));
        const auto second = f.open(profile);
        REQUIRE_FALSE(second);
        CHECK(second.error().code == StorageErrc::Busy);
    }
    CHECK(f.open(profile));
}

TEST_CASE("a missing folder and a folder in place of the file cannot be opened", "[storage][open]") {
    const peil_test::TemporaryFolder folder;
    const auto code = [](const std::filesystem::path& file) {
        return Database::open(file, keyOf(1), Profile::Tablet, kFirst).error().code;
    };
    CHECK(code(folder.path() / "none" / "x.db") == StorageErrc::OpenFailed);
    CHECK(code(folder.path()) == StorageErrc::OpenFailed);
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("the file is the owner's alone and each profile keeps its promise of durability", "[storage][open]") {
    const auto profile = GENERATE(Profile::Tablet, Profile::Server);
    const File f;
    auto database = need(f.open(profile));
    CHECK(std::filesystem::status(f.path).permissions() == std::filesystem::perms(0600));
    const auto pragma = [&](const char* sql) {
        auto statement = need(database.prepare(sql));
        REQUIRE(need(statement.step()));
        return statement.text(0);
    };
    const bool tablet = profile == Profile::Tablet;
    CHECK(pragma("PRAGMA journal_mode") == (tablet ? "truncate" : "wal"));
    CHECK(pragma("PRAGMA synchronous") == (tablet ? "3" : "2"));
    CHECK(pragma("PRAGMA locking_mode") == "exclusive");
    CHECK(pragma("PRAGMA secure_delete") == "1");
    CHECK(pragma("PRAGMA foreign_keys") == "1");
    CHECK(pragma("PRAGMA cipher_memory_security") == "1");
}

TEST_CASE("a copy made in use opens under the same key and holds everything", "[storage][backup]") {
    const auto profile = GENERATE(Profile::Tablet, Profile::Server);
    const File f;
    auto database = need(f.open(profile));
    need(insert(database, "marker-in-the-copy"));
    const auto copy = f.folder.path() / "copy.db";
    need(database.backupTo(copy));
    need(insert(database, "later"));
    need(database.backupTo(copy));
    const auto bytes = bytesOfFile(copy);
    CHECK(std::ranges::search(bytes, bytesOf("marker-in-the-copy")).empty());
    CHECK(std::ranges::search(bytes, bytesOf("SQLite format 3")).empty());
    CHECK(Database::open(copy, keyOf(2), profile, kFirst).error().code == StorageErrc::WrongKey);
    auto opened = need(Database::open(copy, keyOf(1), profile, kFirst));
    CHECK(countRows(opened) == 2);
    need(opened.checkIntegrity());
    CHECK_FALSE(std::filesystem::exists(f.folder.path() / "copy.db.part"));
}

TEST_CASE("a copy that cannot be written leaves the store in use", "[storage][backup]") {
    const File f;
    auto database = need(f.open());
    CHECK(database.backupTo(f.folder.path() / "none" / "copy.db").error().code == StorageErrc::IoError);
    need(insert(database, "a"));
    CHECK(countRows(database) == 1);
}
