// SPDX-License-Identifier: Apache-2.0
#pragma once

// The parts of a live interview, each with its own invariant. They refer to each other and must not be moved.

#include "instance/loader.h"
#include "instance/presentation.h"
#include "instance/recomputation.h"
#include "instance/serialiser.h"

namespace peil::forms {

struct Session::Impl {
    Impl(FormPointer formPointer, Environment given);
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    [[nodiscard]] Result<> selectLanguage(std::string_view name);
    /// Refuses what may not be answered; `control` becomes that of the question, null if it has none.
    Result<> check(NodeId id, NoAnswer reason, const ControlDef*& control) const;
    /// A value as it is stored. @return BadValue.
    [[nodiscard]] Result<std::string> encode(NodeId id, const ControlDef* control, std::string_view value) const;
    Result<Changes> answer(NodeId id, std::string_view value, NoAnswer reason);
    /// A repeat whose instances a person may add and remove. @return NoSuchNode, RepeatFixed.
    [[nodiscard]] Result<Range> openRepeat(NodeId id) const;
    /// What the call changed.
    [[nodiscard]] Changes finish();
    [[nodiscard]] Result<> checkFinished() const;

    FormPointer form;
    Environment environment;
    LiveInstance instance{form->impl()};
    Evaluator evaluator{instance, environment};
    Texts texts{instance, evaluator};
    Choices choices{instance, evaluator, texts};
    Recomputation recomputation{instance, evaluator, choices, environment};
    Loader loader{instance, recomputation, environment};
    Presentation presentation{instance, texts, choices};
    Serialiser serialiser{instance};
};

} // namespace peil::forms
