// SPDX-License-Identifier: Apache-2.0
#pragma once

// A server with a study and one enrolled tablet, whose batches it takes.

#include "server_fixture.h"
#include "services/holdings.h"

namespace server_test {

inline const services::Authority kOffice{"token: anna", "reviewed"};

struct TabletFixture : ServerFixture {
    integration::TestStudy study;
    integration::TestTablet tablet{study, 1};

    TabletFixture() {
        publish(study);
        tablet.adopt(need(enrolment.enrol(tablet.request(need(enrolment.invite("AMS", "root")).code))));
    }
    std::vector<protocol::BatchItem> interviews(int count) {
        std::vector<protocol::BatchItem> items;
        for (int i = 0; i < count; ++i)
            items.push_back(tablet.interview("Amsterdam", "opioid", "1"));
        return items;
    }
    /// @return what the receipts say.
    std::vector<protocol::ReceiptStatus> take(std::string_view body) {
        std::vector<protocol::ReceiptStatus> all;
        for (const auto& bytes : need(intake.receive(tablet.id(), bytesOf(body))).receipts)
            all.push_back(need(protocol::decodeReceipt(bytes, keys.receiptKey.publicKey)).status);
        return all;
    }
    std::vector<protocol::ReceiptStatus> send(const std::vector<protocol::BatchItem>& items,
                                              int version = protocol::kBatchVersion) {
        return take(tablet.batch(items, version).body);
    }
    std::vector<std::string> reasons() {
        std::vector<std::string> all;
        for (const auto& row : need(quarantine.list(0)))
            all.push_back(row.envelope.quarantineReason);
        return all;
    }
    protocol::Held held() {
        protocol::Held result;
        need(repository->read([&](repository::Records& records) -> Result<> {
            PEIL_TRY(result, services::heldOf(records, tablet.id()));
            return {};
        }));
        return result;
    }
    Result<> accept(std::size_t index) {
        return quarantine.accept(need(quarantine.list(0)).at(index).envelope.number, kOffice);
    }
};

} // namespace server_test
