// SPDX-License-Identifier: Apache-2.0
#include "peil/base/file.h"

#include "peil/base/error.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace peil {
namespace {

/// Closes a file descriptor at the end of a scope.
class Descriptor {
public:
    explicit Descriptor(int fd)
        : m_fd(fd) {}
    ~Descriptor() {
        if (m_fd >= 0) ::close(m_fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

tl::unexpected<Error> unwritable(const std::filesystem::path& file) {
    const bool full = errno == ENOSPC || errno == EDQUOT;
    return full ? fail(BaseErrc::DiskFull, "The disk is full: \"" + file.string() +
                                               "\" was not written. Free some space "
                                               "and try again.")
                : fail(BaseErrc::FileUnwritable,
                       "\"" + file.string() + "\" cannot be written: " + std::generic_category().message(errno) + ".");
}

Result<> writeAll(int fd, ByteView content, const std::filesystem::path& file) {
    while (!content.empty()) {
        const auto written = ::write(fd, content.data(), content.size());
        if (written < 0) {
            if (errno == EINTR) continue;
            return unwritable(file);
        }
        content = content.subspan(static_cast<std::size_t>(written));
    }
    if (::fsync(fd) != 0) return unwritable(file);
    return {};
}

} // namespace

Result<std::string> readTextFile(const std::filesystem::path& file, std::uintmax_t maxBytes) {
    std::ifstream in(file, std::ios::binary);
    std::error_code status;
    if (!in || std::filesystem::is_directory(file, status))
        return fail(BaseErrc::FileNotFound,
                    "The file " + file.string() + " does not exist or cannot be opened; check its name and place.");
    std::string text;
    char chunk[65536];
    while (in.read(chunk, sizeof chunk) || in.gcount() > 0) {
        text.append(chunk, static_cast<std::size_t>(in.gcount()));
        if (text.size() > maxBytes)
            return fail(BaseErrc::FileUnreadable, "The file " + file.string() +
                                                      " cannot be read: it is larger than the limit of " +
                                                      std::to_string(maxBytes) + " bytes.");
    }
    if (in.bad()) return fail(BaseErrc::FileUnreadable, "The file " + file.string() + " cannot be read.");
    return text;
}

Result<Bytes> readFile(const std::filesystem::path& file, std::uintmax_t maxBytes) {
    PEIL_TRY(const auto text, readTextFile(file, maxBytes));
    return toBytes(text);
}

Result<> writeFileDurably(const std::filesystem::path& file, ByteView content, FileMode mode) {
    std::string temporary = file.string() + ".XXXXXX";
    {
        const Descriptor out(::mkstemp(temporary.data()));
        if (out.get() < 0) return unwritable(file);
        auto written = writeAll(out.get(), content, file);
        if (written && mode == FileMode::Shared && ::fchmod(out.get(), 0644) != 0) written = unwritable(file);
        if (!written) {
            ::unlink(temporary.c_str());
            return written;
        }
    }
    if (::rename(temporary.c_str(), file.c_str()) != 0) {
        auto error = unwritable(file);
        ::unlink(temporary.c_str());
        return error;
    }
    const auto parent = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    const Descriptor folder(::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() < 0 || ::fsync(folder.get()) != 0) return unwritable(file);
    return {};
}

} // namespace peil
