// SPDX-License-Identifier: Apache-2.0
#include "fieldworker.h"

#include "peil/base/text.h"
#include "peil/xlsform/compile.h"
#include "peil_test/result.h"

#include <algorithm>
#include <map>

namespace peil_test {

using namespace peil;

namespace {

const std::filesystem::path& studyPath() {
    static const auto path = std::filesystem::path(PEIL_SOURCE_DIR) / "shared/studies/opaak";
    return path;
}

std::string pathOf(const std::string& name) {
    static const auto paths = [] {
        std::map<std::string, std::string> result;
        for (const auto& field : opaakForm()->fields())
            result[field.name] = field.path;
        return result;
    }();
    REQUIRE(paths.contains(name));
    return paths.at(name);
}

TimePoint tenOClock(const std::string& day) {
    const auto parts = split(day, '-');
    const auto number = [&](std::size_t i) { return static_cast<int>(parseInteger(parts.at(i)).value_or(0)); };
    using namespace std::chrono;
    return TimePoint(sys_days(year(number(0)) / number(1) / number(2))) + hours{10};
}

} // namespace

forms::FormPointer opaakForm() {
    static const auto parsed = [] {
        const auto compiled = xlsform::compile(need(xlsform::readWorkbook(studyPath())));
        REQUIRE(compiled.ok());
        return forms::FormDefinition::parse(*compiled.xform);
    }();
    for (const auto& diagnostic : parsed.diagnostics) {
        UNSCOPED_INFO(describe(diagnostic));
        CHECK(diagnostic.id.empty());
    }
    REQUIRE(parsed.form);
    return parsed.form;
}

const cli::StudyFolder& opaakFolder() {
    static const auto folder = need(cli::readStudyFolder(studyPath()));
    return folder;
}

const records::RuleBook& opaakRules() {
    static const auto book =
        need(records::RuleBook::create(opaakFolder().form.xform, *opaakFolder().form.form, opaakFolder().study, {}));
    return book;
}

Fieldworker::Fieldworker(const std::string& city, const std::string& site, const std::string& day) {
    m_clock.set(tenOClock(day));
    forms::Environment world;
    world.clock = &m_clock;
    world.rng = &m_rng;
    world.language = "en";
    world.presets = {{pathOf("city"), city}, {pathOf("site"), site}};
    m_session.emplace(need(forms::Session::start(opaakForm(), world)));
}

void Fieldworker::answerAll(std::vector<peil_demo::Answer> answers) {
    for (std::size_t index = 0; index < m_session->screens().size();) {
        const auto screen = m_session->screens()[index];
        index = answerOneOn(screen, answers) ? indexOf(screen.key) : index + 1;
    }
    for (const auto& answer : answers)
        FAIL_CHECK("never asked: " << answer.question);
}

std::string Fieldworker::value(const std::string& name) const {
    const auto node = m_session->find(pathOf(name));
    return node && m_session->isRelevant(*node) ? m_session->value(*node) : std::string();
}

bool Fieldworker::isShown(const std::string& name) const {
    const auto& screens = m_session->screens();
    return std::any_of(screens.begin(), screens.end(), [&](const auto& screen) {
        return std::any_of(screen.questions.begin(), screen.questions.end(),
                           [&](const auto node) { return m_session->question(node).name == name; });
    });
}

void Fieldworker::breakOff(const std::string& reason) {
    need(m_session->answer(*m_session->find(pathOf("broken_off_because")), reason));
}

std::size_t Fieldworker::indexOf(const std::string& key) const {
    const auto& screens = m_session->screens();
    for (std::size_t i = 0; i < screens.size(); ++i)
        if (screens[i].key == key) return i;
    return screens.size();
}

bool Fieldworker::answerOneOn(const forms::Screen& screen, std::vector<peil_demo::Answer>& answers) {
    for (const auto node : screen.questions) {
        const auto question = m_session->question(node);
        for (auto answer = answers.begin(); answer != answers.end(); ++answer) {
            if (answer->question != question.name) continue;
            INFO(question.name << " = " << answer->value << answer->reason);
            if (answer->reason.empty()) {
                need(m_session->answer(node, answer->value));
            } else {
                need(m_session->answerNone(node, *noAnswerOf(answer->reason)));
            }
            answers.erase(answer);
            return true;
        }
    }
    return false;
}

} // namespace peil_test
