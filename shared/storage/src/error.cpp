// SPDX-License-Identifier: Apache-2.0
#include "peil/storage/error.h"

namespace peil::storage {
namespace {

class StorageCategory final : public std::error_category {
public:
    [[nodiscard]] const char* name() const noexcept override { return "peil.storage"; }
    [[nodiscard]] std::string message(int code) const override {
        switch (static_cast<StorageErrc>(code)) {
        case StorageErrc::WrongKey:
            return "The store does not open with this key, or it is damaged.";
        case StorageErrc::SchemaTooNew:
            return "The store was written by a later version of Peil.";
        case StorageErrc::Busy:
            return "Another program is using the store.";
        case StorageErrc::DiskFull:
            return "The disk is full.";
        case StorageErrc::Corrupt:
            return "The store is damaged.";
        case StorageErrc::IoError:
            return "The disk cannot be read or written.";
        case StorageErrc::Constraint:
            return "A constraint of the store was violated.";
        case StorageErrc::NotFound:
            return "The record is not in the store.";
        case StorageErrc::WrongState:
            return "The interview is not in a state that allows this.";
        case StorageErrc::OpenFailed:
            return "The store cannot be opened.";
        case StorageErrc::BadStatement:
            return "A statement to the store was invalid.";
        case StorageErrc::SealFailed:
            return "The interview could not be sealed.";
        }
        return "Unknown error.";
    }
};

} // namespace

const std::error_category& storageCategory() noexcept {
    static const StorageCategory category;
    return category;
}

std::error_code make_error_code(StorageErrc code) noexcept {
    return {static_cast<int>(code), storageCategory()};
}

} // namespace peil::storage
