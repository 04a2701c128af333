// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"
#include "peil/crypto/key_file.h"

#include <iostream>
#include <memory>

namespace peil::cli {
namespace {

struct KeyOptions {
    std::filesystem::path file, passphraseFile;
    std::string purpose;
};

void print(const std::filesystem::path& file, const crypto::KeyFileInfo& info) {
    std::cout << "file         " << file.string() << '\n'
              << "purpose      "
              << (info.purpose == crypto::KeyPurpose::Sealing ? "sealing (a researcher's key)"
                                                              : "signing (the study office's key)")
              << '\n'
              << "public key   " << toHex(info.publicKey) << '\n'
              << "fingerprint  " << info.fingerprint << '\n';
}

Result<int> create(const KeyOptions& options) {
    PEIL_CHECK(refuseToOverwrite(options.file));
    PEIL_TRY(const auto passphrase, passphraseFrom(options.passphraseFile, AskPassphrase::Twice));
    SystemRng rng;
    if (options.purpose == "signing") {
        const auto pair = crypto::makeSigningKeyPair(rng);
        PEIL_CHECK(crypto::writeKeyFile(options.file, crypto::KeyPurpose::Signing, pair.seed, pair.publicKey,
                                        passphrase.view(), rng));
    } else {
        const auto pair = crypto::makeBoxKeyPair(rng);
        PEIL_CHECK(crypto::writeKeyFile(options.file, crypto::KeyPurpose::Sealing, pair.secretKey, pair.publicKey,
                                        passphrase.view(), rng));
    }
    PEIL_TRY(const auto info, crypto::readKeyFileInfo(options.file));
    print(options.file, info);
    return kDone;
}

Result<int> info(const KeyOptions& options) {
    PEIL_TRY(const auto found, crypto::readKeyFileInfo(options.file));
    print(options.file, found);
    return kDone;
}

} // namespace

void addKeyCommands(CLI::App& app, Task& task) {
    auto* keys = app.add_subcommand("keys", "The researchers' and the study office's keys");
    keys->require_subcommand(1);
    const auto options = std::make_shared<KeyOptions>();
    auto* make = keys->add_subcommand("new", "Create a key file, protected by a passphrase");
    make->add_option("--kind", options->purpose, "sealing: to open interviews; signing: to sign studies")
        ->required()
        ->check(CLI::IsMember({"sealing", "signing"}));
    make->add_option("FILE", options->file, "The key file to write")->required();
    make->add_option("--passphrase-file", options->passphraseFile,
                     "File whose first line is the passphrase (default: ask)");
    make->callback([options, &task] { task = [options] { return create(*options); }; });
    auto* show = keys->add_subcommand("info", "Show the public part of a key file");
    show->add_option("FILE", options->file, "The key file")->required();
    show->callback([options, &task] { task = [options] { return info(*options); }; });
}

} // namespace peil::cli
