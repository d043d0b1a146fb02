#pragma once

#include <QString>
#include <cstdint>
#include <vector>

namespace cupel::ui {

/// How far work is that goes through several stages, each of which counts for itself, and some of
/// them again and again. What it tells never falls.
class OverallProgress {
public:
    struct Stage {
        QString name; ///< as the worker calls it
        double share = 0.0; ///< of the time of the whole, mostly
        bool isRounds = false; ///< it is told of from its begin again and again
        QString orName = {}; ///< of what may take its place
    };
    /// In the order in which they come; any of them may be left out.
    explicit OverallProgress(std::vector<Stage> stages);

    /// From 0 to 1: with this much of a stage done.
    double advance(std::uint64_t done, std::uint64_t total, const QString& stage);

private:
    std::vector<Stage> m_stages;
    double m_whole = 0.0; ///< all shares
    std::size_t m_stage = 0; ///< the last one that was told of
    double m_round = 0.0; ///< of the stage, where its last round began
    double m_inRound = 0.0; ///< of that round
    double m_told = 0.0;
};

} // namespace cupel::ui
