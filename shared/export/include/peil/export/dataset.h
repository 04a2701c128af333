// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is exported: a main table and one for each repeat, with what every variable means. Rows come one at a time
// through TableSource, so that a hundred thousand interviews need no more memory than one. Not for cleaning: only
// approved, consented rows should reach it.

#include "peil/base/answer.h"
#include "peil/export/export_error.h"

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace peil::exports {

using peil::FieldClass;

/// Why a cell has no value. Persisted in exports (codes of .sav and .dta): never renumber.
enum class MissingReason : std::uint8_t {
    None = 0,        ///< it has one
    Missing = 1,     ///< empty, no reason known
    NotRelevant = 2, ///< the form did not ask it
    BrokenOff = 3,   ///< the interview ended before it
    Skipped = 4,
    Refused = 5,
    DontKnow = 6,
};
inline constexpr std::size_t kMissingReasons = 7;
/// missing, not_relevant, broken_off, skipped, refused, dont_know; empty for None.
[[nodiscard]] std::string_view idOf(MissingReason reason);
/// None for an unknown word.
[[nodiscard]] MissingReason missingReason(std::string_view word);

/// One text in several languages, by tag ("nl").
class Labels {
public:
    Labels() = default;
    Labels(std::initializer_list<std::pair<const std::string, std::string>> texts)
        : m_texts(texts) {}
    void set(std::string language, std::string text) { m_texts[std::move(language)] = std::move(text); }
    /// In `language`, else in English, else in the first there is, else empty. Lives as long as the object.
    [[nodiscard]] std::string_view in(std::string_view language) const;
    [[nodiscard]] const std::map<std::string, std::string, std::less<>>& all() const { return m_texts; }

private:
    std::map<std::string, std::string, std::less<>> m_texts;
};

enum class VariableType {
    Number,
    Text,
    Date,    ///< ISO 8601 day, 2024-01-31
    Choice,  ///< one code of `values`
    Choices, ///< codes of `values` between spaces
};
/// Who says of which type a variable is.
enum class TypeOrigin {
    Form,     ///< its question, or the type that the form declares
    Study,    ///< study.toml, [fields]: what the study counts with
    Inferred, ///< the expression that calculates it can give nothing else
};
[[nodiscard]] std::string_view idOf(VariableType type);
[[nodiscard]] std::string_view idOf(TypeOrigin origin);

struct ValueLabel {
    std::string value; ///< the code as the form stores it
    Labels label;
};
struct Variable {
    std::string name;                ///< of the question
    std::vector<std::string> groups; ///< outermost first, without the repeat of its table
    Labels label;
    VariableType type = VariableType::Text;
    FieldClass variableClass = FieldClass::Sealed;
    std::vector<ValueLabel> values; ///< of a choice, in the form's order
    TypeOrigin typeOrigin = TypeOrigin::Form;
};
/// ODK's column: groups and name joined by '-'. Columns of one table may be alike, see columnNames().
[[nodiscard]] std::string columnOf(const Variable& variable);

struct Table {
    std::string name;   ///< the form's id, or the repeat's name
    std::string parent; ///< name of the table that a repeat's rows belong to; empty for the main table
    Labels label;
    std::vector<Variable> variables;
};
/// The column of each variable in CSV, codebook and names.csv: columnOf(), with _2, _3, … where that is taken by a
/// variable before it, or by KEY or PARENT_KEY.
[[nodiscard]] std::vector<std::string> columnNames(const Table& table);

/// `text` is borrowed until the next row.
struct Cell {
    MissingReason missing = MissingReason::Missing;
    double number = 0;     ///< of a Number
    std::string_view text; ///< of every other type

    [[nodiscard]] static Cell of(double value) { return {MissingReason::None, value, {}}; }
    /// Missing when empty.
    [[nodiscard]] static Cell of(std::string_view value) {
        return {value.empty() ? MissingReason::Missing : MissingReason::None, 0, value};
    }
    [[nodiscard]] static Cell no(MissingReason reason) { return {reason, 0, {}}; }
};
struct Row {
    std::string_view key;        ///< e.g. "uuid:…", or "uuid:…/visit[2]" in a repeat
    std::string_view parentKey;  ///< empty in the main table
    std::span<const Cell> cells; ///< one for each variable
};

/// The rows of one table, in an order that does not change. Read more than once: rewind() starts again.
/// Threads: one at a time.
class TableSource {
public:
    virtual ~TableSource() = default;
    [[nodiscard]] virtual const Table& table() const = 0;
    [[nodiscard]] virtual Result<> rewind() = 0;
    /// False after the last row. What `row` points at lives until the next call.
    [[nodiscard]] virtual Result<bool> next(Row& row) = 0;
};

/// A table that is held in memory.
class MemoryTable final : public TableSource {
public:
    explicit MemoryTable(Table table)
        : m_table(std::move(table)) {}
    /// Copies what the row borrows. @return BadRow when the number of cells is not that of the variables.
    [[nodiscard]] Result<> append(const Row& row);
    [[nodiscard]] std::size_t rows() const { return m_rows.size(); }
    [[nodiscard]] const Table& table() const override { return m_table; }
    [[nodiscard]] Result<> rewind() override;
    [[nodiscard]] Result<bool> next(Row& row) override;

private:
    struct Stored {
        std::string key, parentKey, text; ///< the texts of all cells, one after another
        std::vector<Cell> cells;          ///< their `text` is set on reading
        std::vector<std::uint32_t> lengths;
    };
    Table m_table;
    std::vector<Stored> m_rows;
    std::vector<Cell> m_current;
    std::size_t m_next = 0;
};

/// Borrows its tables for the time of an export.
struct Dataset {
    std::string id;      ///< e.g. "opaak"
    std::string version; ///< of the frozen data
    Labels title;
    Labels description;
    std::string producer;
    std::string date; ///< ISO day of the freeze; printed, never read from the clock
    std::vector<TableSource*> tables;
};

/// Called with the share that is done, 0..1, now and then; false stops the work with Cancelled.
using Progress = std::function<bool(double)>;

} // namespace peil::exports
