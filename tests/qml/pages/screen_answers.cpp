// SPDX-License-Identifier: Apache-2.0
#include "screen_answers.h"

#include <QtCore/qdatetime.h>
#include <QtCore/qlocale.h>
#include <QtCore/qregularexpression.h>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>

namespace page_test {

using peil::forms::Question;
using peil::mobile::QuestionListModel;

namespace {

QString textOf(QQuickItem& view, const char* name) {
    auto* item = itemBelow(view, QLatin1String(name));
    return item == nullptr ? QString() : item->property("text").toString();
}

/// With what an input method has not ended yet.
QString typedIn(QQuickItem& view, const char* name) {
    auto* field = itemBelow(view, QLatin1String(name));
    REQUIRE(field != nullptr);
    auto text = field->property("text").toString();
    return text.insert(field->property("cursorPosition").toInt(), field->property("preeditText").toString());
}

/// The same number without zeros and points that say nothing; a text that is no number as it is.
std::string plainNumber(const QString& text) {
    static const QRegularExpression kNumber(QStringLiteral("^(-?)0*([0-9]*)(\\.[0-9]*)?$"));
    const auto match = kNumber.match(text);
    if (!match.hasMatch() || !text.contains(QRegularExpression(QStringLiteral("[0-9]")))) return text.toStdString();
    const auto whole = match.captured(2).isEmpty() ? QStringLiteral("0") : match.captured(2);
    const auto decimals = match.captured(3).size() > 1 ? match.captured(3) : QString();
    const bool minus = !match.captured(1).isEmpty() && (whole + decimals).toDouble() != 0;
    return ((minus ? QStringLiteral("-") : QString()) + whole + decimals).toStdString();
}

std::string marked(QQuickItem& view, const Question& question) {
    std::string all;
    for (const auto& choice : question.choices) {
        auto* tile = itemBelow(view, QStringLiteral("choice_") + QString::fromStdString(choice.value));
        REQUIRE(tile != nullptr);
        if (!tile->property("chosen").toBool()) continue;
        all += (all.empty() ? "" : " ") + choice.value;
    }
    return all;
}

/// What is marked in a list that was narrowed: what is chosen stays in it.
std::string found(QQuickItem& view, const Question& question) {
    std::string all;
    for (const auto& choice : question.choices) {
        auto* tile = itemBelow(view, QStringLiteral("choice_") + QString::fromStdString(choice.value));
        if (tile != nullptr && tile->property("chosen").toBool()) all += (all.empty() ? "" : " ") + choice.value;
    }
    return all;
}

std::string tileOf(QQuickItem& view, const Question& question) {
    for (std::int64_t place = 0; place < question.steps->count(); ++place) {
        const auto value = std::to_string(question.steps->at(place));
        auto* tile = itemBelow(view, QStringLiteral("choice_") + QString::fromStdString(value));
        REQUIRE(tile != nullptr);
        if (tile->property("chosen").toBool()) return value;
    }
    return {};
}

std::string valueOfLabel(const Question& question, const QString& label) {
    const auto found = std::find_if(question.choices.begin(), question.choices.end(), [&](const auto& choice) {
        return QString::fromStdString(choice.label.text) == label;
    });
    return found == question.choices.end() ? std::string() : found->value;
}

std::string listed(QQuickItem& view, const Question& question) {
    auto* picker = itemBelow(view, QStringLiteral("picker"));
    REQUIRE(picker != nullptr);
    const auto row = picker->property("currentIndex").toInt();
    return row < 0 ? std::string() : valueOfLabel(question, picker->property("displayText").toString());
}

std::string ordered(QQuickItem& view, const Question& question) {
    std::string all;
    bool inOrder = true;
    for (std::size_t i = 0; i < question.choices.size(); ++i) {
        const auto row = std::to_string(i);
        inOrder = inOrder && textOf(view, ("place_" + row).c_str()) == QString::number(i + 1);
        all += (i == 0 ? "" : " ") + valueOfLabel(question, textOf(view, ("rank_" + row).c_str()));
    }
    return inOrder ? all : std::string();
}

std::string dayOf(QQuickItem& view) {
    const auto words = textOf(view, "dateAnswer");
    const auto day = QLocale().toDate(words, QLocale::LongFormat);
    if (!day.isValid()) return {};
    // The three steppers say the same.
    CHECK(textOf(view, "day_shown") == QString::number(day.day()));
    CHECK(textOf(view, "month_shown") == QLocale().standaloneMonthName(day.month(), QLocale::ShortFormat));
    CHECK(textOf(view, "year_shown") == QString::number(day.year()));
    return day.toString(Qt::ISODate).toStdString();
}

/// The first day of the month or year that is shown.
std::string partOf(QQuickItem& view, const char* format) {
    return QLocale().toDate(textOf(view, "dateAnswer"), QLatin1String(format)).toString(Qt::ISODate).toStdString();
}

std::string timeOf(QQuickItem& view) {
    const auto words = textOf(view, "timeAnswer");
    if (!words.contains(QLatin1Char(':'))) return {};
    CHECK(words == textOf(view, "hour_shown") + QLatin1Char(':') + textOf(view, "minute_shown"));
    return words.toStdString();
}

std::string slidTo(QQuickItem& view, const Question& question) {
    auto* slider = itemBelow(view, QStringLiteral("slider"));
    REQUIRE(slider != nullptr);
    if (!slider->property("answered").toBool()) return {};
    const auto attribute = [&](std::string_view name) {
        const auto found = std::find_if(question.attributes.begin(), question.attributes.end(),
                                        [&](const auto& one) { return one.first == name; });
        return found == question.attributes.end() ? 0 : std::stod(found->second);
    };
    const auto words = textOf(view, "rangeAnswer");
    const auto direction = attribute("end") < attribute("start") ? -1 : 1;
    const auto handle = attribute("start") + direction * slider->property("value").toDouble() * attribute("step");
    INFO("the handle stands at " << handle << " and the words are " << words.toStdString());
    CHECK(std::abs(handle - words.toDouble()) < 1e-9);
    return words.toStdString();
}

} // namespace

QQuickItem* itemBelow(QQuickItem& below, const QString& name) {
    if (!below.isVisible()) return nullptr;
    if (below.objectName() == name) return &below;
    for (auto* child : below.childItems()) {
        if (auto* found = itemBelow(*child, name)) return found;
    }
    return nullptr;
}

std::string shownAnswer(QQuickItem& view, const Question& question, QuestionListModel::Kind kind) {
    switch (kind) {
    case QuestionListModel::Number:
    case QuestionListModel::Decimal:
        return plainNumber(typedIn(view, "field"));
    case QuestionListModel::ShortText:
    case QuestionListModel::Digits:
    case QuestionListModel::Masked:
        return typedIn(view, "field").normalized(QString::NormalizationForm_C).toStdString();
    case QuestionListModel::LongText:
        return typedIn(view, "area").normalized(QString::NormalizationForm_C).toStdString();
    case QuestionListModel::ChooseOne:
    case QuestionListModel::Likert:
    case QuestionListModel::ChooseMany:
        return marked(view, question);
    case QuestionListModel::Tiles:
        return tileOf(view, question);
    case QuestionListModel::ChooseFromList:
        return listed(view, question);
    case QuestionListModel::Date:
        return dayOf(view);
    case QuestionListModel::MonthYear:
        return partOf(view, "MMMM yyyy");
    case QuestionListModel::Year:
        return partOf(view, "yyyy");
    case QuestionListModel::DateTime:
        return dayOf(view).empty() ? "" : dayOf(view) + "T" + timeOf(view);
    case QuestionListModel::Counter:
        return itemBelow(view, QStringLiteral("counter_shown"))->property("soft").toBool()
                   ? std::string()
                   : textOf(view, "counter_shown").toStdString();
    case QuestionListModel::SearchOne:
    case QuestionListModel::SearchMany:
        return found(view, question);
    case QuestionListModel::Time:
        return timeOf(view);
    case QuestionListModel::Range:
        return slidTo(view, question);
    case QuestionListModel::Rank:
        return ordered(view, question);
    case QuestionListModel::Acknowledge:
        return itemBelow(view, QStringLiteral("acknowledge"))->property("chosen").toBool() ? "OK" : "";
    case QuestionListModel::Unsupported:
    case QuestionListModel::Note:
        return textOf(view, "storedAnswer").toStdString();
    }
    return {};
}

int shownReason(QQuickItem& view) {
    int reason = 0;
    for (int i = 1; i <= 3; ++i) {
        auto* button = itemBelow(view, QStringLiteral("reason") + QString::number(i));
        if (button != nullptr && button->property("active").toBool()) reason = reason == 0 ? i : (reason + i) * 10;
    }
    return reason;
}

QString shownProblem(QQuickItem& view) {
    return textOf(view, "problem");
}

} // namespace page_test
