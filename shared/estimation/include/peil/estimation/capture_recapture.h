// SPDX-License-Identifier: Apache-2.0
#pragma once

// Sizes from overlap: two lists, repeated contacts, three lists and more. In Peil the lists are two waves of one survey
// or self-reported earlier interviews, linked by a self-made code, never by name. Intervals are as the formulas give
// them: normal ones can fall below the people seen, so that they need checked() before they are given out.

#include "peil/estimation/checked_interval.h"
#include "peil/estimation/resample.h"

#include <string>
#include <vector>

namespace peil::estimation {

struct CaptureEstimate {
    double N = kMissing;
    double standardError = kMissing;
    Interval normal;
};
struct TwoSourceEstimate {
    /// False when the lists share no one: the formulas that then have a value give one that the lengths of the lists
    /// alone decide. Nothing of it may be given out as a size.
    bool estimable = false;
    double seen = 0;                                ///< M + C - R
    std::optional<CaptureEstimate> lincolnPetersen; ///< M C / R; none without overlap
    double lincolnPetersenBinomialSe = kMissing;    ///< sampling with replacement
    CaptureEstimate chapman;                        ///< (M+1)(C+1)/(R+1) - 1; without overlap only a low number
    Interval chapmanLog;                            ///< Chao 1987, never below `seen`
    Interval sadinle;                               ///< transformed logit, Sadinle 2009
    Interval krebs; ///< normal interval of R/C with 1-R/M and continuity 1/(2C), turned over; infinite when R is small
    double bailey = kMissing; ///< M (C+1)/(R+1)
    double baileySe = kMissing;
};
/// @param M, C  people on each list, > 0.  @param R  on both, 0..min(M, C).
/// @return BadLevel or BadParameter.
[[nodiscard]] Result<TwoSourceEstimate> twoSource(double M, double C, double R, double level);

/// N exp-symmetric about N - seen: [K + (N-K)/G, K + (N-K) G].
[[nodiscard]] Interval logIntervalAbove(double seen, double N, double standardError, double level);

struct ChaoEstimate {
    /// False when people were met once and no one twice: the formulas then have a value that f1 alone decides, which is
    /// no bound of anything. Nothing of it may be given out as a size.
    bool estimable = false;
    double n = 0, f1 = 0, f2 = 0;
    CaptureEstimate chao; ///< lower bound
    Interval chaoLog;
    double biasCorrected = kMissing;
    double biasCorrectedSe = kMissing;
    std::optional<double> zelterman; ///< none when f1 or f2 is 0
    double zeltermanSe = kMissing;
    std::optional<double> oneInflation; ///< n - f1 ... : n(>=2) + (2/9) f2^3/f3^2; none when f3 is 0
};
/// @param frequency  frequency[i] people were met i+1 times.
/// @return BadLevel, NoRows, or BadParameter for a negative count.
[[nodiscard]] Result<ChaoEstimate> chao(std::span<const double> frequency, double level);

/// Counts of people by the lists that they are on: index bit i set = on list i+1; index 0 (on none) is what is
/// estimated.
struct ListCounts {
    unsigned lists = 0;         ///< 2..6
    std::vector<double> counts; ///< 2^lists; counts[0] is not read
    /// Keys such as "101": first and third list. @return BadParameter for a key of another length or sign.
    [[nodiscard]] static Result<ListCounts> ofKeys(std::span<const std::pair<std::string, double>> keys);
};
/// Pairs of lists (0-based) that depend on each other.
using Interactions = std::vector<std::pair<unsigned, unsigned>>;
struct LogLinearEstimate {
    std::string model; ///< "independence", "L1:L2", "L1:L2+L2:L3", "L1:L2:L3" (with the pairs within), "all_two_way"
    double observed = 0;
    double f0 = kMissing; ///< on no list
    double N = kMissing;
    double standardError = kMissing; ///< unconditional: sqrt(f0 + f0^2 Var(ln f0))
    Interval f0Interval;             ///< log-symmetric
    double deviance = kMissing;
    double degreesOfFreedom = 0;
    double aic = kMissing;
    double bic = kMissing;  ///< with ln(observed)
    bool saturated = false; ///< as many terms as cells: it fits any counts, so that nothing can contradict it
};
/// What can be fitted to the lists and what cannot.
struct LogLinearModels {
    struct NotEstimable {
        std::string model;
        std::string why; ///< one sentence
    };
    std::vector<LogLinearEstimate> fitted; ///< fewest terms first
    std::vector<NotEstimable> notEstimable;
    std::optional<std::size_t> bestAic, bestBic; ///< in `fitted`; never a saturated one, none when there is no other
};
/// Poisson log-linear model of the observed cells. If a list is empty, two interacting lists are disjoint, or one
/// contains the other, the term at infinity is taken to its limit; it still counts in the degrees of freedom, AIC and
/// BIC.
/// @return BadLevel, BadParameter, NoRows, NotEstimable (more terms than cells, or singular) or NoConvergence.
[[nodiscard]] Result<LogLinearEstimate> logLinear(const ListCounts& data, const Interactions& interactions,
                                                  double level);
/// Three lists: all 8 hierarchical models (independence, one to three interactions; all three are saturated). Four
/// lists: all 113 without the interaction of four. Two lists: independence, which is saturated. Five and six:
/// independence, each interaction of two, and all of them. Report them all: the choice between them moves the size more
/// than sampling does.
/// @return BadLevel, BadParameter or NoRows.
[[nodiscard]] Result<LogLinearModels> logLinearModels(const ListCounts& data, double level);
[[nodiscard]] Interactions allInteractions(unsigned lists);

} // namespace peil::estimation
