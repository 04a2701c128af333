// SPDX-License-Identifier: Apache-2.0
#include "world.h"

using peil::xpath::NodeRef;
using xpath_test::World;

namespace {

std::string table(std::size_t rows) {
    std::string xml = "<rows>";
    for (std::size_t i = 0; i < rows; ++i)
        xml += "<item><name>n" + std::to_string(i) + "</name><group>g" + std::to_string(i % 100) + "</group><kind>k" +
               std::to_string(i % 3) + "</kind></item>";
    return xml + "</rows>";
}

} // namespace

TEST_CASE("a lookup by column gives the same rows as a scan", "[xpath][index]") {
    const World world(table(500));
    CHECK(world.nodes("/rows/item[group = 'g7']/name") == world.nodes("/rows/item[string(group) = 'g7']/name"));
    CHECK(world.nodes("/rows/item['g7' = group][2]/name") == "n107");
    CHECK(world.nodes("/rows/item[group = 'g7' and kind = 'k0']/name") == "n207");
    CHECK(world.count("/rows/item[group = 'none']") == 0);
    CHECK(world.count("/rows/item[absent = '']") == 500);
    CHECK(world.count("/rows/item[kind = 'k1' and position() < 5]") == 1);
}

TEST_CASE("a second column narrows a long list and gives the same rows as a scan", "[xpath][index]") {
    const World world(table(500));
    const auto scanned = world.nodes("/rows/item[string(kind) = 'k1' and string(group) = 'g7']/name");
    CHECK(scanned == "n7 n307");
    for (int again = 0; again < 3; ++again) {
        CHECK(world.nodes("/rows/item[kind = 'k1' and group = 'g7']/name") == scanned);
        CHECK(world.count("/rows/item[kind = 'k1' and group = /rows/item[1]/group and name = 'n100']") == 1);
        CHECK(world.count("/rows/item[kind = 'k1' and group = 'none']") == 0);
    }
}

TEST_CASE("a lookup by several values gives rows in document order, each once", "[xpath][index]") {
    const World world(table(60));
    CHECK(world.nodes("/rows/item[name = /rows/item[position() < 3]/name]/name") == "n0 n1");
    CHECK(world.count("/rows/item[kind = /rows/item/kind]") == 60);
}

TEST_CASE("the index follows a change of the document", "[xpath][index]") {
    World world(table(40));
    CHECK(world.count("/rows/item[kind = 'k9']") == 0);
    world.document.setText(world.find("/rows/item[5]/kind"), "k9");
    CHECK(world.nodes("/rows/item[kind = 'k9']/name") == "n4");
    CHECK(world.nodes("/rows/item[kind = 'k9']/name") == "n4");
    world.document.removeSubtree(world.find("/rows/item[5]"));
    CHECK(world.count("/rows/item[kind = 'k9']") == 0);
}

TEST_CASE("numbers in a predicate compare as numbers, with or without an index", "[xpath][index]") {
    World world("<rows/>");
    const auto root = world.document.documentElement();
    for (int i = 0; i < 30; ++i)
        world.document.setText(world.document.appendElement(world.document.appendElement(root, "item"), "v"),
                               std::to_string(i) + ".0");
    CHECK(world.nodes("/rows/item[v = 7]/v") == "7.0");
    CHECK(world.count("/rows/item[v = '7']") == 0);
}

TEST_CASE("a cascade over 20,000 rows finds the first, the last and no row", "[xpath][index]") {
    const World world(table(20'000));
    CHECK(world.count("/rows/item[name = 'n0']") == 1);
    CHECK(world.count("/rows/item[name = 'n19999']") == 1);
    CHECK(world.count("/rows/item[name = 'n20000']") == 0);
}
