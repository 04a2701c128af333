// SPDX-License-Identifier: Apache-2.0
#include "xlsx_parts.h"

#include <zip.h>

namespace peil::xlsform {

namespace {

constexpr zip_int64_t kMaxParts = 10'000;

/// The container of old .xls files and of workbooks with a password.
bool isCompoundFile(std::string_view bytes) {
    return bytes.starts_with("\xD0\xCF\x11\xE0");
}

bool holdsEncryptedPackage(std::string_view bytes) {
    using namespace std::string_view_literals;
    return bytes.find("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv) != std::string_view::npos;
}

tl::unexpected<Error> refuseStranger(std::string_view bytes, const std::string& file) {
    if (!isCompoundFile(bytes))
        return fail(
            XlsformErrc::NotAWorkbook,
            file +
                " is not an .xlsx workbook. Save the form as .xlsx, or as a folder with one CSV file for each sheet.");
    if (holdsEncryptedPackage(bytes))
        return fail(XlsformErrc::Encrypted, file + " is protected by a password. Save it without one.");
    return fail(XlsformErrc::NotAWorkbook, file + " is an old .xls file. Save it as .xlsx.");
}

} // namespace

void Archive::Close::operator()(zip* archive) const {
    zip_discard(archive);
}

Result<Archive> Archive::open(ByteView bytes, std::string_view file, const WorkbookLimits& limits) {
    const std::string name(file);
    if (bytes.size() > limits.maxFileBytes)
        return fail(XlsformErrc::TooLarge,
                    name + " is larger than " + std::to_string(limits.maxFileBytes >> 20U) + " MiB.");
    const auto view = textOf(bytes);
    if (!view.starts_with("PK")) return refuseStranger(view, name);
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    zip_error_fini(&error);
    if (archive == nullptr) {
        zip_source_free(source);
        return fail(XlsformErrc::BadArchive,
                    name + " is damaged: it is not a complete zip archive. Save or copy it again.");
    }
    Archive opened(archive, file);
    if (zip_get_num_entries(archive, 0) > kMaxParts)
        return fail(XlsformErrc::TooLarge,
                    name + " has more than " + std::to_string(kMaxParts) + " parts. It is not a form.");
    if (!opened.has("xl/workbook.xml"))
        return fail(XlsformErrc::NotAWorkbook,
                    name + " is a zip archive, but not an .xlsx workbook. Save the form as .xlsx.");
    return opened;
}

bool Archive::has(const std::string& part) const {
    return zip_name_locate(m_zip.get(), part.c_str(), ZIP_FL_NOCASE) >= 0;
}

Result<std::string> Archive::part(const std::string& name, std::size_t maxBytes) const {
    const auto damaged = [&](const char* what) {
        return fail(XlsformErrc::BadArchive, m_file + ": the part " + name + " " + what + ". Save the form again.");
    };
    const auto index = zip_name_locate(m_zip.get(), name.c_str(), ZIP_FL_NOCASE);
    if (index < 0) return damaged("is missing");
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(
        zip_fopen_index(m_zip.get(), static_cast<zip_uint64_t>(index), 0), zip_fclose);
    if (!file) {
        const bool locked = zip_error_code_zip(zip_get_error(m_zip.get())) == ZIP_ER_NOPASSWD;
        if (locked) return fail(XlsformErrc::Encrypted, m_file + " is protected by a password. Save it without one.");
        return damaged("cannot be decompressed");
    }
    std::string text;
    char chunk[65536];
    for (;;) {
        const auto read = zip_fread(file.get(), chunk, sizeof chunk);
        if (read < 0) return damaged("cannot be decompressed");
        if (read == 0) return text;
        text.append(chunk, static_cast<std::size_t>(read));
        if (text.size() > maxBytes)
            return fail(XlsformErrc::TooLarge, m_file + ": the part " + name + " decompresses to more than " +
                                                   std::to_string(maxBytes >> 20U) + " MiB. A form is far smaller.");
    }
}

} // namespace peil::xlsform
