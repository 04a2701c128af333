// SPDX-License-Identifier: Apache-2.0
#include "repository/repository.h"

#include "peil/base/error_category.h"

namespace peil::server::repository {

const std::error_category& repositoryCategory() noexcept {
    static const ErrorCategory<RepositoryErrc>::Messages messages{
        {RepositoryErrc::OlderThanMark, "the store is older than its mark file"},
        {RepositoryErrc::MarkUnreadable, "the mark file cannot be read"},
        {RepositoryErrc::Closed, "the store is closed"},
    };
    static const ErrorCategory<RepositoryErrc> category("peil.repository", messages);
    return category;
}

std::error_code make_error_code(RepositoryErrc code) noexcept {
    return {static_cast<int>(code), repositoryCategory()};
}

} // namespace peil::server::repository
