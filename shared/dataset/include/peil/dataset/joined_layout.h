// SPDX-License-Identifier: Apache-2.0
#pragma once

// One set of tables for interviews made with several versions of a form: columns by table and question name, each with
// what every version says of it. Differences are reported; those that would mix up answers are refused.

#include "peil/dataset/layout.h"

#include <set>

namespace peil::dataset {

struct Named;

class JoinedLayout {
public:
    /// One version: its own layout, and where its columns are in the joined tables.
    struct Version {
        std::string hash, name;
        Layout layout;
        std::vector<std::optional<std::size_t>> tables;               ///< own table of each joined one
        std::vector<std::vector<std::optional<std::size_t>>> columns; ///< own variable of each joined one
        [[nodiscard]] std::optional<std::size_t> joinedTable(const std::string& path) const;
    };
    struct Joined {
        std::string path; ///< of the root or the repeat, in the newest version that has it
        exports::Table table;
        std::vector<std::vector<Reading>> readings; ///< of each variable, best first
    };

    /// The newest version of the subject rules the order of columns and their labels; what only earlier ones have comes
    /// after it. With earlier versions the main table ends in a column `form_version`
    /// (`form_version_2` where a question has that name).
    /// @return BadInput for a question whose answers mean something else in another version.
    [[nodiscard]] static Result<JoinedLayout> create(const ExportSubject& subject);

    [[nodiscard]] const std::vector<Joined>& tables() const { return m_tables; }
    /// By the hash of the form; the newest for one that is not known.
    [[nodiscard]] const Version& version(const std::string& formHash) const;
    [[nodiscard]] const std::vector<std::string>& differences() const { return m_differences; }
    [[nodiscard]] bool namesVersions() const { return m_versions.size() > 1; }
    /// Gives a variable the reading at `choice` instead of the first.
    void read(std::size_t table, std::size_t variable, std::size_t choice);

private:
    JoinedLayout() = default;
    /// Names that occur twice, in different groups.
    void noteTwice(const std::vector<Named>& all);
    /// As samePlaces(). A name that any version has twice pairs only with its groups: another version may have dropped
    /// the one question, and another one the other.
    [[nodiscard]] std::vector<std::optional<std::size_t>> pairs(std::vector<Named> ours,
                                                                std::vector<Named> theirs) const;
    Result<> add(Version version);
    /// The joined table of each of its own; a new one where no version before has the repeat.
    [[nodiscard]] std::vector<std::size_t> joinedPlaces(const Layout& layout);
    Result<> addTable(Version& version, std::size_t own, std::size_t at);
    Result<> reconcile(const Version& version, Joined& joined, std::size_t at, const exports::Variable& theirs);
    void tell(const Version& version, const std::string& difference);

    std::set<std::string> m_twice;
    std::vector<Version> m_versions; ///< newest first
    std::vector<Joined> m_tables;
    std::vector<std::string> m_differences;
};

inline constexpr const char* kFormVersion = "form_version";

} // namespace peil::dataset
