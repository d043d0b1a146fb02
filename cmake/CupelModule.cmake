# cupel_module(NAME SOURCES files… DEPENDS modules… LINK libraries…)
#
# One static library per core module, cupel_NAME. DEPENDS names the core modules it may use, so the
# link graph follows the layers of docs/architecture.md; scripts/check_layers proves the same from
# the includes.
#
# Only the modules of the scan, the counts and the comparison of texts spend time in their own loops. The others are
# compiled with -O1 in a release, which a newcomer has a third sooner and nobody feels.
set(CUPEL_FAST_MODULES base stats table readers counts license license_texts)
function(cupel_module name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;LINK" ${ARGN})
  add_library(cupel_${name} STATIC ${ARG_SOURCES})
  target_include_directories(cupel_${name} PUBLIC "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}/generated")
  list(TRANSFORM ARG_DEPENDS PREPEND cupel_)
  target_link_libraries(cupel_${name} PUBLIC ${ARG_DEPENDS} ${ARG_LINK} PRIVATE cupel_warnings)
  if(NOT name IN_LIST CUPEL_FAST_MODULES)
    target_compile_options(cupel_${name} PRIVATE $<$<CONFIG:Release>:-O1>)
  endif()
endfunction()

# The engine: what reads, counts and computes. Its tests, labelled "engine", also run under the sanitizers.
set(CUPEL_ENGINE_TEST_FOLDERS core/base core/stats core/table core/readers core/counts core/pipeline fuzz)
add_custom_target(engine_tests)

# cupel_add_test(NAME TARGET COMMAND…): a ctest entry, labelled "engine" where its folder belongs to the engine.
function(cupel_add_test name target)
  add_test(NAME ${name} COMMAND ${ARGN})
  set_tests_properties(${name} PROPERTIES ENVIRONMENT
    "CUPEL_SOURCE_DIR=${PROJECT_SOURCE_DIR};CUPEL_BINARY=${PROJECT_BINARY_DIR}/app/batch/cupel;GTEST_OUTPUT=xml:${PROJECT_BINARY_DIR}/test-results/${name}.xml")
  file(RELATIVE_PATH folder "${PROJECT_SOURCE_DIR}/tests" "${CMAKE_CURRENT_SOURCE_DIR}")
  if(folder IN_LIST CUPEL_ENGINE_TEST_FOLDERS)
    set_tests_properties(${name} PROPERTIES LABELS engine)
    add_dependencies(engine_tests ${target})
  endif()
endfunction()

# cupel_test(NAME SOURCES files… LINK libraries…)
#
# One GoogleTest program per unit; ctest runs it whole, so a crash shows which unit it was.
function(cupel_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE ${ARG_LINK} cupel_test_support GTest::gtest_main cupel_warnings)
  cupel_add_test(${name} ${name} ${name})
endfunction()
