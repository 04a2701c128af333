// SPDX-License-Identifier: Apache-2.0
#include "peil/report/words.h"

namespace peil::report {
namespace {

using namespace analysis;

/// What the intervals count with: chance in the sample, and the error that was declared for the register.
std::string coverage(const Say& say, const BenchmarkError& error) {
    using estimation::BenchmarkVariance;
    switch (error.kind) {
    case BenchmarkVariance::None:
        return say("Chance in who was interviewed. Not the faults above, and no error in the register's count: for "
                   "those, see the section on sensitivity.",
                   "Toeval in wie er geïnterviewd werd. Niet de fouten hierboven, en geen fout in de telling van het "
                   "register: zie daarvoor het deel over gevoeligheid.");
    case BenchmarkVariance::Binomial:
        return say("Chance in who was interviewed, and in who came into the register (a binomial error of its count). "
                   "Not the faults above: for those, see the section on sensitivity.",
                   "Toeval in wie er geïnterviewd werd, en in wie er in het register kwam (een binomiale fout van de "
                   "telling). Niet de fouten hierboven: zie daarvoor het deel over gevoeligheid.");
    case BenchmarkVariance::Poisson:
        return say("Chance in who was interviewed, and in how many came into the register (a Poisson error of its "
                   "count). Not the faults above: for those, see the section on sensitivity.",
                   "Toeval in wie er geïnterviewd werd, en in hoeveel er in het register kwamen (een Poisson-fout van "
                   "de telling). Niet de fouten hierboven: zie daarvoor het deel over gevoeligheid.");
    case BenchmarkVariance::Cv:
        return say("Chance in who was interviewed, and the error that was declared for the register's count: a "
                   "coefficient of variation of {0}. Not the faults above: for those, see the section on sensitivity.",
                   "Toeval in wie er geïnterviewd werd, en de fout die voor de telling van het register is opgegeven: "
                   "een variatiecoëfficiënt van {0}. Niet de fouten hierboven: zie daarvoor het deel over "
                   "gevoeligheid.",
                   {say.percent(error.cv)});
    }
    return {};
}

} // namespace

std::vector<Term> assumptions(const Say& say, const BenchmarkError& error) {
    return {
        {say("Same register", "Zelfde register"),
         say("Those who say to be in care are in this register, in the same period, and nobody else says so.",
             "Wie zegt in zorg te zijn, staat in dit register, in dezelfde periode, en niemand anders zegt dat.")},
        {say("Same population", "Zelfde populatie"),
         say("The register's count is of people of the group interviewed: same use, same area, each person once.",
             "De telling in het register gaat over personen van de geïnterviewde groep: zelfde gebruik, zelfde gebied, "
             "iedere persoon één keer.")},
        {say("Sample", "Steekproef"),
         say("Given strata, sites and weights, people in care had the same chance to be interviewed as others.",
             "Gegeven strata, wervingslocaties en weging hadden mensen in zorg dezelfde kans op een interview als "
             "anderen.")},
        {say("Sites chosen on purpose", "Doelgericht gekozen locaties"),
         say("The sites were chosen, not drawn by lot, and interviewing went on until the quotas were filled. The "
             "interval takes them for a random sample of sites; another choice of sites could give another size.",
             "De wervingslocaties zijn gekozen en niet geloot, en er is geworven tot de quota vol waren. Het interval "
             "behandelt ze als een aselecte steekproef van locaties; een andere keuze had een andere omvang kunnen "
             "geven.")},
        {say("People who visit no site", "Wie op geen enkele locatie komt"),
         say("They could not be interviewed and are not covered. The size holds for them only if they are in care as "
             "often as the people who were met.",
             "Zij konden niet worden geïnterviewd en vallen buiten de steekproef. De omvang geldt alleen ook voor hen "
             "als zij even vaak in zorg zijn als de mensen die wel zijn gesproken.")},
        {say("Independence", "Onafhankelijkheid"),
         say("Being in care neither helps nor hinders being found by a fieldworker.",
             "In zorg zijn maakt het niet makkelijker of moeilijker om door een veldwerker gevonden te worden.")},
        {say("Closed period", "Gesloten periode"),
         say("People neither enter nor leave the population during register year and fieldwork in numbers that matter.",
             "Tijdens het registerjaar en het veldwerk komen en gaan er niet zoveel mensen dat het iets uitmaakt.")},
        {say("What the interval covers", "Wat het interval omvat"), coverage(say, error)},
    };
}

std::vector<Term> glossary(const Say& say, double level) {
    const auto percent = levelWords(say, level);
    std::vector<Term> terms{
        {say("Population size", "Populatieschatting, omvang van de populatie"),
         say("Number of people of the group, in care or not: N = B/p.",
             "Aantal personen van de groep, in zorg of niet: N = B/p.")},
        {"Benchmark (B)", say("People of the group in the register, each counted once.",
                              "Personen van de groep in het register, ieder één keer geteld.")},
        {say("Share in care (p)", "Aandeel in zorg (p)"), say("Share of interviewed people who are in the register.",
                                                              "Aandeel van de deelnemers dat in het register staat.")},
        {"Multiplier",
         say("1/p, by which the benchmark is multiplied.", "1/p, waarmee de benchmark wordt vermenigvuldigd.")},
        {say("{0} confidence interval", "{0} betrouwbaarheidsinterval ({0} BI)", {percent}),
         say("Made in a way that covers the true value in {0} of surveys like this one, if the assumptions hold.",
             "Zo gemaakt dat het in {0} van zulke onderzoeken de ware waarde bevat, als de aannames kloppen.",
             {percent})},
        {say("Design effect", "Ontwerpeffect"),
         say("Variance of the share over that of a simple random sample of the same size.",
             "Variantie van het aandeel gedeeld door die van een enkelvoudige aselecte steekproef van dezelfde "
             "grootte.")},
        {say("Sampling error", "Schattingsonzekerheid"),
         say("How far chance in the sample can move the estimate.",
             "Hoe ver toeval in de steekproef de schatting kan verschuiven.")},
        {say("Site", "Wervingslocatie"), say("Place where people were asked to take part: the cluster of the design.",
                                             "Plaats waar deelnemers zijn gevraagd: het cluster van het ontwerp.")},
        {say("Weight", "Weging"),
         say("How many people one interview stands for.", "Voor hoeveel personen één interview staat.")},
    };
    if (say.language() == ReportLanguage::Dutch)
        terms.push_back({"Deelnemer, veldwerker, quotum",
                         "Wie geïnterviewd is; wie interviewt; het beoogde aantal interviews in een stad en groep."});
    return terms;
}

} // namespace peil::report
