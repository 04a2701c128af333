// SPDX-License-Identifier: Apache-2.0
#include "instance/session_impl.h"

namespace peil::forms {

Session::Session(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;
Session::~Session() = default;

Session::Impl::Impl(FormPointer formPointer, Environment given)
    : form(std::move(formPointer))
    , environment(std::move(given)) {
    evaluator.setTexts(
        [this](std::string_view id) { return texts.itext(instance.form().itextNumber(id), instance.root()).text; },
        [this](xpath::NodeRef context, std::string_view value, std::string_view path) {
            return choices.name(context, value, path);
        });
}

Result<> Session::Impl::selectLanguage(std::string_view name) {
    PEIL_CHECK(texts.select(name));
    if (!texts.languageCode().empty()) evaluator.setLanguage(texts.languageCode());
    return {};
}

Changes Session::Impl::finish() {
    auto changes = recomputation.tell();
    if (changes.structure) presentation.invalidate();
    return changes;
}

Result<Range> Session::Impl::openRepeat(NodeId id) const {
    const auto range = instance.rangeOf(id);
    if (!range) return fail(FormsErrc::NoSuchNode, "This interview has no such repeat.");
    if (instance.form().nodes[range->repeat].noAddRemove)
        return fail(FormsErrc::RepeatFixed,
                    "The form determines the number of repetitions of " + instance.pathOf(*range) + " repeats.");
    return *range;
}

Result<> Session::Impl::checkFinished() const {
    const auto left = presentation.violations();
    if (left.empty()) return {};
    return fail(FormsErrc::NotFinished, std::to_string(left.size()) +
                                            " questions still need a valid answer; the first is " + left.front().path +
                                            ".");
}

Result<Session> Session::start(FormPointer form, Environment environment, Changes* initial) {
    const auto language = environment.language;
    auto impl = std::make_unique<Impl>(std::move(form), std::move(environment));
    PEIL_CHECK(impl->selectLanguage(language));
    PEIL_CHECK(impl->loader.startNew());
    auto changes = impl->finish();
    if (initial != nullptr) {
        changes.rows = impl->serialiser.rows();
        changes.removedPrefixes.clear();
        *initial = std::move(changes);
    }
    return Session(std::move(impl));
}

Result<Session> Session::restore(FormPointer form, Environment environment, std::span<const StoredRow> rows) {
    const auto language = environment.language;
    auto impl = std::make_unique<Impl>(std::move(form), std::move(environment));
    PEIL_CHECK(impl->selectLanguage(language));
    PEIL_CHECK(impl->loader.applyRows(rows));
    static_cast<void>(impl->finish());
    return Session(std::move(impl));
}

Result<Session> Session::load(FormPointer form, Environment environment, std::string_view instanceXml, LoadAs use) {
    const auto language = environment.language;
    auto impl = std::make_unique<Impl>(std::move(form), std::move(environment));
    PEIL_CHECK(impl->selectLanguage(language));
    PEIL_CHECK(impl->loader.loadXml(instanceXml, use));
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
    PEIL_TRY(const auto range, m_impl->openRepeat(repeat));
    PEIL_CHECK(m_impl->recomputation.insertInstance(range));
    m_impl->recomputation.settle();
    return m_impl->finish();
}

Result<Changes> Session::removeRepeat(NodeId repeat, std::size_t position) {
    PEIL_TRY(const auto range, m_impl->openRepeat(repeat));
    const auto instances = m_impl->instance.instancesOf(range);
    if (position < 1 || position > instances.size())
        return fail(FormsErrc::NoSuchNode,
                    m_impl->instance.pathOf(range) + " has no instance " + std::to_string(position) + ".");
    m_impl->recomputation.removeInstance(instances[position - 1]);
    m_impl->recomputation.settle();
    return m_impl->finish();
}

Result<Changes> Session::setLanguage(std::string_view language) {
    PEIL_CHECK(m_impl->selectLanguage(language));
    m_impl->recomputation.languageChanged();
    m_impl->recomputation.settle();
    return m_impl->finish();
}

const std::string& Session::language() const {
    return m_impl->texts.language();
}

const std::vector<Screen>& Session::screens() const {
    return m_impl->presentation.screens();
}
const std::vector<Chapter>& Session::chapters() const {
    return m_impl->presentation.chapters();
}

ScreenStatus Session::status(std::size_t screen) const {
    return m_impl->presentation.status(screen);
}

std::vector<std::size_t> Session::screensOf(const Changes& changes) const {
    return m_impl->presentation.screensOf(changes);
}

Question Session::question(NodeId node) const {
    return m_impl->presentation.question(node);
}

std::optional<NodeId> Session::find(std::string_view path) const {
    return m_impl->instance.find(path);
}

std::string Session::path(NodeId node) const {
    const auto& instance = m_impl->instance;
    if (instance.alive(node)) return instance.pathOf(node);
    const auto range = instance.rangeOf(node);
    return range ? instance.pathOf(*range) : std::string();
}

std::string Session::value(NodeId node) const {
    const auto& instance = m_impl->instance;
    if (!instance.alive(node) || instance.defOf(node).group) return {};
    return std::string(instance.text(node));
}

bool Session::isRelevant(NodeId node) const {
    const auto& instance = m_impl->instance;
    if (instance.alive(node)) return instance.isRelevant(node);
    const auto range = instance.rangeOf(node);
    return range && instance.isRelevant(*range);
}

bool Session::isReadonly(NodeId node) const {
    const auto& instance = m_impl->instance;
    if (instance.alive(node)) return instance.isReadonly(node);
    const auto range = instance.rangeOf(node);
    return range && instance.isReadonly(range->parent);
}

bool Session::isRequired(NodeId node) const {
    return m_impl->instance.alive(node) && m_impl->instance.state(node).required;
}

std::size_t Session::repeatCount(std::string_view repeatPath) const {
    const auto id = m_impl->instance.find(repeatPath);
    const auto range = id ? m_impl->instance.rangeOf(*id) : std::nullopt;
    return range ? m_impl->instance.instancesOf(*range).size() : 0;
}

std::vector<Violation> Session::violations() const {
    return m_impl->presentation.violations();
}

std::string Session::instanceId() const {
    const auto& instance = m_impl->instance;
    const auto nodes = instance.nodesOf(instance.form().instanceIdNode);
    return nodes.empty() ? std::string() : std::string(instance.text(nodes.front()));
}

Result<Changes> Session::finalise() {
    PEIL_CHECK(m_impl->checkFinished());
    m_impl->recomputation.runEndPreloads();
    m_impl->recomputation.runEvent(Event::Revalidate);
    m_impl->recomputation.settle();
    PEIL_CHECK(m_impl->checkFinished());
    return m_impl->finish();
}

std::vector<FinalField> Session::finalFields() const {
    return m_impl->serialiser.finalFields();
}

std::string Session::submissionXml() const {
    return m_impl->serialiser.xml(RecordPart::Relevant);
}

std::string Session::draftXml() const {
    return m_impl->serialiser.xml(RecordPart::All);
}

std::vector<StoredRow> Session::storedRows() const {
    return m_impl->serialiser.rows();
}

} // namespace peil::forms
