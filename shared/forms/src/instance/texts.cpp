// SPDX-License-Identifier: Apache-2.0
#include "instance/texts.h"

#include <algorithm>
#include <cmath>

namespace peil::forms {

Texts::Texts(const LiveInstance& instance, const Evaluator& evaluator)
    : m_instance(instance)
    , m_evaluator(evaluator) {}

Result<> Texts::select(std::string_view language) {
    const auto& form = m_instance.form();
    const auto wanted = language.empty() ? std::string_view(form.defaultLanguage) : language;
    for (std::size_t i = 0; i < form.languages.size(); ++i) {
        if (form.languages[i].name != wanted && form.languages[i].code != wanted) continue;
        m_languageIndex = i;
        m_languageName = form.languages[i].name;
        m_languageCode = form.languages[i].code.empty() ? m_languageName : form.languages[i].code;
        return {};
    }
    if (wanted.empty()) return {};
    return fail(FormsErrc::UnknownLanguage, "The form has no language \"" + std::string(wanted) + "\".");
}

std::string Texts::render(const TextPieces& pieces, NodeIndex context) const {
    std::string text;
    for (const auto& piece : pieces) {
        if (!piece.output) {
            text += piece.literal;
            continue;
        }
        const auto where = m_evaluator.contextAt(context);
        const auto value = piece.output->evaluate(where);
        if (!value) continue;
        const auto* number = std::get_if<double>(&*value);
        if (number != nullptr && std::isnan(*number)) continue;
        text += xpath::toString(*value, where);
    }
    return text;
}

Text Texts::itext(std::uint32_t number, NodeIndex context, Text* guidance) const {
    Text result;
    if (number == kNone || m_instance.form().itext.empty()) return result;
    const ItextEntry* entry = nullptr;
    if (const auto& active = m_instance.form().itext[m_languageIndex].entries[number]) entry = &*active;
    for (std::size_t i = 0; entry == nullptr && i < m_instance.form().itext.size(); ++i)
        if (m_instance.form().itext[i].language.name == m_instance.form().defaultLanguage &&
            m_instance.form().itext[i].entries[number])
            entry = &*m_instance.form().itext[i].entries[number];
    for (std::size_t i = 0; entry == nullptr && i < m_instance.form().itext.size(); ++i)
        if (m_instance.form().itext[i].entries[number]) entry = &*m_instance.form().itext[i].entries[number];
    if (entry == nullptr) return result;
    result.text = render(entry->hasText ? entry->text : entry->extras().shortText, context);
    result.image = entry->extras().image;
    result.bigImage = entry->extras().bigImage;
    if (result.image.empty()) result.image = result.bigImage;
    result.audio = entry->extras().audio;
    result.video = entry->extras().video;
    if (guidance != nullptr && guidance->text.empty()) guidance->text = render(entry->extras().guidance, context);
    return result;
}

Text Texts::text(const TextSource& source, NodeIndex context, Text* guidance) const {
    switch (source.kind) {
    case TextSource::Kind::None:
        return {};
    case TextSource::Kind::Itext:
        return itext(source.itext, context, guidance);
    case TextSource::Kind::ItextExpression:
        return itext(m_instance.form().itextNumber(
                         source.expression->evaluateString(m_evaluator.contextAt(context)).value_or(std::string())),
                     context, guidance);
    case TextSource::Kind::Expression: {
        Text result;
        result.text = source.expression->evaluateString(m_evaluator.contextAt(context)).value_or(std::string());
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

Text Texts::itemLabel(const ItemsetDef& itemset, xpath::NodeRef item) const {
    Text result;
    if (!itemset.label.expression) return result;
    if (itemset.external) {
        const auto own = item.document->childElement(item.node, labelColumn(m_languageName));
        if (own != kNoNode) result.text = item.document->stringValue(own);
        if (!result.text.empty()) return result;
    }
    auto value = itemset.label.expression->evaluateString(m_evaluator.contextAt(item)).value_or(std::string());
    if (itemset.label.kind == TextSource::Kind::ItextExpression) {
        result = itext(m_instance.form().itextNumber(value), m_instance.root());
        if (result.text.empty() && result.image.empty()) result.text = value;
        return result;
    }
    result.text = std::move(value);
    return result;
}

} // namespace peil::forms
