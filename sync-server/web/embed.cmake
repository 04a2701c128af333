# SPDX-License-Identifier: Apache-2.0
# cmake -DFOLDER=... -DFILES=a,b -DOUT=embedded.cpp -P embed.cmake: the files as byte arrays in one C++ source.
string(REPLACE "," ";" FILES "${FILES}")
set(arrays "")
set(table "")
set(number 0)
foreach(file ${FILES})
    file(READ ${FOLDER}/${file} hex HEX)
    string(LENGTH "${hex}" digits)
    math(EXPR size "${digits} / 2")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
    string(REGEX REPLACE "(('[^,]*',){24})" "\\1\n    " bytes "${bytes}")
    string(APPEND arrays "constexpr char kFile${number}[] = {\n    ${bytes}'\\0'};\n")
    string(APPEND table "    EmbeddedFile{\"${file}\", {kFile${number}, ${size}}},\n")
    math(EXPR number "${number} + 1")
endforeach()
file(WRITE ${OUT} "// Written by embed.cmake.
#include \"web/embedded.h\"
namespace peil::server::web {
namespace {
${arrays}constexpr EmbeddedFile kFiles[] = {
${table}};
} // namespace
std::span<const EmbeddedFile> embeddedFiles() { return kFiles; }
} // namespace peil::server::web
")
