#include "core/base/sha256.h"

#include <array>
#include <cstdint>

#include <sha2.h>

#include "core/base/code_point.h"

namespace cupel::base {

struct Sha256::State {
    SHA2_CTX context{};
};

Sha256::Sha256()
    : m_state(std::make_unique<State>())
{
    SHA256Init(&m_state->context);
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(const void* bytes, std::size_t size)
{
    SHA256Update(&m_state->context, static_cast<const std::uint8_t*>(bytes), size);
}

std::string Sha256::hex()
{
    std::array<std::uint8_t, SHA256_DIGEST_LENGTH> digest{};
    SHA256Final(digest.data(), &m_state->context);
    std::string text;
    for (const std::uint8_t byte : digest)
        text += hexDigits(byte, 2);
    return text;
}

} // namespace cupel::base
