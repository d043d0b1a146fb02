# cupel_ui_module(NAME [WITHOUT_WIDGETS] SOURCES files… DEPENDS modules of ui… LINK libraries…)
#
# One library per folder of ui, cupel_ui_NAME; headers with Q_OBJECT are found by moc. WITHOUT_WIDGETS: it draws, and
# programs without a window use it too.
find_package(Qt6 6.4 REQUIRED COMPONENTS Gui Widgets Charts Svg PrintSupport)

function(cupel_ui_module name)
  cmake_parse_arguments(ARG "WITHOUT_WIDGETS" "" "SOURCES;DEPENDS;LINK" ${ARGN})
  set(target cupel_ui_${name})
  set(base cupel_pipeline Qt6::Widgets)
  if(ARG_WITHOUT_WIDGETS)
    set(base cupel_reports Qt6::Gui)
  endif()
  add_library(${target} ${ARG_SOURCES})
  set_target_properties(${target} PROPERTIES AUTOMOC ON)
  target_compile_definitions(${target} PUBLIC
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS QT_NO_FOREACH)
  list(TRANSFORM ARG_DEPENDS PREPEND cupel_ui_)
  target_link_libraries(${target} PUBLIC ${ARG_DEPENDS} ${base} ${ARG_LINK} PRIVATE cupel_warnings)
  cupel_level(${target} plain)
  # Headers of Qt take longer than what uses them, so several files are compiled as one in every build.
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${CUPEL_FILES_AT_ONCE})
endfunction()

# cupel_ui_test(NAME SOURCES files… LINK libraries…)
#
# One Qt Test program per unit, without a screen.
function(cupel_ui_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
  target_link_libraries(${name} PRIVATE ${ARG_LINK} Qt6::Test cupel_warnings)
  add_test(NAME ${name} COMMAND ${name} -o "${PROJECT_BINARY_DIR}/test-results/${name}.xml,junitxml" -o -,txt)
  set_tests_properties(${name} PROPERTIES LABELS ui ENVIRONMENT
    "CUPEL_SOURCE_DIR=${PROJECT_SOURCE_DIR};QT_QPA_PLATFORM=offscreen;QT_HASH_SEED=0;XDG_RUNTIME_DIR=${PROJECT_BINARY_DIR}/test-results")
endfunction()
