// SPDX-License-Identifier: Apache-2.0
#include "envelope_header.h"

#include "json.h"

#include <limits>

namespace peil::protocol {
namespace {

constexpr std::int64_t kVersion = 1;
constexpr std::size_t kMaxOpenFields = 1000;
constexpr std::size_t kMaxListed = 64;
constexpr std::string_view kAlgorithm = "xchacha20poly1305+x25519sealedbox+ed25519";

boost::json::array textArray(const std::vector<std::string>& texts) {
    boost::json::array array;
    for (const auto& text : texts)
        array.emplace_back(text);
    return array;
}

} // namespace

std::string encodeHeader(const EnvelopeHeader& header) {
    boost::json::array open;
    for (const auto& field : header.open)
        open.push_back(boost::json::array{field.name, field.value, field.reason});
    // boost::json::object keeps the order of insertion.
    const boost::json::object object{
        {"v", kVersion},
        {"algorithm", kAlgorithm},
        {"study", header.study.text()},
        {"form", header.formHash},
        {"interview", header.interview.text()},
        {"revision", header.revision},
        {"device", header.device.text()},
        {"sequence", header.sequence},
        {"finalisedAt", header.finalisedAt},
        {"clockTrusted", header.clockTrusted},
        {"outcome", header.outcome},
        {"open", open},
        {"duplicateTokens", textArray(header.duplicateTokens)},
        {"recipients", textArray(header.recipients)},
    };
    return boost::json::serialize(object);
}

Result<EnvelopeHeader> decodeHeader(std::string_view json) {
    auto reader = JsonReader::parse(json);
    if (!reader) return fail(ProtocolErrc::BadEnvelope, "The header of the envelope is not JSON.");
    const auto version = reader->integer("v", 1, std::numeric_limits<int>::max());
    if (!reader->sound()) return reader->fault(ProtocolErrc::BadEnvelope);
    if (version > kVersion) return fail(ProtocolErrc::UnknownVersion);
    EnvelopeHeader header;
    header.study = StudyId(reader->text("study"));
    header.formHash = reader->text("form");
    header.interview = InterviewId(reader->text("interview"));
    header.revision = static_cast<int>(reader->integer("revision", 1, 1'000'000));
    header.device = DeviceId(reader->text("device"));
    header.sequence = reader->integer("sequence", 1, std::numeric_limits<std::int64_t>::max());
    header.finalisedAt = reader->text("finalisedAt");
    header.clockTrusted = reader->boolean("clockTrusted");
    header.outcome = reader->text("outcome");
    header.duplicateTokens = reader->texts("duplicateTokens", kMaxListed);
    header.recipients = reader->texts("recipients", kMaxListed);
    for (const auto& item : reader->list("open", kMaxOpenFields)) {
        const auto* parts = item.if_array();
        if (parts == nullptr || parts->size() != 3 || !(*parts)[0].is_string() || !(*parts)[1].is_string() ||
            !(*parts)[2].is_string()) {
            reader->flag("open");
            break;
        }
        const auto part = [&](std::size_t i) { return std::string((*parts)[i].as_string()); };
        header.open.push_back({part(0), part(1), part(2)});
    }
    if (reader->text("algorithm") != kAlgorithm) reader->flag("algorithm");
    if (!reader->sound()) return reader->fault(ProtocolErrc::BadEnvelope);
    return header;
}

} // namespace peil::protocol
