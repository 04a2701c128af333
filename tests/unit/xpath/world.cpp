// SPDX-License-Identifier: Apache-2.0
#include "world.h"

#include "peil/crypto/seal.h"

namespace xpath_test {

using namespace peil::xpath;
using peil_test::need;

Expression compiled(std::string_view expression) {
    return need(Expression::compile(expression));
}

World::World(std::string_view xml, Keep keep)
    : document(need(Document::parse(xml, keep))) {
    host.clock = &clock;
    host.rng = &rng;
    host.digest = [](std::string_view algorithm, peil::ByteView bytes) {
        return peil::crypto::digest(algorithm, bytes);
    };
    host.instance = [this](std::string_view id) {
        const auto found = document.documentElement();
        for (auto at = document.childElement(found, "instance"); at != kNoNode; at = document.nextOfSameName(at))
            if (document.text(document.attribute(at, "id")) == id) return NodeRef{&document, at};
        return NodeRef{};
    };
}

Context World::context() const {
    Context context;
    context.node = {&document, node};
    context.current = context.node;
    context.host = &host;
    return context;
}

std::string World::text(std::string_view expression) const {
    return need(compiled(expression).evaluateString(context()));
}
double World::number(std::string_view expression) const {
    return need(compiled(expression).evaluateNumber(context()));
}
bool World::truth(std::string_view expression) const {
    return toBoolean(need(compiled(expression).evaluate(context())), context());
}
std::size_t World::count(std::string_view expression) const {
    return need(compiled(expression).evaluateNodes(context())).size();
}

std::string World::nodes(std::string_view expression) const {
    std::string out;
    for (const auto& found : need(compiled(expression).evaluateNodes(context()))) {
        if (!out.empty()) out += ' ';
        out += found.document->stringValue(found.node);
    }
    return out;
}

peil::Error World::error(std::string_view expression) const {
    const auto made = Expression::compile(expression);
    if (!made) return made.error();
    const auto value = made->evaluate(context());
    if (value) FAIL("no error from " << expression);
    return value.error();
}

World& World::at(std::string_view path) {
    node = find(path);
    return *this;
}

World& World::zone(std::string_view name) {
    host.timeZone = std::string(name);
    return *this;
}

NodeIndex World::find(std::string_view path) const {
    auto start = context();
    start.node = {&document, kRoot};
    const auto found = need(compiled(path).evaluateNodes(start));
    if (found.empty()) FAIL("no node at " << path);
    return found.front().node;
}

} // namespace xpath_test
