// SPDX-License-Identifier: Apache-2.0
#include "instance/recomputation.h"

#include "codecs/codec.h"
#include "peil/base/ids.h"

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

void Recomputation::runEvent(Event event) {
    for (const auto& action : m_form.actions) {
        if (!has(action, event)) continue;
        if (action.source == kNone) {
            runAction(action, m_instance.root());
            continue;
        }
        for (const auto node : m_instance.nodesOf(action.source))
            runAction(action, node);
    }
}

void Recomputation::runActionsOf(NodeIndex source, Event event) {
    const auto found = m_form.actionsBySource.find(m_instance.state(source).def);
    if (found == m_form.actionsBySource.end()) return;
    for (const auto number : found->second)
        if (has(m_form.actions[number], event)) runAction(m_form.actions[number], source);
}

std::vector<NodeIndex> Recomputation::targetsOf(const ActionDef& action, NodeIndex source) const {
    std::vector<NodeIndex> targets;
    if (action.targetPath) {
        const auto nodes = action.targetPath->evaluateNodes(m_evaluator.contextAt(source));
        if (nodes)
            for (const auto& node : *nodes)
                if (node.document == &m_instance.document() && m_instance.alive(node.node))
                    targets.push_back(node.node);
    } else if (const auto top = m_instance.ancestor(source, action.shared); top != kNoNode) {
        targets = m_instance.nodesBelow(top, action.target);
    }
    std::erase_if(targets, [this](NodeIndex node) { return m_instance.defOf(node).group; });
    return targets;
}

void Recomputation::runAction(const ActionDef& action, NodeIndex source) {
    for (const auto target : targetsOf(action, source)) {
        std::string text = action.location ? std::string() : action.literal;
        if (action.value) {
            const auto value = action.value->evaluate(m_evaluator.contextAt(target));
            if (value)
                text = calculated(*value, target);
            else
                noteFault({make_error_code(FormsErrc::EvaluationFailed),
                           "The value for " + m_instance.pathOf(target) +
                               " cannot be calculated: " + describe(value.error())});
        }
        const auto& definition = m_instance.defOf(target);
        setValue(target, castValue(definition.codec, text), Cause::Action);
        // What an action chooses must be among the choices, too.
        if (const auto choices = definition.vertex(VertexKind::Itemset); choices != kNone)
            m_pending.add(choices, target);
    }
}

void Recomputation::runPreloads() {
    m_instance.eachNode(m_instance.root(), [&](NodeIndex node) {
        const auto& definition = m_instance.defOf(node);
        const auto& kind = definition.extras().preload;
        if (kind.empty()) return;
        const auto& parameter = definition.extras().preloadParameters;
        const auto now = m_environment.clock != nullptr ? m_environment.clock->now() : TimePoint{};
        if (kind == "uid") {
            if (m_environment.rng != nullptr && m_instance.text(node).empty())
                setValue(node, "uuid:" + makeUuid(*m_environment.rng));
        } else if (kind == "timestamp" && parameter == "start") {
            setValue(node, castValue(definition.type, localMoment(now, m_environment.timeZone)));
        } else if (kind == "date" && parameter == "today") {
            setValue(node, castValue(definition.type, localMoment(now, m_environment.timeZone).substr(0, 10)));
        } else if (kind == "property") {
            std::string text = m_environment.property ? m_environment.property(parameter) : std::string();
            if (text.empty() && parameter == "deviceid") text = m_environment.deviceId;
            if (!text.empty()) setValue(node, castValue(definition.type, text));
        }
    });
}

void Recomputation::runEndPreloads() {
    m_instance.eachNode(m_instance.root(), [&](NodeIndex node) {
        const auto& definition = m_instance.defOf(node);
        const auto& extras = definition.extras();
        if (extras.preload != "timestamp" || extras.preloadParameters != "end" || m_environment.clock == nullptr)
            return;
        setValue(node, castValue(definition.type, localMoment(m_environment.clock->now(), m_environment.timeZone)));
    });
}

void Recomputation::ensureInstanceId() {
    for (const auto node : m_instance.nodesOf(m_form.instanceIdNode))
        if (m_instance.text(node).empty() && m_environment.rng != nullptr)
            setValue(node, "uuid:" + makeUuid(*m_environment.rng));
}

} // namespace peil::forms
