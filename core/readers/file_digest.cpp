#include "core/readers/file_digest.h"

#include <algorithm>
#include <vector>

#include "core/base/hash.h"
#include "core/base/sha256.h"

namespace cupel::readers {
namespace {

/// Read a source leaf by leaf, hand each to visit and return the change hash of all.
template <typename Visit>
base::Result<std::string> forEachLeaf(
    const ByteSource& source, const base::JobContext& job, const Visit& visit)
{
    std::vector<base::Digest128> leaves;
    std::string bytes;
    for (std::uint64_t done = 0; done < source.size(); done += bytes.size()) {
        if (job.cancelled())
            return base::Error{base::ErrorCode::Cancelled, "cancelled while hashing", "", {}};
        bytes.resize(static_cast<std::size_t>(
            std::min<std::uint64_t>(base::kHashLeafBytes, source.size() - done)));
        if (auto read = source.read(done, bytes.data(), bytes.size()); !read)
            return read.error();
        visit(bytes);
        leaves.push_back(base::digest128(bytes.data(), bytes.size()));
        job.progress(done + bytes.size(), source.size(), "hashing");
    }
    return base::changeHash(leaves);
}

} // namespace

base::Result<std::string> changeHashOf(const ByteSource& source, const base::JobContext& job)
{
    return forEachLeaf(source, job, [](const std::string&) {});
}

base::Result<std::string> sha256Of(
    const ByteSource& source, const std::string& changeHash, const base::JobContext& job)
{
    base::Sha256 sha256;
    const auto hash = forEachLeaf(source, job,
        [&sha256](const std::string& bytes) { sha256.add(bytes.data(), bytes.size()); });
    if (!hash)
        return hash;
    if (*hash != changeHash) {
        return base::Error{base::ErrorCode::InputUnreadable, "the file changed while it was read",
            "wait until the program that writes it has finished, then try again",
            {source.name(), 0, 0, 0}};
    }
    return sha256.hex();
}

} // namespace cupel::readers
