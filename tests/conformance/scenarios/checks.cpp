// SPDX-License-Identifier: Apache-2.0
#include "player.h"

#include "peil/base/text.h"
#include "peil/base/unicode.h"

#include <cmath>

namespace peil_conformance {

namespace json = boost::json;
namespace forms = peil::forms;

using Outcome = std::optional<Mismatch>;

std::string textAt(const json::object& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    if (value == nullptr || value->is_null()) return {};
    return value->is_string() ? std::string(value->as_string()) : json::serialize(*value);
}

bool sameValue(std::string_view a, std::string_view b, double tolerance) {
    if (a == b || peil::toNfc(a) == peil::toNfc(b)) return true;
    const auto left = peil::splitWhitespace(a);
    const auto right = peil::splitWhitespace(b);
    if (left.size() != right.size() || left.empty()) return false;
    for (std::size_t i = 0; i < left.size(); ++i) {
        const auto x = peil::parseNumber(left[i]);
        const auto y = peil::parseNumber(right[i]);
        if (!x || !y || std::abs(*x - *y) > tolerance * std::max(1.0, std::abs(*x))) return false;
    }
    return true;
}

namespace {

std::string asText(const json::value& value) {
    if (value.is_null()) return {};
    return value.is_string() ? std::string(value.as_string()) : json::serialize(value);
}

std::string_view idOf(forms::Validity validity) {
    switch (validity) {
    case forms::Validity::Ok:
        return "ok";
    case forms::Validity::ConstraintBroken:
        return "constraint";
    case forms::Validity::RequiredMissing:
        return "required";
    }
    return "";
}

/// A path that must exist; groups count as well.
Outcome missing() {
    return Mismatch{"a node", "none"};
}

Outcome compareFlag(bool got, const json::value& expected) {
    if (!expected.is_bool() || expected.as_bool() == got) return std::nullopt;
    return Mismatch{expected.as_bool() ? "true" : "false", got ? "true" : "false"};
}

bool isRelevant(const forms::Session& session, const std::string& path) {
    const auto node = session.find(path);
    return node && session.isRelevant(*node);
}

Outcome checkMaps(const forms::Session& session, const json::object& step, double tolerance) {
    const auto each = [&](std::string_view key, const auto& check) -> Outcome {
        const auto* map = step.if_contains(key);
        if (map == nullptr || !map->is_object()) return std::nullopt;
        for (const auto& [path, value] : map->as_object())
            if (auto outcome = check(std::string(path), value))
                return Mismatch{std::string(key) + " " + std::string(path) + " " + outcome->expected, outcome->got};
        return std::nullopt;
    };
    if (auto bad = each("repeat_counts", [&](const std::string& path, const json::value& value) -> Outcome {
            const auto got = std::to_string(session.repeatCount(path));
            return got == asText(value) ? std::nullopt : Outcome(Mismatch{asText(value), got});
        }))
        return bad;
    if (auto bad = each("values", [&](const std::string& path, const json::value& value) -> Outcome {
            const auto node = session.find(path);
            if (!node) return asText(value).empty() ? std::nullopt : missing();
            const auto got = session.value(*node);
            // What is not relevant is empty for the form, though the text is kept: either counts.
            if (asText(value).empty() && !session.isRelevant(*node)) return std::nullopt;
            return sameValue(got, asText(value), tolerance) ? std::nullopt : Outcome(Mismatch{asText(value), got});
        }))
        return bad;
    if (auto bad = each("relevant", [&](const std::string& path, const json::value& value) {
            return compareFlag(isRelevant(session, path), value);
        }))
        return bad;
    if (auto bad = each("readonly", [&](const std::string& path, const json::value& value) -> Outcome {
            const auto node = session.find(path);
            return node ? compareFlag(session.isReadonly(*node), value) : missing();
        }))
        return bad;
    if (auto bad = each("required", [&](const std::string& path, const json::value& value) -> Outcome {
            const auto node = session.find(path);
            return node ? compareFlag(session.isRequired(*node), value) : missing();
        }))
        return bad;
    return each("invalid", [&](const std::string& path, const json::value& value) -> Outcome {
        const auto node = session.find(path);
        if (!node) return missing();
        const auto got = idOf(session.question(*node).validity);
        const auto expected = value.is_null() ? std::string("ok") : asText(value);
        return got == expected ? std::nullopt : Outcome(Mismatch{expected, std::string(got)});
    });
}

Outcome checkChoices(const forms::Session& session, const json::object& step, const json::value& expected) {
    const auto node = session.find(textAt(step, "path"));
    if (!node) return missing();
    const bool labels = textAt(step, "op") == "expect_choices";
    json::array got;
    for (const auto& choice : session.question(*node).choices) {
        if (labels)
            got.push_back(json::array{choice.value, choice.label.text});
        else
            got.push_back(json::string(choice.value));
    }
    if (json::value(got) == expected) return std::nullopt;
    return Mismatch{json::serialize(expected), json::serialize(got)};
}

Outcome checkSubmission(const forms::Session& session, const json::value& expected, double tolerance) {
    const auto got = leavesOf(session.submissionXml());
    const auto& wanted = expected.as_array();
    for (std::size_t i = 0; i < std::max<std::size_t>(got.size(), wanted.size()); ++i) {
        const auto left =
            i < wanted.size() ? asText(wanted[i].as_array()[0]) + "=" + asText(wanted[i].as_array()[1]) : "nothing";
        const auto right = i < got.size() ? got[i].first + "=" + got[i].second : "nothing";
        const bool same = i < wanted.size() && i < got.size() && asText(wanted[i].as_array()[0]) == got[i].first &&
                          sameValue(asText(wanted[i].as_array()[1]), got[i].second, tolerance);
        if (!same) return Mismatch{"leaf " + std::to_string(i) + " " + left, right};
    }
    return std::nullopt;
}

Outcome checkViolations(const forms::Session& session, const json::value& expected) {
    json::array got;
    for (const auto& violation : session.violations())
        got.push_back(json::array{violation.path, idOf(violation.validity)});
    return json::value(got) == expected ? std::nullopt
                                        : Outcome(Mismatch{json::serialize(expected), json::serialize(got)});
}

Outcome checkFirstViolation(const forms::Session& session, const json::object& step, const json::value& expected) {
    const auto all = session.violations();
    const auto path = textAt(step, "path");
    if (expected.is_array()) {
        const bool none = expected.as_array().empty() || asText(expected.as_array()[0]) == "ok";
        return none == all.empty() ? std::nullopt
                                   : Outcome(Mismatch{json::serialize(expected), std::to_string(all.size())});
    }
    if (all.empty()) return path.empty() ? std::nullopt : Outcome(Mismatch{asText(expected), "none"});
    const auto got = all.front().path + " " + std::string(idOf(all.front().validity));
    return got == path + " " + asText(expected) ? std::nullopt : Outcome(Mismatch{asText(expected), got});
}

Outcome checkQuestion(const forms::Session& session, const json::object& step, std::string_view op,
                      const json::value& expected, double tolerance) {
    const auto node = session.find(textAt(step, "path"));
    if (op == "expect_missing") return node ? Outcome(Mismatch{"no node", "one"}) : std::nullopt;
    if (!node) return missing();
    const auto compare = [&](const std::string& got, const std::string& wanted) {
        return sameValue(got, wanted, tolerance) ? std::nullopt : Outcome(Mismatch{wanted, got});
    };
    if (op == "expect_value")
        return compare(session.isRelevant(*node) ? session.value(*node) : std::string(), asText(expected));
    if (op == "expect_nonempty")
        return session.value(*node).empty() && expected.is_null() ? Outcome(Mismatch{"a text", "none"}) : std::nullopt;
    if (op == "expect_relevant") return compareFlag(session.isRelevant(*node), expected);
    if (op == "expect_readonly") return compareFlag(session.isReadonly(*node), expected);
    if (op == "expect_required") return compareFlag(session.isRequired(*node), expected);
    const auto question = session.question(*node);
    if (op == "expect_label") return compare(question.label.text, asText(expected));
    if (op == "expect_hint") return compare(question.hint.text, asText(expected));
    if (op == "expect_appearances") {
        json::array got;
        for (const auto& name : question.appearances)
            got.push_back(json::string(name));
        return json::value(got) == expected ? std::nullopt
                                            : Outcome(Mismatch{json::serialize(expected), json::serialize(got)});
    }
    if (op == "expect_valid") {
        if (auto bad = compare(std::string(idOf(question.validity)), asText(expected))) return bad;
        return step.contains("message") ? compare(question.message, textAt(step, "message")) : std::nullopt;
    }
    return Mismatch{"a known step", std::string(op)};
}

Outcome checkAgainst(const forms::Session& session, const json::object& step, std::string_view op,
                     const json::value& expected, double tolerance) {
    if (op == "expect_state") return checkMaps(session, step, tolerance);
    if (op == "expect_submission") return checkSubmission(session, expected, tolerance);
    if (op == "expect_choices" || op == "expect_choice_values") return checkChoices(session, step, expected);
    if (op == "expect_violations") return checkViolations(session, expected);
    if (op == "expect_first_violation") return checkFirstViolation(session, step, expected);
    if (op == "expect_repeat_count") {
        const auto got = std::to_string(session.repeatCount(textAt(step, "path")));
        return got == asText(expected) ? std::nullopt : Outcome(Mismatch{asText(expected), got});
    }
    return checkQuestion(session, step, op, expected, tolerance);
}

} // namespace

Outcome checkStep(const forms::Session& session, const json::object& step, std::string_view op, double tolerance) {
    const auto* expected = step.if_contains(op == "expect_submission" ? "leaves" : "value");
    const json::value nothing;
    auto outcome = checkAgainst(session, step, op, expected == nullptr ? nothing : *expected, tolerance);
    if (!outcome) return std::nullopt;
    if (const auto* disputed = step.if_contains("disputed"); disputed != nullptr && disputed->is_object())
        for (const auto& [engine, value] : disputed->as_object())
            if (!checkAgainst(session, step, op, value, tolerance)) return std::nullopt;
    return outcome;
}

} // namespace peil_conformance
