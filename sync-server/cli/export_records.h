// SPDX-License-Identifier: Apache-2.0
#pragma once

// From envelopes to clean records: fetched from the server, opened with the researcher's key, checked against what the
// server could read, and cleaned. The only place in Peil where a sealed answer becomes readable again.

#include "peil/protocol/envelope.h"
#include <boost/json/value.hpp>
#include <functional>

namespace peil::cli {

/// One interview that is part of the data.
struct CleanRecord {
    InterviewId interview;
    int revision = 1;
    std::string finalisedAt;  ///< RFC 3339, UTC
    std::string envelopeHash; ///< BLAKE2b-256, hexadecimal
    std::string xml;          ///< the record, in the clear
};

/// How many envelopes came, and why some are not in the data.
struct Cleaning {
    std::size_t received = 0;     ///< all envelopes of the server
    std::size_t quarantined = 0;  ///< the server could not take them for what they claim to be
    std::size_t badSignature = 0; ///< not signed by the tablet that they name
    std::size_t otherKey = 0;     ///< sealed for other researchers
    std::size_t otherForm = 0;    ///< made with another version of the form
    std::size_t inconsistent = 0; ///< open answers differ from the sealed copy
    std::size_t superseded = 0;   ///< an interview with a newer revision
    std::size_t incomplete = 0;   ///< broken off or not eligible
    std::size_t noConsent = 0;    ///< complete, but without a yes to the question "consent"
};

struct CleanRecords {
    std::vector<CleanRecord> records; ///< by interview id
    Cleaning cleaning;
};

/// Answers GET requests of the administration; ServerClient::get() in a real export.
using AskServer = std::function<Result<boost::json::value>(const std::string& path)>;

struct OpeningKeys {
    const crypto::BoxKeyPair& researcher;
    std::string formHash; ///< of the form that the study pack holds
};

/// @return the errors of `ask`, ServerFailed for an answer that makes no sense, or NotForThisKey when not one
/// envelope is sealed for the key.
[[nodiscard]] Result<CleanRecords> fetchRecords(const AskServer& ask, const OpeningKeys& keys);

} // namespace peil::cli
