// SPDX-License-Identifier: Apache-2.0
#include "rehearsal.h"

#include "peil/base/text.h"

#include <QtCore/qdatetime.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>

namespace peil::mobile {
namespace {

tl::unexpected<Error> fault(std::size_t line, const std::string& what) {
    return fail(FieldErrc::BadAnswers, "Line " + std::to_string(line) + " of the answers " + what + ".");
}

Result<RehearsedAnswer> readAnswer(const QJsonValue& json, std::size_t line) {
    const auto parts = json.toArray();
    if (parts.size() < 2 || parts.size() > 3 || !parts.at(0).isString())
        return fault(line, "has an answer that is not [question, value] or [question, null, reason]");
    RehearsedAnswer answer;
    answer.question = parts.at(0).toString().toStdString();
    if (parts.at(1).isDouble()) {
        answer.value = formatNumber(parts.at(1).toDouble());
    } else {
        answer.value = parts.at(1).toString().toStdString();
    }
    if (parts.size() == 3) {
        const auto reason = noAnswerOf(parts.at(2).toString().toStdString());
        if (!reason)
            return fault(line, "gives a reason for " + answer.question + " other than dont_know, refused or skipped");
        answer.reason = *reason;
    }
    return answer;
}

Result<RehearsedInterview> readInterview(const QJsonObject& json, std::size_t line) {
    RehearsedInterview interview;
    interview.line = line;
    interview.site = json.value(QLatin1String("site")).toString().toStdString();
    interview.language = json.value(QLatin1String("language")).toString().toStdString();
    if (interview.site.empty()) return fault(line, "has no site");
    if (const auto id = json.value(QLatin1String("interview")).toString().toStdString(); !id.empty()) {
        const auto uuid = parseUuid(id);
        if (!uuid) return fault(line, "has an interview id that is not a UUID");
        interview.id = InterviewId(*uuid);
    }
    if (const auto text = json.value(QLatin1String("startedAt")).toString(); !text.isEmpty()) {
        const auto time = QDateTime::fromString(text, Qt::ISODateWithMs);
        if (!time.isValid()) return fault(line, "has a startedAt that is not a time such as 2023-07-03T10:00:00Z");
        interview.startedAt = TimePoint(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
    }
    const auto answers = json.value(QLatin1String("answers")).toArray();
    if (answers.isEmpty()) return fault(line, "has no answers");
    for (const auto& entry : answers) {
        PEIL_TRY(auto answer, readAnswer(entry, line));
        interview.answers.push_back(std::move(answer));
    }
    return interview;
}

} // namespace

Result<std::vector<RehearsedInterview>> parseRehearsal(std::string_view text) {
    std::vector<RehearsedInterview> interviews;
    std::size_t line = 0;
    for (const auto part : split(text, '\n')) {
        ++line;
        if (trim(part).empty()) continue;
        const auto json = QJsonDocument::fromJson(QByteArray(part.data(), static_cast<qsizetype>(part.size())));
        if (!json.isObject()) return fault(line, "is not a JSON object");
        PEIL_TRY(auto interview, readInterview(json.object(), line));
        interviews.push_back(std::move(interview));
    }
    return interviews;
}

} // namespace peil::mobile
