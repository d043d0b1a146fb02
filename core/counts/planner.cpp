#include "core/counts/planner.h"

namespace cupel::counts {

base::Result<void> ask(const CountSource& source, std::span<const Question> questions,
    Answers& answers, const base::JobContext& job, AskStatistics* statistics)
{
    AskStatistics unused;
    AskStatistics& counted = statistics ? *statistics : unused;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        if (job.cancelled())
            return base::Error{base::ErrorCode::Cancelled, "cancelled while counting", "", {}};
        job.progress(i, questions.size(), "count");
        if (answers.contains(questions[i])) {
            ++counted.known;
            continue;
        }
        auto answer = source.answer(questions[i]);
        if (!answer)
            return answer.error();
        ++counted.asked;
        answers.add(questions[i], std::move(*answer));
    }
    return {};
}

Question withFilter(Question question, const Filter& filter)
{
    std::visit([&filter](auto& any) { any.filter = conjunction(any.filter, filter); }, question);
    return question;
}

} // namespace cupel::counts
