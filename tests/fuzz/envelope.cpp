// SPDX-License-Identifier: Apache-2.0
#include "peil/protocol/envelope.h"
#include "peil/protocol/messages.h"
#include "peil/protocol/open_item.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const peil::ByteView bytes(data, size);
    const auto envelope = peil::protocol::Envelope::parse(bytes);
    // No input may be taken for signed by a key that nobody holds.
    if (envelope && envelope->isSignedBy({})) std::abort();
    for (const auto kind : {peil::protocol::ItemKind::Contact, peil::protocol::ItemKind::Discard})
        if (const auto open = peil::protocol::decodeOpenItem(kind, bytes); open && !encodeOpenItem(*open)) std::abort();
    if (const auto batch = peil::protocol::decodeBatch(bytes, {}))
        for (const auto& item : batch->items)
            if (!item.signature || isSignedBy(item.claim(batch->device), *item.signature, {})) std::abort();
    (void)peil::protocol::decodeReceipt(bytes, {});
    return 0;
}
