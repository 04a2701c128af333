// SPDX-License-Identifier: Apache-2.0
#pragma once

// Shows every page of a practice tablet in every language, look and size: for the self-test and the screenshots.

#include "practice_pages.h"

namespace peil::mobile {

class PageTour : public QObject {
    Q_OBJECT
public:
    /// With a folder, a picture of each page in each language is written there, by night in one size only; without one
    /// each page is loaded in every language, look and size, and nothing is written.
    PageTour(AppContext& context, QString folder);
    void begin();
    [[nodiscard]] const QStringList& problems() const { return m_problems; }

    static constexpr std::chrono::milliseconds kSettle{100};

Q_SIGNALS:
    void ended();

private:
    struct Variant {
        QString language;
        AppSettings::Look look;
        QSize size;
    };
    void openNext();
    /// Shows the page in the next variant; after the last one the next page.
    void showNext();
    void apply(const Variant& variant);
    void takePicture(const Variant& variant);
    enum class Purpose { Check, Pictures };
    [[nodiscard]] static std::vector<Variant> variantsFor(Purpose purpose);
    [[nodiscard]] AppController& app() { return m_context->app(); }

    AppContext* m_context;
    PracticePages m_pages;
    QString m_folder;
    QTimer m_settle;
    QStringList m_names;
    std::vector<Variant> m_variants;
    qsizetype m_page = -1;
    std::size_t m_variant = 0;
    QStringList m_problems;
};

/// Goes through every page: for --self-test (fails on a warning) and --screenshots.
[[nodiscard]] int runTour(int& argc, char** argv, const Options& options);

} // namespace peil::mobile
