// SPDX-License-Identifier: Apache-2.0
#include "quarantine_words.h"

#include "peil/base/terminal.h"
#include "peil/protocol/item_judge.h"

namespace peil::cli {
namespace {

std::string_view wordsOf(protocol::Quarantine reason) {
    using enum protocol::Quarantine;
    switch (reason) {
    case Unreadable:
        return "cannot be read as an interview";
    case NotMine:
        return "of another tablet than the one that sent it";
    case BadSignature:
        return "not signed by its tablet";
    case BadId:
        return "the id of the interview is not a UUID";
    case SequenceJump:
        return "its number is far beyond what was seen of the tablet";
    case Revoked:
        return "sent after the tablet was revoked";
    case UnknownKind:
        return "of a kind that this version of the server does not know";
    case OtherStudy:
        return "of another study";
    case UnknownForm:
        return "made with a form that is not published here";
    case OtherRecipients:
        return "not sealed for exactly the recipients of the study";
    case UnknownField:
        return "has an open answer that its form keeps sealed";
    case BadValue:
        return "has an open answer that is too long or not plausible";
    case BadOutcome:
        return "has an outcome that is not a plain word";
    case OtherCity:
        return "of another city than its tablet";
    case NotOwner:
        return "revises an interview of another tablet";
    case Conflict:
        return "another interview is here under the same number or revision";
    case BrokenChain:
        return "names another item of its tablet before it than the one that is here, or the one after it does";
    case Count_:
        break;
    }
    return {};
}

} // namespace

std::string quarantineWords(std::string_view reason) {
    const auto known = protocol::quarantineOf(reason);
    return known ? std::string(wordsOf(*known)) : forTerminal(reason);
}

} // namespace peil::cli
