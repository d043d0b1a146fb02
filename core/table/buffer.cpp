#include "core/table/buffer.h"

#include <cstdlib>
#include <cstring>
#include <new>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace cupel::table {
namespace {

constexpr std::size_t kPadding = 64;
constexpr std::size_t kAlignment = 64;

std::size_t roundUp(std::size_t bytes, std::size_t unit)
{
    return (bytes + unit - 1) / unit * unit;
}

#if defined(__linux__)

constexpr std::size_t kMappedFrom = 1u << 20;
constexpr std::size_t kPage = 4096;
constexpr std::size_t kHugePage = 2u << 20;

std::size_t mappedBytes(std::size_t size)
{
    return roundUp(size + kPadding, kPage);
}

/// Map zeroed pages that begin at a huge page, so that each 2 MiB cost one page fault, not 512.
void* map(std::size_t size)
{
    const std::size_t wanted = mappedBytes(size);
    const std::size_t reserved = wanted + kHugePage;
    void* const area
        = mmap(nullptr, reserved, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (area == MAP_FAILED)
        throw std::bad_alloc();
    char* const first = static_cast<char*>(area);
    const std::size_t skipped = roundUp(reinterpret_cast<std::uintptr_t>(first), kHugePage)
        - reinterpret_cast<std::uintptr_t>(first);
    if (skipped > 0)
        munmap(first, skipped);
    if (reserved - skipped > wanted)
        munmap(first + skipped + wanted, reserved - skipped - wanted);
    madvise(first + skipped, wanted, MADV_HUGEPAGE);
    return first + skipped;
}

#endif

} // namespace

Buffer::Buffer(std::size_t bytes)
    : m_size(bytes)
{
#if defined(__linux__)
    if (bytes >= kMappedFrom) {
        m_data = static_cast<std::byte*>(map(bytes));
        return;
    }
#endif
    const std::size_t reserved = roundUp(bytes + kPadding, kAlignment);
    void* const memory = std::aligned_alloc(kAlignment, reserved);
    if (!memory)
        throw std::bad_alloc();
    std::memset(memory, 0, reserved);
    m_data = static_cast<std::byte*>(memory);
}

Buffer::~Buffer()
{
    if (!m_data)
        return;
#if defined(__linux__)
    if (m_size >= kMappedFrom) {
        munmap(m_data, mappedBytes(m_size));
        return;
    }
#endif
    std::free(m_data);
}

} // namespace cupel::table
