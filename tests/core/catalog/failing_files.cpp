#include "tests/core/catalog/failing_files.h"

#include <sqlite3.h>

namespace cupel::test {
namespace {

/// A file of SQLite with the file of the system behind it, whose memory follows.
struct File {
    sqlite3_file base;
    sqlite3_file* real;
};

struct State {
    sqlite3_vfs* real = nullptr;
    sqlite3_vfs failing{};
    int calls = 0;
    int failAt = 0; ///< 0: never
    bool forEver = false;
    bool hasFailed = false;

    bool fails()
    {
        ++calls;
        const bool now = failAt > 0 && (forEver ? calls >= failAt : calls == failAt);
        hasFailed = hasFailed || now;
        return now;
    }
};
State state; // functions of C have no other way to it

sqlite3_file* realOf(sqlite3_file* file)
{
    return reinterpret_cast<File*>(file)->real;
}
const sqlite3_io_methods& methodsOf(sqlite3_file* file)
{
    return *realOf(file)->pMethods;
}

int closeFile(sqlite3_file* file)
{
    return methodsOf(file).xClose(realOf(file));
}
int readFile(sqlite3_file* file, void* to, int bytes, sqlite3_int64 at)
{
    return methodsOf(file).xRead(realOf(file), to, bytes, at);
}
int writeFile(sqlite3_file* file, const void* from, int bytes, sqlite3_int64 at)
{
    if (state.fails()) {
        // A part of it got there.
        methodsOf(file).xWrite(realOf(file), from, bytes / 2, at);
        return state.calls % 2 == 0 ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    }
    return methodsOf(file).xWrite(realOf(file), from, bytes, at);
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    return state.fails() ? SQLITE_IOERR_TRUNCATE : methodsOf(file).xTruncate(realOf(file), size);
}
int syncFile(sqlite3_file* file, int flags)
{
    return state.fails() ? SQLITE_IOERR_FSYNC : methodsOf(file).xSync(realOf(file), flags);
}
int sizeOfFile(sqlite3_file* file, sqlite3_int64* size)
{
    return methodsOf(file).xFileSize(realOf(file), size);
}
int lockFile(sqlite3_file* file, int how)
{
    return methodsOf(file).xLock(realOf(file), how);
}
int unlockFile(sqlite3_file* file, int how)
{
    return methodsOf(file).xUnlock(realOf(file), how);
}
int checkLock(sqlite3_file* file, int* isReserved)
{
    return methodsOf(file).xCheckReservedLock(realOf(file), isReserved);
}
int controlFile(sqlite3_file* file, int what, void* argument)
{
    return methodsOf(file).xFileControl(realOf(file), what, argument);
}
int sectorSize(sqlite3_file* file)
{
    return methodsOf(file).xSectorSize(realOf(file));
}
int characteristics(sqlite3_file* file)
{
    return methodsOf(file).xDeviceCharacteristics(realOf(file));
}
int mapShared(sqlite3_file* file, int page, int bytes, int extend, void volatile** memory)
{
    return state.fails() ? SQLITE_IOERR_SHMSIZE
                         : methodsOf(file).xShmMap(realOf(file), page, bytes, extend, memory);
}
int lockShared(sqlite3_file* file, int offset, int count, int flags)
{
    return methodsOf(file).xShmLock(realOf(file), offset, count, flags);
}
void barrier(sqlite3_file* file)
{
    methodsOf(file).xShmBarrier(realOf(file));
}
int unmapShared(sqlite3_file* file, int isDeleted)
{
    return methodsOf(file).xShmUnmap(realOf(file), isDeleted);
}

constexpr sqlite3_io_methods kMethods{2, closeFile, readFile, writeFile, truncateFile, syncFile,
    sizeOfFile, lockFile, unlockFile, checkLock, controlFile, sectorSize, characteristics,
    mapShared, lockShared, barrier, unmapShared, nullptr, nullptr};

int openFile(sqlite3_vfs* /*vfs*/, const char* name, sqlite3_file* file, int flags, int* opened)
{
    auto* const ours = reinterpret_cast<File*>(file);
    ours->base.pMethods = nullptr;
    if (state.fails())
        return SQLITE_CANTOPEN;
    ours->real = reinterpret_cast<sqlite3_file*>(ours + 1);
    const int code = state.real->xOpen(state.real, name, ours->real, flags, opened);
    if (ours->real->pMethods != nullptr)
        ours->base.pMethods = &kMethods;
    return code;
}

} // namespace

FailingFiles::FailingFiles()
{
    sqlite3_initialize();
    state = {};
    state.real = sqlite3_vfs_find(nullptr);
    state.failing = *state.real;
    state.failing.zName = "failing";
    state.failing.pNext = nullptr;
    state.failing.szOsFile = static_cast<int>(sizeof(File)) + state.real->szOsFile;
    state.failing.xOpen = openFile;
    sqlite3_vfs_register(&state.failing, 1);
}

FailingFiles::~FailingFiles()
{
    sqlite3_vfs_unregister(&state.failing);
    sqlite3_vfs_register(state.real, 1);
}

void FailingFiles::failAt(int call, For howLong)
{
    state.calls = 0;
    state.failAt = call;
    state.forEver = howLong == For::Ever;
    state.hasFailed = false;
}

bool FailingFiles::stop()
{
    state.failAt = 0;
    return state.hasFailed;
}

} // namespace cupel::test
