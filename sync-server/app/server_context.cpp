// SPDX-License-Identifier: Apache-2.0
#include "app/server_context.h"

#include "api/respond.h"
#include "app/backup.h"
#include "app/control.h"
#include "peil/base/text.h"
#include "services/audit_log.h"
#include "services/checkpoints.h"
#include "web/pages.h"

#include <spdlog/spdlog.h>

namespace peil::server {

namespace {

/// The host under which tablets reach a wildcard address.
std::string reachableHost(const http::Address& address) {
    if (address.host == "0.0.0.0" || address.host == "::") return "127.0.0.1";
    return address.host;
}

void report(const std::string& sentence) {
    spdlog::error("{}", sentence);
}

} // namespace

struct ServerContext::Impl {
    Impl(services::DataFolderLock folderLock, services::ServerKeys serverKeys, const http::Limits& limits)
        : lock(std::move(folderLock))
        , keys(std::move(serverKeys))
        , server(limits, report) {}

    SystemClock clock;
    SystemRng rng;
    services::DataFolderLock lock;
    services::ServerKeys keys;
    std::unique_ptr<repository::Repository> repository;
    std::unique_ptr<services::StudyPublishing> studies;
    std::optional<services::Tombstones> tombstones;
    services::OpenTable openTable;
    std::optional<services::Enrolment> enrolment;
    std::optional<services::Intake> intake;
    std::optional<services::Monitoring> monitoring;
    std::optional<services::Auth> auth;
    std::optional<services::Users> users;
    std::optional<services::ApiTokens> tokens;
    services::TryLimiter enrolmentTries{std::chrono::steady_clock::now, api::kFreeEnrolmentTries};
    std::optional<services::Review> review;
    std::optional<services::DeviceActs> deviceActs;
    std::optional<services::QuarantineDesk> quarantine;
    std::optional<api::Context> context;
    http::Router deviceRouter, dashboardRouter;
    http::Address deviceAddress, dashboardAddress;
    std::unique_ptr<Control> control; ///< for other processes of this machine; null if the path is too long
    std::optional<Error> failure;     ///< of the store; written by its thread before the server is asked to stop
    http::Server server;              // last: its workers end before what they use

    Result<> openStore(const Options& options);
    Result<> openLog(repository::OpenOptions::Restored restored);
    Result<> listen(const Options& options);
    Result<> nameHosts(const Options& options);
    void buildServices(const Options& options);
    void takeRequests(const std::filesystem::path& data);
};

Result<> ServerContext::Impl::openStore(const Options& options) {
    const auto stopAll = [this](const Error& error) {
        failure = error;
        server.stop();
    };
    PEIL_TRY(repository, repository::createSqlcipherRepository(
                             {.folder = options.data,
                              .restored = options.restored,
                              .beforeCommit = services::checkpointSigner(keys.receiptKey.clone(), clock),
                              .onFailure = stopAll},
                             keys.databaseKey, rng));
    PEIL_CHECK(services::checkReceiptKey(*repository, keys.receiptKey));
    PEIL_CHECK(openLog(options.restored));
    tombstones.emplace(options.data, keys.receiptKey.clone());
    PEIL_TRY(const auto again, tombstones->replay(*repository, clock.now(), options.eraseWithdrawn));
    if (again > 0) spdlog::warn("{} withdrawals that the store did not know were carried out again", again);
    PEIL_TRY(studies, services::StudyPublishing::create(*repository, clock));
    return repository->read([this](repository::Records& records) -> Result<> {
        PEIL_TRY(auto interviews, records.openInterviews());
        PEIL_TRY(const auto withdrawals, records.withdrawals());
        openTable.load(std::move(interviews), withdrawals);
        return {};
    });
}

/// What was restored is an act: it is in the log before anything new does.
Result<> ServerContext::Impl::openLog(repository::OpenOptions::Restored restored) {
    const auto sound = services::checkLog(*repository, keys.receiptKey.publicKey);
    if (restored == repository::OpenOptions::Restored::No) return sound;
    return repository->write([&](repository::Records& records) -> Result<> {
        PEIL_TRY(const auto epoch, records.epoch());
        return services::appendAct(records, clock.now(), "server", "restored",
                                   {{"epoch", epoch}, {"logSound", sound.has_value()}});
    });
}

/// Binds before the services are built, because enrolment codes contain the port.
Result<> ServerContext::Impl::listen(const Options& options) {
    const http::TlsIdentity devices{keys.server.certificatePem, keys.server.privateKeyPem,
                                    keys.authority.certificatePem};
    const http::TlsIdentity browsers{keys.server.certificatePem, keys.server.privateKeyPem, {}};
    PEIL_TRY(deviceAddress, server.listen(options.device, devices, deviceRouter));
    PEIL_TRY(dashboardAddress, server.listen(options.dashboard, browsers, dashboardRouter));
    return {};
}

void ServerContext::Impl::buildServices(const Options& options) {
    auto publicAddress = options.publicAddress;
    if (publicAddress.empty())
        publicAddress = "https://" + http::Address{reachableHost(deviceAddress), deviceAddress.port}.text();
    enrolment.emplace(*repository, *studies, keys, std::move(publicAddress), clock, rng);
    intake.emplace(*repository, openTable, keys.receiptKey.clone(), clock, options.dailyBound);
    monitoring.emplace(openTable, *studies);
    auth.emplace(*repository, clock, std::chrono::steady_clock::now, rng);
    users.emplace(*repository, clock, rng);
    tokens.emplace(*repository, clock, rng);
    review.emplace(*repository, openTable, *tombstones, clock);
    deviceActs.emplace(*repository, clock);
    quarantine.emplace(*repository, openTable, keys.receiptKey.clone(), clock);
    context.emplace(api::Context{*repository, *studies, *enrolment, *intake, openTable, *monitoring, *auth, *users,
                                 *tokens, enrolmentTries, *review, *deviceActs, *quarantine, keys, clock, report});
    api::judgeWaiting(*context);
    deviceRouter = api::deviceRouter(*context);
    dashboardRouter = api::dashboardRouter(*context);
    web::addPages(dashboardRouter);
}

/// The dashboard answers to the names in the server's certificate, and to those of the configuration.
Result<> ServerContext::Impl::nameHosts(const Options& options) {
    PEIL_TRY(auto hosts, crypto::certificateHosts(keys.server.certificatePem));
    for (const auto& host : options.hosts)
        hosts.push_back(toLowerAscii(host));
    dashboardRouter.setHosts(std::move(hosts));
    return {};
}

/// A server without the socket serves all the same; only a backup then needs it stopped.
void ServerContext::Impl::takeRequests(const std::filesystem::path& data) {
    auto listening = Control::listen(data, [this, data](const std::string& line) -> std::string {
        constexpr std::string_view kBackup = "backup ";
        if (!line.starts_with(kBackup))
            return "The server does not support this request; use the same version of peil-server for both.";
        const auto made = makeBackup(*repository, data, line.substr(kBackup.size()));
        return made ? "done" : describe(made.error());
    });
    if (listening)
        control = std::move(*listening);
    else
        spdlog::warn("{}", describe(listening.error()));
}

ServerContext::ServerContext(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}
ServerContext::~ServerContext() = default;

Result<std::unique_ptr<ServerContext>> ServerContext::create(const Options& options) {
    PEIL_TRY(auto lock, services::DataFolderLock::take(options.data));
    SystemRng rng;
    PEIL_TRY(auto keys, services::openServerKeys(options.data, options.hosts, SystemClock{}.now(), rng));
    auto impl = std::make_unique<Impl>(std::move(lock), std::move(keys), options.limits);
    PEIL_CHECK(impl->openStore(options));
    PEIL_CHECK(impl->listen(options));
    impl->buildServices(options);
    impl->takeRequests(options.data);
    PEIL_CHECK(impl->nameHosts(options));
    return std::unique_ptr<ServerContext>(new ServerContext(std::move(impl)));
}

Result<int> ServerContext::resetAdministrators(const Options& options) {
    PEIL_TRY(const auto lock, services::DataFolderLock::take(options.data));
    SystemRng rng;
    const SystemClock clock;
    PEIL_TRY(const auto keys, services::readServerKeys(options.data));
    PEIL_TRY(const auto repository,
             repository::createSqlcipherRepository(
                 {.folder = options.data, .beforeCommit = services::checkpointSigner(keys.receiptKey.clone(), clock)},
                 keys.databaseKey, rng));
    PEIL_CHECK(services::checkReceiptKey(*repository, keys.receiptKey));
    PEIL_CHECK(services::checkLog(*repository, keys.receiptKey.publicKey));
    PEIL_CHECK(services::renewAdminToken(options.data, rng));
    return services::Users(*repository, clock, rng).lockAdministrators();
}

const http::Address& ServerContext::deviceAddress() const {
    return m_impl->deviceAddress;
}
const http::Address& ServerContext::dashboardAddress() const {
    return m_impl->dashboardAddress;
}

Result<> ServerContext::run() {
    m_impl->server.run();
    m_impl->control.reset();    // it uses the store
    m_impl->repository.reset(); // its thread has ended: `failure` is ours to read
    if (m_impl->failure) return tl::unexpected(*m_impl->failure);
    return {};
}

} // namespace peil::server
