#include "core/readers/frame_source.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <new>
#include <utility>

#include <zstd.h>

namespace cupel::readers {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

/// Frames are written once and read by few, so that fast beats small.
constexpr int kLevel = 1;

} // namespace

void FrameCompressor::Free::operator()(ZSTD_CCtx_s* context) const
{
    ZSTD_freeCCtx(context);
}

FrameCompressor::FrameCompressor()
    : m_context(ZSTD_createCCtx())
{
    if (!m_context)
        throw std::bad_alloc();
    ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_compressionLevel, kLevel);
    ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_checksumFlag, 1);
}

Result<std::string> FrameCompressor::compress(const char* bytes, std::size_t size)
{
    std::string frame(ZSTD_compressBound(size), '\0');
    const std::size_t written
        = ZSTD_compress2(m_context.get(), frame.data(), frame.size(), bytes, size);
    if (ZSTD_isError(written) != 0)
        return Error{ErrorCode::Internal,
            std::string("compressing failed: ") + ZSTD_getErrorName(written), "", {}};
    frame.resize(written);
    return frame;
}

/// The frames read last. Small, since reading goes forward or to one place.
class FrameSource::Cache {
public:
    Frame find(std::uint64_t number)
    {
        const std::lock_guard lock(m_mutex);
        const auto found = std::find_if(m_slots.begin(), m_slots.end(),
            [number](const Slot& slot) { return slot.frame && slot.number == number; });
        return found == m_slots.end() ? nullptr : found->frame;
    }
    void add(std::uint64_t number, Frame frame)
    {
        const std::lock_guard lock(m_mutex);
        m_slots[m_next] = {number, std::move(frame)};
        m_next = (m_next + 1) % m_slots.size();
    }

private:
    struct Slot {
        std::uint64_t number = 0;
        Frame frame;
    };
    std::mutex m_mutex;
    std::array<Slot, 16> m_slots;
    std::size_t m_next = 0;
};

FrameSource::FrameSource(std::string name, std::uint64_t size, Fetch fetch)
    : m_name(std::move(name))
    , m_size(size)
    , m_fetch(std::move(fetch))
    , m_cache(std::make_unique<Cache>())
{
}

FrameSource::~FrameSource() = default;

Result<void> FrameSource::read(std::uint64_t offset, char* to, std::size_t bytes) const
{
    if (offset > m_size || bytes > m_size - offset)
        return Error{ErrorCode::InputUnreadable, "read past the end", "", {m_name, 0, 0, offset}};
    while (bytes > 0) {
        const auto one = frame(offset / kFrameBytes);
        if (!one)
            return one.error();
        const auto at = static_cast<std::size_t>(offset % kFrameBytes);
        const std::size_t part = std::min(bytes, (*one)->size() - at);
        std::copy_n((*one)->data() + at, part, to);
        offset += part;
        to += part;
        bytes -= part;
    }
    return {};
}

Result<FrameSource::Frame> FrameSource::frame(std::uint64_t number) const
{
    if (Frame found = m_cache->find(number))
        return found;
    auto frame = decompress(number);
    if (frame)
        m_cache->add(number, *frame);
    return frame;
}

Result<FrameSource::Frame> FrameSource::decompress(std::uint64_t number) const
{
    const auto compressed = m_fetch(number);
    if (!compressed)
        return compressed.error();
    const std::uint64_t begin = number * kFrameBytes;
    std::string bytes(
        static_cast<std::size_t>(std::min<std::uint64_t>(kFrameBytes, m_size - begin)), '\0');
    // What does not fill the frame exactly, or more than fills it, is no frame of this source.
    const std::size_t size
        = ZSTD_decompress(bytes.data(), bytes.size(), compressed->data(), compressed->size());
    if (size != bytes.size())
        return Error{ErrorCode::InputUnreadable, "a part of the stored rows is damaged",
            "read the input again", {m_name, 0, 0, begin}};
    return std::make_shared<const std::string>(std::move(bytes));
}

} // namespace cupel::readers
