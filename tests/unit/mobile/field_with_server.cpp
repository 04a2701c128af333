// SPDX-License-Identifier: Apache-2.0
#include "field_with_server.h"

#include "practice_study.h"

#include "peil/base/file.h"
#include "peil/study/pack.h"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>

#include <map>

namespace field_test {

using integration::TestStudy;

TestStudy modelStudy() {
    TestStudy study;
    study.pack = need(practicePack(study.signer, study.researcher.publicKey));
    const auto opened = need(study::StudyPack::open(study.pack, study.signer.publicKey));
    study.packHash = opened.hash();
    study.formHash = opened.formHash();
    return study;
}

TestStudy laterModelStudy() {
    auto study = modelStudy();
    auto files = need(study::StudyPack::open(study.pack, study.signer.publicKey)).files();
    auto toml = std::string(textOf(files.at("study.toml")));
    const std::string line = "version = 1\n";
    toml.replace(toml.find(line), line.size(), "version = 2\n");
    files["study.toml"] = toBytes(toml);
    files["form.xml"].push_back('\n');
    study.pack = need(study::StudyPack::build(files, study.signer));
    const auto opened = need(study::StudyPack::open(study.pack, study.signer.publicKey));
    study.packHash = opened.hash();
    study.formHash = opened.formHash();
    return study;
}

Field::Field() {
    m_server.publish(modelStudy());
    need(writeFileDurably(m_folder.path() / "passphrase", bytesOf(peil_test::kPassphrase), FileMode::Private));
}

std::optional<Error> Field::run(Options options) {
    if (options.rescue.isEmpty()) {
        options.store = QString::fromStdString(store().string());
        options.passphraseFile = QString::fromStdString((m_folder.path() / "passphrase").string());
    }
    FieldCommand command(options, m_clock, m_rng);
    int exitCode = -1;
    QObject::connect(
        &command, &FieldCommand::done, &m_app,
        [&](int code) {
            exitCode = code;
            QCoreApplication::quit();
        },
        Qt::QueuedConnection);
    QMetaObject::invokeMethod(&command, &FieldCommand::begin, Qt::QueuedConnection);
    QCoreApplication::exec();
    CHECK(exitCode == (command.problem() ? 1 : 0));
    return command.problem();
}

std::optional<Error> Field::enrol(const std::string& code) {
    Options options;
    options.enrolmentCode = QString::fromStdString(code);
    return run(options);
}

std::optional<Error> Field::sync() {
    Options options;
    options.sync = true;
    return run(options);
}

std::optional<Error> Field::rescue(const std::filesystem::path& folder) {
    Options options;
    options.rescue = options.store = QString::fromStdString(folder.string());
    return run(options);
}

std::optional<Error> Field::finishInterview(const std::string& uuid) {
    return finishAll(peil_test::shortInterview(uuid));
}

std::optional<Error> Field::finishAll(const std::string& lines) {
    need(writeFileDurably(m_folder.path() / "answers.jsonl", bytesOf(lines)));
    Options options;
    options.rehearse = QString::fromStdString((m_folder.path() / "answers.jsonl").string());
    return run(options);
}

bool Field::isOneChain(std::size_t count) {
    std::map<std::int64_t, boost::json::value> byNumber;
    std::size_t listed = 0;
    for (const std::string kind : {"interview", "contact", "discard"}) {
        const auto answer = m_server.admin({.path = "/admin/envelopes?limit=1000&kind=" + kind}).json();
        listed += answer.at("envelopes").as_array().size();
        for (const auto& item : answer.at("envelopes").as_array())
            byNumber.emplace(item.at("sequence").as_int64(), item);
    }
    boost::json::value before = nullptr;
    std::int64_t number = 0;
    for (const auto& [sequence, item] : byNumber) {
        const bool fits = sequence == ++number && item.at("status") != "quarantined" && item.at("previous") == before &&
                          !item.at("signature").is_null();
        if (!fits) return false;
        before = item.at("hash");
    }
    return byNumber.size() == count && listed == count;
}

peil_test::ProgramRun Field::office(const std::string& role, std::vector<std::string> words) {
    words.insert(words.begin(), PEIL_BIN_DIR "/peil");
    words.insert(words.end(), {"--server", m_server.dashboardAddress(), "--store", m_server.data().string(),
                               "--token-file", m_server.tokenFileOf(role).string()});
    return peil_test::runProgram(words);
}

void copyFolder(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::filesystem::remove_all(to);
    std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
}

void checkError(const std::optional<Error>& error, std::error_code code) {
    REQUIRE(error.has_value());
    INFO(describe(*error));
    CHECK(error->code == code);
    CHECK_FALSE(error->context.empty());
}

} // namespace field_test
