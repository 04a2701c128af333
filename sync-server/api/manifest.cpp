// SPDX-License-Identifier: Apache-2.0
// GET /v1/manifest?finalised=N: news for this tablet; a revoked tablet learns only that. The tablet reports its number
// of finalised interviews, so that the ledger also detects a missing last one, which leaves no gap. The response states
// what the server has from the tablet, so that it detects losses after a restore.
#include "api/respond.h"
#include "api/routes.h"
#include "services/checkpoints.h"
#include "services/error.h"
#include "services/holdings.h"

namespace peil::server::api {

namespace {

Result<> showCheckpoint(const Context& context, repository::Records& records, const DeviceId& device,
                        const std::optional<protocol::Checkpoint>& kept, protocol::Manifest& manifest) {
    PEIL_TRY(auto comparison, services::compareWith(records, kept));
    manifest.checkpoint = std::move(comparison.newest);
    manifest.consistency = std::move(comparison.consistency);
    if (!comparison.verdict) return {};
    if (*comparison.verdict == protocol::Witness::Contradicts)
        context.report("The tablet " + device.text() + " has a signed checkpoint of " + std::to_string(kept->size) +
                       " entries that this store's log does not extend: the store was restored without --restored, or "
                       "modified. Run peil audit verify.");
    return records.putWitness(
        {device, context.clock.now(), kept->epoch, kept->size, kept->root, static_cast<int>(*comparison.verdict)});
}

/// A tablet that this store comes from before: the study office must learn of it, and of what it has finished.
void noteStranger(const Context& context, const http::Request& request) {
    const DeviceId id(request.clientName);
    const auto known = context.enrolment.device(id);
    const auto finalised = wholeParameter(request, "finalised", 0);
    if (id.empty() || !finalised || known || known.error().code != services::ServiceErrc::DeviceUnknown) return;
    if (const auto noted = context.enrolment.noteStranger(id, *finalised); !noted)
        context.report(describe(noted.error()));
}

} // namespace

void addManifest(http::Router& router, Context& context) {
    const auto answer = [&context](const http::Request& request) -> Answer {
        const auto device = admitDevice(context, request);
        if (!device) {
            noteStranger(context, request);
            return tl::unexpected(device.error());
        }
        const auto finalised = wholeParameter(request, "finalised", 0);
        if (!finalised) return fail(http::ApiError::BadMessage, "finalised must be a whole number.");
        const auto kept = keptCheckpoint(context, request);
        const auto seen = wholeParameter(request, "receipts", 0);
        if (!seen) return fail(http::ApiError::BadMessage, "receipts must be a whole number.");
        protocol::Manifest manifest;
        manifest.serverTime = formatUtc(context.clock.now());
        manifest.batchVersion = protocol::kBatchVersion;
        const auto touch = [&](repository::Records& records) -> Result<> {
            PEIL_TRY(manifest.epoch, records.epoch());
            PEIL_TRY(const auto row, services::admitted(records, device->id));
            PEIL_CHECK(services::Intake::noteFinalised(records, row, *finalised));
            manifest.revoked = row.revokedAt.has_value();
            if (!manifest.revoked) {
                PEIL_TRY(manifest.held, services::heldOf(records, device->id));
                PEIL_TRY(manifest.withdrawn, records.nameWithdrawn(device->id, protocol::kMaxWithdrawn));
                PEIL_CHECK(showCheckpoint(context, records, device->id, kept, manifest));
            }
            return records.touchDevice(device->id, context.clock.now());
        };
        PEIL_CHECK(context.repository.write(touch));
        if (!manifest.revoked) {
            if (const auto study = context.studies.current()) {
                manifest.packHash = study->pack.hash();
                manifest.packVersion = study->study().version;
            }
            const auto progress = context.monitoring.progress(device->cityCode);
            manifest.quotas = services::cellsOf(progress);
            manifest.notCounted = services::notCountedOf(progress);
            PEIL_TRY(auto fresh, context.quarantine.newReceipts(device->id, *seen));
            manifest.receipts = std::move(fresh.receipts);
            manifest.receiptsUpTo = fresh.upTo;
        }
        return http::Response::json(protocol::encodeManifest(manifest));
    };
    router.add(http::Method::Get, "/v1/manifest", with(context, answer));
}

} // namespace peil::server::api
