// SPDX-License-Identifier: Apache-2.0
#include "peil/protocol/messages.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace peil::protocol;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto manifest = decodeManifest(text))
        if (const auto again = decodeManifest(encodeManifest(*manifest)); !again || again->quotas != manifest->quotas)
            std::abort();
    if (const auto message = decodeReconcile(text))
        if (const auto again = decodeReconcile(encodeReconcile(*message)); !again || again->items != message->items)
            std::abort();
    (void)decodeBatchReply(text);
    (void)decodeEnrolRequest(text);
    (void)decodeEnrolReply(text);
    (void)decodeEnrolmentCode(text);
    return 0;
}
