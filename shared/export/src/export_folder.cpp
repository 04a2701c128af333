// SPDX-License-Identifier: Apache-2.0
#include "peil/export/export_folder.h"

#include "peil/base/error.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace peil::exports {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kBuffer = std::size_t{1} << 18U;

tl::unexpected<Error> unwritable(const std::string& name) {
    const int reason = errno;
    if (reason == ENOSPC || reason == EDQUOT)
        return fail(BaseErrc::DiskFull,
                    "The disk is full: \"" + name + "\" was not written. Free some space and try again.");
    return fail(BaseErrc::FileUnwritable,
                "\"" + name + "\" cannot be written: " + std::generic_category().message(reason) + ".");
}

/// Syncs a folder, so that a rename in it survives a power cut.
bool syncFolder(const fs::path& folder) {
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) return false;
    const bool good = ::fsync(file) == 0;
    ::close(file);
    return good;
}

} // namespace

Result<FileSink> FileSink::create(const fs::path& file) {
    const int opened = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (opened < 0) return unwritable(file.string());
    return FileSink(opened, file.string());
}

FileSink::FileSink(FileSink&& other) noexcept
    : m_file(std::exchange(other.m_file, -1))
    , m_name(std::move(other.m_name))
    , m_buffer(std::move(other.m_buffer)) {}

FileSink::~FileSink() {
    if (m_file >= 0) ::close(m_file);
}

Result<> FileSink::flush() {
    std::string_view rest = m_buffer;
    while (!rest.empty()) {
        const auto written = ::write(m_file, rest.data(), rest.size());
        if (written < 0) {
            if (errno == EINTR) continue;
            return unwritable(m_name);
        }
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    m_buffer.clear();
    return {};
}

Result<> FileSink::write(std::string_view text) {
    m_buffer += text;
    return m_buffer.size() < kBuffer ? Result<>() : flush();
}

Result<> FileSink::close() {
    PEIL_CHECK(flush());
    if (::fsync(m_file) != 0) return unwritable(m_name);
    if (::close(std::exchange(m_file, -1)) != 0) return unwritable(m_name);
    return {};
}

Result<ExportFolder> ExportFolder::create(const fs::path& target) {
    auto place = target.lexically_normal();
    if (!place.has_filename()) place = place.parent_path();
    std::error_code error;
    const bool there = fs::exists(place, error);
    if (there && !(fs::is_directory(place, error) && fs::is_empty(place, error)))
        return fail(ExportErrc::TargetExists,
                    "\"" + place.string() + "\" already exists and is not empty; choose another folder.");
    const auto parent = place.has_parent_path() ? place.parent_path() : fs::path(".");
    fs::create_directories(parent, error);
    std::string work = (parent / ("." + place.filename().string() + ".XXXXXX")).string();
    if (::mkdtemp(work.data()) == nullptr) return unwritable(place.string());
    return ExportFolder(place, work);
}

ExportFolder::ExportFolder(ExportFolder&& other) noexcept
    : m_target(std::move(other.m_target))
    , m_work(std::move(other.m_work))
    , m_files(std::move(other.m_files))
    , m_committed(std::exchange(other.m_committed, true)) {}

ExportFolder::~ExportFolder() {
    if (m_committed) return;
    std::error_code ignored;
    fs::remove_all(m_work, ignored);
}

Result<FileSink> ExportFolder::open(const std::string& name) {
    if (name.empty() || name.front() == '.' || name.find('/') != std::string::npos ||
        std::find(m_files.begin(), m_files.end(), name) != m_files.end())
        return fail(ExportErrc::BadName, "The export cannot contain a duplicate or nameless file \"" + name + "\".");
    PEIL_TRY(auto sink, FileSink::create(m_work / name));
    m_files.push_back(name);
    return sink;
}

Result<> ExportFolder::write(const std::string& name, std::string_view content) {
    PEIL_TRY(auto sink, open(name));
    PEIL_CHECK(sink.write(content));
    return sink.close();
}

Result<> ExportFolder::discard(const std::string& name) {
    std::erase(m_files, name);
    if (::unlink((m_work / name).c_str()) != 0) return unwritable(name);
    return {};
}

Result<> ExportFolder::commit() {
    if (!syncFolder(m_work)) return unwritable(m_work.string());
    // An empty folder with that name is replaced; anything else makes the rename fail.
    if (::rename(m_work.c_str(), m_target.c_str()) != 0) return unwritable(m_target.string());
    m_committed = true;
    const auto parent = m_target.has_parent_path() ? m_target.parent_path() : fs::path(".");
    if (!syncFolder(parent)) return unwritable(parent.string());
    return {};
}

} // namespace peil::exports
