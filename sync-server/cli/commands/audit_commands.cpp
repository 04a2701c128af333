// SPDX-License-Identifier: Apache-2.0
// audit, audit verify: who did what, and whether the server still has everything that it signed.

#include "cli/client/server_client.h"
#include "cli/command.h"
#include "peil/base/error.h"
#include "peil/base/file.h"
#include "peil/protocol/checkpoint.h"

#include <boost/json.hpp>
#include <iomanip>
#include <iostream>
#include <memory>
#include <optional>

namespace peil::cli {
namespace {

constexpr std::uintmax_t kMaxWitnessFile = 65'536;

struct AuditOptions {
    ServerPlace place;
    std::filesystem::path witness;
    bool json = false;
};

tl::unexpected<Error> alarm(const std::string& what) {
    return fail(CliErrc::ServerFailed,
                what + " Keep the server's folder unchanged, and compare it with a backup and with the tablets.");
}

Result<int> list(const AuditOptions& options) {
    PEIL_TRY(const auto answer, askServer(options.place, "/admin/audit"));
    if (options.json) {
        printJson(answer);
    } else {
        for (const auto& act : listOf(answer, "acts"))
            std::cout << said(act, "at") << "  " << std::left << std::setw(12) << said(act, "what") << std::setw(24)
                      << said(act, "by")
                      << (records::find(act, "detail") ? jsonText(*records::find(act, "detail")) : "null") << '\n';
        std::cout << "head " << said(answer, "head") << '\n';
    }
    if (records::isTrue(answer, "intact")) return kDone;
    const auto fault = textOf(answer, "fault");
    return alarm(fault.empty()
                     ? "A tablet has a checkpoint that the server's log does not extend; run peil audit verify."
                     : fault);
}

/// What this machine has seen of the server before: the key that signs, and the newest checkpoint.
struct Kept {
    crypto::PublicKey key{};
    Bytes signedBytes;
    protocol::Checkpoint checkpoint;
};

Result<crypto::PublicKey> keyOf(const std::string& hex) {
    const auto bytes = fromHex(hex);
    crypto::PublicKey key{};
    if (!bytes || bytes->size() != key.size())
        return fail(CliErrc::ServerFailed, "The server sent no key for its checkpoints; update the server.");
    std::copy(bytes->begin(), bytes->end(), key.begin());
    return key;
}

Result<std::optional<Kept>> readKept(const std::filesystem::path& file) {
    if (file.empty()) return std::optional<Kept>();
    const auto text = readTextFile(file, kMaxWitnessFile);
    if (!text && text.error().code == BaseErrc::FileNotFound) return std::optional<Kept>();
    if (!text) return tl::unexpected(text.error());
    boost::system::error_code error;
    const auto json = boost::json::parse(*text, error);
    const auto key = keyOf(textOf(json, "key"));
    auto bytes = fromBase64(textOf(json, "checkpoint"));
    if (!error && key && bytes) {
        if (auto checkpoint = protocol::decodeCheckpoint(*bytes, *key))
            return std::optional(Kept{*key, std::move(*bytes), std::move(*checkpoint)});
    }
    return fail(
        CliErrc::BadInput,
        "The file " + file.string() +
            " was not written by peil audit verify --witness, or is damaged; to start over, give another file.");
}

Result<> keep(const std::filesystem::path& file, const Kept& kept) {
    if (file.empty()) return {};
    const boost::json::object json{{"key", toHex(kept.key)}, {"checkpoint", toBase64(kept.signedBytes)}};
    return writeFileDurably(file, bytesOf(boost::json::serialize(json) + "\n"), FileMode::Private);
}

Result<protocol::merkle::Proof> proofOf(const boost::json::value& answer) {
    protocol::merkle::Proof proof;
    for (const auto& item : listOf(answer, "consistency")) {
        const auto bytes = fromHex(item.is_string() ? std::string_view(item.as_string()) : std::string_view());
        crypto::Digest hash{};
        if (!bytes || bytes->size() != hash.size())
            return fail(CliErrc::ServerFailed, "The server's proof cannot be read; update peil or the server.");
        std::copy(bytes->begin(), bytes->end(), hash.begin());
        proof.push_back(hash);
    }
    return proof;
}

/// Compares the server's newest checkpoint with the previous one. @return the alarm.
Result<Kept> judge(const boost::json::value& answer, const std::optional<Kept>& before) {
    PEIL_TRY(const auto named, keyOf(textOf(answer, "key")));
    Kept now{before ? before->key : named, {}, {}};
    PEIL_TRY(now.signedBytes, fromBase64(textOf(answer, "checkpoint")));
    auto checkpoint = protocol::decodeCheckpoint(now.signedBytes, now.key);
    if (!checkpoint) return alarm("The server's checkpoint is not signed with the previous key.");
    now.checkpoint = std::move(*checkpoint);
    if (!before) return now;
    PEIL_TRY(const auto proof, proofOf(answer));
    const auto since = before->checkpoint.at + ", " + std::to_string(before->checkpoint.size) + " entries";
    switch (protocol::compare(before->checkpoint, now.checkpoint, proof)) {
    case protocol::Witness::Follows:
        return now;
    case protocol::Witness::PutBack:
        return alarm("The server was restored from a backup after the checkpoint of " + since +
                     ". If this was intended, start over with another --witness file.");
    case protocol::Witness::Contradicts:
        break;
    }
    return alarm("The server's log does not extend the checkpoint of " + since +
                 ": signed entries are missing or changed.");
}

Result<int> verify(const AuditOptions& options) {
    PEIL_TRY(const auto before, readKept(options.witness));
    PEIL_TRY(
        const auto answer,
        askServer(options.place, "/admin/audit/proof" + (before ? "?checkpoint=" + toHex(before->signedBytes) : "")));
    if (options.json) printJson(answer);
    PEIL_TRY(const auto now, judge(answer, before));
    if (const auto fault = textOf(answer, "fault"); !fault.empty()) return alarm(fault);
    if (const auto tablets = listOf(answer, "contradictions"); !tablets.empty())
        return alarm("The tablet " + textOf(tablets.front(), "device") + " has a checkpoint of " +
                     std::to_string(numberOf(tablets.front(), "size")) +
                     " entries that the server's log does not extend" +
                     (tablets.size() > 1 ? ", and so do " + std::to_string(tablets.size() - 1) + " others." : "."));
    PEIL_CHECK(keep(options.witness, now));
    if (options.json) return kDone;
    std::cout << "The server's log of " << now.checkpoint.size << " entries is intact"
              << (before ? " and extends the checkpoint of " + before->checkpoint.at : std::string()) << ".\n";
    return kDone;
}

} // namespace

void addAuditCommands(CLI::App& app, Task& task) {
    const auto options = std::make_shared<AuditOptions>();
    auto* acts =
        app.add_subcommand("audit", "Who reviewed, withdrew and exported what, and whether the audit chain is intact");
    acts->add_flag("--json", options->json, "Print JSON");
    addServerOptions(*acts, options->place);
    auto* check = acts->add_subcommand("verify", "Check that the server still has everything that it signed");
    check->add_option("--witness", options->witness,
                      "Local file for the newest checkpoint; created if it does not exist");
    check->fallthrough(); // --server, --store and --json are those of audit
    acts->callback([options, check, &task] {
        const auto run = check->parsed() ? verify : list;
        task = [options, run] { return run(*options); };
    });
}

} // namespace peil::cli
