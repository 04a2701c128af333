# SPDX-License-Identifier: Apache-2.0
# cmake -DFILE=words.json -DOUT=embedded_words.h -P embed.cmake: the file as a character array.
file(READ ${FILE} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
string(REGEX REPLACE "(('[^,]*',){24})" "\\1\n    " bytes "${bytes}")
file(WRITE ${OUT} "// Written by embed.cmake.\n#pragma once\nconstexpr char kWords[] = {\n    ${bytes}'\\0'};\n")
