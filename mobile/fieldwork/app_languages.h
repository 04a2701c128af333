// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

namespace peil::mobile {

/// A language of the app. A new one also needs its translation, i18n/peil_CODE.ts.
struct AppLanguage {
    const char* code;
    const char* name; ///< in the language itself
};
inline constexpr std::array<AppLanguage, 5> kAppLanguages{
    {{"nl", "Nederlands"}, {"en", "English"}, {"de", "Deutsch"}, {"pl", "Polski"}, {"ar", "العربية"}}};

} // namespace peil::mobile
