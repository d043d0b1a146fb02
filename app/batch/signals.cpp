#include "app/batch/signals.h"

#include <csignal>
#include <unistd.h>

namespace cupel::batch {
namespace {

std::atomic<bool> cancelled{false};
std::atomic<int> caught{0};
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

extern "C" void onSignal(int number)
{
    if (cancelled.exchange(true))
        ::_exit(128 + number);
    caught = number;
}

} // namespace

const std::atomic<bool>& cancelFlag()
{
    return cancelled;
}

int caughtSignal()
{
    return caught;
}

void catchSignals()
{
    struct sigaction action { };
    action.sa_handler = onSignal;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    // A parent may have left them ignored.
    std::signal(SIGPIPE, SIG_DFL);
    std::signal(SIGCHLD, SIG_DFL);
    // A file that may not grow any more is an error like a full disk.
    std::signal(SIGXFSZ, SIG_IGN);
}

} // namespace cupel::batch
