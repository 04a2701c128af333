// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peil/base/text.h"

#include <catch2/catch_message.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>

namespace peil_test {

/// A small sound study; the tests spoil one line of it at a time.
inline const std::string kSoundStudy = R"toml(id = "harbour-2030"
title = { nl = "Havenonderzoek", en = "Harbour survey" }
starts_on = 2030-01-07
ends_on = "2030-06-30"
edit_window_hours = 0

[[city]]
code = "HBR"
name = "Harbour"
[[city.site]]
code = "HBR-01"
type = "drop_in"
name = { nl = "Inloop", en = "Drop-in" }
[[city.site]]
code = "HBR-02"
type = "public_space"
name = "Quay"

[[group]]
id = "tea"
label = { nl = "Thee", en = "Tea" }
[[group]]
id = "coffee"
label = "Coffee"

[[quota]]
city = "HBR"
group = "tea"
target = 40

[[referral]]
urgent = true
title = "Emergency"
text = "Call 112."
[[referral]]
city = "HBR"
title = { nl = "Zorg", en = "Care" }
text = "Ask at the desk."

[[recipient]]
name = "researchers"
key = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"

[fields]
in_care = "registered"

[cleaning]
consent = "agreed"
consent_values = ["sure"]
group = "if(${tea_cups} > 0, 'tea', 'coffee')"

[[rule]]
id = "cups"
label = { nl = "Een dag telt hooguit 30 koppen", en = "A day has 30 cups at most" }
check = "${tea_cups} <= 30"
[[rule]]
id = "pace"
label = "Not too fast"
check = "${minutes} >= 3"
action = "report"

[disclosure]
k = 3
l = 2
t = 0.5
release = ["city", "age", "sugar"]
harmless = ["city"]
design = true
most_suppressed = 0.1
quasi_identifiers = ["city", "age"]
sensitive = ["sugar"]
[[disclosure.step]]
question = "age"
band = 10
[[disclosure.step]]
question = "city"
groups = { HBR = "West" }
[[disclosure.step]]
question = "age"
drop = true
[[disclosure.table]]
rows = "city"
columns = "group"

[tablet]
keep_received_days = 45
lock_after_minutes = 3

[[site_type]]
id = "drop_in"
label = { nl = "Inloop", en = "Drop-in centre" }
[[site_type]]
id = "public_space"
label = "Public space"
)toml";

/// kSoundStudy with one text replaced. The test fails when `from` is not in it.
inline std::string spoilt(std::string_view from, std::string_view to) {
    INFO("text to replace: " << from);
    REQUIRE(kSoundStudy.find(from) != std::string::npos);
    return peil::replaceAll(kSoundStudy, from, to);
}

} // namespace peil_test
