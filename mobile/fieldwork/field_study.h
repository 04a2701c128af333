// SPDX-License-Identifier: Apache-2.0
#pragma once

// A study as the tablet works with it: the opened pack and its parsed form. Immutable and shared between the GUI thread
// (which shows it) and the storage thread (which seals for its recipients).

#include "field_error.h"

#include "peil/forms/definition.h"
#include "peil/records/counting.h"
#include "peil/storage/local_store.h"
#include "peil/study/pack.h"

#include <memory>

namespace peil::mobile {

struct FieldStudy {
    study::StudyPack pack;
    forms::FormPointer form;
    std::vector<crypto::PublicKey> recipients;
    records::Counting counting; ///< as the server counts

    [[nodiscard]] const study::Study& study() const { return pack.study(); }
    /// Path of the form's field with that last step; empty if the form has none.
    [[nodiscard]] std::string pathOf(std::string_view fieldName) const;
};
using FieldStudyPointer = std::shared_ptr<const FieldStudy>;

/// Checks the signature and reads the form. @return the errors of StudyPack::open(), BadStudy with the first error of
/// the form, NoRecipient.
[[nodiscard]] Result<FieldStudyPointer> openFieldStudy(ByteView pack, const crypto::PublicKey& signer);

/// Checks and stores a pack and its form. @return the errors of openFieldStudy(), BadStudy if `hash` does not match,
/// OlderStudy if it may not follow the current one (study::mayFollow()).
[[nodiscard]] Result<FieldStudyPointer> takePack(storage::LocalStore& store, std::string_view hash, ByteView pack,
                                                 const crypto::PublicKey& signer);
/// The pack in the store, with the version accepted from `signer`; nullopt before the first.
[[nodiscard]] Result<std::optional<study::PackEdition>> currentEdition(storage::LocalStore& store,
                                                                       const crypto::PublicKey& signer);
/// The newest study of the store, without its form. @return NoStudy, NotEnrolled, or the errors of StudyPack::open().
[[nodiscard]] Result<study::StudyPack> currentPack(storage::LocalStore& store);
/// The newest study of the store. @return NoStudy, NotEnrolled.
[[nodiscard]] Result<FieldStudyPointer> currentStudy(storage::LocalStore& store);
/// The study that an interview was started with. @return NoStudy.
[[nodiscard]] Result<FieldStudyPointer> studyOfForm(storage::LocalStore& store, std::string_view formHash);

} // namespace peil::mobile
