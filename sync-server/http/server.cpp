// SPDX-License-Identifier: Apache-2.0
// The only translation unit that names Beast types. What can be decided without a socket is in guard.cpp and
// router.cpp, so that this file seldom changes. Coroutines are free functions; what they take by reference lives in the
// frame of the coroutine that awaits them, or in the server. Every awaitable has a name before co_spawn (g++ 12
// miscompiles temporaries there).
#include "http/server.h"

#include "http/bounds.h"
#include "http/listening.h"
#include "peil/base/text.h"

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <csignal>
#include <list>
#include <optional>
#include <set>
#include <unordered_map>

namespace peil::server::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace wire = boost::beast::http;
namespace ssl = boost::asio::ssl;
using tcp = boost::asio::ip::tcp;
using Stream = ssl::stream<beast::tcp_stream>;
using SteadyTime = std::chrono::steady_clock::time_point;

namespace {

constexpr auto kToken = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t kDrainBytes = std::size_t{1} << 20U; ///< read and dropped after a refusal, so that it arrives
constexpr std::chrono::seconds kDrainTime{2};
constexpr std::chrono::milliseconds kAcceptPause{100};
constexpr std::chrono::milliseconds kSeatPause{1};
constexpr int kTurnsToLeave = 8;                               ///< of the event loop, in which a closed connection ends
constexpr std::size_t kFirstBodyRoom = std::size_t{16} * 1024; ///< doubled as bytes arrive

struct Listener {
    ssl::context context{ssl::context::tls_server};
    tcp::acceptor acceptor;
    const Router* router;
    Seats seats;
    std::unordered_map<Seats::Id, beast::tcp_stream*> seated;
    Listener(asio::io_context& io, const Router& routes, const Limits& limits)
        : acceptor(io)
        , router(&routes)
        , seats(limits.connections) {}
};

} // namespace

struct Server::Impl {
    Impl(const Limits& bounds, Report log)
        : limits(bounds)
        , bodies(bounds.bodiesInAll, bounds.bodiesPerParty)
        , report(std::move(log))
        , workers(bounds.workers)
        , slowWorkers(bounds.slowWorkers)
        , signals(io)
        , deadline(io) {}

    class Connection;

    Limits limits;
    BodyBudget bodies;
    Report report;
    asio::io_context io{1};
    asio::thread_pool workers, slowWorkers;
    asio::signal_set signals;
    asio::steady_timer deadline;
    std::list<Listener> listeners;
    std::set<Connection*> connections;
    std::unordered_map<std::string, std::size_t> perClient;
    std::unordered_map<std::string, std::size_t> slowByParty; ///< requests for slow routes, as `waiting`
    std::size_t waiting = 0;                                  ///< requests handed to the workers and not answered yet
    bool stopping = false;

    void beginStop();
};

/// One TLS connection, owned by the coroutine that serves it and registered with the server. The server waits for all
/// of them before it is destroyed.
class Server::Impl::Connection {
public:
    Connection(Impl& server, Listener& listener, tcp::socket socket)
        : stream(beast::tcp_stream(std::move(socket)), listener.context)
        , m_server(server)
        , m_listener(listener) {
        beast::error_code ignored;
        remote = low().socket().remote_endpoint(ignored).address().to_string();
        m_seat = listener.seats.take(partyOf(remote));
        listener.seated.emplace(m_seat, &low());
        m_server.connections.insert(this);
    }
    ~Connection() {
        releaseBody();
        m_server.connections.erase(this);
        m_listener.seated.erase(m_seat);
        m_listener.seats.leave(m_seat);
        if (client.empty()) return;
        const auto found = m_server.perClient.find(client);
        if (--found->second == 0) m_server.perClient.erase(found);
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] beast::tcp_stream& low() { return beast::get_lowest_layer(stream); }
    [[nodiscard]] Impl& server() { return m_server; }
    [[nodiscard]] const Listener& listener() const { return m_listener; }

    /// Waits for its peer: may be closed for a new connection if there are too many.
    void wait() { m_listener.seats.wait(m_seat); }
    /// Its request is being handled: not closed for a new connection.
    void engage() { m_listener.seats.engage(m_seat); }
    /// Reserves memory for more bytes of the body. @return false if the limit is reached.
    [[nodiscard]] bool reserveBody(std::size_t bytes) {
        if (!m_server.bodies.take(party(), bytes)) return false;
        m_bodyBytes += bytes;
        return true;
    }
    void releaseBody() {
        if (m_bodyBytes > 0) m_server.bodies.giveBack(party(), m_bodyBytes);
        m_bodyBytes = 0;
    }

    /// Takes the name from the verified certificate and counts the connection for it.
    void nameClient();
    /// Came when its client had as many as the limit; the ones before it are served on.
    [[nodiscard]] bool isOneTooMany() const { return m_oneTooMany; }

    Stream stream;
    beast::flat_buffer buffer;
    std::string client;
    std::string remote;
    bool busy = false; ///< a request has started and is not answered yet

private:
    [[nodiscard]] std::string party() const { return client.empty() ? partyOf(remote) : "certificate " + client; }

    Impl& m_server;
    Listener& m_listener;
    Seats::Id m_seat = 0;
    std::size_t m_bodyBytes = 0;
    bool m_oneTooMany = false;
};

void Server::Impl::Connection::nameClient() {
    client = verifiedName(stream.native_handle());
    if (!client.empty()) m_oneTooMany = ++m_server.perClient[client] > m_server.limits.connectionsPerClient;
}

void Server::Impl::beginStop() {
    if (stopping) return;
    stopping = true;
    beast::error_code ignored;
    signals.cancel(ignored);
    for (auto& listener : listeners)
        listener.acceptor.close(ignored);
    for (auto* connection : connections)
        if (!connection->busy) connection->low().close();
    if (connections.empty()) return;
    deadline.expires_after(limits.shutdownTime);
    deadline.async_wait([this](beast::error_code ec) {
        if (!ec) io.stop();
    });
}

namespace {

using Connection = Server::Impl::Connection;

/// What came of reading one head or one body.
struct Refusal {
    std::optional<ApiError> error; ///< answer with it and close
    bool gone = false;             ///< the peer disconnected, was idle, or too slow (Beast closed it): send nothing
};

/// Lets Beast parse a complete header block and converts it to our own type.
std::optional<ApiError> parseHead(std::string_view block, const Limits& limits, RequestHead& head) {
    if (namesTransferEncoding(block)) return ApiError::LengthRequired;
    wire::request_parser<wire::empty_body> parser;
    parser.header_limit(static_cast<std::uint32_t>(limits.headerBytes));
    parser.body_limit(boost::none);
    beast::error_code ec;
    const auto used = parser.put(asio::buffer(block), ec);
    if (ec || !parser.is_header_done() || used != block.size()) return ApiError::BadFraming;
    const auto& message = parser.get();
    const auto method = methodOf(std::string_view(message.method_string()));
    if (message.version() != 11 || !method) return ApiError::BadFraming;
    head.method = *method;
    head.target = std::string(message.target());
    for (const auto& field : message)
        head.fields.push_back({toLowerAscii(std::string_view(field.name_string())), std::string(field.value())});
    return checkHead(head, limits);
}

std::string_view received(const beast::flat_buffer& buffer) {
    return {static_cast<const char*>(buffer.data().data()), buffer.size()};
}

/// Reads up to the end of the header block: idle time until its first byte, then the absolute header time.
asio::awaitable<Refusal> readHead(Connection& connection, RequestHead& head) {
    const Limits& limits = connection.server().limits;
    HeaderScanner scanner(limits);
    connection.low().expires_after(limits.idleTime);
    while (scanner.headerEnd() == 0) {
        auto [ec, count] = co_await connection.stream.async_read_some(connection.buffer.prepare(2048), kToken);
        if (ec || count == 0) co_return Refusal{.gone = true};
        connection.buffer.commit(count);
        if (!connection.busy) connection.low().expires_after(limits.headerTime);
        connection.busy = true;
        if (auto refused = scanner.scan(received(connection.buffer))) co_return Refusal{refused};
    }
    auto refused = parseHead(received(connection.buffer).substr(0, scanner.headerEnd()), limits, head);
    connection.buffer.consume(scanner.headerEnd());
    co_return Refusal{refused};
}

/// More room for a body that has filled what it had: memory follows what came, not what was announced.
bool makeRoom(Connection& connection, Bytes& body, std::size_t length) {
    const auto room = std::min(length, std::max(kFirstBodyRoom, 2 * body.size()));
    if (!connection.reserveBody(room - body.size())) return false;
    body.resize(room);
    return true;
}

/// Reads the body of the announced length; each byte must come before the grace time plus its turn at the minimum rate.
asio::awaitable<Refusal> readBody(Connection& connection, const RequestHead& head, Bytes& body) {
    const Limits& limits = connection.server().limits;
    const auto length = contentLength(head);
    if (!makeRoom(connection, body, length)) co_return Refusal{ApiError::Busy};
    const auto first = std::min(body.size(), connection.buffer.size());
    std::copy_n(received(connection.buffer).begin(), first, body.begin());
    connection.buffer.consume(first);
    if (first < length && head.count("expect") == 1) {
        static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
        auto [ec, count] = co_await asio::async_write(connection.stream, asio::buffer(kContinue), kToken);
        if (ec) co_return Refusal{.gone = true};
    }
    const auto begin = std::chrono::steady_clock::now();
    for (auto got = first; got < length;) {
        if (got == body.size() && !makeRoom(connection, body, length)) co_return Refusal{ApiError::Busy};
        const auto earned = std::chrono::milliseconds(got * 1000 / limits.bodyBytesPerSecond);
        connection.low().expires_at(std::min<SteadyTime>(begin + limits.bodyGrace + earned,
                                                         std::chrono::steady_clock::now() + limits.idleTime));
        auto [ec, count] = co_await connection.stream.async_read_some(asio::buffer(body) + got, kToken);
        if (ec || count == 0) co_return Refusal{.gone = true};
        got += count;
    }
    co_return Refusal{};
}

/// Runs `work` on one of `workers`; meanwhile the connection is not closed for others.
template <class Value>
asio::awaitable<Value> onWorker(Connection& connection, asio::thread_pool& workers, asio::awaitable<Value> work) {
    connection.engage();
    connection.low().expires_never();
    auto value = co_await asio::co_spawn(workers.get_executor(), std::move(work), asio::use_awaitable);
    connection.wait();
    co_return value;
}

asio::awaitable<std::optional<Response>> guardJob(const Router& router, Request head, std::size_t bodyBytes,
                                                  const Limits& limits, const Server::Report& report) {
    co_return refuseBody(router, std::move(head), bodyBytes, limits, report); // NOLINT(clang-analyzer-cplusplus.Move)
}

/// Asks the route's guard, on a worker, whether a large body is accepted.
asio::awaitable<std::optional<Response>> askGuard(Connection& connection, const Request& request) {
    auto& server = connection.server();
    const auto length = contentLength(request.head);
    if (length <= server.limits.smallBodyBytes) co_return std::nullopt;
    if (server.waiting >= server.limits.waitingRequests) co_return Response::refuse(ApiError::Busy);
    ++server.waiting;
    auto work = guardJob(*connection.listener().router, request, length, server.limits, server.report);
    auto refusal = co_await onWorker(connection, server.workers, std::move(work));
    --server.waiting;
    co_return refusal;
}

asio::awaitable<Response> job(const Router& router, Request request, const Server::Report& report) {
    // clang-tidy 14 takes the move of a parameter into the coroutine's frame for one that was made here.
    co_return dispatch(router, std::move(request), report); // NOLINT(clang-analyzer-cplusplus.Move)
}

/// Runs the handler of a slow route on a worker for these. Others wait for their turn; no one is turned away because of
/// them.
asio::awaitable<Response> answerSlowly(Connection& connection, Request request) {
    auto& server = connection.server();
    const auto party = partyOf(connection.remote);
    if (server.slowByParty[party] >= server.limits.slowPerParty) co_return Response::refuse(ApiError::TooManyLogins);
    ++server.slowByParty[party];
    auto work = job(*connection.listener().router, std::move(request), server.report);
    auto response = co_await onWorker(connection, server.slowWorkers, std::move(work));
    if (--server.slowByParty[party] == 0) server.slowByParty.erase(party);
    co_return response;
}

/// Runs the handler on a worker, unless too many wait there already.
asio::awaitable<Response> answer(Connection& connection, Request request) {
    auto& server = connection.server();
    if (connection.isOneTooMany()) co_return Response::refuse(ApiError::TooManyConnections);
    if (connection.listener().router->isSlow(request.head))
        co_return co_await answerSlowly(connection, std::move(request));
    if (server.waiting >= server.limits.waitingRequests) co_return Response::refuse(ApiError::Busy);
    ++server.waiting;
    auto work = job(*connection.listener().router, std::move(request), server.report);
    auto response = co_await onWorker(connection, server.workers, std::move(work));
    --server.waiting;
    co_return response;
}

enum class Then { Continue, Close };

wire::response<wire::string_body> toWire(Response response, const std::vector<Field>& common, Then then,
                                         Method method) {
    wire::response<wire::string_body> out{static_cast<wire::status>(response.status), 11};
    out.set(wire::field::cache_control, "no-store");
    out.set("X-Content-Type-Options", "nosniff");
    for (const auto& field : common)
        out.set(field.name, field.value);
    for (const auto& field : response.fields)
        out.insert(field.name, field.value);
    if (!response.contentType.empty()) out.set(wire::field::content_type, response.contentType);
    out.keep_alive(then == Then::Continue);
    out.body() = std::move(response.body);
    out.prepare_payload();
    if (method == Method::Head) out.body().clear(); // Content-Length stays what GET would say
    return out;
}

asio::awaitable<bool> send(Connection& connection, Response response, Then then, Method method) {
    auto out = toWire(std::move(response), connection.listener().router->commonFields(), then, method);
    wire::response_serializer<wire::string_body> serializer(out);
    connection.low().expires_after(connection.server().limits.writeTime);
    auto [ec, count] = co_await wire::async_write(connection.stream, serializer, kToken);
    co_return !ec && then == Then::Continue;
}

/// Ends the TLS connection; what the peer still sends is dropped for a moment, so that it can read our last answer.
asio::awaitable<void> finish(Connection& connection) {
    connection.low().expires_after(kDrainTime);
    [[maybe_unused]] auto [ended] = co_await connection.stream.async_shutdown(kToken);
    beast::error_code ignored;
    connection.low().socket().shutdown(tcp::socket::shutdown_send, ignored);
    std::array<char, 4096> dropped{};
    for (std::size_t total = 0; total < kDrainBytes && !connection.server().stopping;) {
        auto [ec, count] = co_await connection.low().async_read_some(asio::buffer(dropped), kToken);
        if (ec || count == 0) break;
        total += count;
    }
}

/// One request and its response. @return false if the connection must be closed; `polite` is whether to shut down TLS.
asio::awaitable<bool> serveOne(Connection& connection, bool& polite) {
    Request request;
    request.clientName = connection.client;
    request.remote = connection.remote;
    auto refusal = co_await readHead(connection, request.head);
    const auto method = request.head.method;
    if (!refusal.error && !refusal.gone) {
        if (auto closed = co_await askGuard(connection, request))
            co_return co_await send(connection, std::move(*closed), Then::Close, method);
        refusal = co_await readBody(connection, request.head, request.body);
    }
    polite = !refusal.gone;
    if (refusal.gone) co_return false;
    if (refusal.error) {
        // What came of the body is of no use: it must not keep others out while the connection ends.
        Bytes().swap(request.body);
        connection.releaseBody();
        co_return co_await send(connection, Response::refuse(*refusal.error), Then::Close, method);
    }
    const bool asksToClose = toLowerAscii(request.field("connection")) == "close";
    auto response = co_await answer(connection, std::move(request));
    connection.releaseBody();
    // Bytes beyond the announced length would be a second request, which a client must not send: never read on.
    const bool close =
        asksToClose || connection.buffer.size() > 0 || connection.server().stopping || connection.isOneTooMany();
    co_return co_await send(connection, std::move(response), close ? Then::Close : Then::Continue, method);
}

asio::awaitable<void> serve(std::unique_ptr<Connection> connection) {
    beast::error_code ignored;
    connection->low().socket().set_option(tcp::no_delay(true), ignored);
    connection->low().expires_after(connection->server().limits.handshakeTime);
    auto [ec] = co_await connection->stream.async_handshake(ssl::stream_base::server, kToken);
    if (ec) co_return;
    connection->nameClient();
    bool polite = true;
    while (!connection->server().stopping && co_await serveOne(*connection, polite))
        connection->busy = false;
    if (polite) co_await finish(*connection);
}

/// Closes the connection chosen by the bounds, if any. Its coroutine then ends.
void makeWay(Listener& listener) {
    const auto seat = listener.seats.givesWay();
    if (!seat) return;
    listener.seats.engage(*seat); // not a second time
    listener.seated.at(*seat)->close();
}

asio::awaitable<void> accept(Server::Impl& server, Listener& listener) {
    asio::steady_timer pause(server.io);
    while (!server.stopping) {
        auto [ec, socket] = co_await listener.acceptor.async_accept(kToken);
        if (server.stopping) break;
        if (ec) { // EMFILE and its like: one that only waits is closed for it
            server.report("Cannot accept a connection: " + ec.message());
            makeWay(listener);
            pause.expires_after(kAcceptPause);
            co_await pause.async_wait(kToken);
            continue;
        }
        // All slots are in use by running requests, or closed connections have not ended yet: the new connection waits.
        while (listener.seats.full() && !server.stopping) {
            makeWay(listener);
            for (int turn = 0; turn < kTurnsToLeave && listener.seats.full(); ++turn)
                co_await asio::post(server.io, asio::use_awaitable);
            if (!listener.seats.full()) break;
            pause.expires_after(kSeatPause);
            co_await pause.async_wait(kToken);
        }
        if (server.stopping) break;
        auto work = serve(std::make_unique<Connection>(server, listener, std::move(socket)));
        asio::co_spawn(server.io, std::move(work), [&server](const std::exception_ptr& failure) {
            try {
                if (failure) std::rethrow_exception(failure);
            } catch (const std::exception& error) {
                server.report(std::string("A connection ended with: ") + error.what());
            }
            if (server.stopping && server.connections.empty()) server.deadline.cancel();
        });
    }
}

} // namespace

Server::Server(const Limits& limits, Report report)
    : m_impl(std::make_unique<Impl>(limits, std::move(report))) {
    m_impl->signals.add(SIGINT);
    m_impl->signals.add(SIGTERM);
}

Server::~Server() = default;

Result<Address> Server::listen(const Address& address, const TlsIdentity& identity, const Router& router) {
    auto& listener = m_impl->listeners.emplace_back(m_impl->io, router, m_impl->limits);
    PEIL_CHECK(prepareTls(listener.context, identity));
    PEIL_CHECK(bind(listener.acceptor, address));
    beast::error_code ignored;
    return Address{address.host, listener.acceptor.local_endpoint(ignored).port()};
}

void Server::run() {
    auto& impl = *m_impl;
    impl.signals.async_wait([&impl](beast::error_code ec, int) {
        if (!ec) impl.beginStop();
    });
    for (auto& listener : impl.listeners) {
        auto work = accept(impl, listener);
        asio::co_spawn(impl.io, std::move(work), [&impl](const std::exception_ptr& failure) {
            if (failure) impl.beginStop();
        });
    }
    impl.io.run();
    impl.workers.join();
    impl.slowWorkers.join();
}

void Server::stop() {
    asio::post(m_impl->io, [impl = m_impl.get()] { impl->beginStop(); });
}

} // namespace peil::server::http
