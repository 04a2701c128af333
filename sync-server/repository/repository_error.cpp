// SPDX-License-Identifier: Apache-2.0
#include "repository/repository.h"

#include "peil/base/error_category.h"

namespace peil::server::repository {

std::error_code make_error_code(RepositoryErrc code) noexcept {
    static constexpr EnumText<RepositoryErrc> kMessages[] = {
        {RepositoryErrc::OlderThanMark, "the store is older than its mark file"},
        {RepositoryErrc::MarkUnreadable, "the mark file cannot be read"},
        {RepositoryErrc::Closed, "the store is closed"},
    };
    return errorCode("peil.repository", kMessages, code);
}

} // namespace peil::server::repository
