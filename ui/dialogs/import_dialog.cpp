#include "ui/dialogs/import_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "core/counts/local_counts.h"
#include "core/pipeline/import_estimate.h"
#include "ui/dialogs/import_problems.h"
#include "ui/dialogs/preview_model.h"
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

PlainLabel* labelFor(const QString& text, QWidget* buddy)
{
    auto* label = new PlainLabel(text);
    label->setWordWrap(false);
    label->setBuddy(buddy);
    buddy->setAccessibleName(text);
    return label;
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
    , m_delimiter(new QComboBox)
    , m_quote(new QComboBox)
    , m_header(new QCheckBox(tr("The first line names the columns")))
    , m_names(new QLineEdit)
    , m_model(new PreviewModel(this))
    , m_table(new QTableView)
    , m_problems(new QListWidget)
    , m_error(new PlainLabel)
    , m_question(new RolesQuestion)
    , m_remember(new QCheckBox(tr("Remember the meaning of the columns for this file")))
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
    auto* column = new QVBoxLayout(this);
    column->addWidget(new PlainLabel(name, PlainLabel::Look::Heading));
    column->addWidget(m_note);
    column->addWidget(m_size);
    column->addWidget(m_estimate);
    column->addWidget(readingPart(), 3);
    column->addWidget(meaningPart(), 2);
    column->addWidget(m_remember);
    column->addWidget(m_keep);
    column->addWidget(m_kept);
    column->addWidget(buttons);
    // Only a button that is in its dialog can be what Enter presses there.
    m_accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::accept);
    connect(m_skip, &QPushButton::clicked, this, [this] { done(kSkipped); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const int unit = fontMetrics().height();
    resize(unit * 50, unit * 42);
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
    m_isAcceptWanted = m_isLooking;
    if (!m_isLooking)
        QDialog::accept();
}

QWidget* ImportDialog::readingPart()
{
    m_delimiter->addItem(tr("as detected"), QByteArray());
    for (const char* const text : {",", ";", "\t", "|"})
        m_delimiter->addItem(delimiterName(text), QByteArray(text));
    m_quote->addItem(tr("double quote"), QByteArray("\""));
    m_quote->addItem(tr("single quote"), QByteArray("'"));
    m_quote->addItem(tr("none"), QByteArray());
    m_header->setChecked(true);
    m_header->setAccessibleName(m_header->text());
    m_remember->setAccessibleName(m_remember->text());
    m_keep->setAccessibleName(tr("Keep a copy of the file with the catalog"));
    connect(m_keep, &QCheckBox::toggled, this, &ImportDialog::showEstimate);
    m_error->setVisible(false);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("First rows of the file"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_problems->setAccessibleName(tr("What is odd about the first rows"));
    m_problems->setMaximumHeight(fontMetrics().lineSpacing() * (kProblemLines + 1));
    m_problems->setVisible(false);

    auto* choices = new QHBoxLayout;
    choices->addWidget(labelFor(tr("Cells are separated by"), m_delimiter));
    choices->addWidget(m_delimiter);
    choices->addSpacing(12);
    choices->addWidget(labelFor(tr("Quote"), m_quote));
    choices->addWidget(m_quote);
    choices->addSpacing(12);
    choices->addWidget(m_header);
    choices->addStretch();
    m_names->setPlaceholderText(tr("Names of the columns, separated by commas: age,sex,income"));
    m_names->setAccessibleName(tr("Names of the columns, separated by commas"));
    m_names->setVisible(false);
    auto* part = new QGroupBox(tr("How it is read"));
    auto* column = new QVBoxLayout(part);
    column->addLayout(choices);
    column->addWidget(m_names);
    column->addWidget(m_evidence);
    column->addWidget(m_error);
    column->addWidget(m_table, 1);
    column->addWidget(m_problems);
    connect(m_delimiter, &QComboBox::activated, this, &ImportDialog::look);
    connect(m_quote, &QComboBox::activated, this, &ImportDialog::look);
    connect(m_header, &QCheckBox::clicked, this, &ImportDialog::look);
    connect(m_header, &QCheckBox::toggled, m_names,
        [this](bool isNamed) { m_names->setVisible(!isNamed); });
    connect(m_names, &QLineEdit::editingFinished, this, &ImportDialog::look);
    return part;
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

readers::CsvOptions ImportDialog::options() const
{
    readers::CsvOptions options;
    const QByteArray delimiter = m_delimiter->currentData().toByteArray();
    if (!delimiter.isEmpty())
        options.delimiter = delimiter.toStdString();
    const QByteArray quote = m_quote->currentData().toByteArray();
    options.quote = quote.isEmpty() ? '\0' : quote.front();
    options.hasHeader = m_header->isChecked();
    if (!options.hasHeader && !m_names->text().isEmpty()) {
        for (const QString& name : m_names->text().split(QLatin1Char(',')))
            options.names.push_back(bytesOf(name.trimmed()));
    }
    return options;
}

void ImportDialog::look()
{
    const std::uint64_t number = ++m_looks;
    m_isLooking = true;
    m_size->setText(tr("Looking at the first rows…"));
    m_jobs.start(
        tr("Look at %1").arg(shown(m_path)), this,
        [path = m_path, options = options()](
            const base::JobContext& job) { return previewOf(path, options, job); },
        [this, number](base::Result<PreviewPtr> preview) {
            if (number == m_looks)
                take(std::move(preview));
        });
}

void ImportDialog::take(base::Result<PreviewPtr> preview)
{
    if (preview && !m_isAsked && m_looks == 1 && isHeaderLikeData(**preview)) {
        m_header->setChecked(false);
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
    if (!preview) {
        m_size->setText(tr("This file cannot be read this way."));
        m_evidence->clear();
        m_problems->setVisible(false);
        setError(preview.error());
        showEstimate();
        return;
    }
    m_size->setText(sizeWords(*m_preview));
    showEstimate();
    QString evidence = delimiterEvidence(*m_preview);
    if (!m_header->isChecked())
        evidence += tr(" The first line is taken for a row.");
    m_evidence->setText(evidence);
    m_problems->addItems(problemsOf(*m_preview));
    m_problems->setVisible(m_problems->count() > 0);
    const counts::Description description = descriptionOf(m_preview);
    if (!m_isAsked && !holdsAll(description, m_roles)) {
        m_roles = {};
        m_problems->addItem(tr("What was remembered names columns that this file does not have; "
                               "what its columns mean was guessed again"));
        m_problems->setVisible(true);
    }
    const audits::Roles given = m_isAsked ? m_question->roles() : m_roles;
    const bool isNew = !m_isAsked && given.columns().empty();
    m_question->setColumns(
        description, isNew ? audits::accept(audits::propose(description, given), given) : given);
    m_isAsked = true;
    if (isAcceptWanted)
        QDialog::accept();
}

void ImportDialog::setError(const base::Error& error)
{
    m_error->setText(error.hint.empty()
            ? shown(error.message)
            : tr("%1\nTry: %2").arg(shown(error.message), shown(error.hint)));
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
            if (roles)
                m_question->setColumns(descriptionOf(m_preview), *roles);
            else
                setError(roles.error());
        });
}

pipeline::AuditRequest ImportDialog::request() const
{
    pipeline::AuditRequest request;
    request.inputs = {m_path};
    request.options = options();
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
