# SPDX-License-Identifier: Apache-2.0
# Configures the build of a server machine where Qt and Catch2 cannot be found, and looks for them in what it would build.
# Arguments: SOURCE, BUILD, GENERATOR, COMPILER.
execute_process(
    COMMAND ${CMAKE_COMMAND} -S ${SOURCE} -B ${BUILD} -G ${GENERATOR} -DCMAKE_CXX_COMPILER=${COMPILER} -DPEIL_BUILD_TABLET=OFF
        -DPEIL_BUILD_TESTS=OFF -DCMAKE_DISABLE_FIND_PACKAGE_Qt6=ON -DCMAKE_DISABLE_FIND_PACKAGE_Catch2=ON
        -DCMAKE_DISABLE_FIND_PACKAGE_Python3=ON
    COMMAND_ERROR_IS_FATAL ANY)
file(STRINGS ${BUILD}/build.ninja found REGEX "Qt6|Catch2")
if(found)
    list(GET found 0 first)
    message(FATAL_ERROR "The server's build uses what a server machine does not have: ${first}")
endif()
