// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peil/base/result.h"

namespace peil::mobile {

enum class FieldErrc {
    Locked = 1,      ///< the store is locked: nothing can be read or written
    NoStore,         ///< there is no store in this folder
    StoreExists,     ///< there is one already
    NotEnrolled,     ///< the tablet belongs to no study yet
    NoStudy,         ///< the study pack has not been fetched from the server yet
    BadStudy,        ///< the pack's form cannot be read
    OlderStudy,      ///< the pack is of a lower version than the tablet's, or another of the same
    UnknownSite,     ///< the study has no such site
    NoRecipient,     ///< the study names no one to seal interviews for
    WrongServer,     ///< the server's key is not the one in the enrolment code
    ServerRefused,   ///< the server answered an enrolment with a refusal
    NetworkFailed,   ///< no answer from the server
    SyncIncomplete,  ///< the sync ended before everything was sent
    Revoked,         ///< the study office has revoked the tablet; its store was deleted
    BadAnswers,      ///< a line of the rehearsal file cannot be read
    AnswerRefused,   ///< the form rejected an answer of the rehearsal file
    NeverReached,    ///< a question of the rehearsal file was never asked
    NotComplete,     ///< a question is unanswered or not valid at the end
    KeysLost,        ///< the store is there, its keys are not
    StoreLost,       ///< the keys are there, the store is missing or empty
    AlreadyEnrolled, ///< the tablet has an identity that it must keep
    WrongClock,      ///< the server's certificate is not valid at the time that this tablet shows
    BadOutbox,       ///< a file of the outbox is damaged
    RescueRefused,   ///< the server did not take a message of the outbox
    NothingToRescue, ///< the folder has no outbox that could be sent
    OpenToOthers,    ///< other users may read the folder of the store, and that cannot be changed
};

std::error_code make_error_code(FieldErrc code) noexcept;

} // namespace peil::mobile
