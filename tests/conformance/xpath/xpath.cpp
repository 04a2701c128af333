// SPDX-License-Identifier: Apache-2.0
// Expressions over small documents: one JSON object on each line, with the value that other engines agree on.

#include "form_host.h"
#include "peil/base/text.h"
#include "report.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <fstream>
#include <limits>
#include <optional>

namespace peil_conformance {
namespace {

namespace json = boost::json;
namespace xp = peil::xpath;

constexpr std::string_view kXhtml = "http://www.w3.org/1999/xhtml";

std::string textAt(const json::object& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string{};
}

double numberFrom(const json::value& value) {
    if (value.is_string()) {
        const std::string_view text = value.as_string();
        if (text == "Infinity") return std::numeric_limits<double>::infinity();
        if (text == "-Infinity") return -std::numeric_limits<double>::infinity();
        return peil::parseNumber(text).value_or(std::numeric_limits<double>::quiet_NaN());
    }
    return value.is_number() ? value.to_number<double>() : std::numeric_limits<double>::quiet_NaN();
}

/// A step of a context path: "name[2]", "@name" or "text()[1]".
struct PathStep {
    std::string name;
    std::size_t place = 1;
};

PathStep splitStep(std::string_view step) {
    const auto bracket = step.find('[');
    if (bracket == std::string_view::npos) return {std::string(step), 1};
    const auto digits = step.substr(bracket + 1, step.size() - bracket - 2);
    return {std::string(step.substr(0, bracket)), static_cast<std::size_t>(peil::parseInteger(digits).value_or(1))};
}

bool isNamed(const xp::Document& document, xp::NodeIndex node, const std::string& name) {
    if (name == "text()") return document.kind(node) == xp::NodeKind::Text;
    if (name == "comment()") return document.kind(node) == xp::NodeKind::Comment;
    if (name == "processing-instruction()") return document.kind(node) == xp::NodeKind::ProcessingInstruction;
    if (document.kind(node) != xp::NodeKind::Element && document.kind(node) != xp::NodeKind::Attribute) return false;
    const auto prefix = std::string(document.prefix(node));
    const auto local = std::string(document.localName(node));
    return (prefix.empty() ? local : prefix + ":" + local) == name;
}

xp::NodeIndex locate(const xp::Document& document, std::string_view path) {
    auto at = xp::kRoot;
    for (const auto part : peil::split(path, '/')) {
        if (part.empty()) continue;
        const bool attribute = part.front() == '@';
        const auto step = splitStep(attribute ? part.substr(1) : part);
        auto child = attribute ? document.firstAttribute(at) : document.firstChild(at);
        std::size_t seen = 0;
        for (; child != xp::kNoNode; child = document.nextSibling(child))
            if (isNamed(document, child, step.name) && ++seen == step.place) break;
        if (child == xp::kNoNode) return xp::kNoNode;
        at = child;
    }
    return at;
}

/// The way that the vectors write the place of a node.
std::string pathOf(const xp::Document& document, xp::NodeIndex node) {
    if (node == xp::kRoot) return "/";
    std::string path;
    for (auto at = node; at != xp::kRoot && at != xp::kNoNode; at = document.parent(at)) {
        const auto prefix = std::string(document.prefix(at));
        auto name =
            prefix.empty() ? std::string(document.localName(at)) : prefix + ":" + std::string(document.localName(at));
        if (document.kind(at) == xp::NodeKind::Attribute) {
            path = "/@" + name + path;
            continue;
        }
        if (document.kind(at) == xp::NodeKind::Namespace) {
            path = "/@xmlns:" + name + path;
            continue;
        }
        if (document.kind(at) == xp::NodeKind::DocumentType) return "/node-type-10";
        if (document.kind(at) == xp::NodeKind::ProcessingInstruction) name = "processing-instruction()";
        if (document.kind(at) == xp::NodeKind::Text) name = "text()";
        if (document.kind(at) == xp::NodeKind::Comment) name = "comment()";
        std::size_t place = 1;
        for (auto before = document.firstChild(document.parent(at)); before != at;
             before = document.nextSibling(before))
            if (isNamed(document, before, name)) ++place;
        path = "/" + name + "[" + std::to_string(place) + "]" + path;
    }
    return path;
}

/// What came out, as the vector's type wants it.
struct Answer {
    bool error = false;
    std::string message;
    double number = 0;
    bool truth = false;
    std::string text;
    std::vector<std::string> nodes;
    bool anyOrder = false;
};

class Vector {
public:
    explicit Vector(const json::object& object)
        : m_object(object)
        , m_type(textAt(object, "type")) {}

    void run(Report& report) {
        const auto id = textAt(m_object, "id");
        const auto answer = evaluate();
        if (agrees(answer)) {
            report.pass();
            return;
        }
        report.fail(id, json::serialize(m_object.at("expected")) + " from " + textAt(m_object, "expr"),
                    describe(answer));
    }

private:
    [[nodiscard]] Answer evaluate() {
        auto context = textAt(m_object, "context");
        auto parsed = context.empty() ? peil::Result<xp::Document>(xp::Document{})
                                      : xp::Document::parse(peil::trim(context), xp::Keep::Everything);
        Answer answer;
        if (!parsed) return failure(parsed.error());
        const auto zone = textAt(m_object, "tz");
        FormHost form(*parsed, textAt(m_object, "lang"), zone.empty() ? "UTC" : zone);
        const auto expression = xp::Expression::compile(textAt(m_object, "expr"), namespaces(*parsed),
                                                        xp::UnknownFunctions::FailWhenCalled);
        if (!expression) return failure(expression.error());
        xp::Context place;
        place.node = {&*parsed, locate(*parsed, textAt(m_object, "context_node"))};
        if (place.node.node == xp::kNoNode) {
            answer.error = true;
            answer.message = "the context node is not there";
            return answer;
        }
        place.current = place.node;
        if (const auto root = textAt(m_object, "root_node"); !root.empty())
            place.absoluteRoot = {&*parsed, locate(*parsed, root)};
        place.host = &form.host;
        answer = convert(*expression, place);
        answer.anyOrder = form.usedChance();
        return answer;
    }

    [[nodiscard]] Answer convert(const xp::Expression& expression, const xp::Context& place) const {
        Answer answer;
        std::optional<peil::Error> error;
        const auto keep = [&](auto result, auto& target) {
            if (result)
                target = std::move(*result);
            else
                error = result.error();
        };
        if (m_type == "number")
            keep(expression.evaluateNumber(place), answer.number);
        else if (m_type == "boolean")
            keep(expression.evaluate(place).map([&](const xp::Value& value) { return toBoolean(value, place); }),
                 answer.truth);
        else if (m_type == "nodeset-count") {
            xp::NodeSet nodes;
            keep(expression.evaluateNodes(place), nodes);
            for (const auto& node : nodes)
                answer.nodes.push_back(pathOf(*node.document, node.node));
        } else
            keep(expression.evaluateString(place), answer.text);
        return error ? failure(*error) : answer;
    }

    static Answer failure(const peil::Error& error) {
        Answer answer;
        answer.error = true;
        answer.message = peil::describe(error);
        return answer;
    }

    /// Prefixes that the context declares anywhere, and the one that the suites use where it has XHTML.
    static xp::Namespaces namespaces(const xp::Document& document) {
        xp::Namespaces known;
        for (auto at = nextElement(document, xp::kRoot); at != xp::kNoNode; at = nextElement(document, at)) {
            if (document.namespaceUri(at) == kXhtml) known.emplace_back("xhtml", kXhtml); // the suites' own prefix
            if (!document.prefix(at).empty()) known.emplace_back(document.prefix(at), document.namespaceUri(at));
            for (auto a = document.firstAttribute(at); a != xp::kNoNode; a = document.nextSibling(a))
                if (!document.prefix(a).empty()) known.emplace_back(document.prefix(a), document.namespaceUri(a));
        }
        xp::Context root;
        root.node = {&document, xp::kRoot};
        const auto inScope = xp::Expression::compile("//namespace::*", {});
        if (const auto nodes = inScope->evaluateNodes(root))
            for (const auto& [owner, node] : *nodes)
                if (!owner->localName(node).empty())
                    known.emplace_back(owner->localName(node), owner->stringValue(node));
        return known;
    }

    [[nodiscard]] bool agrees(const Answer& answer) const {
        if (m_type == "error") return answer.error;
        const bool disputed = m_object.contains("disputed");
        const auto* engines = m_object.if_contains("engines");
        if (matches(answer, m_object.at("expected"))) return true;
        if (!disputed || engines == nullptr) return false;
        const auto* differ = engines->as_object().if_contains("differ");
        if (differ == nullptr) return false;
        for (const auto& [engine, value] : differ->as_object())
            if (matches(answer, value)) return true;
        return false;
    }

    [[nodiscard]] bool matches(const Answer& answer, const json::value& expected) const {
        if (answer.error) return false;
        if (m_type == "string") return expected.is_string() && answer.text == std::string_view(expected.as_string());
        if (m_type == "boolean") return expected.is_bool() && answer.truth == expected.as_bool();
        if (m_type == "nodeset-count") return matchesNodes(answer, expected);
        const auto wanted = numberFrom(expected);
        if (std::isnan(wanted) || std::isnan(answer.number)) return std::isnan(wanted) && std::isnan(answer.number);
        if (wanted == answer.number) return true;
        const auto* tolerance = m_object.if_contains("tol");
        const auto given = tolerance != nullptr ? tolerance->to_number<double>() : 0.0;
        return std::fabs(wanted - answer.number) <= std::max(given, 1e-9 * std::max(1.0, std::fabs(wanted)));
    }

    [[nodiscard]] bool matchesNodes(const Answer& answer, const json::value& expected) const {
        if (static_cast<double>(answer.nodes.size()) != numberFrom(expected)) return false;
        const auto* nodes = m_object.if_contains("nodes");
        if (nodes == nullptr || !nodes->is_array()) return true;
        std::vector<std::string> wanted;
        for (const auto& node : nodes->as_array())
            wanted.emplace_back(node.as_string());
        auto got = answer.nodes;
        if (answer.anyOrder) {
            std::sort(wanted.begin(), wanted.end());
            std::sort(got.begin(), got.end());
        }
        return wanted == got;
    }

    [[nodiscard]] std::string describe(const Answer& answer) const {
        if (answer.error) return "the error: " + answer.message;
        if (m_type == "number") return peil::formatNumber(answer.number);
        if (m_type == "boolean") return answer.truth ? "true" : "false";
        if (m_type == "nodeset-count") {
            auto out = std::to_string(answer.nodes.size()) + " nodes";
            for (const auto& node : answer.nodes)
                out += " " + node;
            return out;
        }
        return "“" + answer.text + "”";
    }

    const json::object& m_object;
    std::string m_type;
};

} // namespace

int runXpath(std::span<const std::string> paths, Report& report) {
    for (const auto& path : paths) {
        std::ifstream file(path);
        if (!file) {
            report.note("The file “" + path + "” cannot be read; check the path.");
            return 2;
        }
        for (std::string line; std::getline(file, line);) {
            if (peil::trim(line).empty()) continue;
            boost::system::error_code broken;
            const auto value = json::parse(line, broken);
            if (broken || !value.is_object()) {
                report.note("A line of “" + path + "” is not a JSON object.");
                return 2;
            }
            Vector(value.as_object()).run(report);
        }
    }
    return 0;
}

} // namespace peil_conformance
