#pragma once

#include <optional>
#include <string>
#include <utility>

namespace cupel::base {

/// A number, or the reason why there is none. An undefined figure is never written as 0: it
/// becomes null with its reason. The value may be +infinity (x/0 with x > 0), never NaN.
class Figure {
public:
    Figure(double value)
        : m_value(value)
    {
    }
    static Figure undefined(std::string reason)
    {
        Figure figure(0.0);
        figure.m_value.reset();
        figure.m_reason = std::move(reason);
        return figure;
    }

    bool isDefined() const { return m_value.has_value(); }
    /// The number. Only for a defined figure.
    double value() const { return *m_value; }
    /// Why there is no number; empty for a defined figure.
    const std::string& reason() const { return m_reason; }

private:
    std::optional<double> m_value;
    std::string m_reason;
};

/// Two-sided confidence interval.
struct Interval {
    double level = 0.95;
    double low = 0.0;
    double high = 0.0;
    std::string method; ///< "wilson", "newcombe", …
};

} // namespace cupel::base
