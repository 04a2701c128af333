# SPDX-License-Identifier: Apache-2.0
# peil::options: sanitizers, coverage and hardening; linked PRIVATE to every C++ target.
set(PEIL_SANITIZE "" CACHE STRING "Value of -fsanitize=, e.g. address,undefined")
option(PEIL_COVERAGE "Instrument for gcov" OFF)

add_library(peil_options INTERFACE)
add_library(peil::options ALIAS peil_options)
if(PEIL_SANITIZE)
    target_compile_options(peil_options INTERFACE -fsanitize=${PEIL_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(peil_options INTERFACE -fsanitize=${PEIL_SANITIZE})
    # ThreadSanitizer does not see fences. Those of Asio stand beside a lock, which it does see.
    if(PEIL_SANITIZE STREQUAL "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        target_compile_options(peil_options INTERFACE -Wno-tsan)
    endif()
endif()
if(PEIL_FUZZ)
    # A fuzzer must notice what a release would get away with. _FORTIFY_SOURCE hides calls from AddressSanitizer.
    target_compile_options(peil_options INTERFACE -g1 -UNDEBUG)
    target_compile_definitions(peil_options INTERFACE _GLIBCXX_ASSERTIONS)
    # Dictionaries and grammars know the words of each input: libFuzzer need not see every comparison.
    target_compile_options(peil_options INTERFACE -fno-sanitize-coverage=trace-cmp,indirect-calls,stack-depth
        -fsanitize-coverage-ignorelist=${PROJECT_SOURCE_DIR}/tests/fuzz/not_under_test.txt)
endif()
if(PEIL_COVERAGE)
    target_compile_options(peil_options INTERFACE --coverage)
    target_link_options(peil_options INTERFACE --coverage)
endif()
if(NOT PEIL_FUZZ)
    target_compile_options(peil_options INTERFACE -fstack-protector-strong)
endif()
target_compile_definitions(peil_options INTERFACE
    $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>
    $<$<AND:$<CONFIG:Release>,$<NOT:$<BOOL:${PEIL_FUZZ}>>>:_FORTIFY_SOURCE=2>)

# Level 1 keeps a clean build on two cores short and still gives usable back traces; the preset debug takes 3.
set(PEIL_DEBUG_INFO 1 CACHE STRING "Level of debug information in builds of type Debug")
set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g${PEIL_DEBUG_INFO}")
# Level 1 takes three quarters of the time that level 2 takes to build; the preset programs has it.
set(PEIL_OPTIMISATION 2 CACHE STRING "Level of optimisation in builds of type Release")
set(CMAKE_CXX_FLAGS_RELEASE "-O${PEIL_OPTIMISATION} -DNDEBUG")
find_program(PEIL_MOLD mold)
if(PEIL_MOLD)
    add_link_options(-fuse-ld=mold)
endif()
