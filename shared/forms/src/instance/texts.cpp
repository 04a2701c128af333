// SPDX-License-Identifier: Apache-2.0
#include "instance/session_impl.h"

#include "peil/base/text.h"

#include <algorithm>
#include <cmath>

namespace peil::forms {

std::string Session::Impl::render(const TextPieces& pieces, NodeIndex context) const {
    std::string text;
    for (const auto& piece : pieces) {
        if (!piece.output) {
            text += piece.literal;
            continue;
        }
        const auto where = contextAt(context);
        const auto value = piece.output->evaluate(where);
        if (!value) continue;
        const auto* number = std::get_if<double>(&*value);
        if (number != nullptr && std::isnan(*number)) continue;
        text += xpath::toString(*value, where);
    }
    return text;
}

Text Session::Impl::itext(std::uint32_t number, NodeIndex context, Text* guidance) const {
    Text result;
    if (number == kNone || def.itext.empty()) return result;
    const ItextEntry* entry = nullptr;
    if (const auto& active = def.itext[languageIndex].entries[number]) entry = &*active;
    for (std::size_t i = 0; entry == nullptr && i < def.itext.size(); ++i)
        if (def.itext[i].language.name == def.defaultLanguage && def.itext[i].entries[number])
            entry = &*def.itext[i].entries[number];
    for (std::size_t i = 0; entry == nullptr && i < def.itext.size(); ++i)
        if (def.itext[i].entries[number]) entry = &*def.itext[i].entries[number];
    if (entry == nullptr) return result;
    result.text = render(entry->hasText ? entry->text : entry->extras().shortText, context);
    result.image = entry->extras().image;
    result.audio = entry->extras().audio;
    result.video = entry->extras().video;
    if (guidance != nullptr && guidance->text.empty()) guidance->text = render(entry->extras().guidance, context);
    return result;
}

Text Session::Impl::text(const TextSource& source, NodeIndex context, Text* guidance) const {
    switch (source.kind) {
    case TextSource::Kind::None:
        return {};
    case TextSource::Kind::Itext:
        return itext(source.itext, context, guidance);
    case TextSource::Kind::ItextExpression:
        return itext(def.itextNumber(source.expression->evaluateString(contextAt(context)).value_or(std::string())),
                     context, guidance);
    case TextSource::Kind::Expression: {
        Text result;
        result.text = source.expression->evaluateString(contextAt(context)).value_or(std::string());
        if (result.text.empty()) result.text = render(source.pieces, context);
        return result;
    }
    case TextSource::Kind::Pieces:
        break;
    }
    Text result;
    result.text = render(source.pieces, context);
    return result;
}

namespace {

// The column of itemsets.csv with the labels of one language; spaces in a header become underscores.
std::string labelColumn(std::string_view language) {
    auto name = "label::" + std::string(language);
    std::replace(name.begin(), name.end(), ' ', '_');
    return name;
}

} // namespace

Text Session::Impl::itemLabel(const ItemsetDef& itemset, xpath::NodeRef item) const {
    Text result;
    if (!itemset.label.expression) return result;
    if (itemset.external) {
        const auto own = item.document->childElement(item.node, labelColumn(languageName));
        if (own != kNoNode) result.text = item.document->stringValue(own);
        if (!result.text.empty()) return result;
    }
    auto context = contextAt(item.node);
    context.node = context.current = item;
    auto value = itemset.label.expression->evaluateString(context).value_or(std::string());
    if (itemset.label.kind == TextSource::Kind::ItextExpression) {
        result = itext(def.itextNumber(value), document.documentElement());
        if (result.text.empty() && result.image.empty()) result.text = value;
        return result;
    }
    result.text = std::move(value);
    return result;
}

} // namespace peil::forms
