#pragma once

namespace cupel::test {

/// While it lives, SQLite's files are those of the system, but for calls that fail as a disk would
/// make them: writing, syncing, cutting, mapping, opening. One at a time.
class FailingFiles {
public:
    FailingFiles();
    ~FailingFiles();
    FailingFiles(const FailingFiles&) = delete;
    FailingFiles& operator=(const FailingFiles&) = delete;

    enum class For { Once, Ever };
    /// Let the call with this number, from 1, fail, and those after it.
    void failAt(int call, For howLong);
    /// Let none fail any more; whether one did.
    bool stop();
};

} // namespace cupel::test
