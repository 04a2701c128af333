// SPDX-License-Identifier: Apache-2.0
#pragma once

// peil-tablet without a window: create or unlock the store, enrol, rehearse, sync, rescue. It uses the same code as the
// app; this class only orders the steps and prints the results.

#include "enrolment_run.h"
#include "options.h"
#include "rescue_run.h"
#include "sync_driver.h"

#include <boost/json/object.hpp>

namespace peil::mobile {

class FieldCommand : public QObject {
    Q_OBJECT
public:
    FieldCommand(Options options, const Clock& clock, Rng& rng, QObject* parent = nullptr);
    /// Emits done() with the exit code: 0, or 1 after one sentence on stderr.
    void begin();
    /// Why the command ended with 1; empty if it did not.
    [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }

    /// How often a sync that got no response is repeated.
    static constexpr int kMaxSyncRuns = 4;

Q_SIGNALS:
    void done(int exitCode);

private:
    [[nodiscard]] Result<> openStore();
    [[nodiscard]] Result<> rehearse();
    void afterEnrolment();
    void sync(void (FieldCommand::*next)());
    void wipe();
    void onSyncFinished(protocol::SyncOutcome outcome);
    void finish();
    void giveUp(const Error& error);
    void print(const boost::json::object& line);

    Options m_options;
    Rng* m_rng;
    FieldClock m_clock;
    StorageThread m_storage;
    EnrolmentRun m_enrolment;
    SyncDriver m_sync;
    RescueRun m_rescue;
    void (FieldCommand::*m_next)() = nullptr;
    std::size_t m_lastSent = 0;
    int m_runs = 0;
    std::optional<Error> m_problem;
};

} // namespace peil::mobile
