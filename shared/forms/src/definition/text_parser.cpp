// SPDX-License-Identifier: Apache-2.0
#include "definition/builder.h"

#include "peil/base/text.h"

#include <algorithm>
#include <utility>

namespace peil::forms {
namespace {

void appendLiteral(TextPieces& pieces, std::string_view text) {
    if (text.empty()) return;
    if (pieces.empty() || pieces.back().output)
        pieces.push_back({std::string(text), std::nullopt});
    else
        pieces.back().literal += text;
}

bool hasAmpersandOutsideStrings(std::string_view value) {
    char quote = 0;
    for (const char c : value) {
        if (quote == 0 && c == '&') return true;
        if (quote == 0 && (c == '\'' || c == '"'))
            quote = c;
        else if (c == quote)
            quote = 0;
    }
    return false;
}

/// The expression of an output. pyxform 4.5 escapes one that it finds in a label twice, so that it arrives as
/// `name &lt;&gt; 1`: outside a string, & is no part of XPath.
std::string expressionOf(std::string_view value) {
    std::string text(trim(value));
    if (!hasAmpersandOutsideStrings(text)) return text;
    for (const auto& [entity, sign] : {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}})
        text = replaceAll(std::move(text), entity, sign);
    return text;
}

void collectPieces(Builder& builder, Xml element, const Spot& spot, DefId context, TextPieces& pieces) {
    appendLiteral(pieces, leadingText(element));
    for (const auto& part : element.children()) {
        if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) {
            appendLiteral(pieces, part.value());
        } else if (part.type() == pugi::node_element && localName(part) == "output") {
            const char* value = builder.xml.attribute(part, "value");
            if (value == nullptr) value = builder.xml.attribute(part, "ref");
            if (value == nullptr) {
                builder.error("output_without_value", spot, "An output has no value.", "Name the value to show.");
            } else if (auto expression = builder.compile(expressionOf(value), spot, "output", context)) {
                pieces.push_back({{}, std::move(*expression)});
            }
        } else if (part.type() == pugi::node_element) {
            collectPieces(builder, part, spot, context, pieces);
        }
    }
}

TextPieces parsePieces(Builder& builder, Xml element, const Spot& spot, DefId context) {
    TextPieces pieces;
    collectPieces(builder, element, spot, context, pieces);
    if (!pieces.empty() && !pieces.front().output) {
        auto& literal = pieces.front().literal;
        const auto inner = trim(literal);
        literal.erase(0, inner.empty() ? literal.size() : static_cast<std::size_t>(inner.data() - literal.data()));
    }
    if (!pieces.empty() && !pieces.back().output) {
        auto& literal = pieces.back().literal;
        const auto inner = trim(literal);
        literal.resize(inner.empty() ? 0 : static_cast<std::size_t>(inner.data() + inner.size() - literal.data()));
    }
    std::erase_if(pieces, [](const TextPiece& piece) { return !piece.output && piece.literal.empty(); });
    return pieces;
}

std::string mediaName(std::string_view uri) {
    const auto text = trim(uri);
    const auto slash = text.rfind('/');
    return std::string(slash == std::string_view::npos ? text : text.substr(slash + 1));
}

std::optional<std::string_view> itextArgument(std::string_view text) {
    const auto plain = trim(text);
    if (!plain.starts_with("jr:itext(") || !plain.ends_with(")")) return std::nullopt;
    return trim(plain.substr(9, plain.size() - 10));
}

std::optional<std::string> quotedLiteral(std::string_view text) {
    if (text.size() < 2 || (text.front() != '\'' && text.front() != '"') || text.back() != text.front())
        return std::nullopt;
    const auto inner = text.substr(1, text.size() - 2);
    if (inner.find(text.front()) != std::string_view::npos) return std::nullopt;
    return std::string(inner);
}

enum class MissingText { Fault, Warning };

TextSource itextSource(Builder& builder, std::string_view argument, const Spot& spot, MissingText missing) {
    TextSource source;
    if (auto id = quotedLiteral(argument)) {
        source.kind = TextSource::Kind::Itext;
        source.itext = builder.form.itextNumber(*id);
        if (source.itext == kNone) {
            builder.remark(missing == MissingText::Fault ? Severity::Error : Severity::Warning, "missing_itext", spot,
                           "The text \"" + *id + "\" is in no translation.", "Add it to the itext block.");
        }
    } else if (auto expression = builder.compile(argument, spot, "label reference", kNone)) {
        source.kind = TextSource::Kind::ItextExpression;
        source.expression = std::move(expression);
    }
    return source;
}

Language parseLanguage(std::string name) {
    Language language;
    const auto open = name.rfind('(');
    const auto close = name.rfind(')');
    if (open != std::string::npos && close != std::string::npos && close > open)
        language.code = toLowerAscii(trim(std::string_view(name).substr(open + 1, close - open - 1)));
    else if (name.size() == 2 || (name.size() == 5 && name[2] == '-'))
        language.code = toLowerAscii(name);
    constexpr std::array<std::string_view, 8> kRightToLeft{"ar", "fa", "he", "ur", "ps", "ckb", "ku-arab", "yi"};
    const auto primary = std::string_view(language.code).substr(0, language.code.find('-'));
    language.rightToLeft = std::find(kRightToLeft.begin(), kRightToLeft.end(), primary) != kRightToLeft.end();
    language.name = std::move(name);
    return language;
}

void parseValue(Builder& builder, Xml value, const Spot& spot, ItextEntry& entry) {
    const std::string_view form = value.attribute("form").value();
    if (form == "image") {
        entry.addExtras().image = mediaName(ownText(value));
    } else if (form == "big-image") {
        entry.addExtras().bigImage = mediaName(ownText(value));
    } else if (form == "audio") {
        entry.addExtras().audio = mediaName(ownText(value));
    } else if (form == "video") {
        entry.addExtras().video = mediaName(ownText(value));
    } else if (form == "short") {
        entry.addExtras().shortText = parsePieces(builder, value, spot, kNone);
    } else if (form == "guidance") {
        entry.addExtras().guidance = parsePieces(builder, value, spot, kNone);
    } else if (form.empty() || form == "long" || !entry.hasText) {
        entry.text = parsePieces(builder, value, spot, kNone);
        entry.hasText = true;
    }
}

void parseTranslation(Builder& builder, Xml translation, std::size_t number) {
    const auto read = [&](Xml text) {
        if (text.type() != pugi::node_element || localName(text) != "text") return;
        const char* id = text.attribute("id").value();
        const auto index =
            builder.form.itextIds.emplace(id, static_cast<std::uint32_t>(builder.form.itextIds.size())).first->second;
        auto& entries = builder.form.itext[number].entries;
        if (entries.size() <= index) entries.resize(index + 1);
        auto& entry = entries[index] ? *entries[index] : entries[index].emplace();
        const auto spot = Builder::spotNamed(id, Property::Label);
        for (const auto& value : text.children())
            if (value.type() == pugi::node_element && localName(value) == "value")
                parseValue(builder, value, spot, entry);
    };
    if (builder.tree != nullptr) return builder.tree->texts(number, read);
    for (const auto& text : translation.children())
        read(text);
}

void eachOutput(const TextPieces& pieces, const std::function<void(const xpath::Expression&)>& visit) {
    for (const auto& piece : pieces)
        if (piece.output) visit(*piece.output);
}

} // namespace

void parseItext(Builder& builder, Xml model) {
    const auto block = child(model, "itext");
    if (!block) return;
    auto& form = builder.form;
    for (const auto& translation : block.children()) {
        if (translation.type() != pugi::node_element || localName(translation) != "translation") continue;
        form.itext.push_back({parseLanguage(translation.attribute("lang").value()), {}});
        form.languages.push_back(form.itext.back().language);
        const std::string_view isDefault = translation.attribute("default").value();
        if (translation.attribute("default") && (isDefault.empty() || isDefault.starts_with("true")))
            form.defaultLanguage = form.languages.back().name;
        parseTranslation(builder, translation, form.itext.size() - 1);
    }
    for (auto& language : form.itext) {
        language.entries.resize(form.itextIds.size());
        language.entries.shrink_to_fit();
    }
    if (form.defaultLanguage.empty() && !form.languages.empty()) form.defaultLanguage = form.languages.front().name;
    for (const auto& [id, index] : form.itextIds)
        for (const auto& language : form.itext)
            if (!language.entries[index])
                builder.warn("missing_translation", Builder::spotNamed(id, Property::Label),
                             "The text \"" + id + "\" has no translation into " + language.language.name + ".");
}

TextSource parseLabel(Builder& builder, Xml element, DefId context, Property property) {
    TextSource source;
    if (!element) return source;
    const auto spot = Builder::spotOf(context, property);
    const auto* ref = builder.xml.attribute(element, "ref");
    if (ref != nullptr) {
        if (const auto argument = itextArgument(ref)) {
            source = itextSource(builder, *argument, spot, MissingText::Fault);
        } else if (auto expression = builder.compile(trim(ref), spot, "label reference", kNone)) {
            source.kind = TextSource::Kind::Expression;
            source.expression = std::move(expression);
        }
    }
    source.pieces = parsePieces(builder, element, spot, context);
    if (source.kind == TextSource::Kind::None && !source.pieces.empty()) source.kind = TextSource::Kind::Pieces;
    return source;
}

TextSource parseMessage(Builder& builder, std::string_view text, DefId context, Property property) {
    if (const auto argument = itextArgument(text))
        return itextSource(builder, *argument, Builder::spotOf(context, property), MissingText::Warning);
    TextSource source;
    source.kind = TextSource::Kind::Pieces;
    appendLiteral(source.pieces, text);
    return source;
}

void eachExpression(const FormDefinition::Impl& form, const TextSource& source,
                    const std::function<void(const xpath::Expression&)>& visit) {
    eachOutput(source.pieces, visit);
    if (source.expression) visit(*source.expression);
    if (source.kind != TextSource::Kind::Itext || source.itext == kNone) return;
    for (const auto& language : form.itext) {
        const auto& entry = language.entries[source.itext];
        if (!entry) continue;
        eachOutput(entry->text, visit);
        eachOutput(entry->extras().shortText, visit);
        eachOutput(entry->extras().guidance, visit);
    }
}

namespace {

bool speaks(const FormDefinition::Impl& form, std::uint32_t id) {
    TextSource label;
    label.kind = TextSource::Kind::Itext;
    label.itext = id;
    bool any = false;
    eachExpression(form, label, [&](const xpath::Expression&) { any = true; });
    return any;
}

/// The texts with outputs among those that `column` of a list names.
std::vector<std::uint32_t> speakingLabelsOf(const FormDefinition::Impl& form, const std::string& list,
                                            const std::string& column) {
    std::vector<std::uint32_t> labels;
    std::vector<bool> known(form.itextIds.size());
    const auto look = [&](std::uint32_t id) {
        if (id == kNone || known[id]) return;
        known[id] = true;
        if (speaks(form, id)) labels.push_back(id);
    };
    const auto instance = std::ranges::find(form.instances, list, &SecondaryInstance::id);
    const bool isName = column.find_first_of("/@.*[(: ") == std::string::npos;
    if (instance == form.instances.end() || !instance->content || !isName) { // any text may be the label of a row
        for (std::uint32_t id = 0; id < form.itextIds.size(); ++id)
            look(id);
        return labels;
    }
    instance->content->eachCell([&](std::string_view name, std::string_view text) {
        if (name == column) look(form.itextNumber(text));
    });
    return labels;
}

} // namespace

void eachItemExpression(Builder& builder, const ItemsetDef& itemset,
                        const std::function<void(const xpath::Expression&)>& visit) {
    if (itemset.label.kind != TextSource::Kind::ItextExpression || !itemset.label.expression) return;
    const auto& column = itemset.label.expression->text();
    const auto [known, fresh] = builder.speakingLabels.try_emplace({itemset.instanceId, column});
    if (fresh) known->second = speakingLabelsOf(builder.form, itemset.instanceId, column);
    TextSource label;
    label.kind = TextSource::Kind::Itext;
    for (const auto id : known->second) {
        label.itext = id;
        eachExpression(builder.form, label, visit);
    }
}

void addLabelVertex(Builder& builder, DefId node, const std::vector<const TextSource*>& sources) {
    for (const auto* source : sources)
        eachExpression(builder.form, *source, [&](const xpath::Expression& expression) {
            builder.addVertex(VertexKind::Label, node, expression);
        });
}

} // namespace peil::forms
