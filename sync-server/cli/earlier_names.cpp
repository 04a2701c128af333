// SPDX-License-Identifier: Apache-2.0
#include "earlier_names.h"

#include <string_view>

namespace peil::cli {
namespace {

struct EarlierName {
    std::string_view command; ///< its first word
    std::string_view earlier, present;
};

/// The server's folder was --data, which is the table of interviews in `estimate`, `report` and `capture`.
constexpr EarlierName kNames[] = {
    {"study", "--data", "--store"},          {"device", "--data", "--store"},
    {"ledger", "--data", "--store"},         {"user", "--data", "--store"},
    {"review", "--data", "--store"},         {"withdraw", "--data", "--store"},
    {"audit", "--data", "--store"},          {"quotas", "--data", "--store"},
    {"export", "--data", "--store"},         {"withdraw", "--why", "--note"},
    {"study", "--output", "--out"},          {"form", "--output", "--out"},
    {"keys", "--purpose", "--kind"},         {"capture", "--earlier", "--before"},
    {"estimate", "--city", "--city-column"}, {"estimate", "--site", "--site-column"},
    {"report", "--city", "--city-column"},   {"report", "--site", "--site-column"},
    {"plan", "--share", "--proportion"},     {"plan", "--share-precision", "--proportion-precision"},
};

} // namespace

std::vector<std::string> withPresentNames(std::vector<std::string> arguments) {
    if (arguments.empty()) return arguments;
    const auto command = arguments.front();
    for (auto& argument : arguments) {
        if (argument == "--") break;
        const auto equals = argument.find('=');
        const auto name = std::string_view(argument).substr(0, equals);
        for (const auto& one : kNames) {
            if (one.command != command || one.earlier != name) continue;
            argument = std::string(one.present) + (equals == std::string::npos ? "" : argument.substr(equals));
            break;
        }
    }
    return arguments;
}

} // namespace peil::cli
