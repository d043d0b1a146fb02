#include "core/reports/json_text.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/number.h"

namespace cupel::reports {
namespace {

using Json = nlohmann::ordered_json;

class Writer {
public:
    explicit Writer(bool oneLine)
        : m_oneLine(oneLine)
    {
    }

    void write(const Json& json, std::size_t depth)
    {
        switch (json.type()) {
        case Json::value_t::object:
            writeObject(json, depth);
            break;
        case Json::value_t::array:
            writeArray(json, depth);
            break;
        case Json::value_t::number_float:
            // Only finite numbers are put into documents; undefined ones are null with a reason.
            m_text += std::isfinite(json.get<double>()) ? base::formatNumber(json.get<double>())
                                                        : std::string("null");
            break;
        default:
            m_text += json.dump(-1, ' ', false, Json::error_handler_t::replace);
        }
    }
    std::string take() { return std::move(m_text); }

private:
    void breakLine(std::size_t depth)
    {
        if (m_oneLine)
            return;
        m_text += '\n';
        m_text.append(2 * depth, ' ');
    }

    void writeObject(const Json& json, std::size_t depth)
    {
        if (json.empty()) {
            m_text += "{}";
            return;
        }
        const char* separator = "{";
        for (const auto& [key, value] : json.items()) {
            m_text += separator;
            separator = m_oneLine ? ", " : ",";
            breakLine(depth + 1);
            m_text += Json(key).dump(-1, ' ', false, Json::error_handler_t::replace) + ": ";
            write(value, depth + 1);
        }
        breakLine(depth);
        m_text += '}';
    }

    void writeArray(const Json& json, std::size_t depth)
    {
        const bool plain = std::none_of(
            json.begin(), json.end(), [](const Json& item) { return item.is_structured(); });
        const char* separator = "[";
        if (json.empty())
            m_text += '[';
        for (const Json& item : json) {
            m_text += separator;
            separator = plain || m_oneLine ? ", " : ",";
            if (!plain)
                breakLine(depth + 1);
            write(item, depth + 1);
        }
        if (!plain)
            breakLine(depth);
        m_text += ']';
    }

    bool m_oneLine;
    std::string m_text;
};

} // namespace

std::string jsonText(const nlohmann::ordered_json& json)
{
    Writer writer(false);
    writer.write(json, 0);
    return writer.take() + "\n";
}

std::string jsonLine(const nlohmann::ordered_json& json)
{
    Writer writer(true);
    writer.write(json, 0);
    return writer.take();
}

} // namespace cupel::reports
