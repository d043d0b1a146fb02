#pragma once

#include <QColor>
#include <QPalette>
#include <array>

class QApplication;

namespace cupel::ui {

/// The person's choice of light or dark.
enum class Scheme { System, Light, Dark };

/// Give the program a look that is the same on every desktop, in the chosen light. `system` is the
/// palette the program started with.
void applyScheme(QApplication& application, Scheme scheme, const QPalette& system);

/// Colours that a palette has no place for. Every text colour has a contrast of at least 4.5 on
/// `paper` and `card`, every mark, and its outline, one of at least 3.
struct Colors {
    bool isDark = false;
    QColor paper; ///< behind charts and texts
    QColor card; ///< behind what stands out
    QColor ink;
    QColor soft; ///< text that may be read later
    QColor line;
    QColor grid;
    QColor accent; ///< links, focus, what is chosen
    QColor error;
    QColor warning;
    QColor note;
    QColor good;
    QColor question;
    /// Of Okabe and Ito (2008), in an order that suits the background. Whoever draws with several
    /// of them adds a pattern, a shape or a label.
    std::array<QColor, 6> series;
};

/// The colours that go with a palette; ask again on QEvent::PaletteChange.
const Colors& colorsFor(const QPalette& palette);

} // namespace cupel::ui
