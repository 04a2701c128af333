// SPDX-License-Identifier: Apache-2.0
// What a thief finds on the disk: nothing that was said.
#include "failing_disk.h"
#include "file_bytes.h"
#include "store_fixture.h"

using namespace peil;
using namespace peil::storage;
using namespace store_test;
using peil_test::need;

namespace {

/// Marker texts as value, path, reason, position, label, setting and pack.
constexpr std::array<std::string_view, 7> kMarkers{"MARKERVALUE",   "MARKERPATH", "MARKERREASON", "MARKERPOSITION",
                                                   "MARKERSETTING", "MARKERPACK", "MARKERSITE"};

void requireNoMarker(const std::filesystem::path& file) {
    const auto bytes = bytesOfFile(file);
    INFO(file);
    for (const auto marker : kMarkers)
        REQUIRE(std::ranges::search(bytes, bytesOf(marker)).empty());
    REQUIRE(std::ranges::search(bytes, bytesOf("SQLite format 3")).empty());
    REQUIRE(std::ranges::search(bytes, bytesOf("CREATE TABLE")).empty());
    REQUIRE(std::ranges::search(bytes, keyOf(1).view()).empty());
}

DraftChange marked(int number) {
    return {{{"/data/MARKERPATH" + std::to_string(number), "MARKERVALUE", "MARKERREASON"}}, {}, "MARKERPOSITION"};
}

} // namespace

TEST_CASE("no answer, label, setting, schema or key is in the file or its journal", "[storage][plaintext]") {
    Fixture f;
    FailingDisk disk;
    f.reopen();
    need(f.store->createDraft(interview(1), "form-1", marked(0)));
    need(f.store->label(interview(1), "opioid", "MARKERSITE", "complete"));
    need(f.store->setSetting("device", bytesOf("MARKERSETTING")));
    need(f.store->putPack("hash", bytesOf("MARKERPACK")));
    for (int i = 1; i < 40; ++i)
        need(f.store->change(interview(1), marked(i)));
    // Cut off between the journal and the pages: the journal stays behind full.
    disk.failSyncAfter(2);
    CHECK_FALSE(f.store->change(interview(1), {{}, {"/data"}, ""}));
    const auto journal = f.file.string() + "-journal";
    REQUIRE(std::filesystem::file_size(journal) > 4096);
    requireNoMarker(journal);
    requireNoMarker(f.file);
    disk.failSyncs(false);
    CHECK(need(f.reopen().answers(interview(1))).size() == 40);
    f.store.reset();
    requireNoMarker(f.file);
}

TEST_CASE("the write-ahead log of the server's profile holds no plain text either", "[storage][plaintext]") {
    const peil_test::TemporaryFolder folder;
    constexpr std::array<Migration, 1> schema{{{1, "CREATE TABLE t(v TEXT)"}}};
    auto database = need(Database::open(folder.path() / "s.db", keyOf(1), Profile::Server, schema));
    auto insert = need(database.prepare("INSERT INTO t(v) VALUES(?1)"));
    need(insert.bind(1, "MARKERVALUE").run());
    REQUIRE(std::filesystem::file_size(folder.path() / "s.db-wal") > 4096);
    requireNoMarker(folder.path() / "s.db-wal");
    requireNoMarker(folder.path() / "s.db");
}
