// SPDX-License-Identifier: Apache-2.0
#include "parse_cleaning.h"
#include "parse_definition.h"
#include "peil/base/bytes.h"
#include "peil/base/text.h"

#include <algorithm>
#include <set>

namespace peil::study {
namespace {

constexpr std::size_t kMaxStudyBytes = std::size_t{1} << 20U;
constexpr int kMaxTarget = 100'000;
constexpr int kMaxVersion = 1'000'000'000;
constexpr int kMaxEditWindowHours = 24 * 30;
// A server that was restored from a copy asks the tablets for what the copy lacks: a week is the least, two years are
// longer than any fieldwork.
constexpr int kMinKeepReceivedDays = 7, kMaxKeepReceivedDays = 730;
constexpr int kMinLockAfterMinutes = 1, kMaxLockAfterMinutes = 30;

bool isName(std::string_view text, std::string_view extra) {
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               extra.find(c) != std::string_view::npos;
    });
}

/// A text of letters, digits and `extra`: codes that end up in file names, URLs and field values.
Result<std::string> codeText(const TableReader& table, std::string_view key, std::string_view extra) {
    PEIL_TRY(auto text, table.text(key));
    if (isName(text, extra)) return text;
    return table.fault(StudyErrc::BadValue, key,
                       "\"" + text + "\" is not a valid " + std::string(key) +
                           "; use up to 64 ASCII letters and digits, without spaces.");
}

class StudyReader {
public:
    explicit StudyReader(const TableReader& root)
        : m_root(root) {}

    Result<Study> read() {
        PEIL_CHECK(m_root.allowOnly(
            {"id",         "version",   "title",  "form",     "starts_on", "ends_on",  "time_zone", "edit_window_hours",
             "city",       "group",     "quota",  "referral", "recipient", "fields",   "cleaning",  "rule",
             "disclosure", "benchmark", "tablet", "trait",    "published", "site_type"}));
        PEIL_CHECK(readGeneral());
        PEIL_CHECK(
            m_root.eachTable("site_type", "A site type", [this](const TableReader& t) { return readSiteType(t); }));
        PEIL_CHECK(m_root.eachTable("city", "A city", [this](const TableReader& t) { return readCity(t); }));
        PEIL_CHECK(m_root.eachTable("group", "A group", [this](const TableReader& t) { return readGroup(t); }));
        PEIL_CHECK(needSome());
        PEIL_CHECK(m_root.eachTable("quota", "A quota", [this](const TableReader& t) { return readQuota(t); }));
        PEIL_CHECK(
            m_root.eachTable("referral", "A referral card", [this](const TableReader& t) { return readCard(t); }));
        PEIL_CHECK(
            m_root.eachTable("recipient", "A recipient", [this](const TableReader& t) { return readRecipient(t); }));
        PEIL_CHECK(readFields());
        PEIL_CHECK(readTrait());
        PEIL_CHECK(readPublished());
        PEIL_CHECK(readTablet());
        PEIL_TRY(m_study.cleaning, readCleaning(m_root));
        PEIL_TRY(m_study.disclosure, readDisclosure(m_root));
        PEIL_TRY(m_study.benchmark, readBenchmark(m_root, groupIds()));
        return std::move(m_study);
    }

private:
    Result<> readGeneral() {
        PEIL_TRY(auto id, codeText(m_root, "id", "-_"));
        m_study.id = StudyId(std::move(id));
        if (m_root.has("version")) {
            PEIL_TRY(m_study.version, m_root.integer("version", 1, kMaxVersion));
        }
        PEIL_TRY(m_study.title, m_root.localText("title"));
        if (m_root.has("form")) {
            PEIL_TRY(m_study.formFile, codeText(m_root, "form", "-_."));
        }
        PEIL_TRY(m_study.startsOn, m_root.date("starts_on"));
        PEIL_TRY(m_study.endsOn, m_root.date("ends_on"));
        if (m_study.endsOn < m_study.startsOn)
            return m_root.fault(StudyErrc::BadValue, "ends_on",
                                "The study ends on " + m_study.endsOn + ", before it starts on " + m_study.startsOn +
                                    "; correct one of the two dates.");
        if (m_root.has("time_zone")) {
            PEIL_TRY(m_study.timeZone, codeText(m_root, "time_zone", "/_+-"));
        }
        if (m_root.has("edit_window_hours")) {
            PEIL_TRY(const auto hours, m_root.integer("edit_window_hours", 0, kMaxEditWindowHours));
            if (hours != 0)
                return m_root.fault(StudyErrc::BadValue, "edit_window_hours",
                                    "\"edit_window_hours\" must be 0 or absent: an interview is sealed when it is "
                                    "finished, and the tablet cannot read or change it afterwards.");
        }
        return {};
    }

    Result<> needSome() const {
        if (m_study.cities.empty())
            return m_root.fault(StudyErrc::MissingKey, "", "The study has no city; add a table [[city]].");
        if (m_study.groups.empty())
            return m_root.fault(StudyErrc::MissingKey, "", "The study has no group; add a table [[group]].");
        return {};
    }

    Result<> once(const TableReader& table, std::string_view key, const std::string& kind, const std::string& value) {
        if (m_seen.insert(kind + "\n" + value).second) return {};
        return table.fault(StudyErrc::Duplicate, key,
                           "The " + kind + " \"" + value + "\" is declared twice; remove or rename one.");
    }

    Result<> readSiteType(const TableReader& table) {
        PEIL_CHECK(table.allowOnly({"id", "label"}));
        SiteType type;
        PEIL_TRY(type.id, codeText(table, "id", "-_"));
        PEIL_TRY(type.label, table.localText("label"));
        PEIL_CHECK(once(table, "id", "site type", type.id));
        m_study.siteTypes.push_back(std::move(type));
        return {};
    }

    Result<> readCity(const TableReader& table) {
        PEIL_CHECK(table.allowOnly({"code", "name", "site"}));
        City city;
        PEIL_TRY(city.code, codeText(table, "code", "-_"));
        PEIL_TRY(city.name, table.text("name"));
        PEIL_CHECK(once(table, "code", "city", city.code));
        PEIL_CHECK(once(table, "name", "name of a city", city.name));
        PEIL_CHECK(table.eachTable("site", "A site", [&](const TableReader& t) { return readSite(t, city); }));
        if (city.sites.empty())
            return table.fault(StudyErrc::MissingKey, "code",
                               "The city \"" + city.code + "\" has no site; add a table [[city.site]].");
        m_study.cities.push_back(std::move(city));
        return {};
    }

    Result<> readSite(const TableReader& table, City& city) {
        PEIL_CHECK(table.allowOnly({"code", "type", "name"}));
        Site site;
        PEIL_TRY(site.code, codeText(table, "code", "-_"));
        PEIL_TRY(site.type, codeText(table, "type", "-_"));
        if (!m_study.siteTypes.empty())
            PEIL_CHECK(table.known("type", "site type", site.type, idsOf(m_study.siteTypes, &SiteType::id)));
        PEIL_TRY(site.name, table.localText("name"));
        PEIL_CHECK(once(table, "code", "site", site.code));
        city.sites.push_back(std::move(site));
        return {};
    }

    Result<> readGroup(const TableReader& table) {
        PEIL_CHECK(table.allowOnly(
            {"id", "label", "definition", "maintenance_treatment", "min_days_per_week", "age_from", "age_to"}));
        Group group;
        PEIL_TRY(group.id, codeText(table, "id", "-_"));
        PEIL_TRY(group.label, table.localText("label"));
        PEIL_CHECK(once(table, "id", "group", group.id));
        PEIL_TRY(group.definition, readDefinition(table));
        m_study.groups.push_back(std::move(group));
        return {};
    }

    template <class Item>
    static std::vector<std::string> idsOf(const std::vector<Item>& items, std::string Item::*id) {
        std::vector<std::string> ids;
        for (const auto& item : items)
            ids.push_back(item.*id);
        return ids;
    }
    [[nodiscard]] std::vector<std::string> groupIds() const { return idsOf(m_study.groups, &Group::id); }

    Result<> knownCity(const TableReader& table, const std::string& code) const {
        return table.known("city", "city", code, idsOf(m_study.cities, &City::code));
    }

    Result<> readQuota(const TableReader& table) {
        PEIL_CHECK(table.allowOnly({"city", "group", "target"}));
        Quota quota;
        PEIL_TRY(quota.cityCode, table.text("city"));
        PEIL_TRY(quota.groupId, table.text("group"));
        PEIL_TRY(quota.target, table.integer("target", 1, kMaxTarget));
        PEIL_CHECK(knownCity(table, quota.cityCode));
        PEIL_CHECK(table.known("group", "group", quota.groupId, groupIds()));
        PEIL_CHECK(once(table, "city", "quota", quota.cityCode + " / " + quota.groupId));
        m_study.quotas.push_back(std::move(quota));
        return {};
    }

    Result<> readCard(const TableReader& table) {
        PEIL_CHECK(table.allowOnly({"city", "urgent", "title", "text"}));
        ReferralCard card;
        if (table.has("city")) {
            PEIL_TRY(card.cityCode, table.text("city"));
            PEIL_CHECK(knownCity(table, card.cityCode));
        }
        if (table.has("urgent")) {
            PEIL_TRY(card.urgent, table.yesNo("urgent"));
        }
        PEIL_TRY(card.title, table.localText("title"));
        PEIL_TRY(card.text, table.localText("text"));
        m_study.referralCards.push_back(std::move(card));
        return {};
    }

    Result<> readRecipient(const TableReader& table) {
        PEIL_CHECK(table.allowOnly({"name", "key"}));
        Recipient recipient;
        PEIL_TRY(recipient.name, table.text("name"));
        PEIL_TRY(recipient.publicKeyHex, table.text("key"));
        if (recipient.publicKeyHex.size() != 64 || !fromHex(recipient.publicKeyHex))
            return table.fault(
                StudyErrc::BadValue, "key",
                "\"key\" must be a public key of 64 hexadecimal characters; `peil keys info` prints it.");
        PEIL_CHECK(once(table, "name", "recipient", recipient.name));
        m_study.recipients.push_back(std::move(recipient));
        return {};
    }

    Result<> readFields() {
        PEIL_TRY(const auto found, m_root.inner("fields", "The table [fields]"));
        if (!found) return {};
        const auto& table = *found;
        PEIL_CHECK(table.allowOnly({"city", "site", "group", "week", "in_care", "weight", "outcome", "frame", "code"}));
        auto& fields = m_study.fields;
        const std::pair<std::string_view, std::string*> all[] = {
            {"city", &fields.city},       {"site", &fields.site},      {"group", &fields.group},
            {"week", &fields.week},       {"in_care", &fields.inCare}, {"weight", &fields.weight},
            {"outcome", &fields.outcome}, {"frame", &fields.frame},    {"code", &fields.code}};
        for (const auto& [key, target] : all) {
            if (!table.has(key)) continue;
            PEIL_TRY(*target, codeText(table, key, "-_."));
        }
        for (const auto& [key, target] : all)
            if (!target->empty()) PEIL_CHECK(once(table, key, "open field", *target));
        return {};
    }

    Result<> readTrait() {
        PEIL_TRY(const auto table, m_root.inner("trait", "The table [trait]"));
        if (!table) return {};
        PEIL_CHECK(table->allowOnly({"field", "label"}));
        Trait trait;
        PEIL_TRY(trait.field, codeText(*table, "field", "-_."));
        PEIL_CHECK(once(*table, "field", "open field", trait.field));
        PEIL_TRY(trait.label, table->localText("label"));
        m_study.trait = std::move(trait);
        return {};
    }

    Result<> readPublished() {
        PEIL_TRY(const auto table, m_root.inner("published", "The table [published]"));
        if (!table) return {};
        PEIL_CHECK(table->allowOnly({"note"}));
        PEIL_TRY(m_study.publishedNote, table->localText("note"));
        return {};
    }

    Result<> readTablet() {
        PEIL_TRY(const auto table, m_root.inner("tablet", "The table [tablet]"));
        if (!table) return {};
        PEIL_CHECK(table->allowOnly({"keep_received_days", "lock_after_minutes"}));
        if (table->has("keep_received_days")) {
            PEIL_TRY(const auto days, table->integer("keep_received_days", kMinKeepReceivedDays, kMaxKeepReceivedDays));
            m_study.keepReceived = std::chrono::days(days);
        }
        if (table->has("lock_after_minutes")) {
            PEIL_TRY(const auto time, table->integer("lock_after_minutes", kMinLockAfterMinutes, kMaxLockAfterMinutes));
            m_study.lockAfter = std::chrono::minutes(time);
        }
        return {};
    }

    const TableReader& m_root;
    Study m_study;
    std::set<std::string> m_seen; ///< kind and name of what was declared so far
};

} // namespace

Result<Study> parseStudy(std::string_view toml, std::string_view fileName) {
    if (toml.size() > kMaxStudyBytes)
        return fail(StudyErrc::BadToml,
                    std::string(fileName) +
                        ", line 1, column 1: The file is larger than 1 MiB; check that it is a study file.");
    try {
        const auto table = toml::parse(toml);
        return StudyReader(TableReader(table, fileName, "The study file")).read();
    } catch (const toml::parse_error& error) {
        return fail(StudyErrc::BadToml, placeOf(fileName, error.source().begin) +
                                            "This is not valid TOML: " + std::string(error.description()) +
                                            "; correct this line (strings need quotes).");
    }
}

Place placeIn(std::string_view toml, std::string_view fileName, std::string_view table, std::string_view key,
              std::size_t index) {
    Place place{.file = std::string(fileName)};
    try {
        const auto root = toml::parse(toml);
        const auto* node = root.get(table);
        if (const auto* array = node == nullptr ? nullptr : node->as_array()) node = array->get(index);
        if (node == nullptr) return place;
        const auto* inner = node->as_table() == nullptr ? nullptr : node->as_table()->get(key);
        const auto& position = (inner == nullptr ? node : inner)->source().begin;
        place.row = position.line;
        place.column = std::to_string(position.column);
    } catch (const toml::parse_error&) {
        return place;
    }
    return place;
}

std::string withRecipients(std::string_view toml, const std::vector<Recipient>& recipients) {
    std::string result(toml);
    if (!result.empty() && result.back() != '\n') result += '\n';
    for (const auto& recipient : recipients) {
        const auto name = replaceAll(replaceAll(recipient.name, "\\", "\\\\"), "\"", "\\\"");
        result += "\n[[recipient]]\nname = \"" + name + "\"\nkey = \"" + recipient.publicKeyHex + "\"\n";
    }
    return result;
}

} // namespace peil::study
