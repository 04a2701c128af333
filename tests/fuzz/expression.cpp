// SPDX-License-Identifier: Apache-2.0

// Compiles an expression and evaluates it in a small instance with a host that knows everything.

#include "fixed_world.h"

#include "peil/xpath/expression.h"

#include <cmath>
#include <cstdlib>

namespace {

using namespace peil::xpath;

/// The instance of a form as the engine prepares it.
Document makeDocument() {
    auto document = *Document::parse("<data a='1' xmlns:orx='http://openrosa.org/xforms'><age>34</age><name>x y</name>"
                                     "<day>2023-07-03</day><place>52.1 4.3 0 0</place>"
                                     "<r><q>1</q></r><r><q>2</q></r><orx:meta/></data>");
    const auto root = document.documentElement();
    document.setType(document.childElement(root, "age"), NodeType::Integer);
    document.setType(document.childElement(root, "day"), NodeType::Date);
    document.setType(document.childElement(root, "place"), NodeType::Geo);
    const auto second = document.nextOfSameName(document.childElement(root, "r"));
    document.setRelevant(document.childElement(second, "q"), Relevant::No);
    return document;
}

/// A form may have a prefix of its own for a namespace.
const Namespaces& namespaces() {
    static const Namespaces all{{"j", "http://openrosa.org/javarosa"}, {"p", "urn:peil:1"}};
    return all;
}

const Document& instance() {
    static const auto document = makeDocument();
    return document;
}

const Document& list() {
    static const auto document = *Document::parse("<root><item><name>a</name><label>A</label></item>"
                                                  "<item><name>b</name><label>B</label></item></root>");
    return document;
}

Host makeHost() {
    static const peil_fuzz::FixedClock clock;
    static peil_fuzz::ZeroRng rng;
    Host host;
    host.clock = &clock;
    host.rng = &rng;
    host.language = "Nederlands (nl)";
    host.digest = [](std::string_view, std::span<const std::uint8_t>) {
        return peil::Result<std::vector<std::uint8_t>>(std::vector<std::uint8_t>(20, 0xA5));
    };
    host.verifySignature = [](auto, auto, auto) { return true; };
    host.instance = [](std::string_view id) { return id == "l" ? NodeRef{&list(), kRoot} : NodeRef{}; };
    host.itext = [](std::string_view id) { return std::string(id); };
    host.choiceName = [](NodeRef, std::string_view value, std::string_view) { return std::string(value); };
    host.property = [](std::string_view name) { return std::string(name); };
    host.formVersion = [] { return std::string("7"); };
    return host;
}

bool same(double a, double b) {
    return a == b || (std::isnan(a) && std::isnan(b));
}

/// The shortcuts say what converting the value says, and never fail where the value is found.
void evaluateIn(const Expression& expression, NodeIndex at) {
    static const Host host = makeHost();
    const NodeRef node{&instance(), at};
    Context context;
    context.node = context.current = node;
    context.absoluteRoot = {&instance(), kRoot};
    context.host = &host;
    const auto value = expression.evaluate(context);
    if (!value) return;
    const auto text = expression.evaluateString(context);
    const auto number = expression.evaluateNumber(context);
    if (!text || *text != toString(*value, context)) std::abort();
    const auto* plain = std::get_if<double>(&*value);
    if (!number || (plain != nullptr && !same(*number, *plain))) std::abort();
    (void)toBoolean(*value, context);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto expression = Expression::compile(text, namespaces());
    if (!expression) {
        if (expression.error().context.empty()) std::abort();
        if (expression.error().code == XpathErrc::UnknownFunction || expression.error().code == XpathErrc::WrongArity)
            (void)Expression::compile(text, namespaces(), UnknownFunctions::FailWhenCalled);
        return 0;
    }
    if (expression->text() != text) std::abort();
    for (const auto& reference : expression->references())
        if (reference.base && *reference.base >= expression->references().size()) std::abort();
    for (const auto& function : expression->functions())
        (void)expression->literalArguments(function);
    evaluateIn(*expression, instance().childElement(instance().documentElement(), "r"));
    return 0;
}
