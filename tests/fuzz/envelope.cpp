// SPDX-License-Identifier: Apache-2.0
#include "peil/protocol/envelope.h"
#include "peil/protocol/messages.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const peil::ByteView bytes(data, size);
    const auto envelope = peil::protocol::Envelope::parse(bytes);
    // No input may be taken for signed by a key that nobody holds.
    if (envelope && envelope->isSignedBy({})) std::abort();
    (void)peil::protocol::decodeBatch(bytes, {});
    (void)peil::protocol::decodeReceipt(bytes, {});
    return 0;
}
