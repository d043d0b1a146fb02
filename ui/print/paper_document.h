#pragma once

#include <QSizeF>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/reports/page.h"
#include "core/reports/privacy.h"
#include "ui/print/block_pieces.h"
#include "ui/print/pagination.h"

namespace cupel::ui {

/// A page of the reports set for sheets of one size, to be painted on a file, a printer or a
/// preview. Laid out, painted and destroyed in one thread. The page and the view live as long.
class PaperDocument : private PageNumbers {
public:
    /// `sheet`: in points. Nothing is laid out yet.
    PaperDocument(const reports::Page& page, const reports::PrivacyView& view, QSizeF sheet);
    ~PaperDocument() override = default;

    /// Lay out a part, which takes a few milliseconds; false: everything is.
    bool layOutNext();
    /// The same to the end, or until the job is cancelled.
    void layOut(const base::JobContext& job = {});

    /// Of what is laid out.
    int pageCount() const { return static_cast<int>(m_sheets.size()); }
    /// The title without looks, as one line.
    const QString& title() const { return m_title; }

    /// `index`: from 0. One unit of the painter is a point, its origin the corner of the sheet.
    void paint(QPainter& painter, int index) const;

    /// What stands where on each page, and how large the body of a page is, in units of the page.
    const std::vector<SheetOfPieces>& sheets() const { return m_sheets; }
    QSizeF bodySize() const { return m_body; }

private:
    int pageOf(const std::string& anchor) const override;
    void paintHead(QPainter& painter) const;
    void paintFoot(QPainter& painter, int index) const;

    void paginateAll();

    QSizeF m_sheet;
    qreal m_side; ///< margin
    QSizeF m_body;
    std::unique_ptr<PageSetter> m_setter; ///< until everything is laid out
    QString m_title;
    QString m_head;
    TextPtr m_foot;
    std::vector<SheetOfPieces> m_sheets;
    std::map<std::string, int> m_anchors;
};

} // namespace cupel::ui
