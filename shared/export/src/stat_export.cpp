// SPDX-License-Identifier: Apache-2.0
#include "peil/export/stat_export.h"

#include "peil/base/csv.h"
#include "peil/base/text.h"
#include "peil/export/csv_export.h"
#include "stat_codes.h"
#include "stat_writer.h"
#include "table_reader.h"

namespace peil::exports {
namespace {

struct Part {
    double from, to;
};

constexpr std::size_t kMostDtaColumns = 32767; ///< of version 118

Result<> checkColumns(const Table& table, std::size_t columns, StatFormat format) {
    if (format != StatFormat::Dta || columns <= kMostDtaColumns) return {};
    return fail(ExportErrc::TooManyColumns, "Table " + table.name + " needs " + std::to_string(columns) +
                                                " columns, but .dta supports at most 32,767; use .sav or CSV.");
}

Result<> writeRows(const Dataset& dataset, TableSource& source, const std::vector<StatColumn>& columns,
                   std::uint64_t rows, StatFormat format, const StatOptions& options, FileSink& sink,
                   const Progress& progress, Part part) {
    const auto& table = source.table();
    PEIL_CHECK(checkColumns(table, columns.size(), format));
    const auto own = table.label.in(options.language);
    const auto title = own.empty() ? dataset.title.in(options.language) : own;
    const StatWriter::Head head{title.empty() ? dataset.id : std::string(title), dataset.date, rows, options.language};
    PEIL_TRY(const auto writer, StatWriter::begin(format, head, columns, sink));
    PEIL_CHECK(forEachRow(source, progress, part.from, part.to, rows,
                          [&](const Row& row) -> Result<> { return writer->row(row); }));
    PEIL_CHECK(writer->end());
    return sink.close();
}

/// What one format cannot hold must not cost another its file.
bool isOfFormat(const Error& error) {
    return error.code == ExportErrc::TooManyColumns || error.code == ExportErrc::WriterFailed;
}

/// "dk = 2; other = 3": the codes that are not their own number.
std::string mappedCodes(const Variable& variable) {
    std::string out;
    const auto numbers = statNumbers(variable.values);
    for (std::size_t i = 0; i < numbers.size(); ++i)
        if (isMapped(variable.values[i].value, numbers[i]))
            out += (out.empty() ? "" : "; ") + variable.values[i].value + " = " + formatNumber(numbers[i]);
    return out;
}

void addNames(const Table& table, const std::vector<StatColumn>& columns, CsvWriter& names) {
    const auto csvNames = columnNames(table);
    for (const auto& column : columns) {
        names.cell(table.name);
        if (column.kind == StatKind::Key)
            names.cell("KEY");
        else if (column.kind == StatKind::ParentKey)
            names.cell("PARENT_KEY");
        else
            names.cell(csvNames[column.variable]);
        names.cell(column.name);
        if (column.kind == StatKind::Flag)
            names.cell("choice " + column.choice);
        else if (column.kind == StatKind::Reason)
            names.cell("reason");
        else
            names.cell(column.part == 0 ? "" : "part " + std::to_string(column.part + 1));
        names.cell(column.kind == StatKind::Coded ? mappedCodes(table.variables[column.variable]) : "");
        names.endRow();
    }
}

} // namespace

Result<std::vector<NotWritten>> writeStatFiles(const Dataset& dataset, ExportFolder& folder, const StatOptions& options,
                                               const Progress& progress) {
    PEIL_CHECK(checkDataset(dataset));
    CsvWriter names(FormulaGuard::On);
    for (const auto* name : {"table", "column", "name", "holds", "codes"})
        names.cell(name);
    names.endRow();
    std::vector<NotWritten> notWritten;
    const double steps = static_cast<double>(dataset.tables.size() * std::max<std::size_t>(1, options.formats.size()));
    double step = 0;
    for (auto* source : dataset.tables) {
        PEIL_TRY(const auto counted, profile(*source));
        const auto columns = planColumns(source->table(), counted, options.language).columns;
        addNames(source->table(), columns, names);
        for (const auto format : options.formats) {
            const auto file = fileStem(dataset, source->table()) + (format == StatFormat::Sav ? ".sav" : ".dta");
            PEIL_TRY(auto sink, folder.open(file));
            const auto written = writeRows(dataset, *source, columns, counted.rows, format, options, sink, progress,
                                           {step / steps, (step + 1) / steps});
            if (!written && !isOfFormat(written.error())) return tl::unexpected<Error>(written.error());
            if (!written) {
                PEIL_CHECK(folder.discard(file));
                notWritten.push_back({file, written.error()});
            }
            step += 1;
        }
    }
    PEIL_CHECK(folder.write("names.csv", names.text()));
    return notWritten;
}

} // namespace peil::exports
