// SPDX-License-Identifier: Apache-2.0
// Published vectors: each states where it is printed.
#include "hex.h"
#include "peil/crypto/error.h"
#include "peil/crypto/seal.h"

#include <array>
#include <catch2/generators/catch_generators.hpp>

using namespace peil;
using namespace peil::crypto;
using crypto_test::fixed;
using crypto_test::hex;
using peil_test::need;

TEST_CASE("Ed25519 signs as RFC 8032, section 7.1, tests 1 to 3", "[crypto][vectors]") {
    struct Vector {
        const char* seed;
        const char* publicKey;
        const char* message;
        const char* signature;
    };
    const auto v = GENERATE(Vector{"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                                   "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
                                   "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61"
                                   "e39701cf9b46bd25bf5f0595b"
                                   "be24655141438e7a100b"},
                            Vector{"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                                   "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
                                   "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458"
                                   "f3613d0f11d8c387b2eaeb430"
                                   "2aeeb00d291612bb0c00"},
                            Vector{"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                                   "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
                                   "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae6"
                                   "7f760984dc6594a7c15e9716e"
                                   "d28dc027beceea1ec40a"});
    const auto pair = signingKeyPairFromSeed(need(SecretKey::copyOf(hex(v.seed))));
    CHECK(toHex(pair.publicKey) == v.publicKey);
    CHECK(toHex(sign(hex(v.message), pair)) == v.signature);
    CHECK(verify(hex(v.message), hex(v.signature), hex(v.publicKey)));
}

TEST_CASE("XChaCha20-Poly1305 seals as draft-irtf-cfrg-xchacha-03, appendix A.3.1", "[crypto][vectors]") {
    const std::string_view plain =
        "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, "
        "sunscreen would be it.";
    const auto key = need(SecretKey::copyOf(hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f")));
    const auto nonce = fixed<24>(hex("404142434445464748494a4b4c4d4e4f5051525354555657"));
    const auto data = hex("50515253c0c1c2c3c4c5c6c7");
    const auto sealed = aeadSeal(key, nonce, bytesOf(plain), data);
    CHECK(toHex(sealed) == "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4ed"
                           "a7e39ae64c6708c54c216cb96b"
                           "72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9"
                           "768812f615c68b13b52ec0875"
                           "924c1c7987947deafd8780acf49");
    CHECK(textOf(need(aeadOpen(key, nonce, sealed, data)).view()) == plain);
}

TEST_CASE("SHA-2, SHA-1 and MD5 digest \"abc\" as FIPS 180-4 and RFC 1321 print it", "[crypto][vectors]") {
    const auto of = [](std::string_view algorithm) { return toHex(need(digest(algorithm, bytesOf("abc")))); };
    CHECK(of("MD5") == "900150983cd24fb0d6963f7d28e17f72");
    CHECK(of("SHA-1") == "a9993e364706816aba3e25717850c26c9cd0d89d");
    CHECK(of("SHA-256") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(of("SHA-384") ==
          "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7");
    CHECK(of("SHA-512") ==
          "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d"
          "4423643ce80e2a9ac94fa54ca49f");
    CHECK(toHex(sha256(bytesOf("abc"))) == of("SHA-256"));
}

TEST_CASE("X25519 makes the public keys of RFC 7748, section 6.1", "[crypto][vectors]") {
    /// Gives the bytes of the vector as if they were drawn.
    class FixedRng final : public Rng {
    public:
        explicit FixedRng(Bytes bytes)
            : m_bytes(std::move(bytes)) {}
        void fill(std::span<std::uint8_t> out) override { std::copy_n(m_bytes.begin(), out.size(), out.begin()); }

    private:
        Bytes m_bytes;
    };
    FixedRng alice(hex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"));
    CHECK(toHex(makeBoxKeyPair(alice).publicKey) == "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
    FixedRng bob(hex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"));
    CHECK(toHex(makeBoxKeyPair(bob).publicKey) == "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
}

TEST_CASE("BLAKE2b-256 agrees with the reference implementation, with and without a key", "[crypto][vectors]") {
    // Printed by hashlib.blake2b(message, digest_size=32, key=bytes(range(32))) of Python, which is the reference code.
    const auto key = need(SecretKey::copyOf(hex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")));
    CHECK(toHex(blake2b(bytesOf("abc"))) == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    CHECK(toHex(blake2bKeyed({}, key)) == "4e51e7a913fc80137da52880fecca175bf81e117d5c68126dc2774033517ea0d");
    CHECK(toHex(subkey(key, "peil label").view()) ==
          "eff3804c479a98e7f26c419816f2b0e3d70a1ae24f656ad9ca0776363ca7287f");
}

TEST_CASE("Argon2id agrees with test.c of the reference implementation", "[crypto][vectors]") {
    const std::string_view hash =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    CHECK(verifyPassword(hash, bytesOf("password")));
    CHECK_FALSE(verifyPassword(hash, bytesOf("passwore")));
}
