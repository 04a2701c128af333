// SPDX-License-Identifier: Apache-2.0
#pragma once

// Composition root: everything of one running server, built once, in the order of its members.

#include "api/routes.h"
#include "app/options.h"

namespace peil::server {

/// Threads: built and run on one; the handlers run on the workers of the HTTP server.
class ServerContext {
public:
    /// Opens the data folder, the store and both listeners. @return one sentence on what is in the way.
    [[nodiscard]] static Result<std::unique_ptr<ServerContext>> create(const Options& options);
    /// Locks every administrator and writes a new administration token, which makes the next one. For who has the
    /// server's disk; no server may run on the folder. @return how many were locked.
    [[nodiscard]] static Result<int> resetAdministrators(const Options& options);
    ~ServerContext();
    ServerContext(const ServerContext&) = delete;
    ServerContext& operator=(const ServerContext&) = delete;

    [[nodiscard]] const http::Address& deviceAddress() const;
    [[nodiscard]] const http::Address& dashboardAddress() const;
    /// Serves until SIGTERM or SIGINT, or until the store fails permanently. @return the error of the store then.
    [[nodiscard]] Result<> run();

private:
    struct Impl;
    explicit ServerContext(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace peil::server
