#pragma once

#include <QSizeF>
#include <memory>
#include <vector>

#include "core/reports/page.h"
#include "core/reports/privacy.h"
#include "ui/print/piece.h"

namespace cupel::ui {

/// Makes a page into pieces for sheets with this body, a part at a time: title, contents where it
/// is long and has many parts, its blocks, what is folded away in other formats unfolded. The page
/// and the view live as long.
class PageSetter {
public:
    PageSetter(const reports::Page& page, const reports::PrivacyView& view, QSizeF body);
    ~PageSetter();
    PageSetter(const PageSetter&) = delete;
    PageSetter& operator=(const PageSetter&) = delete;

    bool isDone() const { return m_next == m_blocks.size(); }
    void setNext();

    /// All of them, once it is done.
    std::vector<Piece> pieces();

private:
    const reports::Page& m_page;
    const reports::PrivacyView& m_view;
    QSizeF m_body;
    std::vector<const reports::Block*> m_blocks; ///< in order, those of details after them
    std::size_t m_next = 0;
    bool m_isWithin = false; ///< that block is begun
    std::unique_ptr<class BlockSetter> m_setter;
};

} // namespace cupel::ui
