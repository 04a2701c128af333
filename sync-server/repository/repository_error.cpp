// SPDX-License-Identifier: Apache-2.0
#include "repository/repository.h"

namespace peil::server::repository {

namespace {

class Category final : public std::error_category {
public:
    [[nodiscard]] const char* name() const noexcept override { return "peil.repository"; }
    [[nodiscard]] std::string message(int code) const override {
        switch (static_cast<RepositoryErrc>(code)) {
        case RepositoryErrc::OlderThanMark:
            return "the store is older than its mark file";
        case RepositoryErrc::MarkUnreadable:
            return "the mark file cannot be read";
        case RepositoryErrc::Closed:
            return "the store is closed";
        }
        return "unknown error";
    }
};

} // namespace

const std::error_category& repositoryCategory() noexcept {
    static const Category category;
    return category;
}

std::error_code make_error_code(RepositoryErrc code) noexcept {
    return {static_cast<int>(code), repositoryCategory()};
}

} // namespace peil::server::repository
