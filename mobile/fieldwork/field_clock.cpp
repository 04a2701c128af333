// SPDX-License-Identifier: Apache-2.0
#include "field_clock.h"

#include "peil/base/file.h"

#include <QtCore/qdatetime.h>

#include <sstream>

namespace peil::mobile {
namespace {

constexpr std::uintmax_t kMaxBootName = 64;

std::int64_t count(TimePoint time) {
    return time.time_since_epoch().count();
}

} // namespace

std::optional<TimePoint> parseUtc(std::string_view text) {
    const auto time =
        QDateTime::fromString(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())), Qt::ISODateWithMs);
    if (!time.isValid()) return std::nullopt;
    return TimePoint(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

std::string currentBoot() {
    const auto text = readTextFile("/proc/sys/kernel/random/boot_id", kMaxBootName);
    return text ? text->substr(0, text->find('\n')) : std::string();
}

FieldClock::FieldClock(const Clock& wall, const Clock& boot, std::string bootName)
    : m_wall(&wall)
    , m_boot(&boot)
    , m_bootName(std::move(bootName)) {}

const FieldClock::Check* FieldClock::holding() const {
    if (!m_check) return nullptr;
    const auto byWall = m_wall->now() - m_check->wall;
    if (m_check->bootName == m_bootName && !m_bootName.empty()) {
        const auto set = byWall - (m_boot->now() - m_check->boot);
        return std::chrono::abs(set) < kTolerance ? &*m_check : nullptr;
    }
    return byWall.count() >= 0 && byWall <= kLongestUnseen ? &*m_check : nullptr;
}

TimePoint FieldClock::now() const {
    const std::lock_guard lock(m_mutex);
    const auto* check = holding();
    return m_wall->now() + (check == nullptr ? std::chrono::milliseconds{0} : check->behind);
}

bool FieldClock::isTrusted() const {
    const std::lock_guard lock(m_mutex);
    return holding() != nullptr;
}

std::chrono::milliseconds FieldClock::behind() const {
    const std::lock_guard lock(m_mutex);
    const auto* check = holding();
    return check == nullptr ? std::chrono::milliseconds{0} : check->behind;
}

void FieldClock::check(TimePoint server) {
    const std::lock_guard lock(m_mutex);
    const auto wall = m_wall->now();
    const auto behind = server - wall;
    // What the message took on its way is no error of the clock.
    m_check = Check{wall, m_boot->now(), std::chrono::abs(behind) < kTolerance ? std::chrono::milliseconds{0} : behind,
                    m_bootName};
}

std::string FieldClock::text() const {
    const std::lock_guard lock(m_mutex);
    if (!m_check) return {};
    return std::to_string(count(m_check->wall)) + ' ' + std::to_string(count(m_check->boot)) + ' ' +
           std::to_string(m_check->behind.count()) + ' ' + m_check->bootName;
}

void FieldClock::take(const std::string& text) {
    const std::lock_guard lock(m_mutex);
    std::istringstream in(text);
    in.imbue(std::locale::classic());
    std::int64_t wall = 0, boot = 0, behind = 0;
    m_check.reset();
    if (!(in >> wall >> boot >> behind)) return;
    Check check{TimePoint(std::chrono::milliseconds(wall)),
                TimePoint(std::chrono::milliseconds(boot)),
                std::chrono::milliseconds(behind),
                {}};
    in >> check.bootName;
    m_check = std::move(check);
}

} // namespace peil::mobile
