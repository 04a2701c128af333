// SPDX-License-Identifier: Apache-2.0
TEST_CASE("a name that is too long for one line "
          "is in two pieces",
          "[lib]") {}
