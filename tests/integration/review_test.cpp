// SPDX-License-Identifier: Apache-2.0
// Reviews and withdrawals over HTTP: who may, from which page, and what comes of it.
#include "peil/base/text.h"
#include "peil_test/result.h"
#include "server_under_test.h"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace integration;
using peil_test::need;

namespace {

constexpr std::string_view kPassword = "correct horse battery";

/// A user who is logged in.
class Desk {
public:
    Desk(const ServerUnderTest& server, std::string_view role, std::string_view city)
        : m_client(server.browser()) {
        const boost::json::object user{{"name", "anna"}, {"password", kPassword}, {"role", role}, {"city", city}};
        REQUIRE(server.admin(post("/admin/users", user)).status == 201);
        m_fields = {"Origin: " + server.dashboardAddress()};
        const auto login = send(post("/api/login", {{"name", "anna"}, {"password", kPassword}}));
        REQUIRE(login.status == 200);
        const auto cookie = login.field("set-cookie");
        m_fields.push_back("Cookie: __Host-peil=" + cookie.substr(12, cookie.find(';') - 12));
        m_csrf = std::string(login.json().at("csrfToken").as_string());
        m_fields.push_back("X-CSRF-Token: " + m_csrf);
    }
    [[nodiscard]] static Call post(std::string path, const boost::json::object& body) {
        return {.method = "POST",
                .path = std::move(path),
                .body = boost::json::serialize(body),
                .type = "application/json",
                .fields = {}};
    }
    /// @param without  part of a field to leave out, e.g. "Origin".
    Answer send(Call call, std::string_view without = "nothing") {
        for (const auto& field : m_fields)
            if (!field.starts_with(without)) call.fields.push_back(field);
        return m_client.send(call);
    }
    boost::json::array interviews() { return send({.path = "/api/interviews"}).json().at("interviews").as_array(); }

private:
    HttpClient m_client;
    std::vector<std::string> m_fields;
    std::string m_csrf;
};

/// Who did what, in order.
std::vector<std::string> actors(const boost::json::object& audit, std::string_view what) {
    std::vector<std::string> names;
    for (const auto& act : audit.at("acts").as_array())
        if (std::string_view(act.at("what").as_string()) == what) names.emplace_back(act.at("by").as_string());
    return names;
}

struct Field {
    ServerUnderTest server;
    TestStudy study;
    TestTablet amsterdam, heerlen;
    std::string first, second; ///< interviews in AMS and in HRL

    Field()
        : amsterdam((server.publish(study), server.enrolled(study, "AMS", 1)))
        , heerlen(server.enrolled(study, "HRL", 2)) {
        const auto one = amsterdam.interview("Amsterdam", "opioid", "1");
        const auto two = heerlen.interview("Heerlen", "opioid", "1");
        first = one.interview.text();
        second = two.interview.text();
        REQUIRE(server.clientOf(amsterdam).send(amsterdam.batch({one})).status == 200);
        REQUIRE(server.clientOf(heerlen).send(heerlen.batch({two})).status == 200);
    }
    [[nodiscard]] static boost::json::object review(const std::string& interview, std::string_view state) {
        return {{"interviews", boost::json::array{boost::json::string(interview)}}, {"state", state}};
    }
};

} // namespace

TEST_CASE("a city coordinator judges interviews of one city, from the dashboard's own page only",
          "[integration][review]") {
    Field field;
    Desk desk(field.server, "city_coordinator", "AMS");
    REQUIRE(desk.interviews().size() == 1);
    const auto approve = Desk::post("/api/reviews", Field::review(field.first, "approved"));
    CHECK(desk.send(approve, "Origin").refusal() == "bad_origin");
    CHECK(desk.send(approve, "X-CSRF").refusal() == "bad_csrf_token");
    CHECK(desk.send(approve, "Cookie").refusal() == "login_required");
    CHECK(desk.interviews().at(0).at("state") == "received");
    CHECK(desk.send(approve).status == 204);
    CHECK(desk.interviews().at(0).at("state") == "approved");
    CHECK(desk.interviews().at(0).at("by") == "anna (city_coordinator)");
    CHECK(desk.send(Desk::post("/api/reviews", Field::review(field.second, "approved"))).refusal() ==
          "unknown_interview");
    CHECK(desk.send(Desk::post("/api/reviews", Field::review(field.first, "perfect"))).refusal() == "bad_review");
    CHECK(desk.send(Desk::post("/api/reviews", {{"state", "approved"}})).refusal() == "bad_message");
    CHECK(desk.send(Desk::post("/api/reviews", {{"state", "approved"}, {"interviews", {1}}})).refusal() ==
          "bad_message");
    CHECK(desk.send(Desk::post("/api/withdrawals", {{"interview", field.first}})).refusal() == "forbidden");
    auto plain = approve;
    plain.type = "text/plain";
    CHECK(desk.send(plain).refusal() == "unsupported_type");
}

TEST_CASE("the data-protection officer erases an interview for good, and the act is in the chain",
          "[integration][review]") {
    Field field;
    Desk desk(field.server, "data_protection_officer", "");
    CHECK(desk.send(Desk::post("/api/reviews", Field::review(field.first, "approved"))).refusal() == "forbidden");
    CHECK(desk.send(Desk::post("/api/withdrawals", {{"interview", "nobody"}})).refusal() == "unknown_interview");
    CHECK(desk.send(Desk::post("/api/withdrawals", {{"why", "x"}})).refusal() == "bad_message");
    auto plain = Desk::post("/api/withdrawals", {{"interview", field.first}});
    plain.type = "text/plain";
    CHECK(desk.send(plain).refusal() == "unsupported_type");
    CHECK(desk.send(Desk::post("/api/withdrawals", {{"interview", field.first}})).status == 204);
    REQUIRE(field.server.stop() == 0);
    field.server.start(); // and after a restart
    const auto envelopes = field.server.admin({.path = "/admin/envelopes"}).json().at("envelopes").as_array();
    REQUIRE(envelopes.size() == 2);
    CHECK(envelopes[0].at("status") == "withdrawn");
    CHECK(envelopes[0].at("envelope") == "");
    CHECK(envelopes[1].at("status") == "received");
    CHECK(field.server.admin({.path = "/admin/interviews"}).json().at("interviews").as_array().size() == 1);
    const auto audit = field.server.admin({.path = "/admin/audit"}).json();
    CHECK(audit.at("intact").as_bool());
    CHECK(actors(audit, "withdrawal") == std::vector<std::string>{"anna (data_protection_officer)"});
}

TEST_CASE("an action belongs to the logged-in user whatever the request says, and an export states its purpose",
          "[integration][review]") {
    const Field field;
    const auto& server = field.server;
    boost::json::object act{{"by", "bea"}, {"purpose", "report"}, {"checksum", std::string(64, 'a')}};
    act["frozen"] = "wave-1";
    CHECK(server.admin(Desk::post("/admin/exports", act)).refusal() == "bad_export"); // on what it is based
    const auto page = server.admin({.path = "/admin/envelopes"}).json();
    boost::json::object basis{{"firstAct", page.at("act")}, {"lastAct", page.at("act")}, {"byReview", true}};
    const auto hash = need(peil::fromHex(std::string_view(page.at("envelopes").at(0).at("hash").as_string())));
    basis["members"] = peil::toBase64(peil::ByteView(hash).first(16));
    act["basis"] = basis;
    CHECK(server.admin(Desk::post("/admin/exports", act)).status == 204);
    act["checksum"] = std::string(64, 'b');
    CHECK(server.admin(Desk::post("/admin/exports", act)).refusal() == "frozen_otherwise");
    act["purpose"] = "";
    CHECK(server.admin(Desk::post("/admin/exports", act)).refusal() == "bad_export");
    auto call = Desk::post("/admin/exports", act);
    call.body = "[]";
    CHECK(server.admin(call).refusal() == "bad_message");
    call.type = "text/plain";
    CHECK(server.admin(call).refusal() == "unsupported_type");
    const auto interview = std::string(page.at("envelopes").at(0).at("interview").as_string());
    REQUIRE(server.admin(Desk::post("/admin/withdrawals", {{"interview", interview}})).status == 204);
    act["purpose"] = "report";
    CHECK(server.admin(Desk::post("/admin/exports", act)).refusal() == "export_meanwhile");
    const auto exporters = actors(server.admin({.path = "/admin/audit"}).json(), "export");
    REQUIRE(exporters.size() == 1);
    CHECK(exporters[0].starts_with("token researcher-"));
    CHECK(exporters[0].ends_with(" (researcher)"));
}
