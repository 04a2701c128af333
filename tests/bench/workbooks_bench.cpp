// SPDX-License-Identifier: Apache-2.0
// How long a designer waits for `peil form check`, and what it takes: workbooks of just under 10 MB, or as large as the
// limits allow, in every format. Each check is a process of its own.
#include "workbook_maker.h"

#include "peil_test/temporary_folder.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <functional>
#include <random>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using bench::MadeSheet;
using Rows = std::vector<std::vector<std::string>>;

constexpr std::uintmax_t kMostBytes = 10'000'000;
constexpr std::size_t kMostText = std::size_t{39} << 20U; ///< below the limit of all cells together

/// Texts of made-up words; the same in every run.
class Words {
public:
    std::string text(std::size_t count) {
        std::string out;
        for (std::size_t i = 0; i < count; ++i)
            out += (i == 0 ? "" : " ") + m_words[m_random() % m_words.size()];
        return out;
    }

private:
    static std::vector<std::string> vocabulary() {
        std::mt19937_64 random(15);
        std::vector<std::string> words(5'000);
        for (auto& word : words)
            for (auto left = 3 + random() % 8; left > 0; --left)
                word += static_cast<char>('a' + random() % 26);
        return words;
    }
    std::vector<std::string> m_words = vocabulary();
    std::mt19937_64 m_random{30};
};

/// A form that grows with `scale`; `rows` is the most that a sheet of this format may have.
using Make = std::vector<MadeSheet> (*)(std::size_t scale, std::size_t rows);

std::string number(std::string_view before, std::size_t i) {
    return std::string(before) + std::to_string(i);
}

std::size_t wordsFor(std::size_t scale, std::size_t texts) {
    return std::clamp<std::size_t>(scale / texts, 1, kMostText / texts / 8);
}

std::vector<MadeSheet> manyQuestions(std::size_t scale, std::size_t) {
    const std::size_t count = 19'800;
    const auto words = wordsFor(scale, count * 5);
    Words random;
    Rows rows{{"type", "name", "label::English (en)", "label::Nederlands (nl)", "hint::English (en)",
               "hint::Nederlands (nl)", "constraint_message", "relevant", "constraint", "required"}};
    for (std::size_t i = 0; i < count; ++i)
        rows.push_back({i % 3 == 0 ? "integer" : "text", number("question_", i), random.text(words), random.text(words),
                        random.text(words), random.text(words), random.text(words),
                        i == 0 ? "" : "${question_" + std::to_string(i - i % 50) + "} != ''",
                        i % 50 == 0 ? "" : ". != '0'", "yes"});
    rows[1][7].clear();
    for (std::size_t i = 0; i < count; i += 50)
        rows[i + 1][7].clear();
    return {{"survey", std::move(rows)}};
}

std::vector<MadeSheet> manyChoices(std::size_t scale, std::size_t most) {
    const auto count = std::min(scale, most);
    const auto words = wordsFor(scale, most);
    Words random;
    Rows survey{{"type", "name", "label::English (en)", "label::Nederlands (nl)", "choice_filter"}};
    survey.push_back({"text", "region", "Region", "Regio", ""});
    for (std::size_t list = 0; list < 10; ++list)
        survey.push_back(
            {number("select_one list_", list), number("place_", list), "Where?", "Waar?", "region=${region}"});
    Rows choices{{"list_name", "name", "label::English (en)", "label::Nederlands (nl)", "region"}};
    for (std::size_t i = 0; i < count; ++i)
        choices.push_back({number("list_", i * 10 / count), number("choice_", i), random.text(words),
                           random.text(words), number("region_", i % 100)});
    return {{"survey", std::move(survey)}, {"choices", std::move(choices)}};
}

/// One list without translations, whose rows have many columns of the designer's own.
std::vector<MadeSheet> wideChoices(std::size_t scale, std::size_t most) {
    const auto count = std::min(scale, most);
    const auto words = wordsFor(scale, most * 7);
    Words random;
    Rows choices{{"list_name", "name", "label", "a", "b", "c", "d", "e", "f"}};
    for (std::size_t i = 0; i < count; ++i) {
        choices.push_back({"places", number("p", i)});
        for (std::size_t column = 2; column < choices.front().size(); ++column)
            choices.back().push_back(random.text(words));
    }
    return {{"survey", {{"type", "name", "label"}, {"select_one places", "place", "Where?"}}},
            {"choices", std::move(choices)}};
}

std::vector<MadeSheet> manyLanguages(std::size_t scale, std::size_t) {
    const std::size_t languages = 100, questions = 1'000, choices = 1'000;
    const auto words = wordsFor(scale, languages * (2 * questions + choices));
    Words random;
    Rows survey{{"type", "name"}}, list{{"list_name", "name"}};
    for (std::size_t i = 0; i < languages; ++i) {
        survey.front().push_back("label::Language " + std::to_string(i));
        survey.front().push_back("hint::Language " + std::to_string(i));
        list.front().push_back("label::Language " + std::to_string(i));
    }
    for (std::size_t i = 0; i < questions; ++i) {
        survey.push_back({"select_one list", number("question_", i)});
        for (std::size_t text = 0; text < 2 * languages; ++text)
            survey.back().push_back(random.text(words));
    }
    for (std::size_t i = 0; i < choices; ++i) {
        list.push_back({"list", number("c", i)});
        for (std::size_t text = 0; text < languages; ++text)
            list.back().push_back(random.text(words));
    }
    return {{"survey", std::move(survey)}, {"choices", std::move(list)}};
}

std::vector<MadeSheet> emptyCells(std::size_t scale, std::size_t most) {
    return {{"survey", {{"type", "name", "label"}, {"select_one l", "a", "A"}}, std::min(scale / 2, most)},
            {"choices", {{"list_name", "name", "label"}, {"l", "a", "A"}}, std::min(scale / 2, most)}};
}

std::vector<MadeSheet> longTexts(std::size_t scale, std::size_t) {
    Words random;
    Rows rows{{"type", "name", "label"}};
    for (std::size_t left = std::min(scale, kMostText / 8), i = 0; left > 0; ++i) {
        const auto words = std::min<std::size_t>(left, 3'500);
        rows.push_back({"note", number("note_", i), random.text(words)});
        left -= words;
    }
    return {{"survey", std::move(rows)}};
}

/// What is written once and pasted everywhere takes little of the file.
std::vector<MadeSheet> oneText(std::size_t scale, std::size_t) {
    const auto text = Words().text(1'000);
    Rows rows{{"type", "name", "label::English (en)", "label::Nederlands (nl)"}};
    for (std::size_t i = 0; i < std::min(scale / 100, kMostText / text.size() / 2); ++i)
        rows.push_back({"note", number("note_", i), text, text});
    return {{"survey", std::move(rows)}};
}

std::vector<MadeSheet> otherSheets(std::size_t scale, std::size_t most) {
    const auto count = std::min(scale / 2, most);
    const auto words = wordsFor(scale, 4 * most);
    Words random;
    Rows entities{{"list_name", "label"}}, external{{"list_name", "name", "label", "region"}};
    Rows translations{{"key", "en", "nl", "de"}};
    for (std::size_t i = 0; i < 1; ++i)
        entities.push_back({number("list_", i), "concat(${region}, '" + random.text(20) + "')"});
    for (std::size_t i = 0; i < count; ++i) {
        external.push_back({number("list_", i * 5 / count), number("c", i), random.text(words), number("r", i % 50)});
        translations.push_back({number("k", i), random.text(words), random.text(words), random.text(words)});
    }
    Rows survey{{"type", "name", "label", "choice_filter", "save_to"}, {"text", "region", "Region", "", "region"}};
    for (std::size_t i = 0; i < 5; ++i)
        survey.push_back(
            {number("select_one_external list_", i), number("place_", i), "Where?", "region=${region}", ""});
    return {{"survey", std::move(survey)},
            {"entities", std::move(entities)},
            {"external_choices", std::move(external)},
            {"translations", std::move(translations)}};
}

std::vector<MadeSheet> expressions(std::size_t scale, std::size_t) {
    const std::size_t count = 19'800;
    const auto terms = std::max<std::size_t>(1, scale / (3 * count));
    std::mt19937_64 random(7);
    const auto expression = [&](std::size_t before, const char* joint) {
        std::string out;
        for (std::size_t i = 0; i < terms; ++i)
            out += (i == 0 ? "" : joint) + std::string("(${q") + std::to_string(random() % before) + "} + " +
                   std::to_string(random() % 1'000) + ")";
        return out;
    };
    Rows rows{{"type", "name", "label", "relevant", "constraint", "calculation"}};
    for (std::size_t i = 0; i < count; ++i)
        rows.push_back({i < 100 ? "integer" : "calculate", number("q", i), i < 100 ? "How many?" : "",
                        i < 100 ? "" : expression(100, " > 3 or ") + " > 1",
                        i < 100 ? "" : expression(100, " = 7 and ") + " != 2", i < 100 ? "" : expression(i, " * ")});
    return {{"survey", std::move(rows)}};
}

/// As many as a form may have; most of `expressions` are more.
std::vector<MadeSheet> mostExpressions(std::size_t scale, std::size_t) {
    Rows rows{{"type", "name", "label", "calculation"}, {"integer", "q0", "How many?", ""}};
    for (std::size_t i = 1; i < std::min<std::size_t>(scale / 20, 9'000); ++i) {
        std::string sum = "1";
        for (std::size_t part = 2; part < 14; ++part)
            sum += " + ${q" + std::to_string(i * (part - 1) / (part + 1)) + "}";
        rows.push_back({"calculate", number("q", i), "", std::move(sum)});
    }
    return {{"survey", std::move(rows)}};
}

struct Kind {
    const char* name;
    Make make;
};

constexpr std::array<Kind, 10> kKinds{{{"many questions", manyQuestions},
                                       {"many choices", manyChoices},
                                       {"wide choices", wideChoices},
                                       {"many languages", manyLanguages},
                                       {"empty cells with a format", emptyCells},
                                       {"long texts", longTexts},
                                       {"one text everywhere", oneText},
                                       {"other sheets", otherSheets},
                                       {"most expressions", mostExpressions},
                                       {"too many expressions", expressions}}};

/// Runs `work` in a child, so that its memory is not that of the process that starts the checks.
int inChild(const std::function<int()>& work, rusage* used = nullptr) {
    std::fflush(nullptr);
    const auto child = ::fork();
    if (child == 0) ::_exit(work());
    int status = 0;
    rusage usage{};
    ::wait4(child, &status, 0, used == nullptr ? &usage : used);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// Writes the largest workbook of that kind below the limits.
int makeLargest(const Kind& kind, const std::string& format, const std::filesystem::path& path) {
    const std::size_t most = format == "xls" ? 65'000 : 199'000;
    std::size_t scale = 200'000;
    for (int attempt = 0; attempt < 9; ++attempt) {
        const auto size = bench::writeWorkbook(path, format, kind.make(scale, most));
        if (size < kMostBytes && (size > kMostBytes * 9 / 10 || attempt > 3)) return 0;
        const auto factor = 0.97 * static_cast<double>(kMostBytes) / static_cast<double>(size);
        scale = static_cast<std::size_t>(static_cast<double>(scale) * std::min(factor, attempt > 3 ? 0.8 : 20));
    }
    return 1;
}

std::uintmax_t sizeOf(const std::filesystem::path& path) {
    if (!std::filesystem::is_directory(path)) return std::filesystem::file_size(path);
    std::uintmax_t size = 0;
    for (const auto& file : std::filesystem::directory_iterator(path))
        size += file.file_size();
    return size;
}

void check(const std::string& name, const std::filesystem::path& path) {
    rusage used{};
    const auto begin = std::chrono::steady_clock::now();
    const auto status = inChild(
        [&] {
            ::dup2(::open("/dev/null", O_WRONLY | O_CLOEXEC), 1);
            ::execl(PEIL_PROGRAM, "peil", "form", "check", path.c_str(), static_cast<char*>(nullptr));
            return 127;
        },
        &used);
    const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - begin;
    const auto milliseconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) * 1e-3;
    };
    std::printf("{\"bench\":\"form check: %s\",\"file_mb\":%.1f,\"wall_ms\":%.0f,\"cpu_ms\":%.0f,\"peak_mib\":%.0f,"
                "\"exit\":%d}\n",
                name.c_str(), static_cast<double>(sizeOf(path)) / 1e6, wall.count(),
                milliseconds(used.ru_utime) + milliseconds(used.ru_stime), static_cast<double>(used.ru_maxrss) / 1024,
                status);
    std::fflush(stdout);
}

} // namespace

/// With a folder as argument, the workbooks stay there.
int main(int argc, char** argv) {
    const peil_test::TemporaryFolder temporary;
    const auto folder = argc > 1 ? std::filesystem::path(argv[1]) : temporary.path();
    for (const auto& kind : kKinds)
        for (const std::string format : {"xlsx", "xls", "ods", "csv"}) {
            auto title = std::string(kind.name);
            std::ranges::replace(title, ' ', '-');
            const auto path = folder / (title + "." + format);
            if (!std::filesystem::exists(path) && inChild([&] { return makeLargest(kind, format, path); }) != 0) {
                std::fprintf(stderr, "%s cannot be made.\n", path.c_str());
                return 1;
            }
            check(std::string(kind.name) + ", ." + format, path);
            if (argc < 2) std::filesystem::remove_all(path);
        }
    return 0;
}
