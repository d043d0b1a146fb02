#pragma once

#include <cstddef>
#include <memory>
#include <string>

namespace cupel::base {

/// SHA-256 (FIPS 180-4) of bytes that come in pieces, as manifests of other programs give it. What
/// changed between two runs is told by changeHash(), which costs much less.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    void add(const void* bytes, std::size_t size);
    /// 64 lower-case hexadecimal digits. To be called once.
    std::string hex();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace cupel::base
