// SPDX-License-Identifier: Apache-2.0
#include "http/message.h"
#include "services/error.h"

#include <boost/json.hpp>
#include <catch2/catch_message.hpp>
#include <catch2/catch_test_macros.hpp>
#include <set>

using namespace peil::server::http;

TEST_CASE("every refusal has its own id, and a sentence unless it is an internal error", "[server][api]") {
    std::set<std::string_view> ids;
    for (int i = 0; i < static_cast<int>(ApiError::Count_); ++i) {
        const auto& entry = entryOf(static_cast<ApiError>(i));
        INFO(entry.id);
        CHECK(ids.insert(entry.id).second);
        CHECK((entry.status >= 400 && entry.status < 600));
        CHECK(entry.sentence.empty() == (entry.status >= 500));
        if (!entry.sentence.empty()) CHECK(entry.sentence.ends_with('.'));
    }
}

TEST_CASE("each error of the services has a response, except what no caller can cause", "[server][api]") {
    using peil::server::services::ServiceErrc;
    for (int i = 1; make_error_code(static_cast<ServiceErrc>(i)).message() != "Unknown error."; ++i) {
        const auto code = static_cast<ServiceErrc>(i);
        const auto message = make_error_code(code).message();
        INFO(message);
        const bool ours = code == ServiceErrc::BadDataFolder || code == ServiceErrc::DataFolderInUse;
        CHECK(apiErrorNamed(message).has_value() != ours);
    }
}

TEST_CASE("a 5xx says nothing but its id, whatever the handler adds", "[server][api]") {
    const auto response = Response::refuse(ApiError::Internal, "the table envelope is broken");
    CHECK(response.status == 500);
    CHECK(response.body == R"({"error":{"id":"internal"}})");
    CHECK(Response::refuse(ApiError::Busy).fields.at(0).name == "Retry-After");
}

TEST_CASE("a header value cannot start a new line", "[server][api]") {
    Response response;
    response.with("X-A", "b\r\nSet-Cookie: c");
    CHECK(response.fields.at(0).value == "bSet-Cookie: c");
}
