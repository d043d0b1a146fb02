# -Wrestrict of g++ 12 warns of "text" + std::string, wrongly (GCC bug 105651).
add_library(cupel_warnings INTERFACE)
target_compile_options(cupel_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Wold-style-cast -Wcast-align -Wunused
  -Woverloaded-virtual -Wconversion -Wsign-conversion -Wnull-dereference -Wdouble-promotion
  -Wformat=2 -Wimplicit-fallthrough
  $<$<NOT:$<BOOL:${CUPEL_UNITY}>>:-Wshadow> # names of other files shadow nothing
  $<$<CXX_COMPILER_ID:GNU>:-Wmisleading-indentation -Wduplicated-cond -Wlogical-op -Wno-restrict>
  $<$<BOOL:${CUPEL_WERROR}>:-Werror>)
