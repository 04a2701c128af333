// SPDX-License-Identifier: Apache-2.0
#include "services/tombstones.h"

#include "peil/base/error.h"
#include "peil/base/file.h"
#include "peil/base/text.h"
#include "peil/records/json_value.h"
#include "services/acts_say.h"
#include "services/audit_log.h"
#include "services/error.h"

#include <boost/json.hpp>
#include <set>

namespace peil::server::services {

using repository::Records;
using repository::WithdrawalRow;

namespace {

constexpr std::string_view kFirstLine = "peil-withdrawals-2"; // 1 was not signed
constexpr std::string_view kSignature = "signature ";
constexpr std::uintmax_t kMaxBytes = std::uintmax_t{64} << 20U;
constexpr const char* kActor = "server";

/// {"interview":…,"at":milliseconds since 1970}
std::optional<WithdrawalRow> parseRow(std::string_view line) {
    boost::system::error_code error;
    const auto json = boost::json::parse({line.data(), line.size()}, error);
    const auto interview = records::textOf(json, "interview");
    const auto at = records::integerOf(json, "at");
    if (interview.empty() || !at) return std::nullopt;
    return WithdrawalRow{InterviewId(interview), TimePoint{std::chrono::milliseconds{*at}}};
}

std::string lineOf(const WithdrawalRow& row) {
    const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(row.at.time_since_epoch());
    return boost::json::serialize(boost::json::object{{"interview", row.interview.text()}, {"at", since.count()}}) +
           "\n";
}

/// Rows of `wanted` whose interview is not among `known`.
std::vector<WithdrawalRow> without(const std::vector<WithdrawalRow>& wanted, const std::vector<WithdrawalRow>& known) {
    std::set<std::string> there;
    for (const auto& row : known)
        there.insert(row.interview.text());
    std::vector<WithdrawalRow> rest;
    for (const auto& row : wanted)
        if (!there.contains(row.interview.text())) rest.push_back(row);
    return rest;
}

Result<> eraseAgain(Records& records, const std::vector<WithdrawalRow>& rows, TimePoint now) {
    for (const auto& row : rows) {
        PEIL_CHECK(records.erase(row));
        PEIL_CHECK(appendAct(records, now, kActor, kWithdrawalAct,
                             {{"interview", row.interview.text()}, {"why", "again, after a restore"}}));
    }
    return {};
}

/// Of `rows`, those whose interview the store holds.
Result<std::size_t> countHeld(repository::Repository& repository, const std::vector<WithdrawalRow>& rows) {
    std::size_t held = 0;
    PEIL_CHECK(repository.read([&](Records& records) -> Result<> {
        for (const auto& row : rows) {
            PEIL_TRY(const bool there, records.holds(row.interview));
            if (there) ++held;
        }
        return {};
    }));
    return held;
}

Result<std::vector<WithdrawalRow>> stored(repository::Repository& repository) {
    std::vector<WithdrawalRow> rows;
    PEIL_CHECK(repository.read([&](Records& records) -> Result<> {
        PEIL_TRY(rows, records.withdrawals());
        return {};
    }));
    return rows;
}

} // namespace

/// The lines before the signature; empty if there is no file.
Result<std::string> Tombstones::readSigned() const {
    const auto text = readTextFile(m_file, kMaxBytes);
    if (!text && text.error().code == BaseErrc::FileNotFound) return std::string();
    if (!text) return tl::unexpected(text.error());
    const auto at = text->rfind(kSignature);
    if (at != std::string::npos) {
        const auto bytes = fromHex(trim(std::string_view(*text).substr(at + kSignature.size())));
        auto lines = text->substr(0, at);
        if (bytes && crypto::verify(bytesOf(lines), *bytes, m_key.publicKey)) return lines;
    }
    return fail(ServiceErrc::BadDataFolder, "The list of withdrawals \"" + m_file.string() +
                                                "\" is damaged, or not signed by this server; restore its newest copy, "
                                                "so that no withdrawal is undone and nothing else is erased.");
}

Result<Tombstones::Rows> Tombstones::readRows() const {
    PEIL_TRY(const auto text, readSigned());
    Rows rows;
    std::size_t number = 0;
    for (const auto& line : split(text, '\n')) {
        ++number;
        if ((number == 1 && line == kFirstLine) || line.empty()) continue;
        auto row = number > 1 ? parseRow(line) : std::nullopt;
        if (!row)
            return fail(ServiceErrc::BadDataFolder, "The list of withdrawals \"" + m_file.string() +
                                                        "\" cannot be read at line " + std::to_string(number) +
                                                        "; it was written by a later version of Peil.");
        rows.push_back(std::move(*row));
    }
    return rows;
}

Result<> Tombstones::writeRows(const Rows& rows) const {
    std::string text = std::string(kFirstLine) + "\n";
    for (const auto& row : rows)
        text += lineOf(row);
    text += std::string(kSignature) + toHex(crypto::sign(bytesOf(text), m_key)) + "\n";
    return writeFileDurably(m_file, bytesOf(text), FileMode::Private);
}

Result<std::size_t> Tombstones::replay(repository::Repository& repository, TimePoint now, std::size_t confirmed) {
    std::vector<WithdrawalRow> lacking;
    {
        const std::lock_guard lock(m_mutex);
        PEIL_TRY(const auto written, readRows());
        PEIL_TRY(const auto known, stored(repository));
        lacking = without(written, known);
    }
    PEIL_TRY(const auto held, countHeld(repository, lacking));
    if (held > kMostUnasked && held != confirmed)
        return fail(ServiceErrc::BadDataFolder, "The list of withdrawals \"" + m_file.string() + "\" would erase " +
                                                    std::to_string(held) +
                                                    " interviews of this store; check that the list belongs to the "
                                                    "store, then start once with --erase-withdrawn " +
                                                    std::to_string(held) + ".");
    if (!lacking.empty())
        PEIL_CHECK(repository.write([&](Records& records) { return eraseAgain(records, lacking, now); }));
    PEIL_CHECK(keep(repository));
    return lacking.size();
}

Result<> Tombstones::keep(repository::Repository& repository) {
    const std::lock_guard lock(m_mutex);
    PEIL_TRY(auto rows, readRows());
    PEIL_TRY(const auto known, stored(repository));
    const auto fresh = without(known, rows);
    if (fresh.empty()) return {};
    rows.insert(rows.end(), fresh.begin(), fresh.end());
    return writeRows(rows);
}

} // namespace peil::server::services
