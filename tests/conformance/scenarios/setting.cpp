// SPDX-License-Identifier: Apache-2.0
#include "setting.h"

#include "peil/base/file.h"
#include "peil/crypto/seal.h"
#include "peil/xpath/document.h"

#include <date/date.h>
#include <sstream>

namespace peil_conformance {

bool FixedClock::set(std::string_view moment) {
    std::string text(moment);
    if (text.ends_with('Z')) text = text.substr(0, text.size() - 1) + "+00:00";
    std::istringstream in(text);
    peil::TimePoint parsed;
    in >> date::parse("%FT%T%Ez", parsed);
    if (in.fail()) return false;
    m_now = parsed;
    return true;
}

void RepeatableRng::fill(std::span<std::uint8_t> out) {
    for (auto& byte : out) {
        m_state = m_state * 6364136223846793005U + 1442695040888963407U;
        byte = static_cast<std::uint8_t>(m_state >> 56U);
    }
}

peil::forms::Environment makeEnvironment(const peil::Clock& clock, peil::Rng& rng, std::string timeZone) {
    peil::forms::Environment environment;
    environment.clock = &clock;
    environment.rng = &rng;
    environment.timeZone = std::move(timeZone);
    environment.digest = [](std::string_view algorithm, std::span<const std::uint8_t> bytes) {
        return peil::crypto::digest(algorithm, bytes);
    };
    environment.verifySignature = [](std::span<const std::uint8_t> message, std::span<const std::uint8_t> signature,
                                     std::span<const std::uint8_t> key) {
        return peil::crypto::verify(message, signature, key);
    };
    return environment;
}

std::optional<std::string> readWhole(const std::filesystem::path& file) {
    constexpr std::uintmax_t kMaxBytes = std::uintmax_t{256} << 20U;
    auto text = peil::readTextFile(file, kMaxBytes);
    return text ? std::optional(std::move(*text)) : std::nullopt;
}

std::string withoutPositions(std::string_view path) {
    std::string plain;
    bool inside = false;
    for (const char c : path) {
        if (c == '[') inside = true;
        if (!inside) plain += c;
        if (c == ']') inside = false;
    }
    return plain;
}

namespace {

void collect(const peil::xpath::Document& document, peil::xpath::NodeIndex node, const std::string& parent,
             std::vector<std::pair<std::string, std::string>>& leaves) {
    const auto path = parent + "/" + std::string(document.localName(node));
    bool leaf = true;
    for (auto at = document.firstChild(node); at != peil::xpath::kNoNode; at = document.nextSibling(at)) {
        if (document.kind(at) != peil::xpath::NodeKind::Element) continue;
        leaf = false;
        const bool meta = document.localName(at) == "meta" && node == document.documentElement();
        if (!meta) collect(document, at, path, leaves);
    }
    if (leaf) leaves.emplace_back(path, document.stringValue(node));
}

} // namespace

std::vector<std::pair<std::string, std::string>> leavesOf(const std::string& xml) {
    std::vector<std::pair<std::string, std::string>> leaves;
    const auto document = peil::xpath::Document::parse(xml);
    if (document) collect(*document, document->documentElement(), {}, leaves);
    return leaves;
}

} // namespace peil_conformance
