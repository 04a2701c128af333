// SPDX-License-Identifier: Apache-2.0
#include "peil_test/scenario.h"

using namespace peil_test;
using peil::forms::FormDefinition;
using peil::forms::ResourceLoader;

namespace {

FormText cascade() {
    return FormText({select1("/d/country").itemset("instance('countries')/root/item"),
                     select1("/d/city").itemset("instance('cities')/root/item[country = /d/country]"),
                     node("/d/name").calculate("jr:choice-name(/d/city, '/d/city')")})
        .list("countries", {{{"name", "nl"}, {"label", "Netherlands"}}, {{"name", "be"}, {"label", "Belgium"}}})
        .list("cities", {{{"name", "ams"}, {"label", "Amsterdam"}, {"country", "nl"}},
                         {{"name", "rtm"}, {"label", "Rotterdam"}, {"country", "nl"}},
                         {{"name", "gnt"}, {"label", "Gent"}, {"country", "be"}}});
}

using Values = std::vector<std::string>;

} // namespace

TEST_CASE("a filtered list follows the answer that filters it", "[forms][choices]") {
    auto form = Scenario::of(cascade());
    REQUIRE(form.at("/d/city").choices.empty());
    form.answer("/d/country", "nl");
    REQUIRE(form.at("/d/city").choices == Values{"ams", "rtm"});
    form.answer("/d/country", "be");
    REQUIRE(form.at("/d/city").choices == Values{"gnt"});
}

TEST_CASE("an answer that left the list is dropped", "[forms][choices]") {
    auto form = Scenario::of(cascade());
    form.answer("/d/country", "nl");
    form.answer("/d/city", "rtm");
    REQUIRE(form.value("/d/name") == "Rotterdam");
    form.answer("/d/country", "be");
    REQUIRE(form.value("/d/city").empty());
    REQUIRE(form.value("/d/name").empty());
}

TEST_CASE("of several answers only those that left the list are dropped, and the rest keep their order",
          "[forms][choices]") {
    auto form = Scenario::of(FormText({input("/d/min").type("int").value("0"),
                                       select("/d/many").itemset("instance('l')/root/item[n >= /d/min]")})
                                 .list("l", {{{"name", "a"}, {"label", "A"}, {"n", "1"}},
                                             {{"name", "b"}, {"label", "B"}, {"n", "2"}},
                                             {{"name", "c"}, {"label", "C"}, {"n", "3"}}}));
    form.answer("/d/many", "c a b");
    form.answer("/d/min", "2");
    REQUIRE(form.value("/d/many") == "c b");
}

TEST_CASE("a value that is not among the choices is refused", "[forms][choices]") {
    auto form = Scenario::of(select1("/d/one").choices({"a", "b"}), select("/d/many").choices({"a", "b"}));
    REQUIRE_FALSE(form.session().answer(form.idOf("/d/one"), "c"));
    REQUIRE_FALSE(form.session().answer(form.idOf("/d/many"), "a c"));
    form.answer("/d/many", "b  a");
    REQUIRE(form.value("/d/many") == "b a");
}

TEST_CASE("a shuffled list with a seed has the order that ODK gives it", "[forms][choices]") {
    std::vector<std::map<std::string, std::string>> rows;
    for (const auto* name : {"a", "b", "c", "d", "e", "f", "g", "h"})
        rows.push_back({{"name", name}, {"label", name}});
    auto form =
        Scenario::of(FormText({select1("/d/q").itemset("randomize(instance('l')/root/item, 1234)")}).list("l", rows));
    REQUIRE(form.at("/d/q").choices == Values{"g", "f", "e", "d", "a", "h", "b", "c"});
}

TEST_CASE("a shuffled list without a seed keeps its order while the question is shown again", "[forms][choices]") {
    std::vector<std::map<std::string, std::string>> rows;
    for (int i = 0; i < 30; ++i)
        rows.push_back({{"name", "v" + std::to_string(i)}, {"label", "x"}});
    auto form = Scenario::of(FormText({select1("/d/q").itemset("randomize(instance('l')/root/item)")}).list("l", rows));
    REQUIRE(form.at("/d/q").choices == form.at("/d/q").choices);
}

TEST_CASE("choices may come from the instances of a repeat", "[forms][choices]") {
    auto form = Scenario::of(repeat("/d/p"), input("/d/p/name"), input("/d/p/label"),
                             select1("/d/who").itemset("/d/p[name != '']"));
    form.answer("/d/p[1]/name", "ann");
    form.add("/d/p");
    form.answer("/d/p[2]/name", "bob");
    REQUIRE(form.at("/d/who").choices == Values{"ann", "bob"});
    form.answer("/d/who", "bob");
    form.remove("/d/p", 2);
    REQUIRE(form.value("/d/who").empty());
}

TEST_CASE("lists come from files beside the form: comma separated, XML and GeoJSON", "[forms][choices]") {
    const auto xml =
        FormText(
            {select1("/d/a").itemset("instance('csv')/root/item"), select1("/d/b").itemset("instance('xml')/root/item"),
             select1("/d/c").inside(
                 "<itemset nodeset=\"instance('geo')/root/item\"><value ref=\"id\"/><label ref=\"title\"/></itemset>"),
             node("/d/where").calculate("instance('geo')/root/item[id = 'n2']/geometry")})
            .model("<instance id=\"csv\" src=\"jr://file-csv/a.csv\"/><instance id=\"xml\" src=\"jr://file/b.xml\"/>"
                   "<instance id=\"geo\" src=\"jr://file/c.geojson\"/>")
            .xml();
    auto form = Scenario::fromXml(xml, [](std::string_view uri) -> std::optional<std::string> {
        if (uri.ends_with("a.csv")) return "name;label\nx;First, really\ny;Second\n";
        if (uri.ends_with("b.xml")) return "<root><item><name>p</name><label>P</label></item></root>";
        return R"({"type":"FeatureCollection","features":[{"type":"Feature","id":"n2","geometry":{"type":"Point","coordinates":[4.5,52.1]},)"
               R"("properties":{"title":"Site","id":"other"}}]})";
    });
    REQUIRE(form.at("/d/a").choices == Values{"x", "y"});
    REQUIRE(form.session().question(form.idOf("/d/a")).choices.front().label.text == "First, really");
    REQUIRE(form.at("/d/b").choices == Values{"p"});
    REQUIRE(form.at("/d/c").choices == Values{"n2"});
    REQUIRE(form.value("/d/where") == "52.1 4.5 0 0");
}

TEST_CASE("the geometry of a feature becomes a text of points; one that is neither point, line nor area is refused",
          "[forms][choices]") {
    const auto xml = FormText({node("/d/line").calculate("instance('g')/root/item[1]/geometry"),
                               node("/d/area").calculate("instance('g')/root/item[2]/geometry"),
                               node("/d/none").calculate("instance('g')/root/item[3]/geometry"),
                               node("/d/many").calculate("count(instance('g')/root/item)")})
                         .model("<instance id=\"g\" src=\"jr://file/g.geojson\"/>")
                         .xml();
    const auto file = [](const std::string& features) -> ResourceLoader {
        return [features](std::string_view) -> std::optional<std::string> {
            return R"({"type":"FeatureCollection","features":[)" + features + "]}";
        };
    };
    const std::string good =
        R"({"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[4.5,52],[4.6,52.1]]}},)"
        R"({"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[1,2],[3,4],[1,2]],[[5,6]]]}},)"
        R"({"type":"Feature","properties":{},"geometry":null})";
    auto form = Scenario::fromXml(xml, file(good));
    REQUIRE(form.value("/d/line") == "52 4.5 0 0; 52.1 4.6 0 0");
    REQUIRE(form.value("/d/area") == "2 1 0 0; 4 3 0 0; 2 1 0 0");
    REQUIRE(form.value("/d/none").empty());
    REQUIRE(form.value("/d/many") == "3");
    const std::string several =
        R"({"type":"Feature","properties":{},"geometry":{"type":"MultiPoint","coordinates":[[1,2]]}})";
    REQUIRE_FALSE(FormDefinition::parse(xml, file(several)).form);
    REQUIRE_FALSE(FormDefinition::parse(xml, file(R"({"type":"Place","properties":{},"geometry":null})")).form);
}

TEST_CASE("tables between tabs keep the commas in their cells", "[forms][choices]") {
    const auto xml = FormText({select1("/d/a").itemset("instance('t')/root/item")})
                         .model("<instance id=\"t\" src=\"jr://file/t.csv\"/>")
                         .xml();
    auto form = Scenario::fromXml(
        xml, [](std::string_view) { return std::optional<std::string>("name\tlabel\nx\tOne, two\n"); });
    REQUIRE(form.session().question(form.idOf("/d/a")).choices.front().label.text == "One, two");
}

namespace {

/// A form with a list in CSV beside it.
peil::forms::ParsedForm withList(const std::string& list) {
    const auto xml = FormText({select1("/d/a").itemset("instance('t')/root/item")})
                         .model("<instance id=\"t\" src=\"jr://file-csv/t.csv\"/>")
                         .xml();
    return FormDefinition::parse(xml, [&](std::string_view) { return std::optional(list); });
}

} // namespace

TEST_CASE("spaces around a cell of a list are part of its value, those around the name of a column are not",
          "[forms][choices]") {
    auto form =
        Scenario::fromXml(FormText({select1("/d/a").itemset("instance('t')/root/item")})
                              .model("<instance id=\"t\" src=\"jr://file-csv/t.csv\"/>")
                              .xml(),
                          [](std::string_view) { return std::optional<std::string>("name , label\n x , One\n"); });
    REQUIRE(form.session().question(form.idOf("/d/a")).choices.front().label.text == " One");
    REQUIRE(form.at("/d/a").choices == Values{" x "});
}

TEST_CASE("a list is read between bars too, from UTF-16, and with a line that names the separator",
          "[forms][choices]") {
    const std::string utf16("n\0a\0m\0e\0\t\0l\0a\0b\0e\0l\0\n\0x\0\t\0O\0n\0e\0,\0 \0t\0w\0o\0\n\0", 44);
    for (const auto& list :
         {std::string("name|label\nx|One, two\n"), std::string("sep=;\nname;label\nx;One, two\n;\n"), utf16}) {
        INFO(list);
        REQUIRE(withList(list).form);
        auto form = Scenario::fromXml(FormText({select1("/d/a").itemset("instance('t')/root/item")})
                                          .model("<instance id=\"t\" src=\"jr://file-csv/t.csv\"/>")
                                          .xml(),
                                      [&](std::string_view) { return std::optional(list); });
        REQUIRE(form.at("/d/a").choices == Values{"x"});
        REQUIRE(form.session().question(form.idOf("/d/a")).choices.front().label.text == "One, two");
    }
}

TEST_CASE("a list with a row that does not match its header is an error with its line", "[forms][choices]") {
    for (const auto& [list, what] :
         {std::pair{"name,label\nx,One, two\n", "Line 2 has 3 cells, but the header has 2 columns"},
          {"name,label,city\nx,One,AMS\ny,Two\n", "Line 3 has 2 cells, but the header has 3 columns"},
          {"name,label,name\nx,One,z\n", "The columns 1 and 3 are both named"},
          {"name,city code,city_code\nx,1,2\n", "named \"city_code\""}}) {
        INFO(list);
        const auto parsed = withList(list);
        REQUIRE_FALSE(parsed.form);
        REQUIRE(parsed.diagnostics.size() == 1);
        REQUIRE(parsed.diagnostics.front().message.find(what) != std::string::npos);
    }
}

TEST_CASE("a range takes numbers between its ends only", "[forms][choices]") {
    auto form = Scenario::of(
        range("/d/scale").type("int").attribute("start", "0").attribute("end", "10").attribute("step", "1"));
    form.answer("/d/scale", "10");
    REQUIRE_FALSE(form.session().answer(form.idOf("/d/scale"), "11"));
}

TEST_CASE("a list beside a range or an input is its labels, not its bounds", "[forms][choices]") {
    auto form =
        Scenario::of(FormText({input("/d/most").type("int").value("10"),
                               range("/d/scale")
                                   .type("int")
                                   .attribute("start", "0")
                                   .attribute("end", "10")
                                   .attribute("step", "1")
                                   .itemset("instance('ticks')/root/item[name <= /d/most]"),
                               input("/d/where").type("geopoint").itemset("instance('ticks')/root/item")})
                         .list("ticks", {{{"name", "0"}, {"label", "Never"}}, {{"name", "10"}, {"label", "Always"}}}));
    REQUIRE(form.at("/d/scale").choices == Values{"0", "10"});
    form.answer("/d/scale", "4");
    form.answer("/d/where", "52.5 4.5 0 0");
    form.answer("/d/most", "9");
    REQUIRE(form.value("/d/scale") == "4");
    REQUIRE(form.value("/d/where") == "52.5 4.5 0.0 0.0");
}

TEST_CASE("a trigger takes OK and nothing else", "[forms][choices]") {
    auto form = Scenario::of(trigger("/d/read"));
    form.answer("/d/read", "OK");
    REQUIRE_FALSE(form.session().answer(form.idOf("/d/read"), "yes"));
}

TEST_CASE("a ranking stays complete when its list changes", "[forms][choices][rank]") {
    auto form = Scenario::of(
        FormText({select("/d/known").choices({"a", "b", "c"}),
                  rank("/d/order").itemset("instance('l')/root/item[selected(/d/known, name)]")})
            .list("l",
                  {{{"name", "a"}, {"label", "A"}}, {{"name", "b"}, {"label", "B"}}, {{"name", "c"}, {"label", "C"}}}));
    form.answer("/d/known", "a b");
    REQUIRE(form.value("/d/order").empty());
    form.answer("/d/order", "b a");
    form.answer("/d/known", "a b c");
    REQUIRE(form.value("/d/order") == "b a c");
    form.answer("/d/known", "a c");
    REQUIRE(form.value("/d/order") == "a c");
    form.answer("/d/known", "");
    REQUIRE(form.value("/d/order").empty());
    form.answer("/d/known", "b c");
    REQUIRE(form.value("/d/order") == "b c");
    form.answer("/d/order", "");
    form.answer("/d/known", "a");
    REQUIRE(form.value("/d/order").empty());
}

namespace {

std::optional<std::string> cities(std::string_view uri) {
    if (uri != "jr://file-csv/itemsets.csv") return std::nullopt;
    return "list_name,name,label,label::Nederlands (nl),state\n"
           "cities,hag,The Hague,Den Haag,zh\ncities,rtm,Rotterdam,,zh\ncities,ams,Amsterdam,,nh\n"
           "states,zh,South Holland,,\n";
}

const Part kExternal = input("/d/city").attribute("query", "instance('cities')/root/item[state = /d/state]");

} // namespace

TEST_CASE("an input with a query takes its choices from itemsets.csv", "[forms][choices][external]") {
    auto form = Scenario::fromXml(FormText({input("/d/state"), kExternal}).xml(), cities);
    REQUIRE(form.at("/d/city").choices.empty());
    form.answer("/d/state", "zh");
    REQUIRE(form.at("/d/city").choices == Values{"hag", "rtm"});
    form.answer("/d/city", "rtm");
    REQUIRE(form.session().question(form.idOf("/d/city")).control == peil::forms::Control::Select1);
    form.answer("/d/state", "nh");
    REQUIRE(form.value("/d/city").empty());
}

TEST_CASE("labels in itemsets.csv follow the language and fall back to the one without", "[forms][choices][external]") {
    auto form = Scenario::fromXml(FormText({input("/d/state").value("zh"), kExternal})
                                      .model("<itext><translation lang=\"English (en)\"/><translation "
                                             "lang=\"Nederlands (nl)\"/></itext>")
                                      .xml(),
                                  cities);
    const auto labels = [&] {
        std::string all;
        for (const auto& choice : form.session().question(form.idOf("/d/city")).choices)
            all += choice.label.text + ";";
        return all;
    };
    REQUIRE(labels() == "The Hague;Rotterdam;");
    REQUIRE(form.session().setLanguage("nl"));
    REQUIRE(labels() == "Den Haag;Rotterdam;");
}

TEST_CASE("the name of a choice follows what its label shows", "[forms][choices]") {
    auto form = Scenario::of(
        input("/d/town").value("Gouda"),
        select1("/d/where").inside("<item><label>[<output value=\"/d/town\"/>] area</label><value>area</value></item>"),
        node("/d/name").calculate("jr:choice-name(/d/where, '/d/where')"));
    form.answer("/d/where", "area");
    REQUIRE(form.value("/d/name") == "[Gouda] area");
    form.answer("/d/town", "Delft");
    REQUIRE(form.value("/d/name") == "[Delft] area");
}

TEST_CASE("what an action sets is dropped when it is no choice", "[forms][choices][actions]") {
    auto form = Scenario::of(FormText({input("/d/a").onEvent("xforms-value-changed", "/d/one", "/d/a"),
                                       select1("/d/one").itemset("instance('l')/root/item"),
                                       input("/d/b").onEvent("xforms-value-changed", "/d/order", "/d/b"),
                                       rank("/d/order").itemset("instance('l')/root/item")})
                                 .list("l", {{{"name", "x"}, {"label", "X"}}, {{"name", "y"}, {"label", "Y"}}}));
    form.answer("/d/a", "x");
    REQUIRE(form.value("/d/one") == "x");
    form.answer("/d/a", "z");
    REQUIRE(form.value("/d/one").empty());
    form.answer("/d/b", "z");
    REQUIRE(form.value("/d/order").empty());
    form.answer("/d/b", "y");
    REQUIRE(form.value("/d/order") == "y x");
}
