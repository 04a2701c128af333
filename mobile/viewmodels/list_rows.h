// SPDX-License-Identifier: Apache-2.0
#pragma once

// Rows of the lists that pages show. Each property of a row is a role of its list, under the same name.

#include "peil/storage/local_store.h"

#include <QtCore/qobjectdefs.h>
#include <QtCore/qstring.h>
#include <QtQml/qqmlregistration.h>

namespace peil::mobile {

/// How far an interview is, in QML: InterviewState.Draft.
namespace InterviewState {
Q_NAMESPACE
QML_ELEMENT
enum Value {
    Draft = static_cast<int>(storage::InterviewState::Draft),
    Finalised = static_cast<int>(storage::InterviewState::Finalised),
    Received = static_cast<int>(storage::InterviewState::Received),
    Refused = static_cast<int>(storage::InterviewState::Refused),
};
Q_ENUM_NS(Value)
} // namespace InterviewState

struct InterviewItem {
    Q_GADGET
    Q_PROPERTY(QString interviewId MEMBER interviewId)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString when MEMBER when)
    Q_PROPERTY(QString stateText MEMBER stateText)
    Q_PROPERTY(peil::mobile::InterviewState::Value progressState MEMBER progressState)
    Q_PROPERTY(QString groupText MEMBER groupText)
    Q_PROPERTY(int answered MEMBER answered)
    Q_PROPERTY(bool brokenOff MEMBER brokenOff)
public:
    QString interviewId, title, when, stateText;
    InterviewState::Value progressState = InterviewState::Draft;
    QString groupText;
    int answered = 0;
    bool brokenOff = false;
    bool operator==(const InterviewItem&) const = default;
};

struct QuotaItem {
    Q_GADGET
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(int achieved MEMBER achieved)
    Q_PROPERTY(int target MEMBER target)
    Q_PROPERTY(int waiting MEMBER waiting)
public:
    QString label;
    int achieved = 0, target = 0;
    int waiting = 0; ///< on this tablet, not sent yet, and will count
    bool operator==(const QuotaItem&) const = default;
};

struct SiteItem {
    Q_GADGET
    Q_PROPERTY(QString code MEMBER code)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString typeText MEMBER typeText)
public:
    QString code, name, typeText;
    bool operator==(const SiteItem&) const = default;
};

/// How often an outcome was counted in the contact log.
struct ContactItem {
    Q_GADGET
    Q_PROPERTY(int outcome MEMBER outcome)
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(int count MEMBER count)
public:
    int outcome = 0; ///< protocol::ContactOutcome
    QString label;
    int count = 0;
    bool operator==(const ContactItem&) const = default;
};

struct ReferralItem {
    Q_GADGET
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(bool urgent MEMBER urgent)
public:
    QString title, text;
    bool urgent = false;
    bool operator==(const ReferralItem&) const = default;
};

/// A question in the review. Its answer is in words, also a reason for none.
struct ReviewItem {
    Q_GADGET
    Q_PROPERTY(int node MEMBER node)
    Q_PROPERTY(QString label MEMBER label)
    /// Under which it stands: the chapter, or that it is still open.
    Q_PROPERTY(QString part MEMBER part)
    Q_PROPERTY(QString answer MEMBER answer)
    /// It stops the end; the message may be empty.
    Q_PROPERTY(bool problem MEMBER problem)
    Q_PROPERTY(bool open MEMBER open)
    Q_PROPERTY(QString message MEMBER message)
public:
    int node = 0;
    QString label, part, answer;
    bool problem = false, open = false;
    QString message;
    bool operator==(const ReviewItem&) const = default;
};

} // namespace peil::mobile
