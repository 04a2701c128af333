// SPDX-License-Identifier: Apache-2.0
#pragma once

// Locales that write numbers, letters and digits in other ways than C does, made by the build (tests/support) and
// therefore really there: a locale that is not installed is C again, and a test under it proves nothing.

#include "peil_test/scoped_variable.h"

#include <catch2/catch_test_macros.hpp>
#include <langinfo.h>
#include <locale.h>
#include <string>
#include <string_view>

namespace peil_test {

/// nl and de: a comma in numbers. tr: i and I are letters of two pairs. ar: another calendar and other names.
inline constexpr const char* kForeignLocales[] = {"nl_NL.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8"};

/// The programs that a test starts run under the locale until the end of the scope, in a far time zone.
class ForeignLocale {
public:
    /// Fails the test when the C library does not have the locale.
    explicit ForeignLocale(const char* name)
        : m_folder("LOCPATH", PEIL_TEST_LOCALES)
        , m_all("LC_ALL", name)
        , m_zone("TZ", "Pacific/Kiritimati") {
        const locale_t locale = ::newlocale(LC_ALL_MASK, name, nullptr);
        INFO(name);
        REQUIRE(locale != nullptr);
        const std::string point = ::nl_langinfo_l(RADIXCHAR, locale);
        ::freelocale(locale);
        CHECK((point == "," || std::string_view(name).starts_with("ar")));
    }

private:
    ScopedVariable m_folder, m_all, m_zone;
};

} // namespace peil_test
