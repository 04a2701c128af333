// SPDX-License-Identifier: Apache-2.0
#pragma once

// A tablet with the model study and without a server, for screenshots and tests. Its keys are temporary; answers are
// not sent anywhere.

#include "device_settings.h"
#include "field_study.h"

namespace peil::mobile {

/// The signed pack of the model study that is built into the program, sealed for `recipient` alone.
/// @return the errors of the form's reader and of StudyPack::build().
[[nodiscard]] Result<Bytes> practicePack(const crypto::SigningKeyPair& signer, const crypto::PublicKey& recipient);

/// Enrols an open store in the study of a signed pack, for the city with the code `cityCode` and a server that is not
/// there.
/// @return the errors of takePack(), and storage errors.
[[nodiscard]] Result<FieldStudyPointer> putPractice(storage::LocalStore& store, ByteView pack,
                                                    const crypto::PublicKey& signer, std::string_view cityCode,
                                                    Rng& rng);

/// Enrols an open store in the model study that is built into the program, for the city with the code `cityCode`.
/// @return the errors of the form's and the study's readers, and storage errors.
[[nodiscard]] Result<FieldStudyPointer> putPracticeStudy(storage::LocalStore& store, std::string_view cityCode,
                                                         Rng& rng);

} // namespace peil::mobile
