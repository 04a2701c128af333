// SPDX-License-Identifier: Apache-2.0
#include "options.h"

#include <catch2/catch_test_macros.hpp>

using peil::mobile::parseOptions;

namespace {

const QString kNeedsPassphrase = QStringLiteral("Give --passphrase-file FILE with --enrol, --rehearse and --sync.");

peil::mobile::Options given(const QStringList& words) {
    return parseOptions(QStringList{QStringLiteral("peil-tablet")} + words);
}

} // namespace

TEST_CASE("an enrolment code is never ignored: without a passphrase file it is wrong usage", "[fieldsync][options]") {
    const QStringList code{QStringLiteral("--enrol"), QStringLiteral("PEIL1:code")};
    const auto alone = given(code);
    CHECK(alone.isCommand());
    CHECK(alone.error == kNeedsPassphrase);
    const auto whole = given(code + QStringList{QStringLiteral("--passphrase-file"), QStringLiteral("words.txt")});
    CHECK(whole.isCommand());
    CHECK(whole.error.isEmpty());
}

TEST_CASE("a rehearsal and a sync need a passphrase file, a rescue and the window do not", "[fieldsync][options]") {
    CHECK(given({QStringLiteral("--sync")}).error == kNeedsPassphrase);
    CHECK(given({QStringLiteral("--rehearse"), QStringLiteral("answers.jsonl")}).error == kNeedsPassphrase);
    const auto rescue = given({QStringLiteral("--rescue"), QStringLiteral("tablet")});
    CHECK(rescue.isCommand());
    CHECK(rescue.error.isEmpty());
    const auto window = given({});
    CHECK_FALSE(window.isCommand());
    CHECK(window.error.isEmpty());
}
