// SPDX-License-Identifier: Apache-2.0
#include "peil/export/stat_export.h"

#include "peil/base/csv.h"
#include "peil/export/csv_export.h"
#include "stat_writer.h"
#include "table_reader.h"

namespace peil::exports {
namespace {

struct Part {
    double from, to;
};

Result<> writeOne(const Dataset& dataset, TableSource& source, const std::vector<StatColumn>& columns,
                  std::uint64_t rows, StatFormat format, const StatOptions& options, ExportFolder& folder,
                  const Progress& progress, Part part) {
    const auto& table = source.table();
    const std::string ending = format == StatFormat::Sav ? ".sav" : ".dta";
    PEIL_TRY(auto sink, folder.open(fileStem(dataset, table) + ending));
    const auto own = table.label.in(options.language);
    const auto title = own.empty() ? dataset.title.in(options.language) : own;
    const StatWriter::Head head{title.empty() ? dataset.id : std::string(title), dataset.date, rows, options.language};
    PEIL_TRY(const auto writer, StatWriter::begin(format, head, columns, sink));
    PEIL_CHECK(forEachRow(source, progress, part.from, part.to, rows,
                          [&](const Row& row) -> Result<> { return writer->row(row); }));
    PEIL_CHECK(writer->end());
    return sink.close();
}

void addNames(const Table& table, const std::vector<StatColumn>& columns, CsvWriter& names) {
    for (const auto& column : columns) {
        names.cell(table.name);
        if (column.kind == StatKind::Key)
            names.cell("KEY");
        else if (column.kind == StatKind::ParentKey)
            names.cell("PARENT_KEY");
        else
            names.cell(columnOf(table.variables[column.variable]));
        names.cell(column.name);
        if (column.kind == StatKind::Flag)
            names.cell("choice " + column.choice);
        else if (column.kind == StatKind::Reason)
            names.cell("reason");
        else
            names.cell(column.part == 0 ? "" : "part " + std::to_string(column.part + 1));
        names.endRow();
    }
}

} // namespace

Result<> writeStatFiles(const Dataset& dataset, ExportFolder& folder, const StatOptions& options,
                        const Progress& progress) {
    PEIL_CHECK(checkDataset(dataset));
    CsvWriter names(FormulaGuard::On);
    for (const auto* name : {"table", "column", "name", "holds"})
        names.cell(name);
    names.endRow();
    const double steps = static_cast<double>(dataset.tables.size() * std::max<std::size_t>(1, options.formats.size()));
    double step = 0;
    for (auto* source : dataset.tables) {
        PEIL_TRY(const auto counted, profile(*source));
        PEIL_TRY(const auto columns, planColumns(source->table(), counted, options.language));
        addNames(source->table(), columns, names);
        for (const auto format : options.formats) {
            PEIL_CHECK(writeOne(dataset, *source, columns, counted.rows, format, options, folder, progress,
                                {step / steps, (step + 1) / steps}));
            step += 1;
        }
    }
    return folder.write("names.csv", names.text());
}

} // namespace peil::exports
