#pragma once

#include <QTimer>
#include <QWidget>
#include <vector>

#include "ui/pages/block_widgets.h"

namespace cupel::ui {

class ReadingColumn;

/// Shows the blocks of a page in the look of the HTML report, as widgets. What does not fit a first
/// screen is made while nothing else happens, so that a long page opens at once.
class BlockView : public QWidget {
    Q_OBJECT

public:
    explicit BlockView(QWidget* parent = nullptr);

    /// For the blocks that are set after it.
    void setChartFactory(ChartFactory factory);
    void setBlocks(std::vector<reports::Block> blocks);
    /// With its kind, title and subtitle above the blocks, and its footer below.
    void setPage(reports::Page page);

    /// Bring the block with this anchor into view and give it the focus, also where it is folded
    /// away. False: no block has it.
    bool showAnchor(const std::string& anchor);
    /// How far it is scrolled, and back there.
    int scrolled() const;
    void scrollTo(int position);
    bool isComplete() const { return m_next == m_blocks.size(); }

Q_SIGNALS:
    /// A list item or a cell that leads there was followed.
    void linkActivated(const QString& anchor);

private:
    void start();
    void build(qint64 milliseconds);
    void addPart();
    void buildAll();
    bool openFolded(const std::string& anchor);
    BlockContext context();

    ReadingColumn* m_column;
    ChartFactory m_chart;
    reports::Page m_page; ///< without its blocks
    std::vector<reports::Block> m_blocks;
    std::size_t m_next = 0; ///< block to be made
    std::vector<std::pair<std::string, QWidget*>> m_folded; ///< anchors inside folded parts
    QTimer m_timer;
};

} // namespace cupel::ui
