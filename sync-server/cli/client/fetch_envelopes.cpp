// SPDX-License-Identifier: Apache-2.0
#include "fetch_envelopes.h"

#include "cli/cli_error.h"
#include "server_client.h"

namespace peil::cli {
namespace {

records::ListedEnvelope listedIn(const boost::json::value& item) {
    auto bytes = fromBase64(textOf(item, "envelope"));
    using study::EnvelopeStatus;
    return {study::envelopeStatusOf(textOf(item, "status")).value_or(EnvelopeStatus::Quarantined),
            textOf(item, "interview"),
            textOf(item, "device"),
            textOf(item, "deviceKey"),
            textOf(item, "review"),
            textOf(item, "duplicateOf"),
            bytes ? std::move(*bytes) : Bytes()};
}

} // namespace

Result<FetchedEnvelopes> fetchEnvelopes(const AskServer& ask, const std::function<bool()>& goOn) {
    FetchedEnvelopes all;
    for (std::int64_t after = 0;;) {
        if (goOn && !goOn()) return fail(CliErrc::Stopped, "The export was stopped; nothing was written.");
        PEIL_TRY(const auto page, ask("/admin/envelopes?after=" + std::to_string(after) + "&limit=200"));
        all.lastAct = numberOf(page, "act");
        if (after == 0) all.firstAct = all.lastAct;
        const auto items = listOf(page, "envelopes");
        if (items.empty()) return all;
        for (const auto& item : items)
            all.listing.envelopes.push_back(listedIn(item));
        for (const auto& named : listOf(page, "successions"))
            all.listing.successions.add(DeviceId(textOf(named, "device")), DeviceId(textOf(named, "successor")));
        const auto next = numberOf(page, "next");
        if (next <= after)
            return fail(CliErrc::ServerFailed,
                        "The server's list of envelopes cannot be read; check that peil and peil-server have the same "
                        "version.");
        after = next;
    }
}

} // namespace peil::cli
