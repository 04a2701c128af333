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
    CLI::App app("Runs the OPAAK study from start to finish with synthetic interviews.");
    app.add_option("--bin", options.bin, "Folder with the programs")->required();
    app.add_option("--work", options.work, "Working folder; emptied first")->required();
    app.add_option("--json", options.json, "Write a machine-readable summary");
    app.add_option("--screenshots", options.screenshots,
                   "Save screenshots of every page of tablet and dashboard in this folder");
    app.add_flag("--headless", options.headless, "Open no window and exit at the end");
    app.add_flag("--app-only", options.appOnly, "Only enrol and open one tablet");
    app.add_flag("--kill-server", options.killServer, "Kill the server during the sync and restart it");
    CLI11_PARSE(app, argc, argv);
    const auto ended = options.appOnly ? demo::openApp(options) : demo::runStudy(options);
    if (!ended) {
        std::fprintf(stderr, "peil-demo: %s\n", peil::describe(ended.error()).c_str());
        return 1;
    }
    return 0;
}
