// SPDX-License-Identifier: Apache-2.0
#pragma once

// One statement with its values and what becomes of its rows. For a statement that is stepped through by hand, see
// Statement.

#include "peil/base/clock.h"
#include "peil/base/ids.h"
#include "peil/storage/database.h"

#include <array>
#include <concepts>
#include <type_traits>

namespace peil::storage {

/// Times as stored: milliseconds since 1970, UTC.
[[nodiscard]] inline std::int64_t toStored(TimePoint time) {
    return time.time_since_epoch().count();
}
[[nodiscard]] inline TimePoint timeFrom(std::int64_t stored) {
    return TimePoint{std::chrono::milliseconds{stored}};
}

inline void bindValue(Statement& to, int index, std::string_view text) {
    to.bind(index, text);
}
inline void bindValue(Statement& to, int index, double value) {
    to.bind(index, value);
}
/// A bool is stored as 0 or 1, an enum as its number.
template <class Number>
requires std::integral<Number> || std::is_enum_v<Number>
void bindValue(Statement& to, int index, Number value) {
    to.bind(index, static_cast<std::int64_t>(value));
}
inline void bindValue(Statement& to, int index, TimePoint time) {
    to.bind(index, toStored(time));
}
template <class Tag>
void bindValue(Statement& to, int index, const Id<Tag>& id) {
    to.bind(index, id.text());
}
inline void bindValue(Statement& to, int index, ByteView bytes) {
    to.bindBlob(index, bytes);
}
template <std::size_t N>
void bindValue(Statement& to, int index, const std::array<std::uint8_t, N>& bytes) {
    to.bindBlob(index, bytes);
}
/// NULL for none.
template <class Value>
void bindValue(Statement& to, int index, const std::optional<Value>& value) {
    if (value)
        bindValue(to, index, *value);
    else
        to.bindNull(index);
}

/// Every call gives the errors of Database::prepare() and Statement::step().
class Query {
public:
    /// `sql` must be a string literal; the values are bound from ?1 on.
    template <class... Values>
    explicit Query(Database& database, const char* sql, const Values&... values)
        : m_statement(database.prepare(sql)) {
        int index = 0;
        if (m_statement) (bindValue(*m_statement, ++index, values), ...);
    }

    /// For a statement that gives no rows.
    [[nodiscard]] Result<> run() {
        if (!m_statement) return tl::unexpected(m_statement.error());
        return m_statement->run();
    }
    /// Whether there is a row.
    [[nodiscard]] Result<bool> any() {
        if (!m_statement) return tl::unexpected(m_statement.error());
        return m_statement->step();
    }
    /// What `of` makes of each row, in their order.
    template <class Of>
    [[nodiscard]] Result<std::vector<std::invoke_result_t<Of, const Statement&>>> rows(Of of) {
        std::vector<std::invoke_result_t<Of, const Statement&>> made;
        for (;;) {
            PEIL_TRY(const bool more, any());
            if (!more) return made;
            made.push_back(of(*m_statement));
        }
    }
    /// What `of` makes of the first row; nullopt if there is none.
    template <class Of>
    [[nodiscard]] Result<std::optional<std::invoke_result_t<Of, const Statement&>>> row(Of of) {
        std::optional<std::invoke_result_t<Of, const Statement&>> made;
        PEIL_TRY(const bool found, any());
        if (found) made = of(*m_statement);
        return made;
    }

private:
    Result<Statement> m_statement;
};

} // namespace peil::storage
