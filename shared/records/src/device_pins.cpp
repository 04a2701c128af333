// SPDX-License-Identifier: Apache-2.0
#include "peil/records/device_pins.h"

#include "peil/base/error.h"
#include "peil/base/file.h"
#include "peil/base/text.h"
#include "peil/records/error.h"

namespace peil::records {
namespace {

constexpr std::uintmax_t kMaxPinBytes = std::uintmax_t{1} << 20U;
constexpr std::size_t kKeyDigits = 64;

} // namespace

Result<DevicePins> DevicePins::open(std::filesystem::path file) {
    DevicePins pins;
    pins.m_file = std::move(file);
    auto text = readTextFile(pins.m_file, kMaxPinBytes);
    if (!text && text.error().code == BaseErrc::FileNotFound) return pins;
    if (!text) return readTextFile(pins.m_file, kMaxPinBytes).map([&](const auto&) { return pins; });
    for (const auto line : split(*text, '\n')) {
        if (trim(line).empty()) continue;
        const auto parts = splitWhitespace(line);
        if (parts.size() != 2 || parts[1].size() != kKeyDigits || !fromHex(parts[1]))
            return fail(RecordsErrc::BadInput, "The file " + pins.m_file.string() +
                                                   " does not have a tablet and its key on each line; restore it, or "
                                                   "move it to trust the server's keys again.");
        pins.m_keys.emplace(parts[0], parts[1]);
    }
    return pins;
}

bool DevicePins::trust(const DeviceId& device, const std::string& keyHex) {
    const auto [known, isNew] = m_keys.emplace(device.text(), keyHex);
    if (isNew) ++m_added;
    return known->second == keyHex;
}

Result<> DevicePins::save() const {
    if (m_added == 0) return {};
    std::string text;
    for (const auto& [device, key] : m_keys)
        text += device + " " + key + "\n";
    return writeFileDurably(m_file, bytesOf(text), FileMode::Private);
}

} // namespace peil::records
