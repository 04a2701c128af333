// SPDX-License-Identifier: Apache-2.0
#include "peil/export/export_folder.h"

#include "peil/base/error.h"
#include "sample.h"

using namespace peil;
using namespace peil::exports;
namespace fs = std::filesystem;

TEST_CASE("an export appears when it is whole", "[export][folder]") {
    const test::Scratch scratch;
    const auto target = scratch.path() / "out";
    auto folder = ExportFolder::create(target);
    REQUIRE(folder);
    REQUIRE(folder->write("a.txt", "one"));
    CHECK_FALSE(fs::exists(target));
    REQUIRE(folder->commit());
    CHECK(test::read(target / "a.txt") == "one");
    CHECK(folder->files() == std::vector<std::string>{"a.txt"});
    CHECK(scratch.entries() == 1);
}

TEST_CASE("an export that is given up leaves nothing", "[export][folder]") {
    const test::Scratch scratch;
    {
        auto folder = ExportFolder::create(scratch.path() / "out");
        REQUIRE(folder);
        REQUIRE(folder->write("a.txt", "one"));
        CHECK(scratch.entries() == 1);
    }
    CHECK(scratch.entries() == 0);
}

TEST_CASE("an earlier export is never overwritten, an empty folder is used", "[export][folder]") {
    const test::Scratch scratch;
    const auto target = scratch.path() / "out";
    fs::create_directory(target);
    {
        auto folder = ExportFolder::create(target.string() + "/");
        REQUIRE(folder);
        REQUIRE(folder->write("a.txt", "one"));
        REQUIRE(folder->commit());
    }
    CHECK(ExportFolder::create(target).error().code == ExportErrc::TargetExists);
    CHECK(ExportFolder::create(target / "a.txt").error().code == ExportErrc::TargetExists);
    CHECK(test::read(target / "a.txt") == "one");
}

TEST_CASE("a folder that cannot be made and a name used twice are reported", "[export][folder]") {
    const test::Scratch scratch;
    auto folder = ExportFolder::create(scratch.path() / "out");
    REQUIRE(folder);
    REQUIRE(folder->write("a.txt", "one"));
    CHECK(folder->write("a.txt", "two").error().code == ExportErrc::BadName);
    CHECK(folder->write("../a.txt", "two").error().code == ExportErrc::BadName);
    CHECK(folder->write("", "two").error().code == ExportErrc::BadName);
    CHECK(ExportFolder::create(folder->path() / "a.txt" / "deeper").error().code == BaseErrc::FileUnwritable);
}

TEST_CASE("a target that was filled in the meantime stops the commit and leaves nothing of ours", "[export][folder]") {
    const test::Scratch scratch;
    const auto target = scratch.path() / "out";
    {
        auto folder = ExportFolder::create(target);
        REQUIRE(folder);
        REQUIRE(folder->write("a.txt", "one"));
        fs::create_directory(target);
        fs::create_directory(target / "theirs");
        CHECK(folder->commit().error().code == BaseErrc::FileUnwritable);
    }
    CHECK(scratch.entries() == 1);
    CHECK(fs::exists(target / "theirs"));
}
