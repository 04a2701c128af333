// SPDX-License-Identifier: Apache-2.0
// POST /v1/batch: sealed interviews in, signed receipts out. A revoked tablet may still send (CONTRACT.md, P8). A
// tablet that no one can unlock sends what it sealed before, each batch in a box for the receipt key.
#include "api/respond.h"
#include "api/routes.h"
#include "http/guard.h"
#include "peil/crypto/signer_box.h"

namespace peil::server::api {
namespace {

constexpr std::string_view kSealedBatch = "application/x-peil-sealed-batch";
/// A tablet that has reached its daily limit retries automatically; the limit may have been raised by then.
constexpr std::chrono::seconds kAskAgain{3600};

http::Response refuse(const Context& context, const Error& error) {
    auto refusal = respondTo(context, error);
    if (error.code == services::ServiceErrc::DailyLimit) refusal.retryAfter(kAskAgain);
    return refusal;
}

/// Accepts a large body only from a tablet that is enrolled here and within its daily limit.
http::Guard guardForBatches(const Context& context) {
    return [&context](const http::Request& request) -> std::optional<http::Response> {
        const auto device = admitDevice(context, request);
        if (!device) return respondTo(context, device.error());
        const auto fits = context.intake.checkDay(device->id, http::contentLength(request.head));
        if (!fits) return refuse(context, fits.error());
        return std::nullopt;
    };
}

} // namespace

void addBatch(http::Router& router, Context& context) {
    const auto receive = [&context](const http::Request& request) -> Answer {
        PEIL_TRY(const auto device, admitDevice(context, request));
        Result<protocol::BatchReply> reply;
        if (request.mediaType() == "application/octet-stream") {
            reply = context.intake.receive(device.id, request.body);
        } else if (request.mediaType() == kSealedBatch) {
            const auto opened = crypto::boxOpenAsSigner(request.body, context.keys.receiptKey);
            if (!opened)
                return fail(http::ApiError::BadMessage, "The sealed box cannot be opened with this server's key.");
            reply = context.intake.receive(device.id, opened->view());
        } else {
            return fail(http::ApiError::UnsupportedType);
        }
        if (!reply) return refuse(context, reply.error());
        return http::Response::json(protocol::encodeBatchReply(*reply));
    };
    router.add(http::Method::Post, "/v1/batch", with(context, receive),
               {protocol::kMaxBodyBytes, guardForBatches(context)});
}

} // namespace peil::server::api
