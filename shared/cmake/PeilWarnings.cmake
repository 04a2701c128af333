# SPDX-License-Identifier: Apache-2.0
# peil::warnings: linked PRIVATE to every C++ target. Not to QML-only modules: qmlcachegen's output fails -Wshadow.
option(PEIL_WARNINGS_AS_ERRORS "Treat compiler warnings as errors" OFF)

add_library(peil_warnings INTERFACE)
add_library(peil::warnings ALIAS peil_warnings)
target_compile_options(peil_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
    -Woverloaded-virtual -Wsuggest-override
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond;-Wlogical-op>
    # g++ 12 reports members of value-initialised aggregates and of coroutine frames wrongly
    -Wno-missing-field-initializers
    $<$<BOOL:${PEIL_WARNINGS_AS_ERRORS}>:-Werror>)
