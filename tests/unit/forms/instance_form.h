// SPDX-License-Identifier: Apache-2.0
#pragma once

// Forms for the tests of the parts of an interview, and those parts without a session around them.

#include "instance/session_impl.h"

#include "peil_test/scenario.h"

namespace peil_test {

template <class... Parts>
peil::forms::FormPointer formOf(Parts... parts) {
    return Scenario::of(std::move(parts)...).form();
}

inline peil::forms::DefId defOf(const peil::forms::LiveInstance& instance, const std::string& path) {
    const auto found = instance.form().byPath.find(path);
    if (found == instance.form().byPath.end()) FAIL("no such node: " << path);
    return found->second;
}

/// Of a node that is there.
inline peil::forms::NodeId at(const peil::forms::LiveInstance& instance, const std::string& path) {
    const auto node = instance.find(path);
    if (!node) FAIL("no such node: " << path);
    return *node;
}

/// Wired as a session wires them, with the blank form open and nothing evaluated yet.
class Parts : public peil::forms::Session::Impl {
public:
    explicit Parts(peil::forms::FormPointer definition, peil::forms::Environment world = {})
        : Impl(std::move(definition), std::move(world)) {
        need(selectLanguage({}));
        recomputation.open();
    }
    [[nodiscard]] peil::forms::NodeId at(const std::string& path) const { return peil_test::at(instance, path); }
    [[nodiscard]] std::string text(const std::string& path) const { return std::string(instance.text(at(path))); }
    /// Gives a value to a node and settles.
    peil::forms::Changes set(const std::string& path, std::string_view value) {
        recomputation.setValue(at(path), value);
        recomputation.settle();
        return recomputation.tell();
    }
    /// What was pending from the start is evaluated and told.
    peil::forms::Changes begin() {
        recomputation.settle();
        return recomputation.tell();
    }
};

} // namespace peil_test
