// SPDX-License-Identifier: Apache-2.0
#include "instance/session_impl.h"

#include "codecs/codec.h"
#include "peil/base/ids.h"

#include <cmath>
#include <date/tz.h>

namespace peil::forms {
namespace {

bool has(const ActionDef& action, Event event) {
    return (action.events & static_cast<std::uint8_t>(event)) != 0;
}

// ISO 8601 with milliseconds and the zone's offset, as ODK's tools write start and end.
std::string localMoment(TimePoint now, const std::string& zone) {
    try {
        const date::zoned_time moment{zone, now};
        auto text = date::format("%FT%T%Ez", moment);
        return text;
    } catch (const std::exception&) {
        return formatUtc(now);
    }
}

} // namespace

void Session::Impl::runEvent(Event event) {
    for (const auto& action : def.actions) {
        if (!has(action, event)) continue;
        if (action.source == kNone) {
            runAction(action, document.documentElement());
            continue;
        }
        for (const auto node : nodesBelow(document.documentElement(), action.source))
            runAction(action, node);
    }
}

void Session::Impl::runActionsOf(NodeIndex source, Event event) {
    const auto found = def.actionsBySource.find(states[source].def);
    if (found == def.actionsBySource.end()) return;
    for (const auto number : found->second)
        if (has(def.actions[number], event)) runAction(def.actions[number], source);
}

void Session::Impl::runAction(const ActionDef& action, NodeIndex source) {
    std::vector<NodeIndex> targets;
    if (action.targetPath) {
        const auto nodes = action.targetPath->evaluateNodes(contextAt(source));
        if (nodes)
            for (const auto& node : *nodes)
                if (node.document == &document && alive(node.node)) targets.push_back(node.node);
    } else if (const auto top = ancestor(source, action.shared); top != kNoNode) {
        targets = nodesBelow(top, action.target);
    }
    for (const auto target : targets) {
        if (defOf(target).group) continue;
        auto context = contextAt(target);
        std::string text = action.literal;
        if (action.location) text.clear();
        if (action.value) {
            const auto value = action.value->evaluate(context);
            if (value)
                text = calculated(*value, target);
            else if (!firstFault)
                firstFault = Error{make_error_code(FormsErrc::EvaluationFailed),
                                   "The value for " + pathOf(target) + " failed: " + describe(value.error())};
        }
        acting = true;
        setValue(target, castValue(defOf(target).codec, text));
        acting = false;
        // What an action chooses must be among the choices, too.
        if (const auto choices = defOf(target).vertex(VertexKind::Itemset); choices != kNone) schedule(choices, target);
    }
}

void Session::Impl::runPreloads() {
    eachNode(document.documentElement(), [&](NodeIndex node) {
        const auto& definition = defOf(node);
        const auto& kind = definition.extras().preload;
        if (kind.empty()) return;
        const auto& parameter = definition.extras().preloadParameters;
        const auto now = environment.clock != nullptr ? environment.clock->now() : TimePoint{};
        if (kind == "uid") {
            if (environment.rng != nullptr && document.text(node).empty())
                setValue(node, "uuid:" + makeUuid(*environment.rng));
        } else if (kind == "timestamp" && parameter == "start") {
            setValue(node, castValue(definition.type, localMoment(now, environment.timeZone)));
        } else if (kind == "date" && parameter == "today") {
            setValue(node, castValue(definition.type, localMoment(now, environment.timeZone).substr(0, 10)));
        } else if (kind == "property") {
            std::string text = environment.property ? environment.property(parameter) : std::string();
            if (text.empty() && parameter == "deviceid") text = environment.deviceId;
            if (!text.empty()) setValue(node, castValue(definition.type, text));
        }
    });
}

void Session::Impl::runEndPreloads() {
    eachNode(document.documentElement(), [&](NodeIndex node) {
        const auto& definition = defOf(node);
        const auto& extras = definition.extras();
        if (extras.preload != "timestamp" || extras.preloadParameters != "end" || environment.clock == nullptr) return;
        setValue(node, castValue(definition.type, localMoment(environment.clock->now(), environment.timeZone)));
    });
}

void Session::Impl::ensureInstanceId() {
    for (const auto node : nodesBelow(document.documentElement(), def.instanceIdNode))
        if (document.text(node).empty() && environment.rng != nullptr)
            setValue(node, "uuid:" + makeUuid(*environment.rng));
}

} // namespace peil::forms
