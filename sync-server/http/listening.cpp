// SPDX-License-Identifier: Apache-2.0
#include "http/listening.h"

namespace peil::server::http {

namespace asio = boost::asio;

Result<> prepareTls(asio::ssl::context& context, const TlsIdentity& identity) {
    SSL_CTX* native = context.native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_3_VERSION);
    SSL_CTX_set_num_tickets(native, 0);
    SSL_CTX_set_options(native, SSL_OP_NO_TICKET | SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_session_cache_mode(native, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_max_early_data(native, 0);
    SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS); // a connection that waits keeps no buffers
    boost::system::error_code ec;
    context.use_certificate_chain(asio::buffer(identity.certificate), ec);
    if (!ec) context.use_private_key(asio::buffer(identity.privateKey), asio::ssl::context::pem, ec);
    if (!ec && SSL_CTX_check_private_key(native) != 1)
        ec = boost::system::error_code(EINVAL, boost::system::generic_category());
    if (!ec && !identity.clientAuthority.empty()) {
        context.add_certificate_authority(asio::buffer(identity.clientAuthority), ec);
        if (!ec) context.set_verify_mode(asio::ssl::verify_peer, ec);
    }
    if (ec) return fail(HttpErrc::BadCertificate, "The server's certificate or its key is invalid: " + ec.message());
    return {};
}

Result<> bind(asio::ip::tcp::acceptor& acceptor, const Address& address) {
    boost::system::error_code ec;
    const auto ip = asio::ip::make_address(address.host, ec);
    if (ec)
        return fail(HttpErrc::BadAddress, "'" + address.host + "' is not an IP address; write e.g. 127.0.0.1:8443.");
    const asio::ip::tcp::endpoint endpoint(ip, address.port);
    acceptor.open(endpoint.protocol(), ec);
    if (!ec) acceptor.set_option(asio::ip::tcp::acceptor::reuse_address(true), ec);
    if (!ec) acceptor.bind(endpoint, ec);
    if (!ec) acceptor.listen(asio::socket_base::max_listen_connections, ec);
    if (ec == asio::error::address_in_use)
        return fail(HttpErrc::AddressInUse, "Another program listens on " + address.text() +
                                                "; stop it, or choose another port (0 takes any free one).");
    if (ec) return fail(HttpErrc::BadAddress, "Cannot listen on " + address.text() + ": " + ec.message() + ".");
    return {};
}

std::string verifiedName(SSL* connection) {
    X509* certificate = SSL_get1_peer_certificate(connection);
    if (certificate == nullptr) return {};
    std::string name(64, '\0');
    int length = 0;
    if (SSL_get_verify_result(connection) == X509_V_OK)
        length = X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name.data(),
                                           static_cast<int>(name.size()) + 1);
    X509_free(certificate);
    return length > 0 ? name.substr(0, static_cast<std::size_t>(length)) : std::string();
}

} // namespace peil::server::http
