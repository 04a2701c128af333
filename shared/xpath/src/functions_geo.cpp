// SPDX-License-Identifier: Apache-2.0
// Geography: points are "lat lon [alt [acc]]", lines and shapes are points between semicolons.
#include "convert.h"
#include "functions.h"
#include "peil/base/text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>

namespace peil::xpath {
namespace {

constexpr auto kMany = FunctionInfo::kMany;
constexpr double kEarthRadiusMeters = 6'378'100;
constexpr double kDegree = std::numbers::pi / 180;
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

struct Point {
    double latitude = 0;
    double longitude = 0;
};
using Points = std::vector<Point>;

std::optional<Point> parsePoint(std::string_view text) {
    const auto parts = splitWhitespace(text);
    if (parts.size() < 2 || parts.size() > 4) return std::nullopt;
    for (const auto part : parts)
        if (std::isnan(lexicalNumber(part))) return std::nullopt;
    const Point point{lexicalNumber(parts[0]), lexicalNumber(parts[1])};
    if (std::fabs(point.latitude) > 90 || std::fabs(point.longitude) > 180) return std::nullopt;
    return point;
}

/// What readPoints() takes one text for.
enum class Each : std::uint8_t { Line, Point };

/// The points of all texts; false when one of them is not a point, or is more than `each` allows. Blank texts and a
/// last semicolon are no points.
bool readPoints(const Call& call, std::size_t from, std::size_t to, Points& out, Each each = Each::Line) {
    bool valid = true;
    const auto read = [&](std::string_view text) {
        const auto before = out.size();
        for (const auto part : split(text, ';')) {
            if (trim(part).empty()) continue;
            const auto point = parsePoint(part);
            valid = valid && point.has_value();
            if (point) out.push_back(*point);
        }
        if (each == Each::Point && out.size() > before + 1) valid = false;
    };
    for (std::size_t i = from; i < to; ++i) {
        const auto value = call.value(i);
        if (const auto* set = std::get_if<NodeSet>(&value)) {
            for (const auto& node : *set)
                read(call.evaluator.textOf(node).view());
        } else {
            read(call.evaluator.textOf(value).view());
        }
    }
    return valid;
}

/// What distance() gives for text that is no place: in the instance of a form an error, since a designer gave it the
/// wrong question (JR and WF); in plain XML no number (ENK).
Value notPlaces(const Call& call) {
    if (call.place.node && call.place.node.document->impl().isForm)
        return call.fail(
            XpathErrc::BadArgument,
            "got a text that is not a location; use a geopoint, geotrace or geoshape, or several geopoints.");
    return kNaN;
}

double toCentimeters(double value) {
    return std::round(value * 100) / 100;
}

double meters(const Point& a, const Point& b) {
    const auto latitude = (b.latitude - a.latitude) * kDegree / 2;
    const auto longitude = (b.longitude - a.longitude) * kDegree / 2;
    const auto h = std::sin(latitude) * std::sin(latitude) + std::cos(a.latitude * kDegree) *
                                                                 std::cos(b.latitude * kDegree) * std::sin(longitude) *
                                                                 std::sin(longitude);
    return 2 * kEarthRadiusMeters * std::asin(std::min(1.0, std::sqrt(h)));
}

/// Square metres on the sphere (Chamberlain and Duquette 2007, the formula of ODK Web Forms and Enketo).
Value fnArea(const Call& call) {
    Points points;
    if (!readPoints(call, 0, call.size(), points)) return kNaN;
    if (points.size() < 3) return 0.0;
    double sum = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto& a = points[i];
        const auto& b = points[(i + 1) % points.size()];
        sum += (b.longitude - a.longitude) * kDegree *
               (2 + std::sin(a.latitude * kDegree) + std::sin(b.latitude * kDegree));
    }
    return toCentimeters(std::fabs(sum * kEarthRadiusMeters * kEarthRadiusMeters / 2));
}

/// Along one line or the nodes of one path, or from one argument to the next, which must be single points then.
Value fnDistance(const Call& call) {
    Points points;
    if (!readPoints(call, 0, call.size(), points, call.size() > 1 ? Each::Point : Each::Line)) return notPlaces(call);
    double sum = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        sum += meters(points[i - 1], points[i]);
    return toCentimeters(sum);
}

/// W. R. Franklin's PNPOLY.
bool inside(const Point& point, const Points& shape) {
    bool odd = false;
    for (std::size_t i = 0, j = shape.size() - 1; i < shape.size(); j = i++) {
        const auto& a = shape[i];
        const auto& b = shape[j];
        const bool crosses = (a.longitude > point.longitude) != (b.longitude > point.longitude);
        if (crosses &&
            point.latitude <
                (b.latitude - a.latitude) * (point.longitude - a.longitude) / (b.longitude - a.longitude) + a.latitude)
            odd = !odd;
    }
    return odd;
}

bool samePlace(const Point& a, const Point& b) {
    return a.latitude == b.latitude && a.longitude == b.longitude;
}

/// Only a shape that closes has an inside.
Value fnGeofence(const Call& call) {
    Points point;
    Points shape;
    if (!readPoints(call, 0, 1, point) || !readPoints(call, 1, 2, shape)) return false;
    const bool closed = shape.size() >= 4 && samePlace(shape.front(), shape.back());
    return point.size() == 1 && closed && inside(point[0], shape);
}

double turn(const Point& a, const Point& b, const Point& c) {
    return (b.longitude - a.longitude) * (c.latitude - a.latitude) -
           (b.latitude - a.latitude) * (c.longitude - a.longitude);
}

bool onSegment(const Point& a, const Point& b, const Point& p) {
    return std::min(a.longitude, b.longitude) <= p.longitude && p.longitude <= std::max(a.longitude, b.longitude) &&
           std::min(a.latitude, b.latitude) <= p.latitude && p.latitude <= std::max(a.latitude, b.latitude);
}

bool crosses(const Point& a, const Point& b, const Point& c, const Point& d) {
    const auto abc = turn(a, b, c);
    const auto abd = turn(a, b, d);
    const auto cda = turn(c, d, a);
    const auto cdb = turn(c, d, b);
    if (((abc > 0 && abd < 0) || (abc < 0 && abd > 0)) && ((cda > 0 && cdb < 0) || (cda < 0 && cdb > 0))) return true;
    return (abc == 0 && onSegment(a, b, c)) || (abd == 0 && onSegment(a, b, d)) || (cda == 0 && onSegment(c, d, a)) ||
           (cdb == 0 && onSegment(c, d, b));
}

/// A repeated point (someone standing still) is not a segment.
void dropRepeats(Points& points) {
    points.erase(std::unique(points.begin(), points.end(), samePlace), points.end());
}

/// True if the segment from `b` to `c` goes back over the one from `a`.
bool doublesBack(const Point& a, const Point& b, const Point& c) {
    return turn(a, b, c) == 0 && (b.longitude - a.longitude) * (c.longitude - b.longitude) +
                                         (b.latitude - a.latitude) * (c.latitude - b.latitude) <
                                     0;
}

/// True when a line or the edge of a shape crosses or touches itself. Neighbouring pieces share an end, so they do only
/// when the second goes back over the first.
Value fnIntersects(const Call& call) {
    Points points;
    if (!readPoints(call, 0, 1, points)) return false;
    dropRepeats(points);
    if (points.size() < 3) return false;
    const bool closed = samePlace(points.front(), points.back());
    const auto pieces = points.size() - 1;
    for (std::size_t i = 0; i < pieces; ++i)
        for (std::size_t j = i + 1; j < pieces; ++j) {
            const bool next = j == i + 1;
            if (next && doublesBack(points[i], points[j], points[j + 1])) return true;
            if (next) continue;
            const bool around = closed && i == 0 && j == pieces - 1;
            if (around ? doublesBack(points[j], points[0], points[1])
                       : crosses(points[i], points[i + 1], points[j], points[j + 1]))
                return true;
        }
    return false;
}

} // namespace

FunctionTable geoFunctions() {
    return {
        {"area", fnArea, 1, kMany},     {"enclosed-area", fnArea, 1, kMany}, {"distance", fnDistance, 1, kMany},
        {"geofence", fnGeofence, 2, 2}, {"intersects", fnIntersects, 1, 1},
    };
}

} // namespace peil::xpath
