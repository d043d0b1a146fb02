#pragma once

#include <cstdint>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/catalog/catalog.h"
#include "core/catalog/records.h"

namespace cupel::test {

/// A moment of the tests; and as many seconds later.
catalog::Time moment(std::int64_t seconds = 0);

/// An import of a file with three columns and a bit of everything beside it. `state` stands for the
/// bytes of the file: another one is another version.
catalog::Import sampleImport(const std::string& name, int state = 1);
/// A run over versions with a few metrics and findings whose counts agree.
catalog::Run sampleRun(const std::vector<std::int64_t>& versions, int state = 1);

/// Texts, numbers and whole records that something could get wrong: NUL, invalid UTF-8, SQL, NaN,
/// the ends of the integers.
class RandomRecords {
public:
    explicit RandomRecords(unsigned seed)
        : m_random(seed)
    {
    }
    std::string text();
    double number();
    std::int64_t integer();
    catalog::Import import();
    catalog::Run run(const std::vector<std::int64_t>& versions);

private:
    std::size_t below(std::size_t limit) { return m_random() % limit; }
    bool coin() { return below(2) == 0; }
    base::Figure figure();
    std::optional<base::Interval> interval();
    std::optional<double> maybeNumber();
    catalog::ColumnInfo column();
    catalog::FindingInfo finding(std::int64_t version);

    std::mt19937 m_random;
};

/// Records as texts that are equal exactly when all their fields are, bit for bit.
std::string dump(const catalog::Contents& contents);
std::string dump(const catalog::FileFacts& file);
std::string dump(const catalog::MetricInfo& metric);
std::string dump(const catalog::FindingInfo& finding);
std::string dump(const catalog::RunInfo& info);

/// The value of a result. Throws where it is an error, which fails the test with its message.
template <typename T> T valueOf(base::Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().message + "; " + result.error().hint);
    return std::move(*result);
}

/// What the check finds, as texts "kind: problem".
std::vector<std::string> problemsOf(
    const catalog::Catalog& catalog, const std::vector<std::string>& dataFiles = {});

/// The whole catalog as JSON.
std::string exported(const catalog::Catalog& catalog);

} // namespace cupel::test
