#include "ui/jobs/overall_progress.h"

#include <algorithm>
#include <utility>

namespace cupel::ui {
namespace {

/// Of what is left of a stage, that one round of it takes: nobody knows how many there will be.
constexpr double kRound = 0.3;

} // namespace

OverallProgress::OverallProgress(std::vector<Stage> stages)
    : m_stages(std::move(stages))
{
    for (const Stage& stage : m_stages)
        m_whole += stage.share;
}

double OverallProgress::advance(std::uint64_t done, std::uint64_t total, const QString& stage)
{
    const auto found = std::find_if(m_stages.begin(), m_stages.end(),
        [&stage](const Stage& one) { return one.name == stage || one.orName == stage; });
    const auto place = static_cast<std::size_t>(found - m_stages.begin());
    if (found == m_stages.end() || place < m_stage)
        return m_told;
    if (place > m_stage) {
        m_stage = place;
        m_round = 0.0;
        m_inRound = 0.0;
    }
    const double part
        = total == 0 ? 0.0 : std::min(1.0, static_cast<double>(done) / static_cast<double>(total));
    if (part < m_inRound)
        m_round += (1.0 - m_round) * kRound;
    m_inRound = part;
    double before = 0.0;
    for (std::size_t i = 0; i < place; ++i)
        before += m_stages[i].share;
    const double inStage = found->isRounds ? m_round + (1.0 - m_round) * kRound * part : part;
    m_told = std::max(m_told, (before + found->share * inStage) / m_whole);
    return m_told;
}

} // namespace cupel::ui
