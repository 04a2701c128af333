// SPDX-License-Identifier: Apache-2.0
#include "new_study.h"

#include "cli/command.h"
#include "peil/base/file.h"

namespace peil::cli {
namespace {

constexpr std::string_view kNewStudy = R"(# Format: shared/study/README.md of Peil. Check with `peil study check`.
id = "my-study"
version = 1
title = { en = "My study" }
starts_on = 2030-01-01
ends_on = 2030-12-31
time_zone = "Europe/Amsterdam"

[[site_type]]
id = "drop_in"
label = { en = "Drop-in centre" }

[[city]]
code = "ONE"
name = "Onetown"
[[city.site]]
code = "ONE-01"
type = "drop_in"
name = { en = "Drop-in in the centre" }

[[group]]
id = "weekly"
label = { en = "Uses every week" }
# Who belongs to the group. Below: who is counted in the register. They must be the same people.
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
urgent = true
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
