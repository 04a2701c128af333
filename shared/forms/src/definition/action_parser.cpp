// SPDX-License-Identifier: Apache-2.0
#include "definition/builder.h"

#include "peil/base/enum_text.h"
#include "peil/base/text.h"

namespace peil::forms {
namespace {

constexpr EnumText<Event> kEvents[] = {{Event::FirstLoad, "odk-instance-first-load"},
                                       {Event::FirstLoad, "xforms-ready"},
                                       {Event::Load, "odk-instance-load"},
                                       {Event::NewRepeat, "odk-new-repeat"},
                                       {Event::NewRepeat, "jr-insert"}, // its name in forms from before 2019
                                       {Event::ValueChanged, "xforms-value-changed"},
                                       {Event::Revalidate, "xforms-revalidate"}};

std::uint8_t parseEvents(Builder& builder, Xml element, const Spot& spot) {
    const char* text = builder.xml.attribute(element, "event");
    if (text == nullptr) text = builder.xml.attribute(element, "event", "http://www.w3.org/2001/xml-events");
    std::uint8_t events = 0;
    if (text == nullptr) {
        builder.error("action_without_event", spot, "An action has no event.", "Add the event.");
        return events;
    }
    for (const auto name : splitWhitespace(text)) {
        if (const auto known = valueIn(kEvents, name))
            events = static_cast<std::uint8_t>(events | static_cast<std::uint8_t>(*known));
        else
            builder.error("unknown_event", spot, "The event \"" + std::string(name) + "\" is unknown.",
                          "Use odk-instance-first-load, odk-instance-load, odk-new-repeat or xforms-value-changed.");
    }
    return events;
}

bool has(std::uint8_t events, Event event) {
    return (events & static_cast<std::uint8_t>(event)) != 0;
}

DefId commonAncestor(const FormDefinition::Impl& form, DefId a, DefId b) {
    while (a != b) {
        if (form.nodes[a].depth >= form.nodes[b].depth)
            a = form.nodes[a].parent;
        else
            b = form.nodes[b].parent;
        if (a == kNone || b == kNone) return 0;
    }
    return a;
}

void parseTarget(Builder& builder, Xml element, const Spot& spot, ActionDef& action) {
    const char* ref = builder.xml.attribute(element, "ref");
    const char* bind = builder.xml.attribute(element, "bind");
    const auto named = bind == nullptr ? builder.form.bindIds.end() : builder.form.bindIds.find(bind);
    std::string path;
    if (named != builder.form.bindIds.end()) path = builder.form.nodes[named->second].path;
    if (ref == nullptr && !path.empty()) ref = path.c_str();
    if (ref == nullptr) {
        builder.error("action_without_ref", spot, "An action has no ref.", "Name the node that it sets.");
        return;
    }
    const auto target = builder.resolveOrAdd(trim(ref), action.source == kNone ? 0 : action.source);
    if (target.node == kNone) {
        builder.warn("unknown_node", spot,
                     "An action is ignored: it sets " + std::string(ref) + ", which is not in the instance.",
                     "Correct its ref.");
        return;
    }
    action.target = target.node;
    action.shared = action.source == kNone ? 0 : commonAncestor(builder.form, action.source, action.target);
    if (target.predicates) action.targetPath = builder.compile(trim(ref), spot, "ref", action.source);
}

} // namespace

bool isAction(Xml element) {
    const auto name = localName(element);
    return name == "setvalue" || name == "setgeopoint" || name == "recordaudio";
}

void parseAction(Builder& builder, Xml element, DefId source) {
    const auto spot = Builder::spotOf(source, Property::Action);
    const auto name = localName(element);
    ActionDef action;
    action.source = source;
    action.location = name == "setgeopoint";
    action.events = parseEvents(builder, element, spot);
    if (source == kNone && (has(action.events, Event::NewRepeat) || has(action.events, Event::ValueChanged)))
        builder.error("event_in_model", spot,
                      "An action in the model cannot use odk-new-repeat or xforms-value-changed.",
                      "Move it to the repeat or the question.");
    if (name == "recordaudio") {
        builder.warn("not_shown", spot,
                     "Recording the interview (odk:recordaudio) is not supported; nothing is recorded.");
        return;
    }
    parseTarget(builder, element, spot, action);
    if (action.target == kNone) return;
    if (action.location)
        builder.warn("not_shown", spot,
                     "The position of the device (odk:setgeopoint) is not recorded; the answer stays empty.");
    if (const auto* value = builder.xml.attribute(element, "value"); value != nullptr && !trim(value).empty())
        action.value = builder.compile(trim(value), spot, "value of setvalue", action.target);
    else
        action.literal = ownText(element);
    const auto number = static_cast<std::uint32_t>(builder.form.actions.size());
    if (source != kNone) builder.form.actionsBySource[source].push_back(number);
    builder.form.actions.push_back(std::move(action));
}

} // namespace peil::forms
