# SPDX-License-Identifier: Apache-2.0
# peil::warnings: linked PRIVATE to every C++ target. Not to QML-only modules: qmlcachegen's output fails -Wshadow.
option(PEIL_WARNINGS_AS_ERRORS "Treat compiler warnings as errors, with the compilers that Peil is tested with" OFF)

# The compilers of Debian 12 and 13. Another one may have new warnings: they must not stop the build of people who only want
# to try Peil.
set(peil_werror OFF)
if(PEIL_WARNINGS_AS_ERRORS)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION MATCHES "^1[24]\\.")
        set(peil_werror ON)
    else()
        message(STATUS "Warnings are no errors: Peil is not tested with ${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}.")
    endif()
endif()

add_library(peil_warnings INTERFACE)
add_library(peil::warnings ALIAS peil_warnings)
target_compile_options(peil_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
    -Woverloaded-virtual -Wsuggest-override
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond;-Wlogical-op>
    # g++ 12 warns wrongly of members of value-initialised aggregates, and at -O1 of members of coroutine frames
    -Wno-missing-field-initializers
    $<$<STREQUAL:${PEIL_OPTIMISATION},1>:-Wno-maybe-uninitialized>
    $<$<BOOL:${peil_werror}>:-Werror>)
