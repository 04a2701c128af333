// SPDX-License-Identifier: Apache-2.0
#include "player.h"

#include "peil/base/text.h"

namespace peil_conformance {

namespace json = boost::json;
namespace forms = peil::forms;

namespace {

constexpr double kNumberTolerance = 1e-9;
constexpr double kPlaceTolerance = 1e-5; ///< engines differ in their formula for areas and in rounding

bool usesPlaces(const json::object& scenario) {
    const auto* features = scenario.if_contains("features");
    if (features == nullptr || !features->is_array()) return false;
    for (const auto& feature : features->as_array())
        if (feature.is_string() && feature.as_string() == "geo") return true;
    return false;
}

/// Properties of the device in small letters without spaces: engines say deviceID and phoneNumber, forms deviceid and
/// "phone number".
std::string propertyName(std::string_view name) {
    auto plain = peil::toLowerAscii(name);
    std::erase(plain, ' ');
    return plain;
}

} // namespace

Player::Player(const json::object& scenario, std::filesystem::path folder)
    : m_scenario(scenario)
    , m_folder(std::move(folder)) {
    if (const auto clock = textAt(scenario, "clock"); !clock.empty()) m_clock.set(clock);
}

std::string Player::formText() const {
    if (const auto text = textAt(m_scenario, "form_xml"); !text.empty()) return text;
    return readWhole(m_folder / textAt(m_scenario, "form")).value_or(std::string());
}

std::optional<std::string> Player::resource(std::string_view uri) const {
    const auto* attachments = m_scenario.if_contains("attachments");
    if (attachments != nullptr && attachments->is_object()) {
        const auto* entry = attachments->as_object().if_contains(uri);
        if (entry != nullptr) {
            if (!entry->is_object()) return std::nullopt;
            if (entry->as_object().contains("text")) return textAt(entry->as_object(), "text");
            const auto file = readWhole(m_folder / textAt(entry->as_object(), "file"));
            return file ? std::optional(*file) : std::nullopt;
        }
    }
    const std::filesystem::path form = textAt(m_scenario, "form");
    if (form.empty()) return std::nullopt;
    const auto name = std::string(uri.substr(uri.rfind('/') + 1));
    const auto file = readWhole(m_folder / "forms" / "attachments" / form.stem() / name);
    return file ? std::optional(*file) : std::nullopt;
}

forms::Environment Player::environment() {
    const auto zone = textAt(m_scenario, "tz");
    auto result = makeEnvironment(m_clock, m_rng, zone.empty() ? "UTC" : zone);
    if (m_session) result.language = m_session->language();
    if (const auto* properties = m_scenario.if_contains("preload_properties");
        properties != nullptr && properties->is_object())
        result.property = [properties](std::string_view name) -> std::string {
            for (const auto& entry : properties->as_object())
                if (propertyName(entry.key()) == propertyName(name))
                    return textAt(properties->as_object(), entry.key());
            return {};
        };
    return result;
}

std::optional<std::string> Player::open() {
    auto parsed = forms::FormDefinition::parse(formText(), [this](std::string_view uri) { return resource(uri); });
    if (!parsed.form) {
        for (const auto& diagnostic : parsed.diagnostics)
            if (diagnostic.severity == peil::Severity::Error) return diagnostic.message;
        return "the form cannot be read";
    }
    m_form = parsed.form;
    return std::nullopt;
}

std::optional<Mismatch> Player::begin() {
    if (const auto record = textAt(m_scenario, "instance_xml"); !record.empty()) {
        auto loaded = forms::Session::load(m_form, environment(), record, forms::LoadAs::Edit);
        if (!loaded) return Mismatch{"the record to open", peil::describe(loaded.error())};
        m_session = std::move(*loaded);
        return std::nullopt;
    }
    auto started = forms::Session::start(m_form, environment());
    if (!started) return Mismatch{"the form to open", peil::describe(started.error())};
    m_session = std::move(*started);
    return std::nullopt;
}

std::optional<Mismatch> Player::play() {
    const auto& steps = m_scenario.at("steps").as_array();
    const json::object* refusal = nullptr;
    for (const auto& step : steps)
        if (textAt(step.as_object(), "op") == "expect_load_error") refusal = &step.as_object();
    std::optional<Mismatch> failure;
    if (auto sentence = open())
        failure = Mismatch{"the form to open", std::move(*sentence)};
    else
        failure = begin();
    if (refusal != nullptr) {
        if (failure || refusal->contains("disputed")) return std::nullopt;
        return Mismatch{"the form to be refused (" + textAt(*refusal, "message") + ")", "it opened"};
    }
    if (failure) return failure;
    std::size_t number = 0;
    const auto tolerance = usesPlaces(m_scenario) ? kPlaceTolerance : kNumberTolerance;
    for (const auto& step : steps) {
        ++number;
        const auto op = textAt(step.as_object(), "op");
        auto mismatch = op.starts_with("expect_") ? checkStep(*m_session, step.as_object(), op, tolerance)
                                                  : act(step.as_object(), op);
        if (!mismatch) continue;
        const auto where = "step " + std::to_string(number) + " " + op + " " + textAt(step.as_object(), "path");
        return Mismatch{where + " " + mismatch->expected, mismatch->got};
    }
    return std::nullopt;
}

std::optional<Mismatch> Player::set(const Step& step) {
    const auto path = textAt(step, "path");
    const auto node = m_session->find(path);
    if (!node) return Mismatch{"a node", "none"};
    const bool rejected = textAt(step, "op") == "set_rejected";
    const auto outcome = m_session->answer(*node, textAt(step, "value"));
    if (rejected) return outcome ? std::optional(Mismatch{"the answer to be refused", "it was taken"}) : std::nullopt;
    if (outcome) return std::nullopt;
    if (outcome.error().code == forms::FormsErrc::BadValue) {
        // What cannot be stored leaves the question without an answer, as a screen does with it.
        const auto cleared = m_session->answer(*node, "");
        if (cleared) return std::nullopt;
    }
    return Mismatch{"the answer “" + textAt(step, "value") + "” to be taken", peil::describe(outcome.error())};
}

std::optional<Mismatch> Player::changeRepeat(const Step& step, std::string_view op) {
    const auto path = textAt(step, "path");
    if (op == "add_repeat") {
        const auto range = m_session->find(path);
        if (!range) return Mismatch{"a repeat", "none"};
        const auto added = m_session->addRepeat(*range);
        return added ? std::nullopt : std::optional(Mismatch{"an instance more", peil::describe(added.error())});
    }
    const auto bracket = path.rfind('[');
    const auto position = peil::parseInteger(std::string_view(path).substr(bracket + 1, path.size() - bracket - 2));
    const auto range = m_session->find(path.substr(0, bracket));
    if (!range || !position) return Mismatch{"a repeat", "none"};
    const auto removed = m_session->removeRepeat(*range, static_cast<std::size_t>(*position));
    return removed ? std::nullopt : std::optional(Mismatch{"an instance less", peil::describe(removed.error())});
}

std::optional<Mismatch> Player::reload(forms::LoadAs use) {
    const auto xml = use == forms::LoadAs::Edit ? m_session->submissionXml() : m_session->draftXml();
    auto loaded = forms::Session::load(m_form, environment(), xml, use);
    if (!loaded) return Mismatch{"the record to open again", peil::describe(loaded.error())};
    m_session = std::move(*loaded);
    return std::nullopt;
}

std::optional<Mismatch> Player::act(const Step& step, std::string_view op) {
    if (op == "set" || op == "set_rejected") return set(step);
    if (op == "add_repeat" || op == "remove_repeat") return changeRepeat(step, op);
    if (op == "save_and_restore") return reload(forms::LoadAs::Record);
    if (op == "edit_submitted") return reload(forms::LoadAs::Edit);
    if (op == "new_instance") {
        auto started = forms::Session::start(m_form, environment());
        if (!started) return Mismatch{"the form to open", peil::describe(started.error())};
        m_session = std::move(*started);
        return std::nullopt;
    }
    if (op == "set_language") {
        const auto changed = m_session->setLanguage(textAt(step, "value"));
        return changed ? std::nullopt : std::optional(Mismatch{"another language", peil::describe(changed.error())});
    }
    if (op == "finalize") {
        static_cast<void>(m_session->finalise());
        return std::nullopt;
    }
    return Mismatch{"a known step", std::string(op)};
}

} // namespace peil_conformance
