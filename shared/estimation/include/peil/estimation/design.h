// SPDX-License-Identifier: Apache-2.0
#pragma once

// How the sample was drawn: strata, clusters (the primary sampling units, PSU), weights and the size of the frame.
// Every variance starts here. Columns only: no per-row object. Not for drawing samples.

#include "peil/estimation/estimation_error.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace peil::estimation {

/// Missing value in a column of doubles.
inline constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

/// What a stratum with one sampled cluster adds to the variance (names as in R's option survey.lonely.psu).
enum class SingleClusterPolicy {
    Adjust,    ///< its total is not centred: conservative; the default
    Average,   ///< the mean contribution of the strata that have two or more
    Remove,    ///< nothing
    Certainty, ///< nothing: the cluster was certain to be in the sample
};

/// A text column as codes 0..levels-1, in the order of first appearance.
struct Factor {
    std::vector<std::uint32_t> codes;
    std::vector<std::string> levels;

    [[nodiscard]] static Factor of(std::span<const std::string> column);
    /// Code of `level`, or levels.size() when no row has it.
    [[nodiscard]] std::uint32_t code(std::string_view level) const;
};

/// The rows that an estimate is about. Rows outside stay in the design: their clusters count with a total of zero.
class Domain {
public:
    [[nodiscard]] static Domain all(std::size_t rows) { return Domain(std::vector<std::uint8_t>(rows, 1)); }
    /// One byte a row, 0 = outside.
    [[nodiscard]] static Domain ofMask(std::vector<std::uint8_t> mask) { return Domain(std::move(mask)); }
    /// Rows whose code equals `code`.
    [[nodiscard]] static Domain where(const Factor& factor, std::string_view level);
    /// `keep(row)` for each row.
    template <class Keep>
    [[nodiscard]] static Domain select(std::size_t rows, Keep keep) {
        std::vector<std::uint8_t> mask(rows);
        for (std::size_t row = 0; row < rows; ++row)
            mask[row] = keep(row) ? 1 : 0;
        return Domain(std::move(mask));
    }

    [[nodiscard]] bool contains(std::size_t row) const { return m_mask[row] != 0; }
    [[nodiscard]] std::size_t rows() const { return m_mask.size(); }
    [[nodiscard]] std::size_t count() const;
    /// Rows in both. Precondition: the same number of rows.
    [[nodiscard]] Domain operator&(const Domain& other) const;
    [[nodiscard]] std::span<const std::uint8_t> mask() const { return m_mask; }

private:
    explicit Domain(std::vector<std::uint8_t> mask)
        : m_mask(std::move(mask)) {}
    std::vector<std::uint8_t> m_mask;
};

/// Columns of one length. An empty column means: one stratum, each row its own cluster, weight 1, an infinite frame.
struct DesignColumns {
    std::size_t rows = 0;
    std::vector<std::uint32_t> stratum;
    std::vector<std::uint32_t> cluster; ///< nested: the same code in two strata is two clusters
    std::vector<double> weight;         ///< 0 to 1e100
    std::vector<double> frameSize; ///< number of clusters in the stratum's frame, the same for all rows of a stratum
    SingleClusterPolicy singleCluster = SingleClusterPolicy::Adjust;
};

/// One margin to which weights were adjusted; the variance removes the margin's means again (linearisation).
struct CalibrationMargin {
    static constexpr std::uint32_t kOutside = 0xFFFFFFFFU;
    std::vector<std::uint32_t> category; ///< kOutside for rows that the calibration leaves alone
    std::vector<double> before;          ///< weight before this margin
    std::vector<double> after;           ///< weight after it
    std::uint32_t categories = 0;
};
enum class CalibrationKind { PostStrata, Raking };
struct Calibration {
    CalibrationKind kind = CalibrationKind::PostStrata;
    std::vector<CalibrationMargin> margins;
};

/// Immutable. Threads: any number may read one object.
class Design {
public:
    /// @return NoRows, SizeMismatch, BadWeight or BadFrameSize.
    [[nodiscard]] static Result<Design> create(DesignColumns columns);
    /// The same clusters and strata with other weights, and what the variance needs to know about how they came about.
    /// @return SizeMismatch or BadWeight.
    [[nodiscard]] Result<Design> withWeights(std::vector<double> weight, std::shared_ptr<const Calibration> how) const;

    [[nodiscard]] std::size_t rows() const { return m_weight.size(); }
    [[nodiscard]] std::span<const double> weight() const { return m_weight; }
    /// Index of the cluster of each row; clusters of one stratum are not contiguous.
    [[nodiscard]] std::span<const std::uint32_t> clusterOfRow() const { return m_clusterOfRow; }
    [[nodiscard]] std::span<const std::uint32_t> stratumOfCluster() const { return m_stratumOfCluster; }
    [[nodiscard]] std::size_t clusters() const { return m_stratumOfCluster.size(); }
    [[nodiscard]] std::size_t strata() const { return m_clustersInStratum.size(); }
    [[nodiscard]] std::span<const std::uint32_t> clustersInStratum() const { return m_clustersInStratum; }
    /// 1 - n_h/N_h of each stratum; 1 for an infinite frame.
    [[nodiscard]] std::span<const double> finiteCorrection() const { return m_finiteCorrection; }
    [[nodiscard]] SingleClusterPolicy singleCluster() const { return m_singleCluster; }
    [[nodiscard]] const Calibration* calibration() const { return m_calibration.get(); }

private:
    Design() = default;
    Result<> setStrata(const DesignColumns& columns);
    Result<> setFrame(const DesignColumns& columns);

    std::vector<double> m_weight;
    std::vector<std::uint32_t> m_clusterOfRow;
    std::vector<std::uint32_t> m_stratumOfCluster;
    std::vector<std::uint32_t> m_clustersInStratum;
    std::vector<double> m_finiteCorrection;
    SingleClusterPolicy m_singleCluster = SingleClusterPolicy::Adjust;
    std::shared_ptr<const Calibration> m_calibration; ///< shared by copies of the design; immutable
};

} // namespace peil::estimation
