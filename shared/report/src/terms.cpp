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
        return say("Sampling error only. It does not cover violations of the assumptions above or errors in the "
                   "register count; for those, see the section on sensitivity.",
                   "Alleen de steekproeffout. Schending van de aannames hierboven en fouten in de telling van het "
                   "register vallen erbuiten; zie daarvoor het deel over gevoeligheid.");
    case BenchmarkVariance::Binomial:
        return say("Sampling error, and a binomial error of the register count. It does not cover violations of the "
                   "assumptions above; for those, see the section on sensitivity.",
                   "De steekproeffout en een binomiale fout in de telling van het register. Schending van de aannames "
                   "hierboven valt erbuiten; zie daarvoor het deel over gevoeligheid.");
    case BenchmarkVariance::Poisson:
        return say("Sampling error, and a Poisson error of the register count. It does not cover violations of the "
                   "assumptions above; for those, see the section on sensitivity.",
                   "De steekproeffout en een Poisson-fout in de telling van het register. Schending van de aannames "
                   "hierboven valt erbuiten; zie daarvoor het deel over gevoeligheid.");
    case BenchmarkVariance::Cv:
        return say("Sampling error, and the declared error of the register count: a coefficient of variation of {0}. "
                   "It does not cover violations of the assumptions above; for those, see the section on sensitivity.",
                   "De steekproeffout en de opgegeven fout in de telling van het register: een variatiecoëfficiënt van "
                   "{0}. Schending van de aannames hierboven valt erbuiten; zie daarvoor het deel over gevoeligheid.",
                   {say.percent(error.cv)});
    }
    return {};
}

} // namespace

std::vector<Term> assumptions(const Say& say, const BenchmarkError& error) {
    return {
        {say("Same register", "Zelfde register"),
         say("People who are in this register in the same period say that they are in care. No one else says so.",
             "Wie in dezelfde periode in dit register staat, zegt in zorg te zijn. Wie er niet in staat, zegt dat "
             "niet.")},
        {say("Same population", "Zelfde populatie"),
         say("The register counts people of the interviewed group: same use, same area, each person once.",
             "Het register telt mensen uit de geïnterviewde groep: zelfde gebruik, zelfde gebied, iedere persoon één "
             "keer.")},
        {say("Sample", "Steekproef"),
         say("Given the strata, sites and weights, people in care were as likely to be interviewed as others.",
             "Gegeven de strata, wervingslocaties en weging hadden mensen in zorg evenveel kans op een interview als "
             "anderen.")},
        {say("Purposive choice of sites", "Doelgericht gekozen locaties"),
         say("The sites were selected purposively, not at random, and interviewing continued until the quotas were "
             "filled. The interval treats them as a random sample of sites; a different choice of sites could give a "
             "different size.",
             "De wervingslocaties zijn doelgericht gekozen, niet aselect, en er is geworven tot de quota vol waren. "
             "Het interval behandelt ze als een aselecte steekproef van locaties; een andere keuze had een andere "
             "omvang kunnen geven.")},
        {say("People who visit no site", "Mensen die op geen enkele locatie komen"),
         say("They could not be interviewed and are not covered. The size holds for them only if they are in care as "
             "often as the people who were interviewed.",
             "Zij konden niet worden geïnterviewd en vallen buiten de steekproef. De omvang geldt alleen ook voor hen "
             "als zij even vaak in zorg zijn als de geïnterviewden.")},
        {say("Independence", "Onafhankelijkheid"),
         say("Being in care does not change the probability of being recruited by a fieldworker.",
             "In zorg zijn verandert de kans niet om door een veldwerker te worden benaderd.")},
        {say("Closed period", "Gesloten periode"), say("The number of people who enter or leave the population during "
                                                       "the register year and the fieldwork is negligible.",
                                                       "Het aantal mensen dat er tijdens het registerjaar en het "
                                                       "veldwerk bij komt of afgaat, is verwaarloosbaar.")},
        {say("What the interval covers", "Wat het interval omvat"), coverage(say, error)},
    };
}

std::vector<Term> glossary(const Say& say, double level) {
    const auto percent = levelWords(say, level);
    std::vector<Term> terms{
        {say("Population size", "Omvang van de populatie"),
         say("Number of people in the group, in care or not: N = B/p.",
             "Aantal mensen in de groep, in zorg of niet: N = B/p.")},
        {"Benchmark (B)", say("People of the group in the register, each counted once.",
                              "Mensen van de groep in het register, ieder één keer geteld.")},
        {say("Proportion in care (p)", "Aandeel in zorg (p)"),
         say("Proportion of interviewed people who are in the register.",
             "Aandeel van de deelnemers dat in het register staat.")},
        {"Multiplier",
         say("1/p, by which the benchmark is multiplied.", "1/p, waarmee de benchmark wordt vermenigvuldigd.")},
        {say("{0} confidence interval", "{0} betrouwbaarheidsinterval ({0} BI)", {percent}),
         say("Computed so that it contains the true value in {0} of surveys like this one, if the assumptions hold.",
             "Zo berekend dat het bij {0} van dit soort onderzoeken de werkelijke waarde bevat, als de aannames "
             "kloppen.",
             {percent})},
        {say("Design effect", "Ontwerpeffect"),
         say("Variance of the proportion, divided by that of a simple random sample of the same size.",
             "Variantie van het aandeel, gedeeld door die van een enkelvoudige aselecte steekproef van dezelfde "
             "grootte.")},
        {say("Sampling error", "Steekproeffout"),
         say("How far the estimate can be off because only a sample was interviewed.",
             "Hoe ver de schatting ernaast kan zitten doordat alleen een steekproef is geïnterviewd.")},
        {say("Site", "Wervingslocatie"), say("Place where people were recruited; the cluster of the design.",
                                             "Plek waar deelnemers zijn geworven; het cluster van het ontwerp.")},
        {say("Weight", "Weging"),
         say("Number of people that one interview represents.", "Aantal mensen waar één interview voor staat.")},
    };
    if (say.language() == ReportLanguage::Dutch)
        terms.push_back({"Deelnemer, veldwerker, quotum",
                         "Wie geïnterviewd is; wie interviewt; het beoogde aantal interviews in een stad en groep."});
    return terms;
}

} // namespace peil::report
