// SPDX-License-Identifier: Apache-2.0

// Compiles a form from its sheets in CSV, each after a line "--- name", with the check by the form engine; a table
// without such lines is one CSV file, which may hold several sheets.

#include "sections.h"

#include "peil/base/file.h"
#include "peil/xlsform/compile.h"

#include <cstdlib>
#include <fstream>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;

constexpr peil::xlsform::WorkbookLimits kSmall{.maxFileBytes = 1U << 16U,
                                               .maxUnpackedBytes = 1U << 16U,
                                               .maxTextBytes = 1U << 16U,
                                               .maxRows = 200,
                                               .maxColumns = 50,
                                               .maxCells = 2'000};

/// A file of this process alone, gone at its end.
class ScratchFile {
public:
    explicit ScratchFile(const std::string& ending)
        : m_path(fs::temp_directory_path() / ("peil-fuzz-" + std::to_string(getpid()) + ending)) {}
    ~ScratchFile() {
        std::error_code ignored;
        fs::remove(m_path, ignored);
    }
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;

    [[nodiscard]] const fs::path& holding(peil::ByteView content) const {
        std::ofstream(m_path, std::ios::binary)
            .write(reinterpret_cast<const char*>(content.data()), static_cast<std::streamsize>(content.size()));
        return m_path;
    }

private:
    fs::path m_path;
};

peil::Result<peil::xlsform::Workbook> read(peil::ByteView bytes) {
    static const ScratchFile file(".csv");
    const auto sections = peil_fuzz::splitSections(peil::textOf(bytes));
    if (sections.size() == 1) return peil::xlsform::readWorkbook(file.holding(bytes), kSmall);
    std::vector<std::pair<std::string, std::string>> sheets;
    for (std::size_t i = 1; i < sections.size(); ++i)
        sheets.emplace_back(sections[i].name, sections[i].text);
    return peil::xlsform::readCsvSheets(sheets, kSmall);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto workbook = read({data, size});
    if (!workbook) return 0;
    const auto compiled = peil::xlsform::compile(*workbook);
    bool error = false;
    for (const auto& remark : compiled.diagnostics) {
        if (remark.id.empty() || remark.message.empty()) std::abort();
        error = error || remark.severity == peil::Severity::Error;
    }
    if (compiled.ok() == error) std::abort();
    return 0;
}
