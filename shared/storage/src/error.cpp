// SPDX-License-Identifier: Apache-2.0
#include "peil/storage/error.h"

#include "peil/base/error_category.h"

namespace peil::storage {

std::error_code make_error_code(StorageErrc code) noexcept {
    static constexpr EnumText<StorageErrc> kMessages[] = {
        {StorageErrc::WrongKey, "The store does not open with this key, or it is damaged."},
        {StorageErrc::SchemaTooNew, "The store was written by a later version of Peil."},
        {StorageErrc::Busy, "Another program is using the store."},
        {StorageErrc::DiskFull, "The disk is full."},
        {StorageErrc::Corrupt, "The store is damaged."},
        {StorageErrc::IoError, "The disk cannot be read or written."},
        {StorageErrc::Constraint, "A constraint of the store was violated."},
        {StorageErrc::NotFound, "The record is not in the store."},
        {StorageErrc::WrongState, "The interview is not in a state that allows this."},
        {StorageErrc::OpenFailed, "The store cannot be opened."},
        {StorageErrc::BadStatement, "A statement to the store was invalid."},
        {StorageErrc::SealFailed, "The interview could not be sealed."},
    };
    return errorCode("peil.storage", kMessages, code);
}

} // namespace peil::storage
