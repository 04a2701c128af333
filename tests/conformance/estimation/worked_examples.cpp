// SPDX-License-Identifier: Apache-2.0
// Published worked examples, each computed by the method that its source names.
#include "peil/base/text.h"
#include "peil/estimation/capture_recapture.h"
#include "peil/estimation/multiplier.h"
#include "record.h"

#include <algorithm>
#include <map>

namespace peil::conformance {
namespace {

using namespace peil::estimation;
using Values = std::map<std::string, double, std::less<>>;

constexpr double kLevel = 0.95;

bool mentions(const std::string& method, std::string_view words) {
    return method.find(words) != std::string::npos;
}

Values fromInterval(double benchmark, const Result<Interval>& p) {
    if (!p) return {};
    return {{"lo", benchmark / p->upper}, {"hi", benchmark / p->lower}};
}

/// N = B/p with a binomial interval turned over, or that interval itself when there is no benchmark.
Values multiplier(const Record& in, const std::string& method) {
    const double B = in.numberOr("benchmark", in.number("benchmark_implied"));
    const double x = in.numberOr("x", in.number("x_inferred"));
    const double n = in.numberOr("n", in.number("n_inferred"));
    const auto family = mentions(method, "Clopper-Pearson") ? BinomialMethod::ClopperPearson : BinomialMethod::Wald;
    if (in.has("n_eff")) {
        const auto p = binomialInterval(family, x, in.number("n_eff"), kLevel);
        if (!p) return {};
        return {{"lo", p->lower}, {"hi", p->upper}};
    }
    const double deff = in.numberOr("deff", 1);
    auto out = fromInterval(B, binomialInterval(family, x / deff, n / deff, kLevel));
    out["N"] = B * n / x;
    out["p_pct"] = 100 * x / n;
    return out;
}

Values twoLists(const Record& in, const std::string& method) {
    const auto got = twoSource(in.number("M"), in.number("C"), in.number("R"), kLevel);
    if (!got || !got->lincolnPetersen) return {};
    const auto& lp = *got->lincolnPetersen;
    Values out{{"chapman", got->chapman.N}, {"chapman_se", got->chapman.standardError}};
    const bool chapman = method.starts_with("Chapman");
    const auto& point = chapman ? got->chapman : lp;
    out["N"] = point.N;
    out["se"] = mentions(method, "on list pairs") ? kMissing : point.standardError;
    Interval interval = point.normal;
    if (mentions(method, "Sadinle")) interval = got->sadinle;
    if (mentions(method, "inverting normal CI of R/C")) interval = got->krebs;
    out["lo"] = out["correct_lo"] = interval.lower;
    out["hi"] = out["correct_hi"] = interval.upper;
    // The public bug: the level where its normal quantile belongs.
    out["halfwidth_ratio"] = (1 - (1 - kLevel) / 2) / ((lp.normal.upper - lp.N) / lp.standardError);
    // Examples without an overlap list give the Chapman standard error under the name "se".
    if (method == "Lincoln-Petersen" || mentions(method, "multiplier NEP")) out["se"] = got->chapman.standardError;
    return out;
}

Values logLinearExample(const Record& in) {
    std::vector<std::pair<std::string, double>> keys;
    const auto text = in.text("counts");
    for (const auto part : split(text, ',')) {
        const auto sides = split(part, '=');
        if (sides.size() == 2) keys.emplace_back(std::string(trim(sides[0])), parseNumber(sides[1]).value_or(kMissing));
    }
    const auto data = ListCounts::ofKeys(keys);
    if (!data) return {};
    const auto simple = logLinear(*data, {}, kLevel);
    const auto full = logLinear(*data, allInteractions(data->lists), kLevel);
    if (!simple || !full) return {};
    return {{"independence", simple->N}, {"saturated", full->N}, {"saturated_se", full->standardError}};
}

Values chaoExample(const Record& in) {
    const auto got = chao(in.numbers("f"), kLevel);
    if (!got) return {};
    return {{"chao", got->chao.N},
            {"se", got->chao.standardError},
            {"log_lo", got->chaoLog.lower},
            {"lower_limit_rounded", roundTo(got->chaoLog.lower, 1000)}};
}

Values overlap(const Record& in) {
    const double both = in.number("N_opioid") * in.number("p_crack");
    return {{"both", roundTo(both, 100)},
            {"opioid_only", roundTo(in.number("N_opioid") - both, 100)},
            {"crack_total", roundTo(roundTo(both, 100) + in.number("N_crack_only"), 100)}};
}

/// How far N is from the harmonic, geometric and arithmetic middle of its published limits.
Values family(const Record& in) {
    auto N = in.numbers("N");
    auto lo = in.numbers("lo");
    auto hi = in.numbers("hi");
    if (N.empty()) {
        N = {in.number("N")};
        lo = {in.number("lo")};
        hi = {in.number("hi")};
    }
    Values out;
    for (std::size_t i = 0; i < N.size() && i < lo.size() && i < hi.size(); ++i) {
        const double harmonic = std::abs(2 / (1 / lo[i] + 1 / hi[i]) / N[i] - 1);
        const double geometric = std::abs(std::sqrt(lo[i] * hi[i]) / N[i] - 1);
        const double arithmetic = std::abs((lo[i] + hi[i]) / 2 / N[i] - 1);
        out["max_abs_rel_dev"] = std::max(out["max_abs_rel_dev"], harmonic);
        out["geometric"] = std::max(out["geometric"], geometric);
        out["arithmetic"] = std::max(out["arithmetic"], arithmetic);
        out["dev" + std::to_string(i + 1)] = arithmetic;
    }
    out["arith_rel_dev"] = out["arithmetic"];
    return out;
}

/// The records of the people are not part of the vectors: size and error are taken as printed, the limits follow from
/// them.
Values fromPrinted(const Record& example, Checker& checker) {
    const auto printed = example.object("published");
    const double z = 1.959963984540054;
    const double N = printed.number("N");
    const double se = printed.number("se");
    checker.note("NOTE " + example.text("id") + ": the data behind " + example.text("method") +
                 " are not in the set; N and se are taken as printed, only the limits are computed");
    return {{"N", N}, {"se", se}, {"lo", N - z * se}, {"hi", N + z * se}};
}

Values compute(const Record& example, Checker& checker) {
    const auto in = example.object("inputs");
    const auto method = example.text("method");
    if (in.has("percent")) return {{"N", in.number("benchmark") * 100 / in.number("percent")}};
    if (in.has("p_crack")) return overlap(in);
    if (in.has("M")) return twoLists(in, method);
    if (in.has("counts")) return logLinearExample(in);
    if (in.has("f")) return chaoExample(in);
    if (in.has("f3")) {
        const std::vector<double> frequency{0, in.number("f2"), in.number("f3")};
        const auto got = chao(frequency, kLevel);
        return got && got->oneInflation ? Values{{"N", *got->oneInflation}} : Values{};
    }
    if (in.has("data")) return fromPrinted(example, checker);
    if (in.has("lo")) return family(in);
    return multiplier(in, method);
}

void checkExample(const Record& example, Checker& checker) {
    const auto got = compute(example, checker);
    const auto tolerances = example.object("tolerance");
    const auto matching = example.object("matches_by_field");
    const auto compare = [&](const Record& reference, const char* label, bool all) {
        for (const auto& [key, value] : reference.raw()) {
            const std::string field(key);
            if (!value.is_number() || (!all && matching.has(field) && !matching.flag(field))) continue;
            const auto found = got.find(field);
            if (found == got.end() || std::isnan(found->second)) {
                if (all) continue; // an extra of the record that its method does not speak of
                checker.fail(field, "nothing");
                continue;
            }
            // A published bound on a deviation: what is computed must stay below it, as the record's own value does.
            const double expected = value.to_number<double>();
            const bool deviation = field.find("dev") != std::string::npos && !all;
            const double tolerance = tolerances.numberOr(field, tolerances.number("default"));
            checker.near(std::string(label) + "." + field, expected, found->second,
                         {deviation ? std::max(tolerance, expected) : tolerance, all ? 1e-9 : 0});
        }
    };
    compare(example.object("published"), "published", false);
    compare(example.object("recomputed"), "recomputed", true);
    if (!example.flag("matches"))
        checker.note("NOT REPRODUCIBLE " + example.text("id") + " (" + example.text("source") +
                     "): " + example.text("note"));
}

} // namespace

void checkWorkedExamples(const boost::json::array& records, Checker& checker) {
    std::size_t matching = 0, notReproducible = 0;
    for (const auto& value : records) {
        const Record example(value.get_object());
        checker.begin(example.text("id"));
        checkExample(example, checker);
        if (!checker.end()) continue;
        ++(example.flag("matches") ? matching : notReproducible);
    }
    checker.note("WORKED EXAMPLES: " + std::to_string(matching) + " match, " + std::to_string(notReproducible) +
                 " are not reproducible");
}

} // namespace peil::conformance
