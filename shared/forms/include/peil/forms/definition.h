// SPDX-License-Identifier: Apache-2.0
#pragma once

// A form as its designer wrote it: parsed once, checked, immutable.

#include "peil/base/answer.h"
#include "peil/base/diagnostic.h"
#include "peil/base/result.h"
#include "peil/forms/error.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace peil::forms {

enum class Control : std::uint8_t { None, Input, Select1, Select, Rank, Range, Trigger, Upload, Secret };
enum class DataType : std::uint8_t {
    String,
    Integer,
    Boolean,
    Decimal,
    Date,
    Time,
    DateTime,
    Geopoint,
    Geotrace,
    Geoshape,
    Binary,
    Barcode,
    Intent,
    Select,
    Select1,
    Rank
};
[[nodiscard]] std::string_view idOf(DataType type); ///< as a bind has it: "string", "int", …
using peil::FieldClass;

/// Who holds the tablet at a question.
enum class Holder : std::uint8_t { Worker, Participant };
inline constexpr EnumText<Holder> kHolders[] = {{Holder::Worker, "worker"}, {Holder::Participant, "participant"}};

/// External secondary instances and media, by the URI in the form ("jr://file-csv/x.csv"). Nothing = missing.
using ResourceLoader = std::function<std::optional<std::string>(std::string_view uri)>;

/// A value that a question may take, as written in the form (before any filter).
struct ChoiceInfo {
    std::string value;
    std::vector<std::pair<std::string, std::string>> labels; ///< language -> text
};

/// One node of the primary instance that holds a value: for codebooks, exports and the sealing of an interview.
struct FieldInfo {
    std::string path; ///< without positions, e.g. "/data/screener/age"
    std::string name; ///< last step
    Control control = Control::None;
    DataType type = DataType::String;
    FieldClass fieldClass = FieldClass::Sealed;
    bool inRepeat = false;
    std::string repeatPath; ///< innermost repeat; empty if none
    bool calculated = false;
    bool note = false;                                       ///< always read-only and not calculated: it shows a text
    std::vector<std::pair<std::string, std::string>> labels; ///< language -> text
    /// Of a select with a fixed list, the first 2,000 of it. Held by the form; questions with one list share it.
    std::span<const ChoiceInfo> choices;
};

struct Language {
    std::string name; ///< as the form writes it, e.g. "Nederlands (nl)"
    std::string code; ///< "nl"; empty if the form gives none
    bool rightToLeft = false;
};

class FormDefinition;
using FormPointer = std::shared_ptr<const FormDefinition>;

/// The outcome of reading a form: the form unless there is an error among the diagnostics.
struct ParsedForm {
    FormPointer form;
    std::vector<Diagnostic> diagnostics; ///< each with its node, and the property that it is about
};

/// Immutable; shared between threads and sessions (that is why it lives in a shared_ptr).
class FormDefinition {
public:
    /// Reads an ODK XForm. Never throws; all errors are reported, not only the first.
    [[nodiscard]] static ParsedForm parse(std::string_view xml, const ResourceLoader& resources = {});

    [[nodiscard]] const std::string& id() const;
    [[nodiscard]] const std::string& version() const;
    [[nodiscard]] const std::string& title() const;
    [[nodiscard]] const std::vector<Language>& languages() const;
    [[nodiscard]] const std::string& defaultLanguage() const;
    /// File names, without path, of the pictures, sounds and videos that accompany texts; sorted, each once.
    [[nodiscard]] std::vector<std::string> mediaFiles() const;
    /// In document order; made the first time that someone asks. Lives as long as the form.
    [[nodiscard]] const std::vector<FieldInfo>& fields() const;
    /// The same without labels and choices, which a large form has many of; made at each call.
    [[nodiscard]] std::vector<FieldInfo> bareFields() const;
    /// fields().size(), without making them.
    [[nodiscard]] std::size_t fieldCount() const;

    struct Impl;
    [[nodiscard]] const Impl& impl() const { return *m_impl; }
    explicit FormDefinition(std::unique_ptr<const Impl> impl);
    ~FormDefinition();

private:
    std::unique_ptr<const Impl> m_impl;
};

} // namespace peil::forms
