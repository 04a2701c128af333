// SPDX-License-Identifier: Apache-2.0
#include "regex.h"

#include <list>
#include <mutex>
#include <string>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace peil::xpath {
namespace {

constexpr std::uint32_t kMatchLimit = 1'000'000;
constexpr std::uint32_t kDepthLimit = 10'000;
constexpr std::size_t kMaxPatternBytes = 10'000;
constexpr std::size_t kCached = 32;

} // namespace

struct CompiledRegex {
    explicit CompiledRegex(pcre2_code* compiled)
        : code(compiled)
        , context(pcre2_match_context_create(nullptr)) {
        pcre2_set_match_limit(context, kMatchLimit);
        pcre2_set_depth_limit(context, kDepthLimit);
    }
    ~CompiledRegex() {
        pcre2_match_context_free(context);
        pcre2_code_free(code);
    }
    CompiledRegex(const CompiledRegex&) = delete;
    CompiledRegex& operator=(const CompiledRegex&) = delete;

    pcre2_code* code;
    pcre2_match_context* context;
};

Result<std::shared_ptr<const CompiledRegex>> compileRegex(std::string_view pattern) {
    if (pattern.size() > kMaxPatternBytes)
        return fail(XpathErrc::BadArgument, "The pattern of regex() is longer than 10000 bytes; shorten it.");
    int code = 0;
    PCRE2_SIZE offset = 0;
    // The anchoring options and not "^(?:…)$": a `)` or a comment in the pattern cannot then break out of it.
    const std::uint32_t options =
        PCRE2_UTF | PCRE2_ANCHORED | PCRE2_ENDANCHORED | PCRE2_DOLLAR_ENDONLY | PCRE2_ALT_BSUX;
    auto* compiled =
        // An empty view may have no address, which the library takes for a missing pattern.
        pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.empty() ? "" : pattern.data()), pattern.size(), options,
                      &code, &offset, nullptr);
    if (compiled == nullptr) {
        unsigned char message[256] = {};
        pcre2_get_error_message(code, message, sizeof message);
        return fail(XpathErrc::BadArgument, "The pattern \"" + std::string(pattern) +
                                                "\" of regex() has an error after character " + std::to_string(offset) +
                                                ": " + reinterpret_cast<const char*>(message) + ".");
    }
    return std::make_shared<const CompiledRegex>(compiled);
}

Result<std::shared_ptr<const CompiledRegex>> cachedRegex(std::string_view pattern) {
    using Entry = std::pair<std::string, std::shared_ptr<const CompiledRegex>>;
    static std::mutex lock;
    static std::list<Entry> recent;
    {
        const std::lock_guard guard(lock);
        for (auto it = recent.begin(); it != recent.end(); ++it)
            if (it->first == pattern) {
                recent.splice(recent.begin(), recent, it);
                return it->second;
            }
    }
    PEIL_TRY(auto compiled, compileRegex(pattern));
    const std::lock_guard guard(lock);
    recent.emplace_front(std::string(pattern), compiled);
    if (recent.size() > kCached) recent.pop_back();
    return compiled;
}

Result<bool> matchWhole(const CompiledRegex& regex, std::string_view text) {
    const std::unique_ptr<pcre2_match_data, void (*)(pcre2_match_data*)> data(pcre2_match_data_create(1, nullptr),
                                                                              &pcre2_match_data_free);
    const auto* subject = reinterpret_cast<PCRE2_SPTR>(text.data() == nullptr ? "" : text.data());
    const int found = pcre2_match(regex.code, subject, text.size(), 0, 0, data.get(), regex.context);
    if (found >= 0) return true;
    if (found == PCRE2_ERROR_MATCHLIMIT || found == PCRE2_ERROR_DEPTHLIMIT || found == PCRE2_ERROR_HEAPLIMIT)
        return fail(XpathErrc::TooMuchWork,
                    "The pattern of regex() takes too long on this text; simplify the pattern.");
    return false;
}

} // namespace peil::xpath
