// SPDX-License-Identifier: Apache-2.0
#pragma once

// The zip archive that an .xlsx or .ods is, and its parts, unpacked while they are read.

#include "sheet_builder.h"
#include "xml_scanner.h"

#include <memory>

struct zip;

namespace peil::xlsform {

/// One part as XML. The archive has to outlive it.
class XmlPart {
public:
    XmlPart(XmlScanner::Source source, const std::string& file, const std::string& name,
            const std::optional<Error>& archiveFault);
    XmlScanner::Token next() { return m_scanner.next(); }
    [[nodiscard]] const XmlScanner& scanner() const { return m_scanner; }
    /// Why next() said Broken: a damaged archive, too much, or XML that is not well-formed.
    [[nodiscard]] tl::unexpected<Error> fault() const;

private:
    XmlScanner m_scanner;
    std::string m_file, m_name;
    const std::optional<Error>& m_archiveFault;
};

class Archive {
public:
    /// Borrows the bytes. @return BadArchive or TooLarge.
    static Result<Archive> open(ByteView bytes, const Reading& reading);

    [[nodiscard]] bool has(const std::string& part) const;
    /// @return BadArchive when it is absent, Encrypted when it is locked. One part at a time.
    [[nodiscard]] Result<XmlPart> part(const std::string& name);
    /// The first bytes of a part that is no XML; empty when it is absent.
    [[nodiscard]] std::string beginning(const std::string& name);

private:
    struct Close {
        void operator()(zip* archive) const;
    };
    Archive(zip* archive, const Reading& reading)
        : m_zip(archive)
        , m_reading(&reading)
        , m_unpacking(std::make_unique<Unpacking>(Unpacking{{}, reading.limits.maxUnpackedBytes})) {}

    std::unique_ptr<zip, Close> m_zip;
    const Reading* m_reading;
    struct Unpacking {
        std::optional<Error> fault; ///< of the part being read
        std::size_t left = 0;       ///< of maxUnpackedBytes
    };
    std::unique_ptr<Unpacking> m_unpacking;
};

} // namespace peil::xlsform
