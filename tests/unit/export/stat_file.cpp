// SPDX-License-Identifier: Apache-2.0
#include "stat_file.h"

#include <readstat.h>
#include <stdexcept>

namespace peil::exports::test {
namespace {

struct Reading {
    StatFile file;
    std::map<std::string, StatVariable> labelSets; ///< by name; only the labels are used
    std::vector<std::string> setOfVariable;
};

int onMetadata(readstat_metadata_t* metadata, void* context) {
    auto& reading = *static_cast<Reading*>(context);
    if (const char* label = readstat_get_file_label(metadata)) reading.file.label = label;
    const auto rows = readstat_get_row_count(metadata);
    if (rows > 0) reading.file.rows.resize(static_cast<std::size_t>(rows));
    return READSTAT_HANDLER_OK;
}

int onVariable(int, readstat_variable_t* variable, const char* labelSet, void* context) {
    auto& reading = *static_cast<Reading*>(context);
    StatVariable one;
    one.name = readstat_variable_get_name(variable);
    if (const char* label = readstat_variable_get_label(variable)) one.label = label;
    if (const char* format = readstat_variable_get_format(variable)) one.format = format;
    one.isText = readstat_variable_get_type_class(variable) == READSTAT_TYPE_CLASS_STRING;
    reading.file.variables.push_back(one);
    reading.setOfVariable.emplace_back(labelSet == nullptr ? "" : labelSet);
    return READSTAT_HANDLER_OK;
}

double numberOf(readstat_value_t value) {
    switch (readstat_value_type(value)) {
    case READSTAT_TYPE_INT8:
        return readstat_int8_value(value);
    case READSTAT_TYPE_INT16:
        return readstat_int16_value(value);
    case READSTAT_TYPE_INT32:
        return readstat_int32_value(value);
    case READSTAT_TYPE_FLOAT:
        return static_cast<double>(readstat_float_value(value));
    default:
        return readstat_double_value(value);
    }
}

int onValue(int row, readstat_variable_t* variable, readstat_value_t value, void* context) {
    auto& reading = *static_cast<Reading*>(context);
    StatValue one;
    one.systemMissing = readstat_value_is_system_missing(value) != 0;
    one.definedMissing = readstat_value_is_defined_missing(value, variable) != 0;
    if (readstat_value_is_tagged_missing(value) != 0) one.tag = readstat_value_tag(value);
    if (readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING) {
        if (const char* text = readstat_string_value(value)) one.text = text;
    } else if (!one.systemMissing && one.tag == 0) {
        one.number = numberOf(value);
    }
    if (static_cast<std::size_t>(row) >= reading.file.rows.size())
        reading.file.rows.resize(static_cast<std::size_t>(row) + 1);
    reading.file.rows[static_cast<std::size_t>(row)].push_back(one);
    return READSTAT_HANDLER_OK;
}

int onLabel(const char* set, readstat_value_t value, const char* label, void* context) {
    auto& reading = *static_cast<Reading*>(context);
    auto& labels = reading.labelSets[set];
    if (readstat_value_is_tagged_missing(value) != 0)
        labels.tagLabels[readstat_value_tag(value)] = label;
    else
        labels.labels[numberOf(value)] = label;
    return READSTAT_HANDLER_OK;
}

} // namespace

StatFile StatFile::read(const std::filesystem::path& file) {
    Reading reading;
    auto* parser = readstat_parser_init();
    readstat_set_metadata_handler(parser, &onMetadata);
    readstat_set_variable_handler(parser, &onVariable);
    readstat_set_value_handler(parser, &onValue);
    readstat_set_value_label_handler(parser, &onLabel);
    const auto code = file.extension() == ".sav" ? readstat_parse_sav(parser, file.c_str(), &reading)
                                                 : readstat_parse_dta(parser, file.c_str(), &reading);
    readstat_parser_free(parser);
    if (code != READSTAT_OK) throw std::runtime_error(readstat_error_message(code));
    for (std::size_t i = 0; i < reading.setOfVariable.size(); ++i)
        if (const auto set = reading.labelSets.find(reading.setOfVariable[i]); set != reading.labelSets.end()) {
            reading.file.variables[i].labels = set->second.labels;
            reading.file.variables[i].tagLabels = set->second.tagLabels;
        }
    return reading.file;
}

std::size_t StatFile::at(const std::string& name) const {
    for (std::size_t i = 0; i < variables.size(); ++i)
        if (variables[i].name == name) return i;
    throw std::runtime_error("no variable " + name);
}

} // namespace peil::exports::test
