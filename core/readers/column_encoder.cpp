#include "core/readers/column_encoder.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <exception>
#include <span>
#include <thread>
#include <utility>

#include "core/readers/column_finish.h"
#include "core/readers/column_lane.h"

namespace cupel::readers {

/// What one thread has encoded.
struct Lane {
    explicit Lane(std::deque<ColumnPlan>& plans)
    {
        columns.reserve(plans.size());
        for (ColumnPlan& plan : plans)
            columns.emplace_back(plan);
    }

    std::vector<LaneColumn> columns;
    LaneRows rows;
    ColumnPieces rowHashes;
    CellGatherer gatherer;
    LaneScratch scratch;
};

namespace {

/// Run task(0) to task(tasks - 1) on up to `threads` threads, this one among them.
template <typename Task> void runInParallel(std::size_t tasks, std::size_t threads, Task task)
{
    std::atomic<std::size_t> next{0};
    std::exception_ptr failure;
    std::atomic<bool> hasFailed{false};
    const auto work = [&] {
        for (std::size_t i = next++; i < tasks && !hasFailed; i = next++) {
            try {
                task(i);
            } catch (...) {
                if (!hasFailed.exchange(true))
                    failure = std::current_exception();
            }
        }
    };
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < std::min(threads, tasks); ++i)
        others.emplace_back(work);
    work();
    others.clear();
    if (failure)
        std::rethrow_exception(failure);
}

} // namespace

struct TableBuilder::State {
    State(EncoderOptions options, std::size_t laneCount)
        : hashBits(options.hashBits)
    {
        for (ColumnRequest& request : options.columns)
            plans.emplace_back(std::move(request));
        for (std::size_t i = 0; i < laneCount; ++i)
            lanes.emplace_back(plans);
    }

    table::Buffer takeRowHashes(std::uint64_t rows)
    {
        const std::uint64_t kept = ~std::uint64_t{0} >> (64 - hashBits);
        table::Buffer hashes(rows * sizeof(std::uint64_t));
        for (Lane& lane : lanes) {
            consume(lane.rowHashes, lane.rows,
                [&](const ColumnPieces::Piece& piece, std::size_t at, std::uint64_t row,
                    std::size_t count) {
                    const std::uint64_t* const from = piece.as<std::uint64_t>() + at;
                    std::uint64_t* const to = hashes.as<std::uint64_t>() + row;
                    for (std::size_t i = 0; i < count; ++i)
                        to[i] = from[i] & kept;
                });
        }
        return hashes;
    }

    unsigned hashBits;
    std::deque<ColumnPlan> plans;
    std::deque<Lane> lanes;
};

TableBuilder::TableBuilder(EncoderOptions options, std::size_t lanes)
    : m_state(std::make_unique<State>(std::move(options), lanes))
{
}

TableBuilder::~TableBuilder() = default;

void TableBuilder::encode(std::size_t laneIndex, const CellBlock& block, std::uint64_t firstRow)
{
    Lane& lane = m_state->lanes[laneIndex];
    for (std::size_t row = 0; row < block.rows; row += kChunkRows) {
        const std::size_t rows = std::min(kChunkRows, block.rows - row);
        std::uint64_t* const hashes = lane.rowHashes.append<std::uint64_t>(rows);
        for (std::size_t column = 0; column < lane.columns.size(); ++column) {
            lane.gatherer.gather(block, column, row, rows, hashes);
            lane.columns[column].encode(
                lane.gatherer.cells(), firstRow + row, lane.rows, lane.scratch);
        }
        lane.rows.append(firstRow + row, rows);
    }
}

base::Result<table::Table> TableBuilder::finish(std::uint64_t rows, const base::JobContext& job) &&
{
    State& state = *m_state;
    table::Table table;
    table.rows = rows;
    table.hashBits = state.hashBits;
    table.columns.resize(state.plans.size());

    std::vector<LaneRows> laneRows;
    for (Lane& lane : state.lanes)
        laneRows.push_back(lane.rows);
    runInParallel(state.plans.size() + 1, state.lanes.size(), [&](std::size_t task) {
        if (job.cancelled())
            return;
        if (task == 0) {
            table.rowHashes = state.takeRowHashes(rows);
            return;
        }
        const std::size_t column = task - 1;
        ColumnLanes lanes{state.plans[column], {}, laneRows, rows};
        for (Lane& lane : state.lanes)
            lanes.cells.push_back(&lane.columns[column].cells());
        table.columns[column] = finishColumn(std::move(lanes));
    });
    if (job.cancelled())
        return base::Error{base::ErrorCode::Cancelled, "cancelled", {}, {}};
    return table;
}

} // namespace cupel::readers
