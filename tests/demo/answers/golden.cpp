// SPDX-License-Identifier: Apache-2.0
#include "golden.h"

#include "peil/base/text.h"

#include <array>
#include <cmath>

namespace peil_demo {
namespace {

using namespace peil;
using boost::json::object;
using boost::json::value;

/// A number and how it is printed: "1234", "0.61", or to hundreds with `unit` 100.
struct Printed {
    const char* text;
    double unit = 1;
};

/// A member of an estimate or of one of its intervals.
struct Member {
    const char* group;  ///< of "estimates", or "" for the derived sizes
    const char* method; ///< an interval's; of the derived sizes: which one; "" for the estimate itself
    const char* name;
    Printed printed;
};

// What OPAAK registered, in whole people; and the counts that give its rounded sizes exactly, from which the method's
// binomial intervals were printed.
constexpr std::string_view kWhole = "group,area,count\nopioid,Netherlands,8122\ncrack_only,Netherlands,4913\n";
constexpr std::string_view kUnrounded =
    "group,area,count\nopioid,Netherlands,8122.14\ncrack_only,Netherlands,4913.39\n";

constexpr Member kSimple[] = {
    {"opioid", "", "n", {"393"}},
    {"opioid", "", "x", {"240"}},
    {"opioid", "", "p", {"0.611", 0.001}},
    {"opioid", "", "N", {"13299.8", 0.1}},
    {"opioid", "", "N", {"13300", 100}},
    {"opioid", "logit", "lower", {"12346"}},
    {"opioid", "logit", "upper", {"14469"}},
    {"crack_only", "", "n", {"127"}},
    {"crack_only", "", "x", {"39"}},
    {"crack_only", "", "p", {"0.307", 0.001}},
    {"crack_only", "", "N", {"15998.7", 0.1}},
    {"crack_only", "", "N", {"16000", 100}},
    {"crack_only", "logit", "lower", {"12486"}},
    {"crack_only", "logit", "upper", {"21141"}},
    {"", "both", "N", {"11878"}},
    {"", "both", "N", {"11900", 100}},
    {"", "both", "lower_z", {"10874"}},
    {"", "both", "upper_z", {"12976"}},
    {"", "first_only", "N", {"1421"}},
    {"", "first_only", "N", {"1400", 100}},
    {"", "first_only", "lower_z", {"1062"}},
    {"", "first_only", "upper_z", {"1902"}},
    {"", "trait_total", "N", {"27877"}},
    {"", "trait_total", "N", {"27900", 100}},
    {"", "trait_total", "lower_z", {"23881"}},
    {"", "trait_total", "upper_z", {"32542"}},
    {"", "union", "N", {"29299"}},
    {"", "union", "N", {"29300", 100}},
    {"", "union", "lower_z", {"25287"}},
    {"", "union", "upper_z", {"33946"}},
};
constexpr Member kClustered[] = {
    {"opioid", "logit", "lower", {"12438"}},     {"opioid", "logit", "upper", {"14333"}},
    {"opioid", "", "deff", {"0.74", 0.01}},      {"crack_only", "logit", "lower", {"12764"}},
    {"crack_only", "logit", "upper", {"20567"}}, {"crack_only", "", "deff", {"0.76", 0.01}},
};
constexpr Member kBinomial[] = {
    {"opioid", "wald", "lower", {"12327"}},
    {"opioid", "wald", "upper", {"14440"}},
    {"opioid", "wilson", "lower", {"12351"}},
    {"opioid", "wilson", "upper", {"14462"}},
    {"opioid", "clopper_pearson", "lower", {"12322"}},
    {"opioid", "clopper_pearson", "upper", {"14490"}},
    {"opioid", "jeffreys", "lower", {"12345"}},
    {"opioid", "jeffreys", "upper", {"14457"}},
    {"opioid", "logit_binomial", "lower", {"12350"}},
    {"opioid", "logit_binomial", "upper", {"14464"}},
    {"opioid", "delta_binomial", "lower", {"12250"}},
    {"opioid", "delta_binomial", "upper", {"14350"}},
    {"opioid", "log_delta_binomial", "lower", {"12290"}},
    {"opioid", "log_delta_binomial", "upper", {"14392"}},
    {"crack_only", "wald", "lower", {"12686"}},
    {"crack_only", "wald", "upper", {"21658"}},
    {"crack_only", "wilson", "lower", {"12534"}},
    {"crack_only", "wilson", "upper", {"21042"}},
    {"crack_only", "clopper_pearson", "lower", {"12436"}},
    {"crack_only", "clopper_pearson", "upper", {"21520"}},
    {"crack_only", "jeffreys", "lower", {"12567"}},
    {"crack_only", "jeffreys", "upper", {"21189"}},
    {"crack_only", "logit_binomial", "lower", {"12518"}},
    {"crack_only", "logit_binomial", "upper", {"21077"}},
    {"crack_only", "delta_binomial", "lower", {"11820"}},
    {"crack_only", "delta_binomial", "upper", {"20180"}},
    {"crack_only", "log_delta_binomial", "lower", {"12321"}},
    {"crack_only", "log_delta_binomial", "upper", {"20777"}},
};

const object* member(const object* in, std::string_view name) {
    const auto* found = in != nullptr ? in->if_contains({name.data(), name.size()}) : nullptr;
    return found != nullptr && found->is_object() ? &found->as_object() : nullptr;
}

/// The object of list `name` in which `key` is `wanted`.
const object* entry(const object* in, std::string_view name, std::string_view key, std::string_view wanted) {
    const auto* list = in != nullptr ? in->if_contains({name.data(), name.size()}) : nullptr;
    if (list == nullptr || !list->is_array()) return nullptr;
    for (const auto& item : list->as_array())
        if (std::string(item.at({key.data(), key.size()}).as_string()) == wanted) return &item.as_object();
    return nullptr;
}

const value* find(const object& estimate, const Member& wanted) {
    const object* place = nullptr;
    const std::string_view group = wanted.group, method = wanted.method;
    if (group.empty()) {
        place = member(member(&estimate, "derived"), method);
    } else {
        place = entry(&estimate, "estimates", "group", group);
        if (!method.empty()) place = entry(place, "intervals", "method", method);
    }
    const auto* found = place != nullptr ? place->if_contains(wanted.name) : nullptr;
    return found != nullptr && found->is_number() ? found : nullptr;
}

/// Half up, with as many decimals as the printed number has.
std::string rounded(double number, const Printed& printed) {
    const std::string_view text = printed.text;
    const auto point = text.find('.');
    const auto decimals = point == std::string_view::npos ? 0 : static_cast<int>(text.size() - point - 1);
    return formatFixed(std::floor(number / printed.unit + 0.5) * printed.unit, decimals);
}

GoldenCheck check(const object& estimate, const Member& wanted, std::string_view design) {
    GoldenCheck result;
    for (const std::string_view word :
         {std::string_view(wanted.group), std::string_view(wanted.method), std::string_view(wanted.name), design})
        if (!word.empty()) result.figure += (result.figure.empty() ? "" : " ") + std::string(word);
    const auto* found = find(estimate, wanted);
    result.got = found != nullptr ? rounded(found->to_number<double>(), wanted.printed) : "absent";
    result.printed = wanted.printed.text;
    return result;
}

} // namespace

Result<std::vector<GoldenCheck>> checkGolden(const GoldenEstimator& estimate) {
    PEIL_TRY(const auto simple, estimate({kWhole, {"--trait", "crack_use"}}));
    PEIL_TRY(const auto clustered,
             estimate({kWhole, {"--strata", "city", "--cluster", "site", "--trait", "crack_use"}}));
    PEIL_TRY(const auto binomial, estimate({kUnrounded,
                                            {"--method", "wald,wilson,clopper_pearson,jeffreys,logit_binomial,"
                                                         "delta_binomial,log_delta_binomial"}}));
    std::vector<GoldenCheck> checks;
    for (const auto& wanted : kSimple)
        checks.push_back(check(simple, wanted, "simple random"));
    for (const auto& wanted : kClustered)
        checks.push_back(check(clustered, wanted, "clustered"));
    for (const auto& wanted : kBinomial)
        checks.push_back(check(binomial, wanted, ""));
    return checks;
}

} // namespace peil_demo
