// SPDX-License-Identifier: Apache-2.0
#include "peil/dataset/dataset_error.h"
#include "peil/dataset/known_release.h"
#include "peil_program.h"

#include <boost/json.hpp>

using namespace peil;
using dataset::DatasetErrc;
using peil_test::TemporaryFolder;
using peil_test::write;

TEST_CASE("an earlier release that is damaged or was none is refused, and so is a list that makes no sense",
          "[cli][release]") {
    const TemporaryFolder folder;
    const auto manifest = folder.path() / "manifest.json";
    for (const auto* text : {"no JSON", "{}", R"({"settings":{"class":"internal"}})"}) {
        INFO(text);
        write(manifest, text);
        CHECK(dataset::readRelease(folder.path()).error().code == DatasetErrc::BadInput);
    }
    write(manifest, R"({"settings":{"class":"release"}})");
    CHECK(dataset::readRelease(folder.path()));
    const auto odd = boost::json::parse(R"({"releases":[{"number":1,"release":{"members":"AAAA"}}]})");
    CHECK(dataset::releasesOf(odd).error().code == DatasetErrc::BadAnswer);
}
