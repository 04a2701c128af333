// SPDX-License-Identifier: Apache-2.0
#include "peil/base/text.h"
#include "script_writer.h"

#include <array>

namespace peil_demo {
namespace {

int whole(const std::string& cell) {
    return static_cast<int>(peil::parseInteger(cell).value_or(0));
}

/// A substance beside crack: ever weekly, days a week, and how.
void writeSubstance(ScriptWriter& script, const std::string& name, bool everWeekly, const char* route) {
    script.say(name + "_ever", everWeekly ? "1" : "0");
    if (!everWeekly) return;
    const int days = script.number(0, 7);
    script.say(name + "_days", std::to_string(days));
    if (days > 0 && route != nullptr) script.say(name + "_route", route);
}

/// Two items from 0 to 3 whose sum tells the sign: 3 and more = yes.
void writePair(ScriptWriter& script, const char* first, const char* second, const std::string& sign) {
    if (sign.empty()) {
        script.sayOrReason(first, {});
        script.sayOrReason(second, {});
        return;
    }
    const int a = sign == "1" ? script.number(1, 3) : script.number(0, 2);
    const int lowest = sign == "1" ? 3 - a : 0, highest = sign == "1" ? 3 : 2 - a;
    script.say(first, std::to_string(a));
    script.say(second, std::to_string(script.number(lowest, highest)));
}

std::string mainActivity(ScriptWriter& script, const std::string& work) {
    constexpr std::array kOthers{"day_activity", "school", "care_for_others", "pensioned", "something_else"};
    if (work != "other") return work;
    return kOthers[static_cast<std::size_t>(script.number(0, 4))];
}

std::string careKinds(ScriptWriter& script) {
    const bool inCare = script.is("in_care", "1");
    if (script.cell("in_care").empty()) return {};
    if (inCare && script.is("oat", "1"))
        return script.chance(0.4) ? "addiction_oat addiction_outpatient gp" : "addiction_oat";
    if (inCare) return script.chance(0.3) ? "addiction_clinic shelter" : "addiction_outpatient";
    if (script.is("oat_via_gp", "1")) return "gp";
    return script.chance(0.5) ? "none" : "shelter";
}

} // namespace

void writeScreener(ScriptWriter& script) {
    script.say("consent", "1");
    script.sayColumn("questionnaire_language");
    script.say("adult", "1");
    script.sayColumn("opioid_days_week");
    script.sayColumn("crack_days_week");
    script.sayColumn("oat");
}

void writeLiving(ScriptWriter& script) {
    script.sayColumn("age");
    script.sayColumn("sex");
    script.sayColumn("birth");
    if (!script.is("birth", "NL"))
        script.say("years_in_nl", std::to_string(script.number(0, whole(script.cell("age")))));
    script.say("home_language", script.cell("questionnaire_language"));
    script.pick("schooling", {"none", "primary", "secondary", "vocational", "higher"});
    script.sayColumn("housing");
    if (!script.cell("housing").empty())
        script.pick("housing_since", {"under_month", "under_half_year", "under_year", "longer"});
    script.say("nights_outside",
               std::to_string(script.is("housing", "street") ? script.number(10, 28) : script.number(0, 6)));
    const auto work = script.cell("work");
    script.sayOrReason("main_activity", mainActivity(script, work));
    script.say("income", work == "paid_work" ? "wages" : script.chance(0.8) ? "benefit" : "street_paper begging");
    const auto insured = script.cell("insurance_nl");
    script.sayOrReason("insurance", insured == "1"       ? "nl"
                                    : insured.empty()    ? ""
                                    : script.chance(0.3) ? "abroad"
                                                         : "none");
    script.pick("has_address", {"1", "0"});
    script.pick("has_gp", {"1", "0"});
}

void writeDrugUse(ScriptWriter& script) {
    const bool opioid = script.is("group", "opioid");
    if (whole(script.cell("opioid_days_week")) < 1)
        script.sayOrReason("ever_opioids", script.cell("ever_regular_opioids"));
    const bool crack = script.is("crack_use", "1");
    script.say("crack_ever", crack || script.chance(0.5) ? "1" : "0");
    if (crack) script.pick("crack_route", {"smoke", "smoke", "smoke", "inject"});
    writeSubstance(script, "heroin", opioid && script.chance(0.8), "smoke");
    writeSubstance(script, "other_opioids", opioid && script.chance(0.2), "swallow");
    writeSubstance(script, "cocaine", script.chance(0.4), "snort");
    writeSubstance(script, "amphetamine", script.chance(0.2), "snort");
    writeSubstance(script, "cannabis", script.chance(0.6), "smoke");
    writeSubstance(script, "alcohol", script.chance(0.7), nullptr);
    writeSubstance(script, "benzodiazepines", script.chance(0.4), "swallow");
    script.pick("main_drug", {"crack", "alcohol", "pills", "none"});
    script.pick("overdose", {"no", "no", "no", "once", "more"});
}

void writeRisksAndCare(ScriptWriter& script, const std::string& marker) {
    script.sayColumn("injected_last_year");
    if (script.is("injected_last_year", "1")) script.pick("needle_source", {"exchange", "pharmacy exchange", "none"});
    if (!script.is("injected_last_year", "0")) script.sayOrReason("used_needle_of_other", script.cell("shared_needle"));
    script.sayColumn("shared_paraphernalia");
    if (script.is("shared_paraphernalia", "1"))
        script.pick("shared_what", {"pipe", "pipe straw", "foil", "pipe water"});
    script.sayColumn("consumption_room");
    if (script.is("consumption_room", "1"))
        script.pick("consumption_room_often", {"daily", "weekly", "monthly", "less"});
    if (script.is("consumption_room", "0"))
        script.pick("consumption_room_why_not", {"none_here", "not_needed seen", "no_access"});
    script.sayOrReason("care_kinds", careKinds(script));
    if (script.is("in_care", "1")) {
        script.pick("care_often", {"daily", "weekly", "monthly", "less"});
        script.pick("care_satisfied", {"1", "2", "3", "4", "5"});
    }
    if (script.is("oat", "1")) {
        script.pick("oat_medicine", {"methadone", "methadone", "buprenorphine", "heroin"});
        const auto viaGp = script.cell("oat_via_gp");
        script.sayOrReason("oat_via", viaGp == "1" ? "gp" : viaGp.empty() ? "" : "addiction_care");
    }
    if (script.pick("care_wish", {"1", "0"}) == "1")
        script.say("care_wish_what", "Een eigen kamer en rust (" + marker + ")");
}

void writeHealth(ScriptWriter& script) {
    script.pick("health_general", {"1", "2", "3", "4", "5"});
    for (const char* complaint : {"dental", "forgetfulness", "sleep_problems", "respiratory"})
        script.sayColumn(complaint);
    for (const char* complaint : {"heart", "stomach", "liver", "skin", "pain", "tiredness"})
        script.pick(complaint, {"1", "0", "0"});
    writePair(script, "no_pleasure", "low_mood", script.cell("depression"));
    writePair(script, "restless", "worrying", script.cell("anxiety"));
    script.sayColumn("mental_health_care");
    script.say("life_rating", std::to_string(script.number(0, 10)));
    for (const char* part : {"life_safety", "life_contacts", "life_place", "life_money"})
        script.pick(part, {"1", "2", "3", "4", "5"});
    script.pick("has_confidant", {"1", "0"});
}

void writeClosing(ScriptWriter& script, const std::string& marker) {
    script.say("visited_sites", script.cell("site"));
    script.sayColumn("visits_last_month");
    script.say("earlier_interview", "0");
    const auto letter = [&] { return static_cast<char>('a' + script.number(0, 25)); };
    const int day = script.number(1, 31);
    std::string code{letter(), letter()};
    code += (day < 10 ? "0" : "") + std::to_string(day) + letter();
    script.say("participant_code", code);
    script.say("closing_remark", "Dank voor het gesprek, " + marker + ".");
    script.say("ending", "complete");
}

} // namespace peil_demo
