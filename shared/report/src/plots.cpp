// SPDX-License-Identifier: Apache-2.0
#include "plots.h"

#include "peil/base/text.h"

#include <algorithm>
#include <cmath>

namespace peil::report {
namespace {

using namespace analysis;

constexpr double kWidth = 760, kLabelWidth = 264, kRight = 20, kRow = 26, kTop = 12, kAxisHeight = 48;

/// In each plot, not in the page: a plot that is copied out keeps its look, and WeasyPrint reads it only there. It
/// reads no shorthands in a plot.
constexpr std::string_view kStyle =
    "<style>svg text{font-size:13px;font-family:\"Source Sans 3\",\"Noto Sans\",\"Segoe UI\",\"Helvetica Neue\",Arial,"
    "sans-serif;fill:#1d2730}svg .tick,svg .axis{fill:#55636f;font-size:12px}svg .mid{text-anchor:middle}"
    "svg .end{text-anchor:end}svg .strong{font-weight:600}svg .grid{stroke:#e6eaed;stroke-width:1}"
    "svg .guide{stroke:#55636f;stroke-width:1;stroke-dasharray:4 3}"
    "svg .bar,svg .cap{stroke:#7c93a3;stroke-width:2}svg .dot{fill:#7c93a3}"
    "svg .bar.main,svg .cap.main{stroke:#1c5d88;stroke-width:3}svg .dot.main{fill:#1c5d88}"
    "svg .bar.reference,svg .cap.reference{stroke:#a4572a}svg .dot.reference{fill:#a4572a}"
    "svg .fill.below{fill:#9db8c9}svg .fill.above{fill:#d9b79f}svg .fill.main{fill:#1c5d88}"
    "svg .band{fill:#cfdfe9}svg .curve{fill:none;stroke:#1c5d88;stroke-width:2.5;stroke-linejoin:round}</style>";

std::string at(double value) {
    return formatFixed(value, 1);
}

std::string attribute(const char* name, double value) {
    return std::string(" ") + name + "=\"" + at(value) + "\"";
}

std::string line(const char* style, double x1, double y1, double x2, double y2) {
    return std::string("<line class=\"") + style + "\"" + attribute("x1", x1) + attribute("y1", y1) +
           attribute("x2", x2) + attribute("y2", y2) + "/>";
}

std::string words(const char* style, double x, double y, const std::string& text) {
    return std::string("<text class=\"") + style + "\"" + attribute("x", x) + attribute("y", y) + ">" + markup(text) +
           "</text>";
}

/// Name of a row beside its plot. A long one is cut: the table has it whole.
std::string rowLabel(const char* style, double y, const std::string& text) {
    constexpr std::size_t kLongest = 36;
    std::size_t letters = 0, end = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U) continue; // inside a character
        if (++letters == kLongest) end = i;
    }
    return words(style, kLabelWidth - 14, y, letters > kLongest ? text.substr(0, end) + "…" : text);
}

std::string box(const char* style, double x, double y, double width, double height) {
    return std::string("<rect class=\"") + style + "\"" + attribute("x", x) + attribute("y", y) +
           attribute("width", std::max(width, 0.0)) + attribute("height", height) + "/>";
}

std::string open(const PlotText& text, double height) {
    return "<svg viewBox=\"0 0 " + at(kWidth) + " " + at(height) + "\" role=\"img\" aria-labelledby=\"" + text.id +
           "-title " + text.id + "-desc\"><title id=\"" + text.id + "-title\">" + markup(text.title) +
           "</title><desc id=\"" + text.id + "-desc\">" + markup(text.description) + "</desc>" + std::string(kStyle);
}

/// A linear axis between round numbers.
class Axis {
public:
    Axis(double low, double high, double from, double to)
        : m_from(from)
        , m_to(to) {
        if (!(high > low)) high = low + (low == 0 ? 1 : std::abs(low) * 0.1);
        const double raw = (high - low) / 5, power = std::pow(10, std::floor(std::log10(raw)));
        const double share = raw / power;
        m_step = power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
        m_low = std::floor(low / m_step) * m_step;
        m_high = std::ceil(high / m_step) * m_step;
    }
    [[nodiscard]] double place(double value) const {
        const double share = (std::clamp(value, m_low, m_high) - m_low) / (m_high - m_low);
        return m_from + share * (m_to - m_from);
    }
    [[nodiscard]] std::vector<double> ticks() const {
        std::vector<double> result;
        const auto count = std::lround((m_high - m_low) / m_step);
        for (long i = 0; i <= count; ++i)
            result.push_back(m_low + static_cast<double>(i) * m_step);
        return result;
    }
    [[nodiscard]] double step() const { return m_step; }

private:
    double m_from, m_to, m_low = 0, m_high = 1, m_step = 1;
};

std::string number(const Say& say, AxisNumbers numbers, double value, double step) {
    if (numbers == AxisNumbers::Percent) return say.percent(value, step < 0.01 ? 1 : 0);
    return say.people(value);
}

/// Grid, numbers and name of a horizontal axis below `bottom`.
std::string horizontalAxis(const Say& say, const Axis& axis, AxisNumbers numbers, double bottom,
                           const std::string& name) {
    std::string svg;
    for (const auto tick : axis.ticks()) {
        svg += line("grid", axis.place(tick), kTop, axis.place(tick), bottom);
        svg += words("tick mid", axis.place(tick), bottom + 16, number(say, numbers, tick, axis.step()));
    }
    return svg + words("axis mid", (kLabelWidth + kWidth - kRight) / 2, bottom + 36, name);
}

const char* classOf(MarkStyle style) {
    return style == MarkStyle::Main ? "main" : style == MarkStyle::Plain ? "plain" : "reference";
}

std::string intervalBar(const Axis& axis, const IntervalMark& mark, double y, const std::string& style) {
    const double left = axis.place(*mark.lower), right = mark.upper ? axis.place(*mark.upper) : kWidth - kRight;
    auto svg =
        line(("bar " + style).c_str(), left, y, right, y) + line(("cap " + style).c_str(), left, y - 4, left, y + 4);
    return svg + (mark.upper ? line(("cap " + style).c_str(), right, y - 4, right, y + 4)
                             : words("label end", kWidth - 4, y + 4, "→"));
}

std::string intervalRow(const Axis& axis, const IntervalMark& mark, double y) {
    const std::string style = classOf(mark.style);
    std::string svg = rowLabel(mark.style == MarkStyle::Main ? "label end strong" : "label end", y + 4, mark.label);
    if (mark.lower) svg += intervalBar(axis, mark, y, style);
    if (!mark.value) return svg;
    const double x = axis.place(*mark.value);
    if (mark.style == MarkStyle::Reference)
        return svg + "<path class=\"dot reference\" d=\"M" + at(x) + " " + at(y - 5.5) +
               "l5.5 5.5l-5.5 5.5l-5.5-5.5z\"/>";
    return svg + "<circle class=\"dot " + style + "\"" + attribute("cx", x) + attribute("cy", y) +
           attribute("r", mark.style == MarkStyle::Main ? 5 : 4) + "/>";
}

} // namespace

std::string intervalPlot(const Say& say, const PlotText& text, const std::vector<IntervalMark>& marks,
                         AxisNumbers numbers, std::optional<double> reference) {
    std::vector<double> numbersShown;
    for (const auto& mark : marks)
        for (const auto& shown : {mark.lower, mark.value, mark.upper})
            if (shown) numbersShown.push_back(*shown);
    if (reference) numbersShown.push_back(*reference);
    if (numbersShown.empty()) return {};
    const double low = *std::min_element(numbersShown.begin(), numbersShown.end());
    const double high = *std::max_element(numbersShown.begin(), numbersShown.end());
    const Axis axis(low, high, kLabelWidth, kWidth - kRight);
    const double bottom = kTop + kRow * static_cast<double>(marks.size());
    auto svg = open(text, bottom + kAxisHeight) + horizontalAxis(say, axis, numbers, bottom, text.axis);
    if (reference) svg += line("guide", axis.place(*reference), kTop - 6, axis.place(*reference), bottom);
    double y = kTop + kRow / 2;
    for (const auto& mark : marks) {
        svg += intervalRow(axis, mark, y);
        y += kRow;
    }
    return svg + "</svg>";
}

std::string tornadoPlot(const Say& say, const PlotText& text, const std::vector<TornadoBar>& bars, double centre,
                        AxisNumbers numbers) {
    if (bars.empty()) return {};
    double low = centre, high = centre;
    for (const auto& bar : bars) {
        low = std::min({low, bar.low, bar.high});
        high = std::max({high, bar.low, bar.high});
    }
    const Axis axis(low, high, kLabelWidth, kWidth - kRight);
    const double bottom = kTop + kRow * static_cast<double>(bars.size());
    auto svg = open(text, bottom + kAxisHeight) + horizontalAxis(say, axis, numbers, bottom, text.axis);
    double y = kTop;
    for (const auto& bar : bars) {
        const bool strong = bar.style == MarkStyle::Main;
        svg += rowLabel(strong ? "label end strong" : "label end", y + kRow / 2 + 4, bar.label);
        const double from = axis.place(std::min(bar.low, bar.high)), to = axis.place(std::max(bar.low, bar.high));
        const double middle = std::clamp(axis.place(centre), from, to);
        svg += box(strong ? "fill main" : "fill below", from, y + 5, middle - from, kRow - 10);
        svg += box(strong ? "fill main" : "fill above", middle, y + 5, to - middle, kRow - 10);
        y += kRow;
    }
    return svg + line("guide", axis.place(centre), kTop - 6, axis.place(centre), bottom) + "</svg>";
}

std::string bandPlot(const Say& say, const PlotText& text, const std::vector<BandPoint>& points) {
    if (points.size() < 2) return {};
    constexpr double kLeft = 76, kHeight = 260, kBottom = kTop + kHeight;
    const double last = points.back().value;
    double low = last, high = last;
    for (const auto& point : points) {
        low = std::min(low, point.lower);
        high = std::max(high, std::min(point.upper, 2.5 * last)); // early weeks can be very wide
    }
    const Axis x(points.front().x, points.back().x, kLeft, kWidth - kRight);
    const Axis y(low, high, kBottom, kTop);
    auto svg = open(text, kBottom + kAxisHeight);
    for (const auto tick : y.ticks()) {
        svg += line("grid", kLeft, y.place(tick), kWidth - kRight, y.place(tick));
        svg += words("tick end", kLeft - 8, y.place(tick) + 4, say.people(tick));
    }
    for (const auto tick : x.ticks())
        svg += words("tick mid", x.place(tick), kBottom + 16, say.decimal(tick, x.step() < 1 ? 1 : 0));
    svg += words("axis mid", (kLeft + kWidth - kRight) / 2, kBottom + 36, text.axis);
    std::string band, path;
    for (const auto& point : points)
        band += at(x.place(point.x)) + "," + at(y.place(point.upper)) + " ";
    for (auto point = points.rbegin(); point != points.rend(); ++point)
        band += at(x.place(point->x)) + "," + at(y.place(point->lower)) + " ";
    for (const auto& point : points)
        path += at(x.place(point.x)) + "," + at(y.place(point.value)) + " ";
    band.pop_back();
    path.pop_back();
    svg += "<polygon class=\"band\" points=\"" + band + "\"/>";
    svg += line("guide", kLeft, y.place(last), kWidth - kRight, y.place(last));
    svg += "<polyline class=\"curve\" points=\"" + path + "\"/>";
    return svg + "</svg>";
}

std::string countPlot(const Say& say, const PlotText& text, const std::vector<CountBar>& bars) {
    double most = 1;
    for (const auto& bar : bars)
        most = std::max(most, bar.count);
    const double room = kWidth - kRight - kLabelWidth - 60;
    const double bottom = kTop + kRow * static_cast<double>(bars.size());
    auto svg = open(text, bottom + kTop);
    double y = kTop;
    for (const auto& bar : bars) {
        const bool strong = bar.style == MarkStyle::Main;
        const double width = room * bar.count / most;
        svg += rowLabel(strong ? "label end strong" : "label end", y + kRow / 2 + 4, bar.label);
        svg += box(strong                              ? "fill main"
                   : bar.style == MarkStyle::Reference ? "fill above"
                                                       : "fill below",
                   kLabelWidth, y + 4, width, kRow - 8);
        svg += words("tick", kLabelWidth + width + 8, y + kRow / 2 + 4, say.people(bar.count));
        y += kRow;
    }
    return svg + "</svg>";
}

} // namespace peil::report
