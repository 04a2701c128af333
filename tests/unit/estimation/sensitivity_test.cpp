// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/sensitivity.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

using namespace peil;
using namespace peil::estimation;
using Catch::Matchers::WithinRel;

namespace {

SensitivityInput opaak() {
    const double p = 240.0 / 393;
    SensitivityInput input;
    input.benchmark = 8122;
    input.p = {p, p * (1 - p) / 393, 392, 393};
    return input;
}

BiasRange& rangeOf(SensitivityInput& input, BiasFactor factor) {
    return input.ranges[static_cast<std::size_t>(factor)];
}

} // namespace

TEST_CASE("each bias moves the size in its own direction", "[estimation][sensitivity]") {
    const auto size = [](BiasFactor factor, double value) {
        std::array<double, kBiasFactors> factors{1, 1, 1, 1, 1, 1};
        factors[static_cast<std::size_t>(factor)] = value;
        return correctedSize(1000, 0.5, factors);
    };
    CHECK_THAT(size(BiasFactor::Completeness, 0.8), WithinRel(2500.0, 1e-12));
    CHECK_THAT(size(BiasFactor::Duplication, 1.25), WithinRel(1600.0, 1e-12));
    CHECK_THAT(size(BiasFactor::Scope, 2), WithinRel(1000.0, 1e-12));
    CHECK_THAT(size(BiasFactor::Reporting, 1.1), WithinRel(2200.0, 1e-12));
    CHECK_THAT(size(BiasFactor::Sampling, 1.2), WithinRel(2400.0, 1e-12));
    CHECK_THAT(size(BiasFactor::Dependence, 2), WithinRel(3000.0, 1e-12));
}

TEST_CASE("without any bias the joint interval is that of the sample", "[estimation][sensitivity]") {
    const auto got = sensitivity(opaak());
    REQUIRE(got);
    CHECK(got->tornado.empty());
    CHECK(got->corrected == got->uncorrected);
    const auto p = binomialInterval(BinomialMethod::Logit, 240, 393, 0.95);
    CHECK_THAT(got->joint.limits->lower, WithinRel(8122 / p->upper, 0.01));
    CHECK_THAT(got->joint.limits->upper, WithinRel(8122 / p->lower, 0.01));
    CHECK_THAT(got->median, WithinRel(got->uncorrected, 0.005));
}

TEST_CASE("the tornado is sorted by swing and the joint interval holds more than the sample's",
          "[estimation][sensitivity]") {
    auto input = opaak();
    rangeOf(input, BiasFactor::Completeness) = {0.85, 0.95, 1};
    rangeOf(input, BiasFactor::Sampling) = {0.9, 1, 1.4};
    rangeOf(input, BiasFactor::Duplication) = {1, 1.01, 1.02, RangeShape::LogNormal};
    const auto got = sensitivity(input);
    REQUIRE(got);
    REQUIRE(got->tornado.size() == 3);
    CHECK(got->tornado[0].factor == BiasFactor::Sampling);
    CHECK(got->tornado[0].swing >= got->tornado[1].swing);
    CHECK(got->tornado[1].swing >= got->tornado[2].swing);
    CHECK(idOf(got->tornado[2].factor) == "duplication");
    const auto plain = sensitivity(opaak());
    CHECK(got->joint.limits->upper - got->joint.limits->lower >
          plain->joint.limits->upper - plain->joint.limits->lower);
    CHECK(sensitivity(input)->joint.limits->upper == got->joint.limits->upper);
    CHECK(got->samplingError.NAtLow > got->samplingError.NAtHigh);
}

TEST_CASE("a range in the wrong order, a share without variance and a stop are reported", "[estimation][sensitivity]") {
    auto input = opaak();
    rangeOf(input, BiasFactor::Scope) = {1.2, 1.1, 1.3};
    CHECK(sensitivity(input).error().code == EstimationErrc::BadParameter);
    CHECK(sensitivity(input).error().context.find("scope") != std::string::npos);
    input = opaak();
    input.p.p = 0;
    CHECK(sensitivity(input).error().code == EstimationErrc::NotEstimable);
    input = opaak();
    input.level = 1;
    CHECK(sensitivity(input).error().code == EstimationErrc::BadLevel);
    input = opaak();
    input.benchmark = -1;
    CHECK(sensitivity(input).error().code == EstimationErrc::BadBenchmark);
    input = opaak();
    input.progress = [](double) { return false; };
    CHECK(sensitivity(input).error().code == EstimationErrc::Cancelled);
}
