// SPDX-License-Identifier: Apache-2.0
// From when on the tablet counts the time for which it keeps what the server has.
#include "app_controller.h"
#include "field_with_server.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil;
using namespace peil::mobile;
using field_test::Field;
using peil_test::need;

namespace {

constexpr auto kBehind = std::chrono::hours(2);

struct BehindClock final : Clock {
    [[nodiscard]] TimePoint now() const override { return SystemClock().now() - kBehind; }
};

/// Whether a receipt is stored as older than it is.
bool isTooOld(storage::LocalStore& local) {
    return !need(local.receivedBefore(SystemClock().now() - kBehind / 2)).empty();
}

} // namespace

TEST_CASE("a receipt counts from the server's time on, also on a tablet whose clock is behind", "[fieldsync]") {
    Field field;
    field.setClock(-kBehind);
    REQUIRE_FALSE(field.enrol(field.invite()));
    REQUIRE_FALSE(field.finishInterview());
    REQUIRE_FALSE(field.sync());
    CHECK(field.ledger().received == 1);
    CHECK_FALSE(field.look(isTooOld));

    // The same by the app.
    REQUIRE_FALSE(field.finishAnother());
    const BehindClock clock;
    field_test::NoWaitRng rng;
    AppController app(QString::fromStdString(field.store().string()), QStringLiteral("en"), clock, rng);
    need(waitFor(app.storage().run(
        [](Vault& vault) { return vault.unlock(crypto::SecretBytes::copyOf(bytesOf(peil_test::kPassphrase))); })));
    QObject::connect(
        app.sync(), &SyncController::ended, &app, [] { QCoreApplication::quit(); }, Qt::QueuedConnection);
    app.sync()->start();
    QCoreApplication::exec();
    const auto inApp = [&app](auto job) {
        return waitFor(app.storage().run([job](Vault& vault) { return job(*need(vault.store())); }));
    };
    CHECK(inApp([](storage::LocalStore& local) { return need(local.ledger()).received; }) == 2);
    CHECK_FALSE(inApp(isTooOld));
}
