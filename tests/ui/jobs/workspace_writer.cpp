// workspace_writer FOLDER NUMBER
//
// Works as the window does, for ever: opens tables, audits them with changing roles, keeps them in
// a catalog and says something of them. Prints what it was told is kept, a line at once for each:
// "opened NAME VERSION" and "said NAME COLUMN NUMBER". NUMBER tells this run from others.
#include <QCoreApplication>
#include <QFile>
#include <cstdio>
#include <string>

#include "ui/jobs/workspace.h"
#include "ui/theme/shown.h"

namespace {

using namespace cupel;
using ui::Workspace;

constexpr int kTables = 4;
constexpr int kEdits = 3;

void fail(const QString& what, const base::Error& error)
{
    std::fprintf(stderr, "%s: %s\n", qPrintable(what), error.message.c_str());
    std::exit(1);
}

class Writer {
public:
    Writer(const std::string& folder, int number)
        : m_folder(folder)
        , m_number(number * 1'000)
        , m_workspace(folder + "/catalog.cupel", m_jobs)
    {
        QObject::connect(&m_workspace, &Workspace::failed, fail);
        QObject::connect(&m_workspace, &Workspace::reviewStuck, &m_workspace,
            [](const base::Error& error) { fail(QStringLiteral("keep"), error); });
        QObject::connect(&m_workspace, &Workspace::datasetChanged, [this] { opened(); });
        QObject::connect(&m_workspace, &Workspace::reviewKept, [this] { kept(); });
    }

    /// A table of which every round has another version.
    void next()
    {
        ++m_number;
        const std::string path = m_folder + "/t" + std::to_string(m_number % kTables) + ".csv";
        QFile file(QString::fromStdString(path));
        if (!file.open(QIODevice::WriteOnly))
            std::exit(2);
        file.write("a,b,c\n");
        for (int i = 0; i < 200; ++i)
            file.write(QByteArray::number(i) + ",x," + QByteArray::number(m_number) + '\n');
        file.close();
        pipeline::AuditRequest request;
        request.inputs = {path};
        request.roles.label = audits::LabelRole{m_number % 3 == 0 ? "b" : "c", {}, {}, {}};
        m_workspace.open(request);
    }

private:
    void opened()
    {
        const ui::OpenDatasetPtr& open = m_workspace.dataset();
        if (open->notKept)
            fail(QStringLiteral("keep"), *open->notKept);
        std::printf("opened %s %lld\n", open->name.c_str(), static_cast<long long>(open->version));
        std::fflush(stdout);
        for (int i = 0; i < kEdits; ++i) {
            m_workspace.say(QStringLiteral("comment"),
                pipeline::commentTarget(pipeline::CommentOn::Column, "c" + std::to_string(i)),
                pipeline::Comment{std::to_string(m_number), false});
        }
    }

    void kept()
    {
        for (int i = 0; i < kEdits; ++i) {
            std::printf("said %s c%d %d\n", m_workspace.dataset()->name.c_str(), i, m_number);
        }
        std::fflush(stdout);
        next();
    }

    std::string m_folder;
    int m_number;
    ui::JobList m_jobs;
    Workspace m_workspace;
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    Writer writer(ui::bytesOf(arguments[1]), arguments[2].toInt());
    writer.next();
    return QCoreApplication::exec();
}
