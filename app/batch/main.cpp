#include <algorithm>
#include <cstdio>
#include <exception>
#include <new>

#include "app/batch/command_line.h"
#include "app/batch/exit_code.h"
#include "app/batch/signals.h"

int main(int argc, char** argv)
{
    using namespace cupel::batch;
    catchSignals();
    try {
        return runCommandLine({argv + std::min(argc, 1), argv + argc});
    } catch (const std::bad_alloc&) {
        std::fputs(
            "cupel: out of memory\n  try: fewer columns with roles, or a machine with more\n",
            stderr);
    } catch (const std::exception& exception) {
        printError(
            {cupel::base::ErrorCode::Internal, std::string("internal error: ") + exception.what(),
                "please report it with the command that led here", {}});
    }
    return kInternal;
}
