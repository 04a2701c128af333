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

http::Response refusalOf(const Context& context, const Error& error) {
    auto refusal = respondTo(context, error);
    if (error.code == services::ServiceErrc::DailyLimit) refusal.retryAfter(kAskAgain);
    return refusal;
}

/// Accepts a large body only from a tablet that is enrolled here and within its daily limit.
http::Guard guardForBatches(const Context& context) {
    return [&context](const http::Request& request) -> std::optional<http::Response> {
        const auto device = admitDevice(context, request);
        if (!device) return device.refusal;
        const auto fits = context.intake.checkDay(device.value->id, http::contentLength(request.head));
        if (!fits) return refusalOf(context, fits.error());
        return std::nullopt;
    };
}

} // namespace

void addBatch(http::Router& router, Context& context) {
    const auto receive = [&context](const http::Request& request) {
        const auto device = admitDevice(context, request);
        if (!device) return device.refusal;
        Result<protocol::BatchReply> reply;
        if (request.mediaType() == "application/octet-stream") {
            reply = context.intake.receive(device.value->id, request.body);
        } else if (request.mediaType() == kSealedBatch) {
            const auto opened = crypto::boxOpenAsSigner(request.body, context.keys.receiptKey);
            if (!opened)
                return http::Response::refuse(http::ApiError::BadMessage,
                                              "The sealed box cannot be opened with this server's key.");
            reply = context.intake.receive(device.value->id, opened->view());
        } else {
            return http::Response::refuse(http::ApiError::UnsupportedType);
        }
        if (!reply) return refusalOf(context, reply.error());
        return http::Response::json(protocol::encodeBatchReply(*reply));
    };
    router.add(http::Method::Post, "/v1/batch", receive, {protocol::kMaxBodyBytes, guardForBatches(context)});
}

} // namespace peil::server::api
