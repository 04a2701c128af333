// SPDX-License-Identifier: Apache-2.0
#include "page_walk.h"

#include "passphrase_field.h"

#include <QtGui/qaccessible.h>
#include <QtTest/qtest.h>

#include <algorithm>
#include <array>
#include <set>

namespace page_test {
namespace {

bool isControl(const QQuickItem& item) {
    constexpr std::array kClasses{"QQuickAbstractButton", "QQuickTextField", "QQuickTextArea", "QQuickComboBox",
                                  "QQuickSlider"};
    return qobject_cast<const peil::mobile::PassphraseField*>(&item) != nullptr ||
           std::any_of(kClasses.begin(), kClasses.end(), [&](const char* name) { return item.inherits(name); });
}

void gather(QQuickItem* below, std::vector<QQuickItem*>& controls) {
    if (!below->isVisible() || !below->isEnabled()) return;
    if (isControl(*below)) controls.push_back(below);
    for (auto* child : below->childItems())
        gather(child, controls);
}

/// An open sheet stands before the page: only what is on it can be worked with.
QQuickItem* front(QQuickItem* root) {
    for (auto* child : root->childItems()) {
        if (!child->inherits("QQuickOverlay") || !child->isVisible()) continue;
        for (auto* popup : child->childItems()) {
            if (popup->inherits("QQuickPopupItem") && popup->isVisible()) return popup;
        }
    }
    return root;
}

std::string nameOf(const QQuickItem& item) {
    auto* reader = QAccessible::queryAccessibleInterface(const_cast<QQuickItem*>(&item)); // NOLINT: Qt's type
    return reader == nullptr ? std::string() : reader->text(QAccessible::Name).toStdString();
}

std::string label(const QQuickItem& item) {
    const auto name = nameOf(item);
    return std::string(item.metaObject()->className()) + " \"" + item.objectName().toStdString() + "\" (" + name + ")";
}

/// Keys on the screen double those of a keyboard, so Tab passes them by.
bool takesTab(const QQuickItem& item) {
    const auto policy = item.property("focusPolicy");
    return policy.isValid() ? (policy.toInt() & Qt::TabFocus) != 0 : item.activeFocusOnTab();
}

bool isInSight(const QQuickItem& item) {
    const auto middle = item.mapToScene(item.boundingRect().center());
    for (const auto* above = item.parentItem(); above != nullptr; above = above->parentItem()) {
        if (above->clip() && !above->mapRectToScene(above->boundingRect()).contains(middle)) return false;
    }
    return true;
}

} // namespace

namespace {

/// Words that the reader does not see whole: over their own place, or over the side of the window.
void gatherCutWords(const QQuickItem& below, qreal width, std::vector<std::string>& faults) {
    if (!below.isVisible()) return;
    if (below.inherits("QQuickText") && !below.property("text").toString().isEmpty()) {
        const auto place = below.mapRectToScene(below.boundingRect());
        const bool isOver = below.property("contentWidth").toReal() > below.width() + 1;
        if (isOver || below.property("truncated").toBool() || place.left() < -1 || place.right() > width + 1)
            faults.push_back("\"" + below.property("text").toString().toStdString() +
                             "\" is cut off: " + std::to_string(below.property("contentWidth").toReal()) +
                             " pixels from " + std::to_string(place.left()) + " to " + std::to_string(place.right()));
    }
    for (const auto* child : below.childItems())
        gatherCutWords(*child, width, faults);
}

} // namespace

std::vector<std::string> faultsOf(TabletWindow& tablet) {
    std::vector<std::string> faults;
    gatherCutWords(*front(tablet.window().contentItem()), tablet.window().width(), faults);
    std::vector<QQuickItem*> controls;
    gather(front(tablet.window().contentItem()), controls);
    if (controls.empty()) faults.emplace_back("nothing can be worked with");
    for (const auto* control : controls) {
        const auto narrowest = takesTab(*control) ? kSmallestTouch : kSmallestKey;
        if (control->width() < narrowest || control->height() < kSmallestTouch)
            faults.push_back(label(*control) + " is only " + std::to_string(control->width()) + " by " +
                             std::to_string(control->height()));
        if (nameOf(*control).empty()) faults.push_back(label(*control) + " has no name for a screen reader");
    }
    // Noted before the first Tab: a list that scrolls under it lets go of rows.
    std::vector<std::pair<const QQuickItem*, std::string>> expected;
    for (const auto* control : controls)
        if (takesTab(*control)) expected.emplace_back(control, label(*control));
    std::set<const QQuickItem*> reached;
    for (std::size_t tabs = 0; tabs < controls.size() + 2; ++tabs) {
        QTest::keyClick(&tablet.window(), Qt::Key_Tab);
        const auto* now = tablet.window().activeFocusItem();
        reached.insert(now);
        if (now != nullptr && isControl(*now) && !isInSight(*now))
            faults.push_back(label(*now) + " has the focus and is out of sight");
    }
    for (const auto& [control, name] : expected) {
        if (!reached.contains(control)) faults.push_back(name + " is never reached with Tab");
    }
    return faults;
}

} // namespace page_test
