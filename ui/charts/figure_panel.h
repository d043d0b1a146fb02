#pragma once

#include <optional>

#include "ui/charts/chart_image.h"
#include "ui/charts/panel_frame.h"
#include "ui/charts/result_table_model.h"

class QHBoxLayout;
class QMenu;
class QToolButton;
class QVBoxLayout;

namespace cupel::ui {

class PlainLabel;
class TableTwin;

/// A chart or a map with its title, its table, and ways to take it along. The table is the same
/// facts for whoever reads numbers, or cannot see the figure.
class FigurePanel : public PanelFrame {
    Q_OBJECT

public:
    const audits::ResultTable& table() const { return *m_table; }
    TableTwin& twin(); ///< made when it is first asked for

    void setTableShown(bool isShown);
    bool isTableShown() const;
    /// Point out a row of the table, in the figure or, where that has no mark for it, in the table.
    void highlight(std::optional<std::size_t> tableRow);
    /// A remark below the figure until the next one; empty: none.
    void say(const QString& remark);

    /// Title and figure.
    Picture picture();
    QByteArray csv() const;
    /// Write what the ending of the path says: .svg, .csv, else a PNG. Says below the figure what
    /// became of it.
    void saveTo(const QString& path);
    /// Says below the figure that it was copied.
    void copyImage();

Q_SIGNALS:
    /// A mark of the figure, or a row of the table, was chosen.
    void rowActivated(std::size_t tableRow);

protected:
    /// `id` names the files that are written.
    FigurePanel(std::string id, ResultTablePtr table, QWidget* figure, QWidget* parent);

    void contextMenuEvent(QContextMenuEvent* event) override;
    /// What stands out in one stands out in the other.
    void toggleTable();
    /// Beside the title, before the others.
    void addButton(QToolButton* button);
    /// Small words between the title and the figure, or below it.
    void addAbove(const QString& words);
    void addBelow(const QString& words);
    QString title() const;

    /// Point out a row in the figure, or none. False where the figure has no mark for it.
    virtual bool mark(std::optional<std::size_t> tableRow) = 0;
    /// The row whose mark has the focus.
    virtual std::optional<std::size_t> markedRow() const = 0;
    /// The figure alone, without a title.
    virtual Picture figurePicture() = 0;
    virtual void tableShown(bool isShown) = 0;

private:
    void makeMenu();
    void copySvg();
    void copyCsv();
    void save();

    std::string m_id;
    ResultTablePtr m_table;
    QWidget* m_figure;
    PlainLabel* m_title;
    QHBoxLayout* m_header;
    QVBoxLayout* m_column;
    TableTwin* m_twin = nullptr;
    PlainLabel* m_remark;
    QToolButton* m_tableButton;
    QToolButton* m_exportButton;
    QMenu* m_menu;
};

/// A small button beside the title of a figure.
QToolButton* figureButton(const QString& text, const QString& help);

} // namespace cupel::ui
