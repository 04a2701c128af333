// SPDX-License-Identifier: Apache-2.0
#include "web/pages.h"

#include "peil/words/words.h"
#include "web/embedded.h"

namespace peil::server::web {

namespace {

std::string typeOf(std::string_view name) {
    if (name.ends_with(".html")) return "text/html; charset=utf-8";
    if (name.ends_with(".css")) return "text/css; charset=utf-8";
    if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
    if (name.ends_with(".json")) return "application/json";
    if (name.ends_with(".svg")) return "image/svg+xml";
    return "application/octet-stream";
}

} // namespace

void addPages(http::Router& router) {
    router.add(http::Method::Get, "/words.json",
               [](const http::Request&) { return http::Response::json(std::string(words::json())); });
    for (const auto& file : embeddedFiles()) {
        const auto path = file.name == "index.html" ? std::string("/") : "/" + std::string(file.name);
        router.add(http::Method::Get, path, [file](const http::Request&) {
            return http::Response{
                .status = 200, .contentType = typeOf(file.name), .body = std::string(file.content), .fields = {}};
        });
    }
}

} // namespace peil::server::web
