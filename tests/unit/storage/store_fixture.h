// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the tests of the tablet's store share: a folder, a fixed key, interviews named by a number.

#include "peil/storage/local_store.h"
#include "peil_test/clock.h"
#include "peil_test/result.h"
#include "peil_test/rng.h"
#include "peil_test/temporary_folder.h"

#include <array>

namespace store_test {

inline peil::crypto::SecretKey keyOf(std::uint64_t seed) {
    peil_test::SeededRng rng(seed);
    return peil::crypto::SecretKey::random(rng);
}

inline peil::InterviewId interview(std::uint64_t number) {
    peil_test::SeededRng rng(number);
    return peil::InterviewId(peil::makeUuid(rng));
}

inline peil::storage::DraftChange answer(std::string path, std::string value, std::string position = {}) {
    return {{{std::move(path), std::move(value), {}}}, {}, std::move(position)};
}

/// Of what Fixture::finalised() seals under a number.
inline peil::crypto::Digest hashOfSealed(std::uint64_t sequence) {
    return peil::crypto::blake2b(peil::bytesOf("sealed " + std::to_string(sequence)));
}

/// A store in a folder of its own; `reopen` closes it first.
struct Fixture {
    peil_test::TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "tablet.db";
    peil_test::ManualClock clock;
    std::optional<peil::storage::LocalStore> store = open();

    peil::storage::LocalStore open() { return peil_test::need(peil::storage::LocalStore::open(file, keyOf(1), clock)); }
    peil::storage::LocalStore& reopen() {
        store.reset();
        store = open();
        return *store;
    }
    /// A finalised interview whose envelope is "sealed <sequence>".
    std::int64_t finalised(const peil::InterviewId& id) {
        peil_test::need(store->createDraft(id, "form-1", answer("/data/q", "marker")));
        return peil_test::need(store->finalise(id, [](std::int64_t sequence) -> peil::Result<peil::Bytes> {
            return peil::toBytes("sealed " + std::to_string(sequence));
        }));
    }
};

} // namespace store_test
