# cupel_module(NAME SOURCES files… DEPENDS modules… LINK libraries…)
#
# One library per core module, cupel_NAME: static, but for the builds with sanitizers, where each of some hundred test
# programs would hold sixty megabytes of them. DEPENDS names the core modules it may use, so the link graph follows the
# layers of docs/architecture.md; scripts/check_layers proves the same from the includes.
#
# Only the modules of the scan, the counts and the comparison of texts spend time in their own loops. The others are
# compiled with -O1 in a release, which a newcomer has a third sooner and nobody feels.
set(CUPEL_FAST_MODULES base stats table readers counts license license_texts)

# With CUPEL_UNITY several files of a module are compiled as one, in half the time. The dev build takes each file alone, so one
# that forgets an include does not compile there. Names in anonymous namespaces are unique within their module, but for the
# lists of rules and metrics, each of which is compiled alone.
set(CUPEL_FILES_AT_ONCE 8)
set(CUPEL_LISTS "(^|/)(rules|metrics)_[a-z_]*\\.cpp$")

# cupel_level(TARGET fast|plain): how far a release optimises a target.
function(cupel_level target level)
  if(level STREQUAL plain)
    target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1>)
  endif()
  if(CUPEL_UNITY)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${CUPEL_FILES_AT_ONCE})
    get_target_property(lists ${target} SOURCES)
    list(FILTER lists INCLUDE REGEX "${CUPEL_LISTS}")
    set_source_files_properties(${lists} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  endif()
endfunction()

# cupel_find_library(RESULT NAME): the static library, so that the program stays one file; the shared one where only that
# is there, and where the modules are shared.
function(cupel_find_library result name)
  set(forms "lib${name}.a" ${name})
  if(BUILD_SHARED_LIBS)
    set(forms ${name})
  endif()
  find_library(${result} NAMES ${forms} REQUIRED)
endfunction()

function(cupel_module name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;LINK" ${ARGN})
  add_library(cupel_${name} ${ARG_SOURCES})
  target_include_directories(cupel_${name} PUBLIC "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}/generated")
  list(TRANSFORM ARG_DEPENDS PREPEND cupel_)
  target_link_libraries(cupel_${name} PUBLIC ${ARG_DEPENDS} ${ARG_LINK} PRIVATE cupel_warnings)
  if(name IN_LIST CUPEL_FAST_MODULES)
    cupel_level(cupel_${name} fast)
  else()
    cupel_level(cupel_${name} plain)
  endif()
endfunction()

# The engine: what reads, counts and computes. Its tests, labelled "engine", also run under the sanitizers. Those of
# what reads documents and writes reports, labelled "text", run under the one for addresses: they have one thread.
set(CUPEL_ENGINE_TEST_FOLDERS core/base core/stats core/table core/readers core/counts core/pipeline fuzz)
set(CUPEL_TEXT_TEST_FOLDERS core/documents core/license core/card core/lint core/findings core/audits core/rubric
  core/catalog core/reports core/exports)
add_custom_target(engine_tests)
add_custom_target(text_tests)

# cupel_add_test(NAME TARGET COMMAND…): a ctest entry, labelled as its folder asks.
function(cupel_add_test name target)
  add_test(NAME ${name} COMMAND ${ARGN})
  set_tests_properties(${name} PROPERTIES ENVIRONMENT
    "CUPEL_SOURCE_DIR=${PROJECT_SOURCE_DIR};CUPEL_BINARY=${PROJECT_BINARY_DIR}/app/batch/cupel;GTEST_OUTPUT=xml:${PROJECT_BINARY_DIR}/test-results/${name}.xml")
  file(RELATIVE_PATH folder "${PROJECT_SOURCE_DIR}/tests" "${CMAKE_CURRENT_SOURCE_DIR}")
  if(folder IN_LIST CUPEL_ENGINE_TEST_FOLDERS)
    set_tests_properties(${name} PROPERTIES LABELS engine)
    add_dependencies(engine_tests ${target})
  elseif(folder IN_LIST CUPEL_TEXT_TEST_FOLDERS)
    set_tests_properties(${name} PROPERTIES LABELS text)
    add_dependencies(text_tests ${target})
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
