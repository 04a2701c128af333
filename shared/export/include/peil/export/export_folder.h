// SPDX-License-Identifier: Apache-2.0
#pragma once

// A folder that is created atomically: files are written to a hidden folder beside it, which is renamed at the end.

#include "peil/export/export_error.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace peil::exports {

/// A file that is being written. Move-only.
class FileSink {
public:
    /// @return FileUnwritable or DiskFull.
    [[nodiscard]] static Result<FileSink> create(const std::filesystem::path& file);
    FileSink(FileSink&& other) noexcept;
    FileSink& operator=(FileSink&&) = delete;
    ~FileSink();
    /// Buffered. @return FileUnwritable or DiskFull.
    [[nodiscard]] Result<> write(std::string_view text);
    /// Flushes to the disk. @return FileUnwritable or DiskFull.
    [[nodiscard]] Result<> close();

private:
    FileSink(int file, std::string name)
        : m_file(file)
        , m_name(std::move(name)) {}
    [[nodiscard]] Result<> flush();
    int m_file = -1;
    std::string m_name;
    std::string m_buffer;
};

/// Move-only; what was not committed is removed on destruction. Threads: one.
class ExportFolder {
public:
    /// Makes the hidden folder beside `target`.
    /// @return TargetExists when `target` is there and is not an empty folder, FileUnwritable or DiskFull.
    [[nodiscard]] static Result<ExportFolder> create(const std::filesystem::path& target);
    ExportFolder(ExportFolder&& other) noexcept;
    ExportFolder& operator=(ExportFolder&&) = delete;
    ~ExportFolder();

    /// Where to put files until commit().
    [[nodiscard]] const std::filesystem::path& path() const { return m_work; }
    /// A new file of that name. @return BadName when it was opened before or is not a plain name.
    [[nodiscard]] Result<FileSink> open(const std::string& name);
    /// A whole small file.
    [[nodiscard]] Result<> write(const std::string& name, std::string_view content);
    /// Removes a file; its sink must not be used afterwards. @return FileUnwritable.
    [[nodiscard]] Result<> discard(const std::string& name);
    /// Names of the files so far, in the order of their writing.
    [[nodiscard]] const std::vector<std::string>& files() const { return m_files; }
    /// Puts the folder in its place. @return FileUnwritable; nothing is then left behind.
    [[nodiscard]] Result<> commit();

private:
    ExportFolder(std::filesystem::path target, std::filesystem::path work)
        : m_target(std::move(target))
        , m_work(std::move(work)) {}
    std::filesystem::path m_target, m_work;
    std::vector<std::string> m_files;
    bool m_committed = false;
};

} // namespace peil::exports
