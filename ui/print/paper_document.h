#pragma once

#include <QSizeF>
#include <map>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/reports/page.h"
#include "core/reports/privacy.h"
#include "ui/print/pagination.h"

namespace cupel::ui {

/// A page of the reports set for sheets of one size, to be painted on a file, a printer or a
/// preview. Laid out, painted and destroyed in one thread.
class PaperDocument : private PageNumbers {
public:
    /// `sheet`: in points. Incomplete where the job was cancelled.
    PaperDocument(const reports::Page& page, const reports::PrivacyView& view, QSizeF sheet,
        const base::JobContext& job = {});
    ~PaperDocument() override = default;

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

    QSizeF m_sheet;
    QSizeF m_body;
    QString m_title;
    QString m_head;
    QString m_foot;
    std::vector<SheetOfPieces> m_sheets;
    std::map<std::string, int> m_anchors;
};

} // namespace cupel::ui
