// SPDX-License-Identifier: Apache-2.0
// The lists of the home page: what the store and the study say, in the words of the app's language.
#include "app_controller.h"
#include "qt_text.h"

#include <QtCore/qdatetime.h>
#include <QtCore/qlocale.h>
#include <QtCore/qtimezone.h>

#include <algorithm>
#include <map>
#include <span>

namespace peil::mobile {
namespace {

constexpr qint64 kDaysOfNotice = 7;

QString localTime(const QDateTime& utc, const QString& language) {
    const auto local = utc.toLocalTime();
    const QLocale locale(language);
    const bool today = local.date() == QDateTime::currentDateTime().date();
    return today ? AppController::tr("Today, %1").arg(locale.toString(local.time(), QLocale::ShortFormat))
                 : locale.toString(local, QStringLiteral("d MMMM, HH:mm"));
}

QString stateText(const storage::InterviewSummary& interview) {
    switch (interview.state) {
    case storage::InterviewState::Draft:
        return interview.outcome == idOf(Outcome::BrokenOff) ? AppController::tr("Paused")
                                                             : AppController::tr("Not finished");
    case storage::InterviewState::Finalised:
        return AppController::tr("Waiting to be sent");
    case storage::InterviewState::Received:
        return AppController::tr("Received");
    case storage::InterviewState::Refused:
        return AppController::tr("Received, to be checked");
    }
    return {};
}

/// Notices for the fieldworker besides the coordinators' messages.
QStringList noticesOf(const HomeData& home, const QString& language) {
    QStringList notices;
    const auto timeOf = [](const std::string& text) { return QDateTime::fromString(qText(text), Qt::ISODateWithMs); };
    const auto isFresh = [](const QDateTime& time) {
        return time.isValid() && time.daysTo(QDateTime::currentDateTimeUtc()) < kDaysOfNotice;
    };
    if (const auto alarm = timeOf(home.alarm); alarm.isValid())
        notices << AppController::tr("Alarm since %1: the study server has lost or changed data that it had confirmed. "
                                     "Keep working; nothing is deleted on this tablet. Contact the study office now.")
                       .arg(localTime(alarm, language));
    if (const auto server = timeOf(home.serverPutBack); isFresh(server))
        notices << AppController::tr(
                       "The study server was restored from a backup (detected: %1). The tablet resends the interviews "
                       "that the server lost. If the study office does not know about this, contact them now.")
                       .arg(localTime(server, language));
    if (const auto tablet = timeOf(home.putBack); isFresh(tablet))
        notices << AppController::tr("This tablet was restored from an older copy (detected: %1). New interviews are "
                                     "numbered after those that the study office already has. Tell your coordinator: "
                                     "interviews that were made after the copy and not sent are lost.")
                       .arg(localTime(tablet, language));
    return notices;
}

/// With a placeholder for the number. A reason from a newer server is shown by its id.
QString describeReason(const std::string& id) {
    using enum study::NotCounted;
    const auto reason = study::notCountedOf(id);
    switch (reason.value_or(Count_)) {
    case Withdrawn:
        return AppController::tr("%1 withdrawn");
    case Superseded:
        return AppController::tr("%1 replaced by a newer version");
    case Duplicate:
        return AppController::tr("%1 marked as duplicate");
    case Rejected:
        return AppController::tr("%1 rejected");
    case NoConsent:
        return AppController::tr("%1 without consent");
    case NotEligible:
        return AppController::tr("%1 not eligible");
    case BrokenOff:
        return AppController::tr("%1 broken off");
    case NotComplete:
        return AppController::tr("%1 not complete");
    case UnknownCity:
        return AppController::tr("%1 with an unknown city");
    case UnknownGroup:
        return AppController::tr("%1 with an unknown group");
    case OtherGroup:
        return AppController::tr("%1 in a different group than recorded");
    case BrokenRule:
        return AppController::tr("%1 violating a study rule");
    case Count_:
        break;
    }
    return QStringLiteral("%1 ") + qText(id);
}

/// What the server counts, as of the last sync.
int achievedOf(const HomeData& home, const std::string& city, const std::string& group) {
    int achieved = 0;
    if (home.manifest)
        for (const auto& cell : home.manifest->quotas)
            if (cell.cityCode == city && cell.groupId == group) achieved = cell.achieved;
    return achieved;
}

} // namespace

QString AppController::notCounted() const {
    if (!m_home.enrolment) return {};
    std::map<std::string, int, std::less<>> counts;
    for (const auto& one : m_home.waiting)
        if (one.reason) ++counts[std::string(study::idOf(*one.reason))];
    if (m_home.manifest)
        for (const auto& cell : m_home.manifest->notCounted)
            if (cell.cityCode == m_home.enrolment->cityCode) counts[cell.reason] += cell.count;
    QStringList parts;
    for (const auto& [reason, count] : counts)
        if (count > 0) parts << describeReason(reason).arg(count);
    return parts.isEmpty() ? QString()
                           : tr("Not counted: %1.").arg(QLocale(m_settings.language()).createSeparatedList(parts));
}

QString AppController::clockNotice() const {
    const auto behind = m_clock.behind();
    if (behind.count() == 0) return {};
    const auto right = QDateTime::fromMSecsSinceEpoch(m_clock.now().time_since_epoch().count(), QTimeZone::utc());
    return tr("The clock on this tablet is wrong. The correct time is %1. Interviews record the correct time, but set "
              "the clock anyway.")
        .arg(QLocale(m_settings.language()).toString(right.toLocalTime(), QLocale::ShortFormat));
}

QString AppController::studyTitle() const {
    return m_home.study ? qText(m_home.study->study().title.in(m_settings.language().toStdString())) : QString();
}

QString AppController::cityName() const {
    if (!m_home.study || !m_home.enrolment) return {};
    const auto* city = m_home.study->study().city(m_home.enrolment->cityCode);
    return qText(city == nullptr ? m_home.enrolment->cityCode : city->name);
}

QString AppController::serverName() const {
    return m_home.enrolment ? qText(m_home.enrolment->server) : QString();
}

QString AppController::siteName(const std::string& code) const {
    const auto* site = m_home.study ? m_home.study->study().site(code) : nullptr;
    return site == nullptr ? qText(code) : qText(site->name.in(m_settings.language().toStdString()));
}

void AppController::refreshLists() {
    const auto language = m_settings.language().toStdString();
    std::vector<InterviewItem> interviews;
    std::vector<QuotaItem> quotas;
    std::vector<SiteItem> sites;
    std::vector<ReferralItem> cards;
    const auto groupLabel = [&](const std::string& id) {
        if (!m_home.study) return QString();
        const auto& groups = m_home.study->study().groups;
        const auto found =
            std::find_if(groups.begin(), groups.end(), [&](const auto& group) { return group.id == id; });
        return found == groups.end() ? QString() : qText(found->label.in(language));
    };
    // Drafts come first and are always listed, because they can be continued.
    const auto drafts =
        static_cast<std::size_t>(std::count_if(m_home.interviews.begin(), m_home.interviews.end(), [](const auto& one) {
            return one.state == storage::InterviewState::Draft;
        }));
    const auto listed = std::min(m_home.interviews.size(), std::max(m_listed, drafts));
    for (const auto& one : std::span(m_home.interviews).first(listed)) {
        const auto changed = QDateTime::fromMSecsSinceEpoch(one.changedAt.time_since_epoch().count(), QTimeZone::utc());
        interviews.push_back({qText(one.id.text()), siteName(one.site), localTime(changed, m_settings.language()),
                              stateText(one), static_cast<InterviewState::Value>(one.state), groupLabel(one.group),
                              one.answered, one.outcome == idOf(Outcome::BrokenOff)});
    }
    if (m_home.study && m_home.enrolment) {
        const auto& study = m_home.study->study();
        const auto& cityCode = m_home.enrolment->cityCode;
        for (const auto& group : study.groups) {
            const auto waiting = std::count_if(m_home.waiting.begin(), m_home.waiting.end(),
                                               [&](const auto& one) { return !one.reason && one.group == group.id; });
            quotas.push_back({qText(group.label.in(language)), achievedOf(m_home, cityCode, group.id),
                              study.target(cityCode, group.id), static_cast<int>(waiting)});
        }
        if (const auto* city = study.city(cityCode); city != nullptr) {
            for (const auto& site : city->sites)
                sites.push_back(
                    {qText(site.code), qText(site.name.in(language)), qText(study.siteTypeLabel(site.type, language))});
        }
        for (const auto& card : study.referralCards) {
            if (card.cityCode.empty() || card.cityCode == cityCode)
                cards.push_back({qText(card.title.in(language)), qText(card.text.in(language)), card.urgent});
        }
    }
    m_interviews.setRows(std::move(interviews));
    m_quotas.setRows(std::move(quotas));
    m_sites.setRows(std::move(sites));
    m_referrals.setRows(std::move(cards));
    auto alerts = noticesOf(m_home, m_settings.language());
    if (m_home.manifest) {
        for (const auto& alert : m_home.manifest->alerts)
            alerts << qText(alert);
    }
    const auto last = QDateTime::fromString(qText(m_home.lastSync), Qt::ISODateWithMs);
    m_sync.setLedger(m_home.ledger, last.isValid() ? localTime(last, m_settings.language()) : QString(), alerts);
    Q_EMIT homeChanged();
}

} // namespace peil::mobile
