#include "ui/dialogs/import_dialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "core/counts/local_counts.h"
#include "core/pipeline/import_estimate.h"
#include "ui/dialogs/column_reading.h"
#include "ui/dialogs/import_problems.h"
#include "ui/dialogs/preview_header.h"
#include "ui/dialogs/preview_model.h"
#include "ui/dialogs/reading_choice.h"
#include "ui/dialogs/roles_question.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr qint64 kMostRolesBytes = 4 << 20;
constexpr int kProblemLines = 4;

using PreviewPtr = std::shared_ptr<const readers::CsvPreview>;

base::Result<PreviewPtr> previewOf(
    const std::string& path, const readers::CsvOptions& options, const base::JobContext& job)
{
    const auto source = readers::openFile(path);
    if (!source)
        return source.error();
    auto preview = readers::previewCsv(*source, options, job);
    if (!preview)
        return preview.error();
    return std::make_shared<const readers::CsvPreview>(std::move(*preview));
}

base::Result<audits::Roles> rolesOfFile(const QString& path)
{
    const std::string name = bytesOf(QFileInfo(path).fileName());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::Error{base::ErrorCode::InputUnreadable,
            "the file cannot be read: " + bytesOf(file.errorString()), "check its permissions",
            {name, 0, 0, 0}};
    return audits::rolesFromJson(file.read(kMostRolesBytes).toStdString(), name);
}

/// Bytes that are free where a file is or will be; none: not known.
std::optional<std::uint64_t> freeBeside(const std::string& path)
{
    std::error_code failed;
    const auto folder = std::filesystem::absolute(path, failed).parent_path();
    const auto space = std::filesystem::space(folder, failed);
    return failed ? std::nullopt : std::optional<std::uint64_t>(space.available);
}

/// What a catalog takes, and has, for a file.
struct Room {
    std::optional<std::uint64_t> free;
    std::optional<std::uint64_t> source; ///< bytes of a copy; none: the file cannot be read
};

Room roomFor(const std::string& path, const std::string& catalog)
{
    Room room{freeBeside(catalog), {}};
    if (const auto source = readers::openFile(path)) {
        if (const auto bytes = pipeline::estimateKeptSource(**source))
            room.source = *bytes;
    }
    return room;
}

counts::Description descriptionOf(const PreviewPtr& preview)
{
    return counts::LocalCounts(
        std::shared_ptr<const table::Table>(preview, &preview->file.table), 1)
        .describe();
}

/// Whether the roles speak of columns that are there.
bool holdsAll(const counts::Description& description, const audits::Roles& roles)
{
    const std::vector<std::string> columns = roles.columns();
    return std::all_of(columns.begin(), columns.end(),
        [&description](const std::string& column) { return description.find(column) != nullptr; });
}

RolesQuestion::Known knownOf(const PreviewPtr& preview)
{
    return preview->isWhole ? RolesQuestion::Known::AllRows : RolesQuestion::Known::FirstRows;
}

} // namespace

ImportDialog::ImportDialog(
    std::string path, const audits::Roles& remembered, JobList& jobs, QWidget* parent)
    : QDialog(parent)
    , m_path(std::move(path))
    , m_roles(remembered)
    , m_jobs(jobs)
    , m_note(new PlainLabel)
    , m_size(new PlainLabel)
    , m_estimate(new PlainLabel)
    , m_evidence(new PlainLabel({}, PlainLabel::Look::Small))
    , m_scroll(new QScrollArea)
    , m_content(new QWidget)
    , m_reading(new ReadingChoice)
    , m_model(new PreviewModel(this))
    , m_table(new QTableView)
    , m_column(new ColumnReading)
    , m_problems(new QListWidget)
    , m_error(new PlainLabel)
    , m_question(new RolesQuestion)
    , m_remember(new QCheckBox(tr("&Remember the meaning of the columns for this file")))
    , m_keep(new QCheckBox(tr("&Keep a copy of the file with the catalog")))
    , m_kept(new PlainLabel({}, PlainLabel::Look::Small))
    , m_accept(new QPushButton(tr("&Audit")))
    , m_skip(new QPushButton(tr("&Skip")))
{
    const QString name = shown(std::filesystem::path(m_path).filename().string());
    setWindowTitle(tr("Open %1").arg(name));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_accept, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_skip, QDialogButtonBox::ActionRole);
    m_skip->setVisible(false);
    m_note->setVisible(false);
    m_estimate->setVisible(false);
    m_accept->setEnabled(false);
    m_remember->setChecked(true);
    m_keep->setVisible(false);
    m_kept->setVisible(false);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new PlainLabel(name, PlainLabel::Look::Heading));
    column->addWidget(m_note);
    column->addWidget(m_size);
    column->addWidget(m_estimate);
    column->addWidget(readingPart(), 3);
    column->addWidget(meaningPart(), 2);
    column->addWidget(m_remember);
    column->addWidget(m_keep);
    column->addWidget(m_kept);
    m_scroll->setWidget(m_content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_content->installEventFilter(this);
    auto* whole = new QVBoxLayout(this);
    whole->addWidget(m_scroll, 1);
    whole->addWidget(buttons);
    // Only a button that is in its dialog can be what Enter presses there.
    m_accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::accept);
    connect(m_skip, &QPushButton::clicked, this, [this] { done(kSkipped); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    constexpr int kRowsSeen = 4;
    const int unit = fontMetrics().height();
    m_table->setMinimumHeight(m_table->horizontalHeader()->sizeHint().height() + 2 * unit
        + kRowsSeen * m_table->verticalHeader()->defaultSectionSize());
    resize(unit * 50, std::min(unit * 50, mostHeight()));
    look();
}

void ImportDialog::setPlace(int number, int of)
{
    setWindowTitle(tr("%1 (%2 of %3)").arg(windowTitle(), counted(number), counted(of)));
    m_skip->setVisible(true);
}

void ImportDialog::setNote(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void ImportDialog::setKeptIn(const std::string& catalog, SourceCopy copy)
{
    m_catalog = catalog;
    m_copy = copy;
    m_free.reset();
    m_sourceBytes.reset();
    m_keep->setVisible(!catalog.empty());
    m_keep->setChecked(!catalog.empty() && copy != SourceCopy::No);
    m_keep->setEnabled(copy != SourceCopy::Always);
    showKept();
    if (catalog.empty())
        return;
    m_jobs.start(
        tr("Look for room on the disk"), this,
        [path = m_path, catalog](const base::JobContext&) { return roomFor(path, catalog); },
        [this](const Room& room) {
            m_free = room.free;
            m_sourceBytes = room.source;
            showKept();
            showEstimate();
        });
}

void ImportDialog::setRemembersNothing()
{
    m_remember->setChecked(false);
    m_remember->setVisible(false);
}

/// What a copy of the file costs and is good for.
void ImportDialog::showKept()
{
    QStringList sentences;
    if (m_copy == SourceCopy::Always)
        sentences << tr(
            "The catalog keeps the bytes of this dataset, and goes on to with each version.");
    if (m_sourceBytes) {
        const QString size = QLocale().formattedDataSize(static_cast<qint64>(*m_sourceBytes), 1);
        const std::string folder = std::filesystem::path(m_catalog).parent_path().string();
        sentences << tr("About %1 more in %2.").arg(size, shown(folder.empty() ? "." : folder));
    }
    sentences << tr("Its rows can be shown even where the file is gone or was changed.");
    m_kept->setText(sentences.join(QLatin1Char(' ')));
    m_kept->setVisible(!m_catalog.empty());
    m_keep->setAccessibleDescription(m_kept->text());
}

void ImportDialog::accept()
{
    // A key that presses the button leaves what is being typed as it is.
    m_accept->setFocus();
    const bool isNamed = m_question->settle();
    if (!isNamed) {
        setError({base::ErrorCode::Usage, "what was typed is not the name of a column or a value",
            "look at what is chosen now, then choose another, or press it once more", {}});
        return;
    }
    m_isAcceptWanted = m_isLooking;
    if (!m_isLooking)
        QDialog::accept();
}

QWidget* ImportDialog::readingPart()
{
    m_remember->setAccessibleName(tr("Remember the meaning of the columns for this file"));
    m_keep->setAccessibleName(tr("Keep a copy of the file with the catalog"));
    connect(m_keep, &QCheckBox::toggled, this, &ImportDialog::showEstimate);
    m_error->setVisible(false);
    m_table->setModel(m_model);
    m_table->setHorizontalHeader(new PreviewHeader(m_table));
    m_table->setAccessibleName(tr("First rows of the file"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setTabKeyNavigation(false);
    m_problems->setAccessibleName(tr("What is odd about the first rows"));
    m_problems->setMaximumHeight(fontMetrics().lineSpacing() * (kProblemLines + 1));
    m_problems->setVisible(false);
    auto* part = new QGroupBox(tr("How it is read"));
    auto* column = new QVBoxLayout(part);
    column->addWidget(m_reading);
    column->addWidget(m_evidence);
    column->addWidget(m_error);
    column->addWidget(m_table, 1);
    column->addWidget(m_column);
    column->addWidget(m_problems);
    connect(m_reading, &ReadingChoice::changed, this, &ImportDialog::look);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentColumnChanged, this,
        &ImportDialog::showColumn);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this,
        [this](int section) { m_table->setCurrentIndex(m_model->index(0, section)); });
    connect(m_column, &ColumnReading::typeChosen, m_question, &RolesQuestion::setType);
    connect(m_column, &ColumnReading::missingChosen, m_question, &RolesQuestion::setMissing);
    connect(m_question, &RolesQuestion::moreChanged, this, &ImportDialog::showColumn);
    return part;
}

/// What the column that is current in the table is taken for.
void ImportDialog::showColumn()
{
    if (!m_preview) {
        m_column->clear();
        return;
    }
    const audits::Roles roles = m_question->roles();
    m_model->setTypes(roles.types);
    const auto& columns = m_preview->file.table.columns;
    const auto place = static_cast<std::size_t>(std::max(0, m_table->currentIndex().column()));
    if (place < columns.size())
        m_column->setColumn(columns[place], roles);
}

QWidget* ImportDialog::meaningPart()
{
    auto* load = new QPushButton(tr("Roles from a &file…"));
    load->setAutoDefault(false);
    auto* part = new QGroupBox(tr("What its columns mean (all of it can be changed later)"));
    auto* column = new QVBoxLayout(part);
    column->addWidget(m_question, 1);
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(load);
    column->addLayout(row);
    connect(load, &QPushButton::clicked, this, &ImportDialog::askRoles);
    return part;
}

void ImportDialog::setReading(const readers::CsvOptions& options)
{
    m_reading->setOptions(options);
    look();
}

void ImportDialog::look()
{
    const std::uint64_t number = ++m_looks;
    m_isLooking = true;
    m_size->setText(tr("Looking at the first rows…"));
    m_jobs.start(
        tr("Look at %1").arg(shown(m_path)), this,
        [path = m_path, options = m_reading->options()](
            const base::JobContext& job) { return previewOf(path, options, job); },
        [this, number](base::Result<PreviewPtr> preview) {
            if (number == m_looks)
                take(std::move(preview));
        });
}

void ImportDialog::take(base::Result<PreviewPtr> preview)
{
    if (preview && !m_isAsked && m_looks == 1 && isHeaderLikeData(**preview)) {
        m_reading->takeFirstLineForARow();
        look();
        return;
    }
    m_isLooking = false;
    const bool isAcceptWanted = std::exchange(m_isAcceptWanted, false);
    m_accept->setEnabled(preview.has_value());
    m_error->setVisible(!preview);
    m_preview = preview ? *preview : nullptr;
    m_model->setPreview(m_preview);
    m_problems->clear();
    m_problems->setVisible(false);
    showEstimate();
    if (!preview) {
        m_size->setText(tr("This file cannot be read this way."));
        m_evidence->clear();
        setError(preview.error());
        showColumn();
        return;
    }
    take(*m_preview);
    if (isAcceptWanted)
        QDialog::accept();
}

void ImportDialog::take(const readers::CsvPreview& preview)
{
    m_size->setText(sizeWords(preview));
    QString evidence = delimiterEvidence(preview);
    if (!m_reading->hasHeader())
        evidence += tr(" The first line is taken for a row.");
    m_evidence->setText(evidence + QLatin1Char(' ') + encodingEvidence(preview));
    for (const QString& problem : problemsOf(preview))
        addProblem(problem);
    askAbout(descriptionOf(m_preview));
    showColumn();
}

/// The buttons are seen on every screen.
int ImportDialog::mostHeight() const
{
    return screen()->availableGeometry().height() * 9 / 10;
}

/// The dialog grows with what it says, as far as the screen allows; then that is scrolled.
bool ImportDialog::eventFilter(QObject* object, QEvent* event)
{
    if (object == m_content && event->type() == QEvent::LayoutRequest) {
        m_scroll->setMinimumWidth(m_content->minimumSizeHint().width()
            + m_scroll->verticalScrollBar()->sizeHint().width());
        const QSize seen = m_scroll->viewport()->size();
        const int needed = m_content->layout()->totalMinimumHeightForWidth(seen.width()) + height()
            - seen.height();
        if (const int wanted = std::min(needed, mostHeight()); height() < wanted)
            resize(width(), wanted);
    }
    return QDialog::eventFilter(object, event);
}

void ImportDialog::addProblem(const QString& problem)
{
    m_problems->addItem(problem);
    m_problems->setVisible(true);
}

/// What the columns mean: what was said so far goes with them.
void ImportDialog::askAbout(const counts::Description& description)
{
    if (m_isAsked) {
        m_question->changeColumns(description, knownOf(m_preview));
        return;
    }
    if (!holdsAll(description, m_roles)) {
        m_roles = {};
        addProblem(tr("What was remembered names columns that this file does not have; what its "
                      "columns mean was guessed again"));
    }
    m_question->setColumns(description, m_roles, knownOf(m_preview));
    m_isAsked = true;
}

void ImportDialog::setError(const base::Error& error)
{
    m_error->setText(errorWords(error));
    m_error->setVisible(true);
}

/// Where it takes long or much room, before it is begun.
void ImportDialog::showEstimate()
{
    const std::uint64_t source = m_keep->isChecked() ? m_sourceBytes.value_or(0) : 0;
    const QString words = m_preview ? estimateWords(*m_preview, m_free, source) : QString();
    m_estimate->setText(words);
    m_estimate->setVisible(!words.isEmpty());
}

void ImportDialog::askRoles()
{
    const QString folder
        = QString::fromStdString(std::filesystem::path(m_path).parent_path().string());
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open a roles file"), folder, tr("Roles (*.json);;All files (*)"));
    if (!path.isEmpty())
        loadRoles(path);
}

void ImportDialog::loadRoles(const QString& path)
{
    m_jobs.start(
        tr("Read %1").arg(shown(bytesOf(QFileInfo(path).fileName()))), this,
        [path](const base::JobContext&) { return rolesOfFile(path); },
        [this](const base::Result<audits::Roles>& roles) {
            if (!m_preview)
                return;
            m_error->setVisible(!roles);
            if (!roles) {
                setError(roles.error());
                return;
            }
            const counts::Description description = descriptionOf(m_preview);
            if (!holdsAll(description, *roles))
                addProblem(tr("The roles name columns that this file does not have; these are left "
                              "out"));
            m_question->setColumns(description, *roles, knownOf(m_preview));
            showColumn();
        });
}

pipeline::AuditRequest ImportDialog::request() const
{
    pipeline::AuditRequest request;
    request.inputs = {m_path};
    request.options = m_reading->options();
    request.roles = m_question->roles();
    return request;
}

bool ImportDialog::keepsSource() const
{
    return m_keep->isChecked();
}

bool ImportDialog::isToRemember() const
{
    return m_remember->isChecked();
}

} // namespace cupel::ui
