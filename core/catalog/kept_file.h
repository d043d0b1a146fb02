#pragma once

#include <string>

namespace cupel::catalog {

/// Whether a file must not be written over by something else: it is a catalog or a data file of
/// one, whatever its name, or its place is that of a journal or a lock of a catalog, there or yet
/// to come. Nothing is changed, and no lock of this program is given up. False for what cannot be
/// read.
bool isKeptFile(const std::string& path);

} // namespace cupel::catalog
