// SPDX-License-Identifier: Apache-2.0
#include "instance/evaluator.h"

namespace peil::forms {
namespace {

std::shared_ptr<const xpath::Document> parseLastSaved(const std::optional<std::string>& xml) {
    auto document = std::make_shared<xpath::Document>();
    if (!xml) return document;
    auto parsed = xpath::Document::parse(*xml);
    if (parsed) *document = std::move(*parsed);
    return document;
}

} // namespace

Evaluator::Evaluator(const LiveInstance& instance, const Environment& environment)
    : m_instance(instance)
    , m_environment(environment) {
    const auto& form = instance.form();
    m_host.clock = environment.clock;
    m_host.rng = environment.rng;
    m_host.timeZone = environment.timeZone;
    m_host.digest = environment.digest;
    m_host.verifySignature = environment.verifySignature;
    for (const auto& list : form.instances)
        m_lists.emplace(list.id, list.lastSaved ? parseLastSaved(environment.lastSavedXml) : list.content->document());
    m_host.instance = [this](std::string_view id) {
        const auto found = m_lists.find(id);
        if (found == m_lists.end() && !id.empty() && id == m_instance.form().primaryInstanceId)
            return xpath::NodeRef{&m_instance.document(), xpath::kRoot};
        if (found == m_lists.end() || !found->second) return xpath::NodeRef{};
        return xpath::NodeRef{found->second.get(), xpath::kRoot};
    };
    m_host.property = [this](std::string_view name) {
        auto text = m_environment.property ? m_environment.property(name) : std::string();
        return text.empty() && name == "deviceid" ? m_environment.deviceId : text;
    };
    m_host.formVersion = [this] { return m_instance.form().version; };
}

void Evaluator::setTexts(std::function<std::string(std::string_view)> itext,
                         std::function<std::string(xpath::NodeRef, std::string_view, std::string_view)> choiceName) {
    m_host.itext = std::move(itext);
    m_host.choiceName = std::move(choiceName);
}

xpath::Context Evaluator::contextAt(NodeIndex node) const {
    return contextAt(xpath::NodeRef{&m_instance.document(), node});
}

xpath::Context Evaluator::contextAt(xpath::NodeRef row) const {
    xpath::Context context;
    context.node = context.current = row;
    context.absoluteRoot = {&m_instance.document(), xpath::kRoot};
    context.nodeOfTag = m_instance.singles();
    context.host = &m_host;
    return context;
}

} // namespace peil::forms
