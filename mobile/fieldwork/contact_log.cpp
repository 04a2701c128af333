// SPDX-License-Identifier: Apache-2.0
#include "contact_log.h"

#include "qt_text.h"
#include "sealing.h"

#include <QtCore/qdatetime.h>
#include <QtCore/qtimezone.h>

#include <algorithm>
#include <set>

namespace peil::mobile {

using protocol::ItemKind;
using protocol::OpenItem;

Occasion occasionAt(const study::Study& study, std::string siteCode, TimePoint now) {
    const QTimeZone zone(QByteArray::fromStdString(study.timeZone));
    const auto utc = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), QTimeZone::utc());
    const auto local = zone.isValid() ? utc.toTimeZone(zone) : utc;
    return {std::move(siteCode), local.date().toString(Qt::ISODate).toStdString(),
            protocol::slotOf(std::chrono::hours(local.time().hour()))};
}

OpenItem contactItem(const study::Study& study, const Occasion& occasion, protocol::ContactOutcome outcome, Rng& rng) {
    return {ItemKind::Contact,
            InterviewId(makeUuid(rng)),
            study.id,
            {{"site", occasion.siteCode},
             {"date", occasion.date},
             {"slot", std::string(idOf(occasion.slot))},
             {"outcome", std::string(idOf(outcome))}}};
}

OpenItem discardItem(const study::Study& study, const std::string& cityCode, const InterviewId& draft,
                     const Occasion& occasion, protocol::DiscardReason reason) {
    OpenItem item{ItemKind::Discard, draft, study.id, {}};
    const auto* city = study.city(cityCode);
    if (city != nullptr && std::ranges::find(city->sites, occasion.siteCode, &study::Site::code) != city->sites.end())
        item.fields.emplace_back("site", occasion.siteCode);
    item.fields.emplace_back("date", occasion.date);
    item.fields.emplace_back("reason", idOf(reason));
    return item;
}

Result<std::vector<OpenItem>> contactsOf(storage::LocalStore& store, const Occasion& occasion) {
    PEIL_TRY(const auto items, store.items(idOf(ItemKind::Contact)));
    std::vector<OpenItem> contacts;
    std::set<std::string, std::less<>> cancelled;
    for (const auto& item : items) {
        PEIL_TRY(auto contact, protocol::decodeOpenItem(ItemKind::Contact, item.envelope));
        if (const auto other = contact.value("cancels"); !other.empty())
            cancelled.emplace(other);
        else if (contact.value("site") == occasion.siteCode && contact.value("date") == occasion.date &&
                 contact.value("slot") == idOf(occasion.slot))
            contacts.push_back(std::move(contact));
    }
    std::erase_if(contacts, [&](const OpenItem& one) { return cancelled.contains(one.id.text()); });
    return contacts;
}

Result<> undoContact(storage::LocalStore& store, Outbox& outbox, const OpenItem& contact, Rng& rng) {
    PEIL_TRY(const bool isGone, takeBack(store, outbox, {contact.id, idOf(contact.kind)}));
    if (isGone) return {};
    auto undo = contact;
    undo.id = InterviewId(makeUuid(rng));
    undo.fields.emplace_back("cancels", contact.id.text());
    PEIL_CHECK(sealOpenItem(store, outbox, undo));
    return {};
}

} // namespace peil::mobile
