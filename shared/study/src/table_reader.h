// SPDX-License-Identifier: Apache-2.0
#pragma once

// Typed reading of one table of study.toml. Every error has file, line and column, so that the message points at the
// place to correct.

#include "peil/study/study.h"

#include <functional>
#include <initializer_list>
#include <toml++/toml.h>

namespace peil::study {

/// "study.toml, line 12, column 5: "
[[nodiscard]] std::string placeOf(std::string_view fileName, const toml::source_position& position);

/// One table; borrows it and the file's name for its life. Threads: like any value.
class TableReader {
public:
    /// @param path  names of the tables around this one and its own, each with a dot after it: "city.".
    TableReader(const toml::table& table, std::string_view fileName, std::string_view what, std::string path = {})
        : m_table(&table)
        , m_fileName(fileName)
        , m_what(what)
        , m_path(std::move(path)) {}

    /// @return BadValue that names the first key outside `known`, and the nearest known one.
    [[nodiscard]] Result<> allowOnly(std::initializer_list<std::string_view> known) const;
    /// A text that is not empty. @return MissingKey, BadValue.
    [[nodiscard]] Result<std::string> text(std::string_view key) const;
    /// The same, or `fallback` when the key is absent. @return BadValue.
    [[nodiscard]] Result<std::string> text(std::string_view key, std::string_view fallback) const;
    /// A string, or a table of language and string. @return MissingKey, BadValue.
    [[nodiscard]] Result<LocalText> localText(std::string_view key) const;
    /// A TOML date or a string, as ISO text. @return MissingKey, BadValue.
    [[nodiscard]] Result<std::string> date(std::string_view key) const;
    /// A whole number from `lowest` to `highest`. @return MissingKey, BadValue.
    [[nodiscard]] Result<int> integer(std::string_view key, int lowest, int highest) const;
    /// A number from `lowest` to `highest`. @return MissingKey, BadValue.
    [[nodiscard]] Result<double> number(std::string_view key, double lowest, double highest) const;
    /// true or false. @return MissingKey, BadValue.
    [[nodiscard]] Result<bool> yesNo(std::string_view key) const;
    /// A list of texts, none of them empty; an empty list when the key is absent. @return BadValue.
    [[nodiscard]] Result<std::vector<std::string>> texts(std::string_view key) const;
    /// The table under `key`; nullopt if it is absent. @return BadValue.
    [[nodiscard]] Result<std::optional<TableReader>> inner(std::string_view key, std::string_view what) const;
    /// Calls `read` for each table of the array `key`; does nothing when it is absent. @return BadValue, or read's
    /// error.
    [[nodiscard]] Result<> eachTable(std::string_view key, std::string_view what,
                                     const std::function<Result<>(const TableReader&)>& read) const;
    /// `id` under `key` must be one of `ids`, each a `kind`. @return UnknownReference, with what there is.
    [[nodiscard]] Result<> known(std::string_view key, std::string_view kind, const std::string& id,
                                 const std::vector<std::string>& ids) const;
    [[nodiscard]] bool has(std::string_view key) const { return m_table->contains(key); }
    [[nodiscard]] const toml::table& table() const { return *m_table; }
    /// An error that points at `key`, or at the table when the key is absent.
    [[nodiscard]] tl::unexpected<Error> fault(StudyErrc code, std::string_view key, std::string_view sentence) const;
    [[nodiscard]] std::string_view fileName() const { return m_fileName; }

private:
    [[nodiscard]] Result<const toml::node*> need(std::string_view key) const;

    const toml::table* m_table;
    std::string_view m_fileName, m_what;
    std::string m_path;
};

} // namespace peil::study
