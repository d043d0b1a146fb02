#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "core/base/result.h"
#include "core/readers/byte_source.h"

struct ZSTD_CCtx_s;

namespace cupel::readers {

/// Bytes of a source in one frame; the last frame of a source may be shorter. Few, because a row in
/// the middle of a frame costs the whole frame.
inline constexpr std::size_t kFrameBytes = std::size_t{128} << 10;

/// Makes frames: zstd, each independent of the others and with a checksum.
class FrameCompressor {
public:
    FrameCompressor();

    /// Compress the bytes of one frame, 1 to kFrameBytes. Fails with Internal, where there is no
    /// memory.
    base::Result<std::string> compress(const char* bytes, std::size_t size);

private:
    struct Free {
        void operator()(ZSTD_CCtx_s* context) const;
    };
    std::unique_ptr<ZSTD_CCtx_s, Free> m_context;
};

/// A source whose bytes are kept as frames elsewhere. The last frames read are remembered.
class FrameSource final : public ByteSource {
public:
    /// Gives a compressed frame by its number, from any thread. The bytes need not be right.
    using Fetch = std::function<base::Result<std::string>(std::uint64_t frame)>;

    FrameSource(std::string name, std::uint64_t size, Fetch fetch);
    ~FrameSource() override;

    const std::string& name() const override { return m_name; }
    std::uint64_t size() const override { return m_size; }
    /// Fails with InputUnreadable for a frame that is damaged, and as fetching it does.
    base::Result<void> read(std::uint64_t offset, char* to, std::size_t bytes) const override;
    base::Result<void> unchanged() const override { return {}; }

private:
    using Frame = std::shared_ptr<const std::string>;
    class Cache;
    base::Result<Frame> frame(std::uint64_t number) const;
    base::Result<Frame> decompress(std::uint64_t number) const;

    std::string m_name;
    std::uint64_t m_size;
    Fetch m_fetch;
    std::unique_ptr<Cache> m_cache;
};

} // namespace cupel::readers
