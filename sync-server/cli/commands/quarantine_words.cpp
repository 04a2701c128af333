// SPDX-License-Identifier: Apache-2.0
#include "quarantine_words.h"

#include "peil/base/terminal.h"
#include "peil/words/words.h"

namespace peil::cli {

std::string quarantineWords(std::string_view reason) {
    return forTerminal(words::textOf(words::Kind::Quarantine, reason));
}

} // namespace peil::cli
