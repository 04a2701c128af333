// SPDX-License-Identifier: Apache-2.0
// The main job, start to end: a study is signed, a server started, tablets enrolled, interviews answered and sent, the
// estimate made from the researchers' own export. Everything is done by the programs that are installed.
#include "demo.h"
#include "terminal.h"

#include <CLI/CLI.hpp>
#include <cstdio>

int main(int argc, char** argv) {
    demo::Options options;
    options.study = PEIL_SOURCE_DIR "/shared/studies/opaak";
    options.data = PEIL_SOURCE_DIR "/tests/data/opaak";
    CLI::App app("The OPAAK study from start to end, with made-up interviews.");
    app.add_option("--bin", options.bin, "Folder with the programs")->required();
    app.add_option("--work", options.work, "Folder for everything that the demo makes; emptied first")->required();
    app.add_option("--json", options.json, "Write a summary");
    app.add_option("--screenshots", options.screenshots,
                   "Also render every page of tablet and dashboard into a folder");
    app.add_flag("--headless", options.headless, "Open no window, and stop at the end");
    app.add_flag("--app-only", options.appOnly, "Only enrol one tablet and open it");
    app.add_flag("--kill-server", options.killServer, "Kill the server in the middle of the sync and start it again");
    CLI11_PARSE(app, argc, argv);
    const auto ended = options.appOnly ? demo::openApp(options) : demo::runStudy(options);
    if (!ended) {
        std::fprintf(stderr, "peil-demo: %s\n", peil::describe(ended.error()).c_str());
        return 1;
    }
    return 0;
}
