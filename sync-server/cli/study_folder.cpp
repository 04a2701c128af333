// SPDX-License-Identifier: Apache-2.0
#include "study_folder.h"

#include "cleaning_check.h"
#include "command.h"
#include "peil/base/file.h"
#include "peil/dataset/form_logic.h"
#include "peil/dataset/layout.h"
#include "peil/dataset/release_check.h"
#include "study_definitions.h"

#include <algorithm>
#include <set>

namespace peil::cli {
namespace {

using namespace dataset;

constexpr std::uintmax_t kMaxMediaFile = std::uintmax_t{32} << 20U;

/// Media, and CSV tables that are not sheets of the form itself.
Result<study::PackFiles> readMedia(const std::filesystem::path& folder) {
    study::PackFiles files;
    std::error_code ignored;
    const auto media = folder / "media";
    if (!std::filesystem::is_directory(media, ignored)) return files;
    for (const auto& entry : std::filesystem::directory_iterator(media, ignored)) {
        if (!entry.is_regular_file()) continue;
        PEIL_TRY(files["media/" + entry.path().filename().string()], readFile(entry.path(), kMaxMediaFile));
    }
    return files;
}

void compare(const study::Study& study, const forms::FormDefinition& form, std::vector<Diagnostic>& remarks) {
    const auto remark = [&](std::string text) {
        remarks.push_back({Severity::Error, "bad_field", {.file = "study.toml", .node = "[fields]"}, std::move(text)});
    };
    const auto& fields = study.fields;
    std::vector<std::string> names{fields.city,   fields.site,   fields.group,  fields.week,
                                   fields.inCare, fields.weight, fields.outcome};
    if (study.trait) names.push_back(study.trait->field);
    for (const auto& name : names) {
        const auto& all = form.fields();
        const auto same = [&](const forms::FieldInfo& field) { return field.name == name; };
        const auto found = std::find_if(all.begin(), all.end(), same);
        if (found == all.end()) {
            remark("the form has no question \"" + name + "\"; add it, or use another question.");
        } else if (std::count_if(all.begin(), all.end(), same) > 1) {
            remark("the form has several questions \"" + name + "\"; rename the others.");
        } else if (found->fieldClass == forms::FieldClass::Sealed) {
            remark("the question \"" + name +
                   "\" is sealed, so the server cannot count with it; set its bind::peil:class to quota or estimate.");
        }
    }
    const auto isFrame = [&](const forms::FieldInfo& field) { return field.name == fields.frame && !field.inRepeat; };
    if (!fields.frame.empty() && std::ranges::none_of(form.fields(), isFrame))
        remark("the form has no question \"" + fields.frame + "\" outside its repeats; add it, or omit frame.");
}

/// Questions of [disclosure] must be in the form; those of a table of counts outside its repeats.
void checkDisclosure(StudyFolder& folder) {
    std::set<std::string> told;
    const auto check = [&](const std::string& question, bool alsoInRepeats) {
        const bool there = std::ranges::any_of(folder.form.form->fields(), [&](const forms::FieldInfo& field) {
            return field.name == question && (alsoInRepeats || !field.inRepeat);
        });
        if (!there && told.insert(question).second)
            folder.remarks.push_back({Severity::Error,
                                      "bad_disclosure",
                                      {.file = "study.toml", .node = "[disclosure]"},
                                      "the form has no question \"" + question + "\"" +
                                          (alsoInRepeats ? "" : " outside its repeats") + "; correct its name."});
    };
    const auto& policy = folder.study.disclosure;
    for (const auto& question : policy.quasiIdentifiers)
        if (!policy.design || (question != kStratum && question != kPsu)) check(question, true);
    for (const auto& question : policy.sensitive)
        check(question, true);
    for (const auto& step : policy.ladder)
        check(step.question, true);
    for (const auto& [rows, columns] : policy.tables) {
        check(rows, false);
        check(columns, false);
    }
}

/// Released columns must not identify people.
void checkReleased(StudyFolder& folder) {
    if (folder.study.disclosure.release.empty()) return;
    const Layout layout({*folder.form.form, folder.form.xform, {}, {}, {}, Fields::All, &folder.study});
    const auto place = study::placeIn(folder.toml, "study.toml", "disclosure", "release");
    for (const auto& fault : releaseFaults(folder.study, layout, FormLogic::of(folder.form.xform)))
        folder.remarks.push_back({Severity::Error, "unsafe_release", place, fault});
}

forms::ResourceLoader resourcesOf(const StudyFolder& folder) {
    return [&folder](std::string_view uri) -> std::optional<std::string> {
        const auto name = std::string(uri.substr(uri.rfind('/') + 1));
        if (name == "itemsets.csv" && !folder.form.itemsetsCsv.empty()) return folder.form.itemsetsCsv;
        const auto found = folder.media.find("media/" + name);
        if (found == folder.media.end()) return std::nullopt;
        return std::string(found->second.begin(), found->second.end());
    };
}

constexpr std::string_view kNewStudy = R"(# Format: shared/study/README.md of Peil. Check with `peil study check`.
id = "my-study"
version = 1
title = { en = "My study" }
starts_on = 2030-01-01
ends_on = 2030-12-31
time_zone = "Europe/Amsterdam"

[[city]]
code = "ONE"
name = "Onetown"
[[city.site]]
code = "ONE-01"
type = "drop_in"
name = { en = "Drop-in centre" }

[[group]]
id = "weekly"
label = { en = "Uses every week" }
# Whom the group consists of, and (below) whom the register counts: the two must be the same people.
definition = { en = "People who use on at least one day a week" }
maintenance_treatment = "excluded"
min_days_per_week = 1

[benchmark]
register = "Addiction care register"
area = "Onetown"
year = 2030
deduplicated = true
definition = { en = "Clients of addiction care in Onetown" }
[[benchmark.group]]
group = "weekly"
definition = { en = "Clients who use on at least one day a week and are not in opioid maintenance treatment" }
maintenance_treatment = "excluded"
min_days_per_week = 1

[[quota]]
city = "ONE"
group = "weekly"
target = 100

[[referral]]
kind = "emergency"
title = { en = "In an emergency" }
text = { en = "Call 112 and stay with the person." }
)";

constexpr std::string_view kNewSurvey =
    R"CSV(type,name,label::English (en),required,relevant,constraint,calculation,bind::peil:class
hidden,city,,,,,,quota
hidden,site,,,,,,quota
hidden,broken_off_because,,,,,,
today,interview_date,,,,,,
calculate,week,,,,,"int((number(date(${interview_date})) - number(date('2030-01-01'))) div 7) + 1",quota
select_one yes_no,consent,Would you like to take part?,yes,,,,quota
integer,days,On how many days in a usual week do you use?,yes,${consent} = '1',. >= 0 and . <= 7,,
select_one yes_no,in_care,Did you get addiction care in the last twelve months?,yes,${group} = 'weekly',,,estimate
calculate,group,,,,,"if(${consent} = '0' or ${days} = 0, 'not_eligible', if(${days} >= 1, 'weekly', ''))",quota
calculate,weight,,,,,"''",estimate
calculate,outcome,,,,,"if(${group} = 'not_eligible', 'not_eligible', if(${broken_off_because} != '', 'broken_off', 'complete'))",quota
)CSV";

constexpr std::string_view kNewChoices = R"(list_name,name,label::English (en)
yes_no,1,Yes
yes_no,0,No
)";

constexpr std::string_view kNewSettings = R"(form_title,form_id,version,default_language
My study,my_study,1,English (en)
)";

} // namespace

bool StudyFolder::sound() const {
    return form.sound() &&
           std::ranges::none_of(remarks, [](const Diagnostic& remark) { return remark.severity == Severity::Error; });
}

Result<StudyFolder> readStudyFolder(const std::filesystem::path& folder) {
    StudyFolder result;
    const auto file = folder / "study.toml";
    PEIL_TRY(result.toml, readTextFile(file, kMaxFormBytes));
    PEIL_TRY(result.study, study::parseStudy(result.toml, file.string()));
    PEIL_TRY(result.form, readForm(folder));
    PEIL_TRY(result.media, readMedia(folder));
    result.remarks = checkDefinitions(result.study, folder);
    if (!result.form.sound()) return result;
    compare(result.study, *result.form.form, result.remarks);
    checkCleaning(result.study, result.toml, result.form, resourcesOf(result), result.remarks);
    checkDisclosure(result);
    checkReleased(result);
    return result;
}

Result<> writeNewStudy(const std::filesystem::path& folder) {
    PEIL_CHECK(refuseToOverwrite(folder));
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    PEIL_CHECK(writeFileDurably(folder / "study.toml", bytesOf(kNewStudy)));
    PEIL_CHECK(writeFileDurably(folder / "survey.csv", bytesOf(kNewSurvey)));
    PEIL_CHECK(writeFileDurably(folder / "choices.csv", bytesOf(kNewChoices)));
    return writeFileDurably(folder / "settings.csv", bytesOf(kNewSettings));
}

} // namespace peil::cli
