#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/text.h"
#include "core/findings/finding.h"
#include "core/reports/report.h"

namespace cupel::reports {

std::string_view privacyName(Privacy privacy);
std::optional<Privacy> privacyFromName(std::string_view name);

/// What stands in the place of hidden text.
inline constexpr std::string_view kHiddenText = "<hidden>";
/// Bytes that a sentence shows of one text from the data; subjects hold it whole.
inline constexpr std::size_t kLongestInSentence = 200;

/// The one place where data text becomes plain text. What a mode hides is replaced by a phrase in
/// angle brackets, never left out silently.
class PrivacyView {
public:
    explicit PrivacyView(const PrivacyRule& privacy)
        : m_privacy(privacy)
    {
    }

    std::string show(const base::DataText& text) const;
    std::string show(const base::Sentence& sentence) const;
    /// The same with every text whole, for exports that stand for a document.
    std::string showWhole(const base::Sentence& sentence) const;
    bool hides(const base::DataText& text) const;
    /// Whether a finding's filter may be shown: it names no value that is hidden. Besides the
    /// values of role columns, Masked shows the terms of the run's own filter, which the user
    /// wrote, and proposed null tokens, which are words of our own list.
    bool showsFilter(const findings::RowEvidence& evidence, const DatasetReport& dataset) const;
    Privacy mode() const { return m_privacy.mode; }

private:
    PrivacyRule m_privacy;
};

} // namespace cupel::reports
