// SPDX-License-Identifier: Apache-2.0
#include "instance/session_impl.h"

namespace peil::forms {

std::string_view reasonText(NoAnswer reason) {
    switch (reason) {
    case NoAnswer::DontKnow:
        return "dont_know";
    case NoAnswer::Refused:
        return "refused";
    case NoAnswer::Skipped:
        return "skipped";
    case NoAnswer::None:
        break;
    }
    return "";
}

std::optional<NoAnswer> reasonFromText(std::string_view text) {
    for (const auto reason : {NoAnswer::None, NoAnswer::DontKnow, NoAnswer::Refused, NoAnswer::Skipped})
        if (text == reasonText(reason)) return reason;
    return std::nullopt;
}

Session::Session(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;
Session::~Session() = default;

Result<Session> Session::start(FormPointer form, Environment environment, Changes* initial) {
    const auto language = environment.language;
    auto impl = std::make_unique<Impl>(std::move(form), std::move(environment));
    PEIL_CHECK(impl->selectLanguage(language));
    PEIL_CHECK(impl->startNew());
    auto changes = impl->finish();
    if (initial != nullptr) {
        changes.rows = impl->storedRows();
        changes.removedPrefixes.clear();
        *initial = std::move(changes);
    }
    return Session(std::move(impl));
}

Result<Session> Session::restore(FormPointer form, Environment environment, std::span<const StoredRow> rows) {
    const auto language = environment.language;
    auto impl = std::make_unique<Impl>(std::move(form), std::move(environment));
    PEIL_CHECK(impl->selectLanguage(language));
    PEIL_CHECK(impl->applyRows(rows));
    static_cast<void>(impl->finish());
    return Session(std::move(impl));
}

Result<Session> Session::load(FormPointer form, Environment environment, std::string_view instanceXml, LoadAs use) {
    const auto language = environment.language;
    auto impl = std::make_unique<Impl>(std::move(form), std::move(environment));
    PEIL_CHECK(impl->selectLanguage(language));
    PEIL_CHECK(impl->loadXml(instanceXml, use));
    static_cast<void>(impl->finish());
    return Session(std::move(impl));
}

Result<Changes> Session::answer(NodeId node, std::string_view value) {
    return m_impl->answer(node, value, NoAnswer::None);
}

Result<Changes> Session::answerNone(NodeId node, NoAnswer reason) {
    return m_impl->answer(node, "", reason);
}

Result<Changes> Session::addRepeat(NodeId repeat) {
    const auto range = m_impl->rangeOf(repeat);
    if (!range) return fail(FormsErrc::NoSuchNode, "This interview has no such repeat.");
    if (m_impl->def.nodes[range->repeat].noAddRemove)
        return fail(FormsErrc::RepeatFixed, "The form decides how often " + m_impl->pathOf(*range) + " repeats.");
    PEIL_CHECK(m_impl->insertInstance(*range));
    m_impl->recompute();
    return m_impl->finish();
}

Result<Changes> Session::removeRepeat(NodeId repeat, std::size_t position) {
    const auto range = m_impl->rangeOf(repeat);
    if (!range) return fail(FormsErrc::NoSuchNode, "This interview has no such repeat.");
    if (m_impl->def.nodes[range->repeat].noAddRemove)
        return fail(FormsErrc::RepeatFixed, "The form decides how often " + m_impl->pathOf(*range) + " repeats.");
    const auto instances = m_impl->instancesOf(*range);
    if (position < 1 || position > instances.size())
        return fail(FormsErrc::NoSuchNode,
                    m_impl->pathOf(*range) + " has no instance " + std::to_string(position) + ".");
    m_impl->removeInstance(instances[position - 1]);
    m_impl->recompute();
    return m_impl->finish();
}

Result<Changes> Session::setLanguage(std::string_view language) {
    PEIL_CHECK(m_impl->selectLanguage(language));
    for (VertexId id = 0; id < m_impl->def.vertices.size(); ++id) {
        const auto& vertex = m_impl->def.vertices[id];
        if (!vertex.languageDependent || vertex.kind == VertexKind::Count) continue;
        for (const auto node : m_impl->nodesBelow(m_impl->document.documentElement(), vertex.node))
            m_impl->schedule(id, node);
    }
    m_impl->structureChanged = true;
    m_impl->recompute();
    return m_impl->finish();
}

const std::string& Session::language() const {
    return m_impl->languageName;
}

const std::vector<Screen>& Session::screens() const {
    if (!m_impl->screensValid) m_impl->buildScreens();
    return m_impl->screens;
}

ScreenStatus Session::status(std::size_t screen) const {
    return m_impl->status(screens()[screen]);
}

std::vector<std::size_t> Session::screensOf(const Changes& changes) const {
    if (!m_impl->screensValid) m_impl->buildScreens();
    return m_impl->screensOf(changes);
}

Question Session::question(NodeId node) const {
    const auto range = m_impl->rangeOf(node);
    if (!range || m_impl->alive(node)) return m_impl->question(node);
    Question result;
    result.node = node;
    result.control = Control::None;
    result.path = m_impl->pathOf(*range);
    result.name = m_impl->def.nodes[range->repeat].name;
    m_impl->describeGroup(range->repeat, range->parent, result);
    return result;
}

std::optional<NodeId> Session::find(std::string_view path) const {
    return m_impl->find(path);
}

std::string Session::path(NodeId node) const {
    if (m_impl->alive(node)) return m_impl->pathOf(node);
    const auto range = m_impl->rangeOf(node);
    return range ? m_impl->pathOf(*range) : std::string();
}

std::string Session::value(NodeId node) const {
    if (!m_impl->alive(node) || m_impl->defOf(node).group) return {};
    return std::string(m_impl->document.text(node));
}

bool Session::isRelevant(NodeId node) const {
    if (m_impl->alive(node)) return m_impl->isRelevant(node);
    const auto range = m_impl->rangeOf(node);
    return range && m_impl->isRelevant(*range);
}

bool Session::isReadonly(NodeId node) const {
    if (m_impl->alive(node)) return m_impl->isReadonly(node);
    const auto range = m_impl->rangeOf(node);
    return range && m_impl->isReadonly(range->parent);
}

bool Session::isRequired(NodeId node) const {
    return m_impl->alive(node) && m_impl->states[node].required;
}

std::size_t Session::repeatCount(std::string_view repeatPath) const {
    const auto id = m_impl->find(repeatPath);
    const auto range = id ? m_impl->rangeOf(*id) : std::nullopt;
    return range ? m_impl->instancesOf(*range).size() : 0;
}

std::vector<Violation> Session::violations() const {
    return m_impl->violations();
}

std::string Session::instanceName() const {
    if (m_impl->def.instanceNameNode != kNone)
        for (const auto node : m_impl->nodesBelow(m_impl->document.documentElement(), m_impl->def.instanceNameNode))
            if (m_impl->isRelevant(node)) return std::string(m_impl->document.text(node));
    return m_impl->def.title;
}

std::string Session::instanceId() const {
    for (const auto node : m_impl->nodesBelow(m_impl->document.documentElement(), m_impl->def.instanceIdNode))
        return std::string(m_impl->document.text(node));
    return {};
}

Result<Changes> Session::finalise() {
    const auto unfinished = [&]() -> std::optional<std::string> {
        const auto left = m_impl->violations();
        if (left.empty()) return std::nullopt;
        return std::to_string(left.size()) + " questions still need a valid answer; the first is " + left.front().path +
               ".";
    };
    if (auto sentence = unfinished()) return fail(FormsErrc::NotFinished, std::move(*sentence));
    m_impl->runEndPreloads();
    m_impl->runEvent(Event::Revalidate);
    m_impl->recompute();
    if (auto sentence = unfinished()) return fail(FormsErrc::NotFinished, std::move(*sentence));
    return m_impl->finish();
}

std::vector<FinalField> Session::finalFields() const {
    std::vector<FinalField> fields;
    m_impl->eachNode(m_impl->document.documentElement(), [&](NodeIndex node) {
        const auto& definition = m_impl->defOf(node);
        if (definition.group || !m_impl->isRelevant(node)) return;
        fields.push_back({m_impl->pathOf(node), std::string(m_impl->document.text(node)),
                          std::string(reasonText(m_impl->states[node].reason)), definition.fieldClass});
    });
    return fields;
}

std::string Session::submissionXml() const {
    return m_impl->toXml(true);
}
std::string Session::draftXml() const {
    return m_impl->toXml(false);
}
std::vector<StoredRow> Session::storedRows() const {
    return m_impl->storedRows();
}

} // namespace peil::forms
