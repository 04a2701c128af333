// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/design.h"

#include "peil/base/text.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace peil::estimation {
namespace {

/// Codes of any size -> 0..k-1 in order of first appearance.
class Compactor {
public:
    Compactor(std::uint64_t largest, std::size_t rows) {
        if (largest < 16 * static_cast<std::uint64_t>(rows) + 1024) m_table.assign(largest + 1, kNone);
    }
    std::uint32_t operator()(std::uint64_t code) {
        std::uint32_t& slot = m_table.empty() ? m_map.try_emplace(code, kNone).first->second : m_table[code];
        if (slot == kNone) slot = m_next++;
        return slot;
    }
    [[nodiscard]] std::uint32_t size() const { return m_next; }

private:
    static constexpr std::uint32_t kNone = 0xFFFFFFFFU;
    std::vector<std::uint32_t> m_table;
    std::unordered_map<std::uint64_t, std::uint32_t> m_map;
    std::uint32_t m_next = 0;
};

constexpr double kLargestWeight = 1e100; ///< sums of squares of weights stay finite

Result<> checkWeights(const std::vector<double>& weight) {
    double sum = 0;
    for (std::size_t row = 0; row < weight.size(); ++row) {
        if (!(weight[row] >= 0) || !std::isfinite(weight[row]))
            return fail(EstimationErrc::BadWeight, "The weight of data row " + std::to_string(row + 1) +
                                                       " is negative or not a number; correct it or remove the row.");
        if (weight[row] > kLargestWeight)
            return fail(EstimationErrc::BadWeight,
                        "The weight of data row " + std::to_string(row + 1) + " is too large; correct it.");
        sum += weight[row];
    }
    if (!(sum > 0)) return fail(EstimationErrc::BadWeight, "All weights are zero; give at least one row a weight.");
    return {};
}

Result<> checkLength(std::size_t length, std::size_t rows, std::string_view name) {
    if (length == 0 || length == rows) return {};
    return fail(EstimationErrc::SizeMismatch, "The column " + std::string(name) + " has " + std::to_string(length) +
                                                  " values for " + std::to_string(rows) + " rows.");
}

} // namespace

Factor Factor::of(std::span<const std::string> column) {
    Factor factor;
    factor.codes.reserve(column.size());
    std::unordered_map<std::string_view, std::uint32_t> known;
    for (const auto& text : column) {
        const auto [place, added] = known.try_emplace(text, static_cast<std::uint32_t>(factor.levels.size()));
        if (added) factor.levels.push_back(text);
        factor.codes.push_back(place->second);
    }
    return factor;
}

std::uint32_t Factor::code(std::string_view level) const {
    const auto found = std::find(levels.begin(), levels.end(), level);
    return static_cast<std::uint32_t>(found - levels.begin());
}

Domain Domain::where(const Factor& factor, std::string_view level) {
    const auto code = factor.code(level);
    return select(factor.codes.size(), [&](std::size_t row) { return factor.codes[row] == code; });
}

std::size_t Domain::count() const {
    return static_cast<std::size_t>(std::count_if(m_mask.begin(), m_mask.end(), [](auto in) { return in != 0; }));
}

Domain Domain::operator&(const Domain& other) const {
    return select(rows(), [&](std::size_t row) { return contains(row) && other.contains(row); });
}

Result<Design> Design::create(DesignColumns columns) {
    if (columns.rows == 0)
        return fail(EstimationErrc::NoRows, "The table has no rows; nothing can be estimated from it.");
    PEIL_CHECK(checkLength(columns.stratum.size(), columns.rows, "of strata"));
    PEIL_CHECK(checkLength(columns.cluster.size(), columns.rows, "of clusters"));
    PEIL_CHECK(checkLength(columns.weight.size(), columns.rows, "of weights"));
    PEIL_CHECK(checkLength(columns.frameSize.size(), columns.rows, "of frame sizes"));
    Design design;
    if (columns.weight.empty()) columns.weight.assign(columns.rows, 1.0);
    PEIL_CHECK(checkWeights(columns.weight));
    design.m_weight = std::move(columns.weight);
    design.m_singleCluster = columns.singleCluster;
    PEIL_CHECK(design.setStrata(columns));
    PEIL_CHECK(design.setFrame(columns));
    return design;
}

Result<> Design::setStrata(const DesignColumns& columns) {
    const auto largestOf = [](const std::vector<std::uint32_t>& codes) {
        return codes.empty() ? std::uint64_t{0} : std::uint64_t{*std::max_element(codes.begin(), codes.end())};
    };
    const auto rows = columns.rows;
    Compactor strata(largestOf(columns.stratum), rows);
    const std::uint64_t clusterSpan =
        columns.cluster.empty() ? static_cast<std::uint64_t>(rows) : largestOf(columns.cluster) + 1;
    Compactor clusters((largestOf(columns.stratum) + 1) * clusterSpan, rows);
    m_clusterOfRow.resize(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        const auto stratum = columns.stratum.empty() ? 0U : strata(columns.stratum[row]);
        const std::uint64_t code = columns.cluster.empty() ? static_cast<std::uint64_t>(row) : columns.cluster[row];
        const auto cluster = clusters(stratum * clusterSpan + code);
        m_clusterOfRow[row] = cluster;
        if (stratum >= m_clustersInStratum.size()) m_clustersInStratum.push_back(0);
        if (cluster == m_stratumOfCluster.size()) {
            m_stratumOfCluster.push_back(stratum);
            ++m_clustersInStratum[stratum];
        }
    }
    return {};
}

Result<> Design::setFrame(const DesignColumns& columns) {
    m_finiteCorrection.assign(strata(), 1.0);
    if (columns.frameSize.empty()) return {};
    std::vector<double> frame(strata(), kMissing);
    for (std::size_t row = 0; row < columns.rows; ++row) {
        const auto stratum = m_stratumOfCluster[m_clusterOfRow[row]];
        const double size = columns.frameSize[row];
        const auto sampled = m_clustersInStratum[stratum];
        if (!(size >= sampled))
            return fail(EstimationErrc::BadFrameSize,
                        "The frame size in data row " + std::to_string(row + 1) + " is missing or below the " +
                            std::to_string(sampled) +
                            " sampled clusters of its stratum; give the number of clusters in the frame.");
        if (std::isnan(frame[stratum])) frame[stratum] = size;
        if (frame[stratum] != size)
            return fail(EstimationErrc::BadFrameSize,
                        "Data row " + std::to_string(row + 1) + " gives its stratum a frame of " + formatNumber(size) +
                            " clusters, an earlier row one of " + formatNumber(frame[stratum]) +
                            "; give one size per stratum.");
    }
    for (std::size_t h = 0; h < strata(); ++h)
        m_finiteCorrection[h] = std::isinf(frame[h]) ? 1.0 : (frame[h] - m_clustersInStratum[h]) / frame[h];
    return {};
}

Result<Design> Design::withWeights(std::vector<double> weight, std::shared_ptr<const Calibration> how) const {
    if (weight.size() != rows())
        return fail(EstimationErrc::SizeMismatch,
                    "There are " + std::to_string(weight.size()) + " weights for " + std::to_string(rows()) + " rows.");
    PEIL_CHECK(checkWeights(weight));
    Design copy = *this;
    copy.m_weight = std::move(weight);
    copy.m_calibration = std::move(how);
    return copy;
}

} // namespace peil::estimation
