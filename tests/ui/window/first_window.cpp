// first_window [CATALOG]
//
// Opens the window as cupel-desktop does and ends as soon as it is painted: the time that this
// program takes is that from its start to the first window.
#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QHashSeed>
#include <QIcon>
#include <clocale>
#include <cstdio>
#include <cstdlib>

#include "ui/theme/shown.h"
#include "ui/window/main_window.h"

namespace {

class FirstPaint : public QObject {
public:
    explicit FirstPaint(const QElapsedTimer& clock)
        : m_clock(clock)
    {
    }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        // What is painted reaches the screen once the event is over.
        if (event->type() == QEvent::Paint && !m_isPainted) {
            m_isPainted = true;
            QMetaObject::invokeMethod(
                this,
                [this] {
                    std::printf("%lld ms from main to the first paint\n",
                        static_cast<long long>(m_clock.elapsed()));
                    std::fflush(stdout);
                    std::_Exit(0);
                },
                Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    const QElapsedTimer& m_clock;
    bool m_isPainted = false;
};

} // namespace

int main(int argc, char** argv)
{
    QElapsedTimer clock;
    clock.start();
    QHashSeed::setDeterministicGlobalSeed();
    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    QApplication::setApplicationName(QStringLiteral("cupel"));
    QApplication::setOrganizationName(QStringLiteral("cupel"));
    QApplication::setWindowIcon(QIcon::fromTheme(QStringLiteral("org.cupel.Cupel")));
    cupel::ui::MainWindow window(argc > 1 ? argv[1] : std::string());
    FirstPaint paint(clock);
    window.installEventFilter(&paint);
    window.show();
    return QApplication::exec();
}
