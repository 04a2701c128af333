// SPDX-License-Identifier: Apache-2.0
#pragma once

// Plots of a report as inline SVG: drawn from numbers, with a title and a description for those who do not see them.
// Nothing in them depends on the machine: coordinates have one decimal.

#include "peil/report/words.h"

namespace peil::report {

struct PlotText {
    std::string id; ///< unique in the page
    std::string title, description, axis;
};

enum class MarkStyle { Main, Plain, Reference };
struct IntervalMark {
    std::string label;
    std::optional<double> value;
    std::optional<double> lower; ///< none: no interval
    std::optional<double> upper; ///< none beside a lower one: an arrow to the edge
    MarkStyle style = MarkStyle::Plain;
};
enum class AxisNumbers { People, Percent };
/// One interval a row, on a common axis; a dashed line at `reference`.
[[nodiscard]] std::string intervalPlot(const Say& say, const PlotText& text, const std::vector<IntervalMark>& marks,
                                       AxisNumbers numbers, std::optional<double> reference = {});

struct TornadoBar {
    std::string label;
    double low = 0, high = 0; ///< of the outcome, at either end of the factor
    MarkStyle style = MarkStyle::Plain;
};
[[nodiscard]] std::string tornadoPlot(const Say& say, const PlotText& text, const std::vector<TornadoBar>& bars,
                                      double centre, AxisNumbers numbers);

struct BandPoint {
    double x = 0, value = 0, lower = 0, upper = 0;
};
/// A line with its band; a dashed line at the last value.
[[nodiscard]] std::string bandPlot(const Say& say, const PlotText& text, const std::vector<BandPoint>& points);

struct CountBar {
    std::string label;
    double count = 0;
    MarkStyle style = MarkStyle::Plain;
};
[[nodiscard]] std::string countPlot(const Say& say, const PlotText& text, const std::vector<CountBar>& bars);

} // namespace peil::report
