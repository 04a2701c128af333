// SPDX-License-Identifier: Apache-2.0
#include "peil/dataset/settings.h"

#include <algorithm>

namespace peil::dataset {
namespace {

template <class Value>
std::string_view idIn(const std::map<std::string, Value>& names, Value value) {
    return std::ranges::find(names, value, &std::map<std::string, Value>::value_type::second)->first;
}

} // namespace

const std::map<std::string, DataClass>& dataClasses() {
    static const std::map<std::string, DataClass> classes{{"release", DataClass::Release},
                                                          {"counts", DataClass::Counts},
                                                          {"internal", DataClass::Internal},
                                                          {"estimation", DataClass::Estimation}};
    return classes;
}

const std::map<std::string, Versions>& versionChoices() {
    static const std::map<std::string, Versions> choices{{"all", Versions::All}, {"current", Versions::Current}};
    return choices;
}

const std::map<std::string, exports::OnUnsafe>& unsafeChoices() {
    static const std::map<std::string, exports::OnUnsafe> choices{{"coarsen", exports::OnUnsafe::Coarsen},
                                                                  {"refuse", exports::OnUnsafe::Refuse},
                                                                  {"report", exports::OnUnsafe::Report}};
    return choices;
}

std::string_view idOf(DataClass dataClass) {
    return idIn(dataClasses(), dataClass);
}

std::string_view idOf(Versions versions) {
    return idIn(versionChoices(), versions);
}

std::string_view idOf(exports::OnUnsafe onUnsafe) {
    return idIn(unsafeChoices(), onUnsafe);
}

bool isForOthers(DataClass dataClass) {
    return dataClass == DataClass::Release || dataClass == DataClass::Counts;
}

bool ExportSettings::wants(std::string_view format) const {
    return std::ranges::find(formats, format) != formats.end();
}

} // namespace peil::dataset
