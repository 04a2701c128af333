// SPDX-License-Identifier: Apache-2.0
#include "export_desk.h"

#include "peil/base/file.h"
#include "peil/crypto/key_file.h"
#include "peil_test/result.h"

#include <algorithm>
#include <arpa/inet.h>
#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <sys/socket.h>

namespace integration {

using peil_test::need;

namespace {

constexpr std::string_view kPassphrase = "a passphrase of five words";

const std::string kStudy = R"toml(id = "harbour-2030"
title = { nl = "Thee", en = "Tea" }
starts_on = 2030-01-07
ends_on = 2030-06-30
[[city]]
code = "AMS"
name = "Amsterdam"
[[city.site]]
code = "AMS-01"
type = "drop_in"
name = "Drop-in"
[[group]]
id = "tea"
label = "Tea"
[[group]]
id = "coffee"
label = "Coffee"
[cleaning]
group = "if(${cups} > 0, 'tea', 'coffee')"
[[rule]]
id = "adult"
label = { nl = "Alleen volwassenen", en = "Adults only" }
check = "${age} >= 18"
[[rule]]
id = "cups"
label = { nl = "Weinig koppen", en = "Few cups" }
check = "${cups} <= 30"
action = "report"
[disclosure]
k = 4
l = 1
release = ["city", "age", "cups", "size", "group", "in_care", "weight"]
quasi_identifiers = ["city", "age", "size"]
sensitive = ["cups"]
[[disclosure.step]]
question = "age"
band = 10
[[disclosure.step]]
question = "size"
band = 20
[[disclosure.table]]
rows = "city"
columns = "group"
)toml";

const std::string kForm =
    R"XML(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:peil="urn:peil:1"><h:head><h:title>Tea</h:title>
<model><instance><data id="tea"><consent/><city/><site/><week/><age/><cups/><story/><pot><size/></pot><group/><in_care/><crack_use/><weight/><outcome/><meta><instanceID/></meta></data></instance>
<bind nodeset="/data/consent" type="string"/>
<bind nodeset="/data/city" type="string" peil:class="quota"/><bind nodeset="/data/site" type="string" peil:class="quota"/><bind nodeset="/data/week" type="int" peil:class="quota"/>
<bind nodeset="/data/age" type="int"/><bind nodeset="/data/cups" type="int"/><bind nodeset="/data/story" type="string"/><bind nodeset="/data/pot/size" type="int"/>
<bind nodeset="/data/group" type="string" peil:class="quota"/><bind nodeset="/data/in_care" type="string" peil:class="estimate"/>
<bind nodeset="/data/crack_use" type="string" peil:class="estimate"/><bind nodeset="/data/weight" type="decimal" peil:class="estimate"/>
<bind nodeset="/data/outcome" type="string" peil:class="quota"/></model></h:head>
<h:body><input ref="/data/consent"><label>Take part?</label></input><input ref="/data/age"><label>Age</label></input>
<input ref="/data/story"><label>Story</label></input><input ref="/data/cups"><label>Cups</label></input>
<group ref="/data/pot"><label>Pot</label><repeat nodeset="/data/pot"><input ref="/data/pot/size"><label>Size</label></input></repeat></group></h:body></h:html>)XML";

/// The path below /admin that a command of `peil` asks.
std::string pathOf(const std::string& command) {
    static const std::map<std::string, std::string> kPaths{{"export", "exports"},
                                                           {"withdraw", "withdrawals"},
                                                           {"user", "users"},
                                                           {"session", "sessions"},
                                                           {"token", "tokens"}};
    const auto found = kPaths.find(command);
    return found == kPaths.end() ? command : found->second;
}

struct Answers {
    int age = 41;
    int cups = 3; ///< below 0: not answered
    std::string group = "tea", outcome = "complete";
};

/// The open answers stand in the sealed record as well, but for the outcome of one that was broken off.
peil::protocol::BatchItem interviewOf(TestTablet& tablet, const Answers& answers) {
    const auto cups = answers.cups < 0 ? std::string() : std::to_string(answers.cups);
    const auto element = [](const std::string& name, const std::string& value) {
        return "<" + name + ">" + value + "</" + name + ">";
    };
    const std::vector<std::pair<std::string, std::string>> open{
        {"city", "Amsterdam"}, {"site", "AMS-01"}, {"week", "2"},    {"group", answers.group},
        {"in_care", "1"},      {"crack_use", "0"}, {"weight", "1.5"}};
    std::string record = "<data>" + element("consent", "1") + element("age", std::to_string(answers.age)) +
                         element("cups", cups) + element("story", answers.cups < 0 ? "" : std::string(kMarker));
    if (answers.cups >= 0) record += "<pot>" + element("size", answers.cups > 30 ? "12" : "3") + "</pot>";
    std::vector<peil::protocol::OpenField> fields;
    for (const auto& [name, value] : open) {
        record += element(name, value);
        fields.push_back({name, value, ""});
    }
    record += element("outcome", "complete") + "</data>";
    fields.push_back({"outcome", answers.outcome, ""});
    return tablet.interview(std::move(fields), answers.outcome, record);
}

} // namespace

ExportDesk::ExportDesk(const std::string& toml, const std::string& form)
    : m_study(toml, form)
    , m_tablet((m_server.publish(m_study), m_server.enrolled(m_study, "AMS", 5))) {
    need(peil::writeFileDurably(path("passphrase.txt"), peil::bytesOf(kPassphrase)));
    need(peil::writeFileDurably(path("study.pack"), m_study.pack));
    peil_test::SeededRng rng{9};
    need(peil::crypto::writeKeyFile(path("researchers.key"), peil::crypto::KeyPurpose::Sealing,
                                    m_study.researcher.secretKey, m_study.researcher.publicKey,
                                    peil::bytesOf(kPassphrase), rng));
}

ExportDesk::ExportDesk()
    : ExportDesk(kStudy, kForm) {
    std::vector<peil::protocol::BatchItem> items;
    for (int i = 0; i < 9; ++i)
        items.push_back(interviewOf(m_tablet, {.age = 40 + i, .cups = i < 7 ? 3 : 31}));
    items.push_back(interviewOf(m_tablet, {.age = 17}));
    items.push_back(interviewOf(m_tablet, {.group = "coffee"}));
    items.push_back(interviewOf(m_tablet, {.cups = -1, .group = "coffee", .outcome = "broken_off"}));
    send(items);
}

void ExportDesk::send(const std::vector<peil::protocol::BatchItem>& items) {
    REQUIRE(m_server.clientOf(m_tablet).send(m_tablet.batch(items)).status == 200);
}

void ExportDesk::send(int count) {
    std::vector<peil::protocol::BatchItem> items;
    for (int i = 0; i < count; ++i)
        items.push_back(interviewOf(m_tablet, {}));
    send(items);
}

void ExportDesk::approveAll() const {
    const auto run = peil({"review", "approve", "--all", "--by", "anna"});
    INFO(run.errors);
    REQUIRE(run.status == 0);
}

std::vector<std::string> ExportDesk::interviews() const {
    const auto run = peil({"review", "list", "--json"});
    INFO(run.errors);
    REQUIRE(run.status == 0);
    std::vector<std::string> ids;
    const auto rows = boost::json::parse(run.output);
    for (const auto& row : rows.as_array())
        ids.emplace_back(row.at("interview").as_string());
    return ids;
}

peil_test::ProgramRun ExportDesk::peil(std::vector<std::string> arguments) const {
    return peil_test::runProgram(command(std::move(arguments), {}));
}

std::vector<std::string> ExportDesk::exportCommand(const std::string& folder,
                                                   const std::vector<std::string>& further) const {
    std::vector<std::string> options{"--out", path(folder).string(), "--purpose", "report", "--by", "anna"};
    options.insert(options.end(), further.begin(), further.end());
    return command({"export"}, options);
}

peil_test::ProgramRun ExportDesk::exportTo(const std::string& folder, const std::vector<std::string>& further) const {
    return peil_test::runProgram(exportCommand(folder, further));
}

std::vector<std::string> ExportDesk::command(std::vector<std::string> words,
                                             const std::vector<std::string>& further) const {
    const bool exports = words.front() == "export";
    const auto role = ServerUnderTest::roleFor("/admin/" + pathOf(words.front()));
    words.insert(words.begin(), PEIL_BIN_DIR "/peil");
    words.insert(words.end(), {"--server", m_server.dashboardAddress(), "--store", m_server.data().string(),
                               "--token-file", m_server.tokenFileOf(role).string()});
    if (exports)
        words.insert(words.end(),
                     {"--key", path("researchers.key").string(), "--passphrase-file", path("passphrase.txt").string(),
                      "--pack", path("study.pack").string(), "--signer", peil::toHex(m_study.signer.publicKey)});
    words.insert(words.end(), further.begin(), further.end());
    return words;
}

std::string ExportDesk::read(const std::string& name) const {
    return need(peil::readTextFile(path(name), 1U << 26U));
}

void ExportDesk::write(const std::string& name, const std::string& text) const {
    need(peil::writeFileDurably(path(name), peil::bytesOf(text)));
}

std::vector<std::string> ExportDesk::files(const std::string& folder) const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(path(folder)))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::size_t ExportDesk::hidden() const {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder.path()))
        count += entry.path().filename().string().front() == '.' ? 1U : 0U;
    return count;
}

SilentServer::SilentServer()
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::bind(m_socket, reinterpret_cast<const sockaddr*>(&place), sizeof place) == 0);
    REQUIRE(::listen(m_socket, 4) == 0);
}

SilentServer::~SilentServer() {
    for (const int caller : m_callers)
        ::close(caller);
    ::close(m_socket);
}

std::string SilentServer::address() const {
    sockaddr_in place{};
    socklen_t size = sizeof place;
    REQUIRE(::getsockname(m_socket, reinterpret_cast<sockaddr*>(&place), &size) == 0);
    return "https://127.0.0.1:" + std::to_string(ntohs(place.sin_port));
}

void SilentServer::awaitCaller() const {
    m_callers.push_back(::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC));
    REQUIRE(m_callers.back() >= 0);
}

} // namespace integration
