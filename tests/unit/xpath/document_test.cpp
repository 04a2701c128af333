// SPDX-License-Identifier: Apache-2.0
#include "peil_test/document_xml.h"
#include "world.h"

#include <algorithm>
#include <catch2/generators/catch_generators.hpp>
#include <thread>

using namespace peil::xpath;
using peil_test::need;

namespace {

Document parsed(std::string_view xml) {
    return need(Document::parse(xml));
}

} // namespace

TEST_CASE("a new document has its document node and nothing else", "[xpath][document]") {
    Document document;
    CHECK(document.kind(kRoot) == NodeKind::Document);
    CHECK(document.documentElement() == kNoNode);
    CHECK(peil_test::xmlOf(document).empty());
    const auto root = document.appendElement(kRoot, "data", "urn:d");
    CHECK(document.documentElement() == root);
    CHECK(document.parent(root) == kRoot);
    CHECK(peil_test::xmlOf(document) == "<data xmlns=\"urn:d\"/>");
}

TEST_CASE("elements are inserted before a sibling or at the end", "[xpath][document]") {
    auto document = parsed("<d><a/><c/></d>");
    const auto root = document.documentElement();
    const auto c = document.childElement(root, "c");
    document.insertElement(root, c, "b");
    document.insertElement(root, kNoNode, "e");
    CHECK(peil_test::xmlOf(document) == "<d><a/><b/><c/><e/></d>");
    CHECK(document.localName(document.firstChild(root)) == "a");
    CHECK(document.localName(document.nextSibling(c)) == "e");
}

TEST_CASE("children of one name form a chain with places, through inserts and removals", "[xpath][document]") {
    auto document = parsed("<d><r>1</r><x/><r>3</r></d>");
    const auto root = document.documentElement();
    const auto first = document.childElement(root, "r");
    const auto third = document.nextOfSameName(first);
    const auto second = document.insertElement(root, third, "r");
    CHECK(document.nextOfSameName(first) == second);
    CHECK(document.nextOfSameName(second) == third);
    CHECK(document.nextOfSameName(third) == kNoNode);
    CHECK(document.positionAmongSameName(third) == 3);
    const auto zeroth = document.insertElement(root, first, "r");
    CHECK(document.childElement(root, "r") == zeroth);
    CHECK(document.positionAmongSameName(third) == 4);
    document.removeSubtree(zeroth);
    document.removeSubtree(second);
    CHECK(document.positionAmongSameName(third) == 2);
    document.removeSubtree(third);
    document.removeSubtree(first);
    CHECK(document.childElement(root, "r") == kNoNode);
    CHECK(peil_test::xmlOf(document) == "<d><x/></d>");
}

TEST_CASE("children are found by name among few and among many, whatever comes and goes", "[xpath][document]") {
    const int count = GENERATE(3, 16, 17, 40);
    Document document;
    const auto root = document.appendElement(kRoot, "d");
    std::vector<std::string> names; // each name twice, its second half in the order of the first
    for (int i = 0; i < count; ++i)
        names.push_back("q" + std::to_string(i % ((count + 1) / 2)));
    for (const auto& name : names)
        document.appendElement(root, name);
    const auto check = [&] {
        for (const auto& name : names) {
            const auto first = document.childElement(root, name);
            REQUIRE(first != kNoNode);
            auto last = first;
            std::size_t place = 1;
            CHECK(document.positionAmongSameName(first) == 1);
            for (auto at = document.nextOfSameName(first); at != kNoNode; at = document.nextOfSameName(at)) {
                CHECK(document.positionAmongSameName(at) == ++place);
                last = at;
            }
            CHECK(document.lastChildElement(root, name) == last);
            CHECK(place == static_cast<std::size_t>(std::count(names.begin(), names.end(), name)));
        }
        CHECK(document.childElement(root, "absent") == kNoNode);
        CHECK(document.lastChildElement(root, "absent") == kNoNode);
    };
    check();
    document.removeSubtree(document.childElement(root, "q0"));
    names.erase(names.begin());
    check();
    document.insertElement(root, document.firstChild(root), "q1");
    names.insert(names.begin(), "q1");
    check();
    document.removeSubtree(document.lastChildElement(root, "q1"));
    names.erase(std::find(names.rbegin(), names.rend(), "q1").base() - 1);
    check();
    const auto copy = document.copySubtree(document, root, root);
    CHECK(document.childElement(copy, "q1") != kNoNode);
    document.removeSubtree(copy);
    check();
}

TEST_CASE("documents that share their names grow apart after a clone", "[xpath][document]") {
    auto first = parsed("<d><a>1</a></d>");
    auto second = Document::withNamesOf(first);
    CHECK(second.documentElement() == kNoNode);
    second.copySubtree(first, first.documentElement(), kRoot);
    second.appendElement(second.documentElement(), "b");
    CHECK(peil_test::xmlOf(second) == "<d><a>1</a><b/></d>");
    const auto kept = first.clone();
    first.appendElement(first.documentElement(), "c");
    second.appendElement(second.documentElement(), "e");
    auto third = kept.clone();
    third.appendElement(third.documentElement(), "f");
    CHECK(peil_test::xmlOf(first) == "<d><a>1</a><c/></d>");
    CHECK(peil_test::xmlOf(second) == "<d><a>1</a><b/><e/></d>");
    CHECK(peil_test::xmlOf(third) == "<d><a>1</a><f/></d>");
    CHECK(peil_test::xmlOf(kept) == "<d><a>1</a></d>");
    for (const auto* name : {"c", "e", "f"})
        CHECK(kept.childElement(kept.documentElement(), name) == kNoNode);
}

TEST_CASE("one expression reads the same names of documents that number them differently", "[xpath][document]") {
    const auto expression = need(Expression::compile("/d/b"));
    const auto value = [&](const Document& document) {
        Context context;
        context.node = {&document, kRoot};
        return need(expression.evaluateString(context));
    };
    const auto one = parsed("<d><a>1</a><b>2</b></d>");
    const auto other = parsed("<d><b>3</b><a>4</a></d>");
    const auto without = parsed("<d><a>5</a></d>");
    for (int round = 0; round < 2; ++round) {
        CHECK(value(one) == "2");
        CHECK(value(other) == "3");
        CHECK(value(without).empty());
    }
    auto grown = without.clone();
    CHECK(value(grown).empty());
    grown.setText(grown.appendElement(grown.documentElement(), "b"), "6");
    CHECK(value(grown) == "6");
    CHECK(value(without).empty());
}

TEST_CASE("nodes in instances of a repeat are in the order of the instances", "[xpath][document]") {
    auto document = parsed("<d><r><a/><b/></r><x/><r><a/><b/></r></d>");
    const auto root = document.documentElement();
    const auto first = document.childElement(root, "r");
    const auto second = document.nextOfSameName(first);
    const auto x = document.childElement(root, "x");
    const auto a = [&](NodeIndex instance) { return document.childElement(instance, "a"); };
    const auto b = [&](NodeIndex instance) { return document.childElement(instance, "b"); };
    CHECK(document.isBefore(b(first), a(second)));
    CHECK_FALSE(document.isBefore(a(second), b(first)));
    CHECK(document.isBefore(first, a(first)));
    CHECK_FALSE(document.isBefore(a(first), first));
    CHECK(document.isBefore(a(first), b(first)));
    CHECK(document.isBefore(b(first), x));
    CHECK(document.isBefore(x, second));
    CHECK_FALSE(document.isBefore(a(first), a(first)));
    const auto between = document.insertElement(root, second, "r");
    const auto inside = document.appendElement(between, "a");
    CHECK(document.isBefore(x, inside));
    CHECK(document.isBefore(b(first), inside));
    CHECK(document.isBefore(inside, a(second)));
}

TEST_CASE("two thousand instances keep their places and their order", "[xpath][document]") {
    Document document;
    const auto root = document.appendElement(kRoot, "d");
    std::vector<NodeIndex> made;
    for (int i = 0; i < 2000; ++i)
        made.push_back(document.appendElement(root, "r"));
    CHECK(document.positionAmongSameName(made[1999]) == 2000);
    CHECK(document.isBefore(made[3], made[1500]));
    CHECK_FALSE(document.isBefore(made[1500], made[3]));
    document.removeSubtree(made[0]);
    CHECK(document.positionAmongSameName(made[1999]) == 1999);
}

TEST_CASE("attributes are set, changed, found by namespace and removed", "[xpath][document]") {
    auto document = parsed("<d/>");
    const auto root = document.documentElement();
    document.setAttribute(root, "id", "1");
    document.setAttribute(root, "id", "2", "urn:p", "p");
    document.setAttribute(root, "id", "3");
    CHECK(document.text(document.attribute(root, "id")) == "3");
    CHECK(document.text(document.attribute(root, "id", "urn:p")) == "2");
    CHECK(peil_test::xmlOf(document) == "<d xmlns:p=\"urn:p\" id=\"3\" p:id=\"2\"/>");
    document.removeAttribute(root, "id");
    document.removeAttribute(root, "absent");
    CHECK(document.attribute(root, "id") == kNoNode);
    CHECK(document.namespaceUri(document.firstAttribute(root)) == "urn:p");
    document.removeAttribute(root, "id", "urn:p");
    CHECK(document.firstAttribute(root) == kNoNode);
}

TEST_CASE("setting text replaces all children, also by a view of one of them", "[xpath][document]") {
    auto document = parsed("<d>a<b>bee</b>c</d>");
    const auto root = document.documentElement();
    CHECK(document.text(root).empty()); // more than text
    CHECK(document.stringValue(root) == "abeec");
    document.setText(root, document.text(document.childElement(root, "b")));
    CHECK(peil_test::xmlOf(document) == "<d>bee</d>");
    document.setText(root, "again");
    CHECK(document.text(root) == "again");
    document.setText(root, "");
    CHECK(document.firstChild(root) == kNoNode);
    const auto attribute = document.setAttribute(root, "k", "v");
    document.setText(attribute, "w");
    CHECK(document.text(attribute) == "w");
}

TEST_CASE("a copy of a subtree is deep and may come from another document or from itself", "[xpath][document]") {
    const auto from = parsed("<t xmlns:p='urn:p'><r k='1'><x>v</x><p:y/></r></t>");
    auto document = parsed("<d><end/></d>");
    const auto root = document.documentElement();
    const auto source = from.childElement(from.documentElement(), "r");
    const auto copy = document.copySubtree(from, source, root, document.firstChild(root));
    CHECK(peil_test::xmlOf(document) == "<d><r k=\"1\"><x>v</x><p:y xmlns:p=\"urn:p\"/></r><end/></d>");
    document.copySubtree(document, copy, copy);
    CHECK(document.stringValue(copy) == "vv");
    CHECK(document.childElement(copy, "r") != kNoNode);
}

TEST_CASE("indexes of removed nodes are given again and stand for nothing old", "[xpath][document]") {
    auto document = parsed("<d><r k='1'><x>v</x></r></d>");
    const auto root = document.documentElement();
    const auto before = document.childElement(root, "r");
    document.setRelevant(before, Relevant::No);
    document.setTag(before, 9);
    document.removeSubtree(before);
    const auto fresh = document.appendElement(root, "q");
    CHECK(document.isRelevant(fresh));
    CHECK(document.tag(fresh) == 0xFFFFFFFFU);
    CHECK(document.firstAttribute(fresh) == kNoNode);
    CHECK(document.childElement(fresh, "x") == kNoNode);
    CHECK(peil_test::xmlOf(document) == "<d><q/></d>");
}

TEST_CASE("relevance is inherited from the ancestors", "[xpath][document]") {
    auto document = parsed("<d><g><q/></g></d>");
    const auto g = document.childElement(document.documentElement(), "g");
    const auto q = document.childElement(g, "q");
    document.setRelevant(g, Relevant::No);
    document.setRelevant(g, Relevant::No);
    CHECK_FALSE(document.isRelevant(q));
    document.setRelevant(g, Relevant::Yes);
    CHECK(document.isRelevant(q));
}

TEST_CASE("types and tags stay with their node and go with a clone", "[xpath][document]") {
    auto document = parsed("<d><q/></d>");
    const auto q = document.childElement(document.documentElement(), "q");
    document.setType(q, NodeType::Date);
    document.setTag(q, 4);
    auto clone = document.clone();
    clone.setText(q, "new");
    CHECK(clone.type(q) == NodeType::Date);
    CHECK(clone.tag(q) == 4);
    CHECK(document.text(q).empty());
}

TEST_CASE("several threads may evaluate one expression over one document", "[xpath][document]") {
    std::string xml = "<rows>";
    for (int i = 0; i < 200; ++i)
        xml += "<item><k>" + std::to_string(i % 10) + "</k></item>";
    const auto document = parsed(xml + "</rows>");
    const auto expression = need(Expression::compile("count(//k/.. | /rows/item[k = '3'])"));
    std::vector<std::thread> threads;
    std::atomic<int> right = 0;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            Context context;
            context.node = {&document, kRoot};
            for (int i = 0; i < 20; ++i)
                right += expression.evaluateNumber(context).value_or(0) == 200 ? 1 : 0;
        });
    for (auto& thread : threads)
        thread.join();
    CHECK(right == 80);
}
