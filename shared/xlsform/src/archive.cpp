// SPDX-License-Identifier: Apache-2.0
#include "archive.h"

#include <zip.h>

namespace peil::xlsform {

namespace {

constexpr zip_int64_t kMaxParts = 10'000;
constexpr std::size_t kPiece = 65'536;

using OpenPart = std::unique_ptr<zip_file_t, int (*)(zip_file_t*)>;

} // namespace

XmlPart::XmlPart(XmlScanner::Source source, const std::string& file, const std::string& name,
                 const std::optional<Error>& archiveFault)
    : m_scanner(std::move(source))
    , m_file(file)
    , m_name(name)
    , m_archiveFault(archiveFault) {}

tl::unexpected<Error> XmlPart::fault() const {
    if (m_archiveFault) return tl::unexpected(*m_archiveFault);
    return damagedFile(XlsformErrc::BadXml, m_file, "the part " + m_name + " is not well-formed XML");
}

void Archive::Close::operator()(zip* archive) const {
    zip_discard(archive);
}

Result<Archive> Archive::open(ByteView bytes, const Reading& reading) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    zip_error_fini(&error);
    if (archive == nullptr) {
        zip_source_free(source);
        return fail(XlsformErrc::BadArchive,
                    reading.file + " is damaged: it is not a complete zip archive. Save or copy it again.");
    }
    Archive opened(archive, reading);
    if (zip_get_num_entries(archive, 0) > kMaxParts)
        return fail(XlsformErrc::TooLarge,
                    reading.file + " has more than " + std::to_string(kMaxParts) + " parts. It is not a form.");
    return opened;
}

bool Archive::has(const std::string& part) const {
    return zip_name_locate(m_zip.get(), part.c_str(), ZIP_FL_NOCASE) >= 0;
}

Result<XmlPart> Archive::part(const std::string& name) {
    m_unpacking->fault.reset();
    const auto damaged = [file = m_reading->file, name](const char* what) {
        return damagedFile(XlsformErrc::BadArchive, file, "the part " + name + " " + what);
    };
    const auto index = zip_name_locate(m_zip.get(), name.c_str(), ZIP_FL_NOCASE);
    if (index < 0) return damaged("is missing");
    const std::shared_ptr<zip_file_t> file(zip_fopen_index(m_zip.get(), static_cast<zip_uint64_t>(index), 0),
                                           [](zip_file_t* open) {
                                               if (open != nullptr) zip_fclose(open);
                                           });
    if (!file) {
        if (zip_error_code_zip(zip_get_error(m_zip.get())) == ZIP_ER_NOPASSWD)
            return fail(XlsformErrc::Encrypted, m_reading->file + " is protected by a password. Save it without one.");
        return damaged("cannot be decompressed");
    }
    const auto more = [file, damaged, reading = m_reading, state = m_unpacking.get()](std::string& buffer) {
        const auto size = buffer.size();
        buffer.resize(size + kPiece);
        const auto read = zip_fread(file.get(), buffer.data() + size, kPiece);
        const auto got = read < 0 ? 0 : static_cast<std::size_t>(read);
        buffer.resize(size + got);
        if (read < 0) state->fault = damaged("cannot be decompressed").value();
        if (got > state->left)
            state->fault = fail(XlsformErrc::TooLarge, reading->file + " decompresses to more than " +
                                                           std::to_string(reading->limits.maxUnpackedBytes >> 20U) +
                                                           " MiB. Copy what belongs to the form into a new workbook.")
                               .value();
        if (state->fault) {
            buffer.resize(size); // what is left is cut, so the scanner stops with Broken
            return false;
        }
        state->left -= got;
        return got > 0;
    };
    return XmlPart(more, m_reading->file, name, m_unpacking->fault);
}

std::string Archive::beginning(const std::string& name) {
    const auto index = zip_name_locate(m_zip.get(), name.c_str(), 0);
    if (index < 0) return {};
    const OpenPart file(zip_fopen_index(m_zip.get(), static_cast<zip_uint64_t>(index), 0), zip_fclose);
    std::string text(200, '\0');
    const auto read = file ? zip_fread(file.get(), text.data(), text.size()) : 0;
    text.resize(read > 0 ? static_cast<std::size_t>(read) : 0);
    return text;
}

} // namespace peil::xlsform
