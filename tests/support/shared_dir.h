#pragma once

#include <gtest/gtest.h>

#include <filesystem>

namespace cupel::test {

/// The folder of shared vectors and data sets: the environment variable CUPEL_SHARED, else the
/// folder "shared" beside the source tree. It need not exist.
std::filesystem::path sharedDir();

/// The root of the source tree.
std::filesystem::path sourceDir();

} // namespace cupel::test

/// Skip the running test, saying why, where a file or folder of the shared folder is absent.
#define CUPEL_REQUIRE_SHARED(relativePath)                                                         \
    if (!std::filesystem::exists(cupel::test::sharedDir() / (relativePath)))                       \
    GTEST_SKIP() << "no " << (relativePath) << " in " << cupel::test::sharedDir().string()         \
                 << "; set CUPEL_SHARED to the folder of shared vectors"
