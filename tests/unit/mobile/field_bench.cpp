// SPDX-License-Identifier: Apache-2.0
#include "field_bench.h"

#include "practice_study.h"
#include "sheet_study.h"

#include "peil/base/file.h"
#include "peil_test/result.h"

namespace peil_test {

using namespace peil;
using mobile::waitFor;

void FieldBench::makeStore() {
    need(writeFileDurably(passphraseFile(), bytesOf(kPassphrase), FileMode::Private));
    m_storage = std::make_unique<mobile::StorageThread>(
        mobile::Vault(folder(), m_clock, m_rng, crypto::PassphraseCost::minimal()));
    need(waitFor(m_storage->run(
        [](mobile::Vault& vault) { return vault.create(crypto::SecretBytes::copyOf(bytesOf(kPassphrase))); })));
}

FieldBench::FieldBench() {
    makeStore();
    m_study = need(waitFor(m_storage->withStore(
        [this](storage::LocalStore& store) { return mobile::putPracticeStudy(store, "AMS", m_rng); })));
}

FieldBench::FieldBench(const std::string& survey, const std::string& choices) {
    makeStore();
    m_study = need(waitFor(m_storage->withStore(
        [&](storage::LocalStore& store) { return putSheetStudy(store, survey, choices, m_rng); })));
}

void FieldBench::reopen() {
    m_storage = std::make_unique<mobile::StorageThread>(
        mobile::Vault(folder(), m_clock, m_rng, crypto::PassphraseCost::minimal()));
    need(waitFor(m_storage->run(
        [](mobile::Vault& vault) { return vault.unlock(crypto::SecretBytes::copyOf(bytesOf(kPassphrase))); })));
}

std::string shortInterview(const std::string& uuid) {
    constexpr std::string_view kRest =
        R"x(","site":"AMS-02","startedAt":"2023-07-05T10:00:00Z","language":"nl","answers":[["consent","1"],)x"
        R"x(["questionnaire_language","nl"],["adult","1"],["opioid_days_week","0"],["crack_days_week","0"],["oat","0"]]})x";
    return R"x({"interview":")x" + uuid + std::string(kRest);
}

std::map<std::string, Bytes> bytesOfFiles(const std::filesystem::path& folder) {
    constexpr std::uintmax_t kMost = std::uintmax_t{1} << 30U;
    std::map<std::string, Bytes> files;
    for (const auto& name : namesIn(folder))
        files[name] = need(readFile(folder / name, kMost));
    return files;
}

std::vector<std::string> namesIn(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    return names;
}

} // namespace peil_test
