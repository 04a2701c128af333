// SPDX-License-Identifier: Apache-2.0
#include "stat_writer.h"

#include "codebook_text.h"
#include "columns.h"
#include "peil/base/text.h"
#include "stat_codes.h"

#include <ctime>
#include <readstat.h>

namespace peil::exports {
namespace {

constexpr std::size_t kSavLabel = 255;                ///< bytes of a variable's label
constexpr std::size_t kSavValueLabel = 120;           ///< bytes of a value's label
constexpr std::size_t kDtaLabel = 80;                 ///< characters of a label
constexpr std::size_t kDtaValueLabel = 8000;          ///< characters, well below the format's 32,000 bytes
constexpr double kSecondsToUnixEpoch = 12219379200.0; ///< SPSS counts from 1582-10-14
constexpr double kDaysToUnixEpoch = 3653;             ///< Stata counts from 1960-01-01
constexpr std::uint8_t kDtaVersion = 118;             ///< Stata 14: the first with UTF-8
constexpr double kDtaByteLow = -127, kDtaByteHigh = 100;
constexpr double kDtaIntLow = -32767, kDtaIntHigh = 32740;

/// Noon of the day in the machine's own zone, since ReadStat prints the stamp in that zone: the same text everywhere.
std::time_t stampOf(const std::string& date) {
    std::tm when{};
    when.tm_year = 70;
    when.tm_mday = 1;
    if (daysOf(date)) {
        when.tm_year = static_cast<int>(*parseInteger(std::string_view(date).substr(0, 4))) - 1900;
        when.tm_mon = static_cast<int>(*parseInteger(std::string_view(date).substr(5, 2))) - 1;
        when.tm_mday = static_cast<int>(*parseInteger(std::string_view(date).substr(8, 2)));
    }
    when.tm_hour = 12;
    when.tm_isdst = -1;
    return std::mktime(&when);
}

/// How many digits SPSS shows; it keeps them all.
const char* savFormat(const StatColumn& column) {
    constexpr double kSevenDigits = 1e7;
    if (!column.whole) return "F12.4";
    return column.lowest > -kSevenDigits / 10 && column.highest < kSevenDigits ? "F8.0" : "F17.0";
}

class ReadStatWriter final : public StatWriter {
public:
    ReadStatWriter(StatFormat format, const std::vector<StatColumn>& columns, FileSink& sink)
        : m_format(format)
        , m_columns(columns)
        , m_sink(sink)
        , m_writer(readstat_writer_init()) {}
    ReadStatWriter(const ReadStatWriter&) = delete;
    ReadStatWriter& operator=(const ReadStatWriter&) = delete;
    ~ReadStatWriter() override { readstat_writer_free(m_writer); }

    Result<> start(const Head& head) {
        readstat_set_data_writer(m_writer, [](const void* data, std::size_t size, void* context) -> ssize_t {
            auto& self = *static_cast<ReadStatWriter*>(context);
            auto done = self.m_sink.write({static_cast<const char*>(data), size});
            if (done) return static_cast<ssize_t>(size);
            self.m_diskError = done.error();
            return -1;
        });
        readstat_writer_set_file_label(m_writer, shortLabel(head.label).c_str());
        readstat_writer_set_file_timestamp(m_writer, stampOf(head.date));
        m_language = head.language;
        m_text.reserve(kLongestText + 1);
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            PEIL_CHECK(define(i));
        if (sav()) {
            readstat_writer_set_compression(m_writer, READSTAT_COMPRESS_ROWS);
            return check(readstat_begin_writing_sav(m_writer, this, static_cast<long>(head.rows)));
        }
        readstat_writer_set_file_format_version(m_writer, kDtaVersion);
        return check(readstat_begin_writing_dta(m_writer, this, static_cast<long>(head.rows)));
    }

    Result<> row(const Row& row) override {
        PEIL_CHECK(check(readstat_begin_row(m_writer)));
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const auto code = put(m_columns[i], m_variables[i], row);
            if (code != READSTAT_OK) return check(code, m_columns[i].name);
        }
        return check(readstat_end_row(m_writer));
    }

    Result<> end() override { return check(readstat_end_writing(m_writer)); }

private:
    [[nodiscard]] bool sav() const { return m_format == StatFormat::Sav; }

    [[nodiscard]] std::string shortLabel(const std::string& label) const {
        return std::string(sav() ? cutTo(label, kSavLabel) : cutToCharacters(label, kDtaLabel));
    }

    Result<> check(readstat_error_t code, const std::string& column = {}) {
        if (code == READSTAT_OK) return {};
        if (m_diskError) return tl::unexpected<Error>(*m_diskError);
        return fail(ExportErrc::WriterFailed, std::string("The ") + (sav() ? ".sav" : ".dta") +
                                                  " file cannot contain " +
                                                  (column.empty() ? "this table" : "column " + column) + ": " +
                                                  readstat_error_message(code) + ".");
    }

    [[nodiscard]] readstat_type_t typeOf(const StatColumn& column) const {
        switch (column.kind) {
        case StatKind::Text:
        case StatKind::Key:
        case StatKind::ParentKey:
            return READSTAT_TYPE_STRING;
        case StatKind::Day:
            return sav() ? READSTAT_TYPE_DOUBLE : READSTAT_TYPE_INT32;
        default:
            break;
        }
        if (sav() || !column.whole) return READSTAT_TYPE_DOUBLE;
        if (column.lowest >= kDtaByteLow && column.highest <= kDtaByteHigh) return READSTAT_TYPE_INT8;
        if (column.lowest >= kDtaIntLow && column.highest <= kDtaIntHigh) return READSTAT_TYPE_INT16;
        if (column.lowest >= kLowestDtaLabel && column.highest <= kHighestDtaLabel) return READSTAT_TYPE_INT32;
        return READSTAT_TYPE_DOUBLE;
    }

    Result<> define(std::size_t index) {
        const auto& column = m_columns[index];
        const auto type = typeOf(column);
        auto* variable =
            readstat_add_variable(m_writer, column.name.c_str(), type, type == READSTAT_TYPE_STRING ? column.width : 0);
        readstat_variable_set_label(variable, shortLabel(column.label).c_str());
        if (column.kind == StatKind::Day)
            readstat_variable_set_format(variable, sav() ? "DATE11" : "%td");
        else if (sav() && type != READSTAT_TYPE_STRING)
            readstat_variable_set_format(variable, savFormat(column));
        if (type != READSTAT_TYPE_STRING)
            readstat_variable_set_measure(variable, column.labels.empty() && column.kind != StatKind::Flag
                                                        ? READSTAT_MEASURE_SCALE
                                                        : READSTAT_MEASURE_NOMINAL);
        m_variables.push_back(variable);
        if (type == READSTAT_TYPE_STRING || (column.labels.empty() && !column.reasons)) return {};
        auto* labels = readstat_add_label_set(m_writer, sav() ? READSTAT_TYPE_DOUBLE : READSTAT_TYPE_INT32,
                                              ("l" + std::to_string(index + 1)).c_str());
        for (const auto& [value, text] : column.labels)
            labelValue(labels, value, text);
        if (column.reasons) PEIL_CHECK(labelReasons(labels, column, variable));
        readstat_variable_set_label_set(variable, labels);
        return {};
    }

    void labelValue(readstat_label_set_t* labels, double value, const std::string& text) const {
        if (sav())
            readstat_label_double_value(labels, value, std::string(cutTo(text, kSavValueLabel)).c_str());
        else if (value >= kLowestDtaLabel && value <= kHighestDtaLabel)
            readstat_label_int32_value(labels, static_cast<std::int32_t>(value),
                                       std::string(cutToCharacters(text, kDtaValueLabel)).c_str());
    }

    Result<> labelReasons(readstat_label_set_t* labels, const StatColumn& column, readstat_variable_t* variable) {
        for (std::size_t i = static_cast<std::size_t>(MissingReason::NotRelevant); i < kMissingReasons; ++i) {
            const auto reason = static_cast<MissingReason>(i);
            const std::string text(labelOf(reason, m_language));
            if (sav())
                readstat_label_double_value(labels, savCode(column, reason), text.c_str());
            else
                readstat_label_tagged_value(labels, dtaTag(reason), text.c_str());
        }
        if (!sav()) return {};
        return check(readstat_variable_add_missing_double_range(variable, savCode(column, MissingReason::DontKnow),
                                                                savCode(column, MissingReason::NotRelevant)),
                     column.name);
    }

    readstat_error_t putText(const readstat_variable_t* variable, std::string_view text) {
        m_text.assign(text);
        return readstat_insert_string_value(m_writer, variable, m_text.c_str());
    }

    readstat_error_t putNumber(const StatColumn& column, const readstat_variable_t* variable, double value) {
        switch (typeOf(column)) {
        case READSTAT_TYPE_INT8:
            return readstat_insert_int8_value(m_writer, variable, static_cast<std::int8_t>(value));
        case READSTAT_TYPE_INT16:
            return readstat_insert_int16_value(m_writer, variable, static_cast<std::int16_t>(value));
        case READSTAT_TYPE_INT32:
            return readstat_insert_int32_value(m_writer, variable, static_cast<std::int32_t>(value));
        default:
            return readstat_insert_double_value(m_writer, variable, value);
        }
    }

    readstat_error_t putMissing(const StatColumn& column, const readstat_variable_t* variable, MissingReason reason) {
        if (reason == MissingReason::Missing || !column.reasons)
            return readstat_insert_missing_value(m_writer, variable);
        if (!sav()) return readstat_insert_tagged_missing_value(m_writer, variable, dtaTag(reason));
        return readstat_insert_double_value(m_writer, variable, savCode(column, reason));
    }

    readstat_error_t putDay(const readstat_variable_t* variable, std::string_view text) {
        const auto days = daysOf(text);
        if (!days) return readstat_insert_missing_value(m_writer, variable);
        const auto day = static_cast<double>(*days);
        if (sav()) return readstat_insert_double_value(m_writer, variable, day * 86400 + kSecondsToUnixEpoch);
        return readstat_insert_int32_value(m_writer, variable, static_cast<std::int32_t>(day + kDaysToUnixEpoch));
    }

    readstat_error_t put(const StatColumn& column, const readstat_variable_t* variable, const Row& row) {
        if (column.kind == StatKind::Key) return putText(variable, row.key);
        if (column.kind == StatKind::ParentKey) return putText(variable, row.parentKey);
        const auto& cell = row.cells[column.variable];
        const bool there = cell.missing == MissingReason::None;
        switch (column.kind) {
        case StatKind::Text:
            return putText(variable, there ? textPart(cell.text, column.part) : std::string_view());
        case StatKind::Reason:
            if (there) return readstat_insert_missing_value(m_writer, variable);
            return putNumber(column, variable, static_cast<double>(cell.missing));
        default:
            break;
        }
        if (!there) return putMissing(column, variable, cell.missing);
        if (column.kind == StatKind::Day) return putDay(variable, cell.text);
        if (column.kind == StatKind::Flag)
            return putNumber(column, variable, holdsChoice(cell.text, column.choice) ? 1 : 0);
        if (column.kind == StatKind::Number) return putNumber(column, variable, cell.number);
        const auto* code = column.codes.find(cell.text);
        if (code == nullptr) return readstat_insert_missing_value(m_writer, variable);
        return putNumber(column, variable, *code);
    }

    StatFormat m_format;
    const std::vector<StatColumn>& m_columns;
    FileSink& m_sink;
    readstat_writer_t* m_writer;
    std::vector<readstat_variable_t*> m_variables;
    std::optional<Error> m_diskError;
    std::string m_language;
    std::string m_text;
};

} // namespace

Result<std::unique_ptr<StatWriter>> StatWriter::begin(StatFormat format, const Head& head,
                                                      const std::vector<StatColumn>& columns, FileSink& sink) {
    auto writer = std::make_unique<ReadStatWriter>(format, columns, sink);
    PEIL_CHECK(writer->start(head));
    return std::unique_ptr<StatWriter>(std::move(writer));
}

} // namespace peil::exports
