// SPDX-License-Identifier: Apache-2.0
#pragma once

// Opening and answering forms in a benchmark. Whatever goes wrong ends the program with a sentence.

#include "peil/forms/session.h"

#include <string>
#include <vector>

namespace bench {

/// The text of a file.
[[nodiscard]] std::string read(const std::string& path);
[[nodiscard]] peil::forms::FormPointer parse(const std::string& xml);
[[nodiscard]] peil::forms::Session begin(const peil::forms::FormPointer& form);
[[nodiscard]] peil::forms::NodeId node(const peil::forms::Session& session, const std::string& path);
void give(peil::forms::Session& session, peil::forms::NodeId question, const std::string& value);
/// Processor time of `rounds` answers to one question, with each of `values` in turn.
[[nodiscard]] std::vector<double> answers(peil::forms::Session& session, const std::string& path,
                                          const std::vector<std::string>& values, int rounds);
/// Prints how the cost of an answer grows with the form, with what depends on it, and with the instances of a repeat.
void printSeries();

} // namespace bench
