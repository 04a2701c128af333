// SPDX-License-Identifier: Apache-2.0
#pragma once

// A tablet in a temporary folder with the model study on it and nobody to sync with.

#include "field_clock.h"
#include "field_study.h"
#include "storage_thread.h"

#include "peil_test/clock.h"
#include "peil_test/rng.h"
#include "peil_test/temporary_folder.h"

#include <map>
#include <memory>

namespace peil_test {

inline constexpr std::string_view kPassphrase = "five words make it open";

class FieldBench {
public:
    /// Store made, enrolled in Amsterdam, study taken.
    FieldBench();
    /// The same with a study of which `survey` and `choices` are the questionnaire's sheets in CSV.
    FieldBench(const std::string& survey, const std::string& choices);
    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path() / "tablet"; }
    [[nodiscard]] std::filesystem::path passphraseFile() const { return m_folder.path() / "passphrase"; }
    [[nodiscard]] std::filesystem::path file(const std::string& name) const { return m_folder.path() / name; }
    [[nodiscard]] peil::mobile::StorageThread& storage() { return *m_storage; }
    [[nodiscard]] const peil::mobile::FieldStudyPointer& study() const { return m_study; }
    [[nodiscard]] peil::Rng& rng() { return m_rng; }
    [[nodiscard]] const peil::Clock& clock() const { return m_clock; }
    [[nodiscard]] peil::mobile::FieldClock& fieldClock() { return m_fieldClock; }
    /// Closes the store, as another process wants it.
    void release() { m_storage.reset(); }
    /// Opens it again with the passphrase.
    void reopen();

private:
    void makeStore();

    TemporaryFolder m_folder;
    SeededRng m_rng{20230703};
    peil::SystemClock m_clock;
    peil::mobile::FieldClock m_fieldClock{m_clock, peil::bootClock()};
    std::unique_ptr<peil::mobile::StorageThread> m_storage;
    peil::mobile::FieldStudyPointer m_study;
};

/// One line of a rehearsal with a whole interview of somebody who stops at the screener: few answers, quickly done.
[[nodiscard]] std::string shortInterview(const std::string& uuid);

/// Every file of a folder, by name, with its bytes.
[[nodiscard]] std::map<std::string, peil::Bytes> bytesOfFiles(const std::filesystem::path& folder);

/// What lies in a folder.
[[nodiscard]] std::vector<std::string> namesIn(const std::filesystem::path& folder);

} // namespace peil_test
