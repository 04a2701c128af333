// SPDX-License-Identifier: Apache-2.0
#include "peil/crypto/strength.h"

#include <catch2/catch_message.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace peil;
using crypto::Strength;
using crypto::strengthOf;

TEST_CASE("a secret of fewer than twelve characters is too short, however many words and bytes it has",
          "[crypto][strength]") {
    for (const char* secret : {"", " ", "a b c d e", "elevenchars", "one two 3", "éééééééééé", "           x"})
        CHECK(strengthOf(bytesOf(secret)) == Strength::TooShort);
}

TEST_CASE("words, rows of keys, dates and repetitions are easy to guess, with spaces between them as well",
          "[crypto][strength]") {
    for (const char* secret :
         {"password1234", "123456789012", "aaaaaaaaaaaaaaaa", "qwertyuiop12", "abcdefghijkl", "ILoveYou2024!",
          "amsterdam utrecht", "the the the the the", "p a s s w o r d 1 2 3 4"}) {
        INFO(secret);
        CHECK(strengthOf(bytesOf(secret)) == Strength::Easy);
    }
}

TEST_CASE("words that do not belong together are enough, and five of them are strong", "[crypto][strength]") {
    CHECK(strengthOf(bytesOf("correct horse battery")) == Strength::Enough);
    CHECK(strengthOf(bytesOf("river lamp seven orange door")) == Strength::Strong);
    CHECK(strengthOf(bytesOf("طاولة كرسي مصباح نافذة باب")) == Strength::Strong);
    CHECK(strengthOf(bytesOf(std::string(5000, 'x') + "kelp")) == Strength::Easy);
}

TEST_CASE("what a guesser knows of the person makes a secret easier", "[crypto][strength]") {
    constexpr std::string_view kSecret = "wilhelmina-2019";
    CHECK(strengthOf(bytesOf(kSecret), {"wilhelmina"}) == Strength::Easy);
    CHECK(strengthOf(bytesOf(std::string("qzxwvkjgqzpwx")), {"qzxwvkjgqzpwx"}) == Strength::Easy);
    CHECK(strengthOf(bytesOf(std::string("qzxwvkjgqzpwx"))) == Strength::Strong);
}
