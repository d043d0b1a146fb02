#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

namespace cupel::table {

/// Owned, zeroed, 64-byte aligned memory with 64 readable bytes after its end, so that kernels may
/// load whole vectors at the last element. Large buffers ask the system for huge pages. Move-only.
/// Throws std::bad_alloc.
class Buffer {
public:
    Buffer() = default;
    explicit Buffer(std::size_t bytes);
    Buffer(Buffer&& other) noexcept
        : m_data(std::exchange(other.m_data, nullptr))
        , m_size(std::exchange(other.m_size, 0))
    {
    }
    Buffer& operator=(Buffer&& other) noexcept
    {
        std::swap(m_data, other.m_data);
        std::swap(m_size, other.m_size);
        return *this;
    }
    ~Buffer();

    std::size_t size() const { return m_size; }
    std::byte* data() { return m_data; }
    const std::byte* data() const { return m_data; }
    template <typename T> T* as() { return reinterpret_cast<T*>(m_data); }
    template <typename T> const T* as() const { return reinterpret_cast<const T*>(m_data); }

private:
    std::byte* m_data = nullptr;
    std::size_t m_size = 0;
};

} // namespace cupel::table
