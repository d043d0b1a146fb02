#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace cupel::batch {

/// Columns of a page of text that explains something.
inline constexpr std::size_t kPageWidth = 92;

/// A text with blanks behind it, at least two, up to a width in columns.
std::string padded(std::string text, std::size_t width);

/// Write a file whole or not at all: into a temporary file beside it (mode 0600 until it is
/// there), flushed to the disk and renamed. An older file stays as it was when anything fails.
/// "-" is stdout. Fails with OutputFailed.
base::Result<void> writeOutput(const std::string& path, std::string_view text);

/// Write to stdout, unbuffered. Fails with OutputFailed, as where the disk is full. When the reader
/// is gone, SIGPIPE ends the program.
base::Result<void> writeStdout(std::string_view text);

/// Write a page to stdout; where that fails, say why on stderr. The exit code of the command.
int printText(std::string_view text);

} // namespace cupel::batch
