// SPDX-License-Identifier: Apache-2.0
// A list of rows: its roles are the properties of the row, and a view hears of what differs only.
#include "list_rows.h"
#include "row_list_model.h"

#include <QtCore/qvariant.h>

#include <catch2/catch_test_macros.hpp>

using namespace peil;
using namespace peil::mobile;

namespace {

QVariant valueOf(const RowListModel& list, int row, const char* role) {
    return list.data(list.index(row), list.roleNames().key(role, -1));
}

InterviewItem interview(const char* id, InterviewState::Value state) {
    InterviewItem item;
    item.interviewId = QString::fromLatin1(id);
    item.progressState = state;
    return item;
}

} // namespace

TEST_CASE("a row's properties are the roles of its list, with their types", "[model]") {
    RowList<InterviewItem> list(nullptr);
    list.setRows({interview("a", InterviewState::Refused)});
    CHECK(list.count() == 1);
    CHECK(valueOf(list, 0, "interviewId").toString() == QStringLiteral("a"));
    CHECK(valueOf(list, 0, "progressState").value<InterviewState::Value>() == InterviewState::Refused);
    CHECK(valueOf(list, 0, "progressState").toInt() == static_cast<int>(storage::InterviewState::Refused));
    CHECK(valueOf(list, 0, "brokenOff").typeId() == QMetaType::Bool);
    CHECK_FALSE(valueOf(list, 0, "colour").isValid());
    CHECK_FALSE(valueOf(list, 1, "interviewId").isValid());
}

TEST_CASE("a view hears of the rows that differ, come or go, and of no others", "[model]") {
    RowList<InterviewItem> list(nullptr);
    QStringList heard;
    const auto hear = [&heard](const char* what) {
        return [&heard, what](const QModelIndex&, int first, int last) {
            heard << QStringLiteral("%1 %2-%3").arg(QLatin1String(what)).arg(first).arg(last);
        };
    };
    QObject::connect(&list, &RowListModel::rowsInserted, hear("inserted"));
    QObject::connect(&list, &RowListModel::rowsRemoved, hear("removed"));
    QObject::connect(&list, &RowListModel::dataChanged,
                     [&heard](const QModelIndex& at) { heard << QStringLiteral("changed %1").arg(at.row()); });
    const auto a = interview("a", InterviewState::Draft), b = interview("b", InterviewState::Draft);
    list.setRows({a, b});
    list.setRows({a, interview("b", InterviewState::Received)});
    list.setRows({a});
    list.setRows({a});
    CHECK(heard ==
          QStringList{QStringLiteral("inserted 0-1"), QStringLiteral("changed 1"), QStringLiteral("removed 1-1")});
}
