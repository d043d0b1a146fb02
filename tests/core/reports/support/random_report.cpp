#include "tests/core/reports/support/random_report.h"

#include "core/reports/archive_report.h"
#include "tests/core/reports/support/hostile_texts.h"

#include <algorithm>
#include <limits>
#include <map>
#include <random>

namespace cupel::test {
namespace {

using documents::Node;
using reports::visitMembers;
using namespace std::string_literals;

/// Gives every member a value, by the lists of the archive.
class Filler {
public:
    explicit Filler(std::uint32_t seed)
        : m_random(seed)
    {
    }

    template <std::size_t count, typename... Members>
    void operator()(const char* const (&)[count], Members&&... members)
    {
        (fill(members), ...);
    }

    void fill(std::monostate) { }
    void fill(bool& it) { it = isChosen(2); }
    void fill(char& it) { it = static_cast<char>(below(256)); }
    void fill(int& it) { it = pick<int>({0, 1, 6, -1, 130, INT32_MAX, INT32_MIN}); }
    void fill(std::int64_t& it) { it = pick<std::int64_t>({0, 1, 5, -7, INT64_MAX, INT64_MIN}); }
    void fill(std::uint64_t& it) { it = pick<std::uint64_t>({0, 1, 7, UINT64_MAX}); }
    void fill(double& it)
    {
        constexpr double kInfinity = std::numeric_limits<double>::infinity();
        it = pick<double>({0.0, -0.0, 0.1, 1.0, -2.5, 1e300, 5e-324, 9007199254740993.0, 1e22,
            kInfinity, -kInfinity});
    }
    void fill(std::string& it)
    {
        const auto& texts = hostileTexts();
        it = isChosen(3) ? pick<std::string>({"income"s, "\0"s, "\xed\xa0\x80"s, "\xc3"s,
                 "{\"hex\":\"ff\"}"s, "\xef\xbf\xbd"s, "\U0010FFFF"s})
                         : texts[below(texts.size())];
    }
    void fill(base::DataText& it)
    {
        std::string text;
        fill(text);
        it = pick<base::DataText>({base::DataText::name(text), base::DataText::value(text),
            base::DataText::document(text), base::DataText::roleValue(text, 3),
            base::DataText::roleValue(text, INT64_MAX - 1)});
    }
    void fill(base::Figure& it)
    {
        double number = 0.0;
        std::string reason;
        fill(number);
        fill(reason);
        it = isChosen(2) ? base::Figure(number) : base::Figure::undefined(reason);
    }
    void fill(base::Day& it) { it = base::Day(std::chrono::days(below(100'000))); }
    void fill(Node& it) { fillNode(it, 0); }

    void fill(counts::BinsDim& it)
    {
        visitMembers(*this, it);
        it.edges = {-1.5, 0.0, 1e300};
    }
    void fill(counts::Filter::Term& it)
    {
        visitMembers(*this, it);
        it.in = {counts::CellKey::value("a\0b"s), counts::CellKey::value("\xff"s),
            counts::CellKey::notOfType(), counts::CellKey::missing()};
        it.in.resize(below(5));
    }
    void fill(audits::AuditResult& it)
    {
        visitMembers(*this, it);
        for (audits::ResultTable& table : it.tables) {
            for (auto& row : table.rows)
                row.resize(table.columns.size());
        }
        if (it.tables.empty())
            it.charts.clear();
        for (charts::ChartSpec& chart : it.charts)
            chart.table = it.tables[below(it.tables.size())].id;
    }
    void fill(card::Card& it)
    {
        it = card::emptyCard();
        for (card::FieldValue& field : it.fields) {
            if (!isChosen(20))
                continue;
            const std::string key = field.key;
            visitMembers(*this, field);
            field.key = key;
        }
    }
    void fill(reports::DatasetReport& it)
    {
        visitMembers(*this, it);
        if (!it.documents)
            it.documents = std::make_shared<const documents::DocumentSet>();
        if (!it.licenses)
            it.licenses = std::make_shared<const license::LicenseStatements>();
    }

    template <typename T>
    requires std::is_enum_v<T>
    void fill(T& it) { it = static_cast<T>(below(reports::kWords<T>.size())); }
    template <typename T>
    requires std::is_class_v<T>
    void fill(T& it) { visitMembers(*this, it); }
    template <typename T> void fill(reports::Count<T>& count)
    {
        if constexpr (std::is_integral_v<T>)
            count.its = static_cast<T>(below(8));
        else
            fillCounts(count.its);
    }
    template <typename T> void fill(std::optional<T>& it)
    {
        it.reset();
        if (!isChosen(2))
            return;
        T its{};
        fill(its);
        it = std::move(its);
    }
    template <typename T> void fill(std::shared_ptr<const T>& it)
    {
        it.reset();
        if (!isChosen(2))
            return;
        const auto made = std::make_shared<T>();
        fill(*made);
        it = made;
    }
    template <typename T> void fill(std::vector<T>& it)
    {
        it.resize(below(4));
        for (T& one : it)
            fill(one);
    }
    template <typename T, std::size_t size> void fill(std::array<T, size>& it)
    {
        for (T& one : it)
            fill(one);
    }
    template <typename T> void fill(std::map<std::string, T>& it)
    {
        for (std::size_t i = below(4); i > 0; --i) {
            std::string key;
            fill(key);
            fill(it[key]);
        }
    }
    template <typename A, typename B> void fill(std::pair<A, B>& it)
    {
        fill(it.first);
        fill(it.second);
    }
    template <typename... Types> void fill(std::variant<Types...>& it)
    {
        fillType<0>(below(sizeof...(Types)), it);
    }

private:
    std::size_t below(std::size_t end) { return m_random() % end; }
    bool isChosen(std::size_t oneOf) { return below(oneOf) == 0; }
    template <typename T> T pick(std::vector<T> from) { return from[below(from.size())]; }

    template <std::size_t first, typename... Types>
    void fillType(std::size_t type, std::variant<Types...>& it)
    {
        if constexpr (first < sizeof...(Types)) {
            if (type == first)
                fill(it.template emplace<first>());
            else
                fillType<first + 1>(type, it);
        }
    }

    void fillCounts(std::optional<std::int64_t>& it) { it = 5; }
    void fillCounts(std::array<std::int64_t, 40>& it) { it.fill(3); }
    void fillCounts(std::map<std::string, std::int64_t>& it) { it["empty\0group"s] = 2; }

    void fillNode(Node& it, std::size_t depth)
    {
        constexpr std::size_t kDeepest = 5;
        it.kind = static_cast<Node::Kind>(below(depth < kDeepest ? 6 : 4));
        it.at = {below(100), below(100)};
        it.isPlain = isChosen(2);
        if (it.isScalar())
            fill(it.text);
        if (it.isList()) {
            it.items.resize(below(4));
            for (Node& one : it.items)
                fillNode(one, depth + 1);
        }
        if (it.isMap()) {
            it.members.resize(below(4));
            for (Node::Member& one : it.members) {
                fill(one.key);
                one.at = {below(100), below(100)};
                fillNode(one.value, depth + 1);
            }
        }
    }

    std::mt19937 m_random;
};

} // namespace

reports::Report randomReport(std::uint32_t seed)
{
    reports::Report report;
    Filler(seed).fill(report);
    return report;
}

} // namespace cupel::test
