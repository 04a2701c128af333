// SPDX-License-Identifier: Apache-2.0
#pragma once

// The parameters column: `key=value key=value`, and what each question type accepts.

#include "survey.h"

namespace peil::xlsform {

/// Reads the cell of `element` into its parameters and checks them against its type. The choices must have been read.
void readParameters(Element& element, const Form& form, Reporter& reporter);
/// Range: completes start, end and step, and checks ticks and placeholder.
void checkRange(Element& element, const Form& form, Reporter& reporter);

} // namespace peil::xlsform
