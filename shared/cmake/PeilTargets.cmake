# SPDX-License-Identifier: Apache-2.0
# One way to declare a library, a program and a test binary.
if(PEIL_BUILD_TESTS)
    include(Catch)
endif()

# peil_add_library(<lib> SOURCES ... [PUBLIC ...] [PRIVATE ...]): static library peil_<lib>, alias peil::<lib>. Its
# `include/` folder is the only PUBLIC include directory, so that a missing link is a compile error.
function(peil_add_library lib)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(peil_${lib} STATIC ${ARG_SOURCES})
    add_library(peil::${lib} ALIAS peil_${lib})
    target_include_directories(peil_${lib} PUBLIC include PRIVATE src)
    target_link_libraries(peil_${lib} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE} peil::warnings peil::options)
    set_target_properties(peil_${lib} PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
endfunction()

# peil_add_program(<name> SOURCES ... LIBRARIES ...): executable in bin/.
function(peil_add_program name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LIBRARIES" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE ${ARG_LIBRARIES} peil::warnings peil::options)
    set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
endfunction()

# peil_add_test(<name> SOURCES ... LIBRARIES ... [PROPERTIES ...]): Catch2 binary <name>_test, one ctest test for each
# TEST_CASE. Sees tests/support as <peil_test/...> and tests/data through PEIL_TEST_DATA.
function(peil_add_test name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LIBRARIES;PROPERTIES" ${ARGN})
    add_executable(${name}_test ${ARG_SOURCES})
    target_link_libraries(${name}_test PRIVATE ${ARG_LIBRARIES} peil_test_support Catch2::Catch2WithMain peil::warnings peil::options)
    target_compile_definitions(${name}_test PRIVATE PEIL_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data"
        PEIL_SOURCE_DIR="${PROJECT_SOURCE_DIR}" PEIL_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
    set_target_properties(${name}_test PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
    catch_discover_tests(${name}_test DISCOVERY_MODE PRE_TEST TEST_PREFIX "${name}: " PROPERTIES ${ARG_PROPERTIES})
endfunction()
