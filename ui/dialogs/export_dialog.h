#pragma once

#include <QDialog>
#include <array>
#include <cstdint>
#include <vector>

#include "core/reports/privacy_rule.h"

class QListWidget;
class QRadioButton;
class QVBoxLayout;

namespace cupel::ui {

class PlainLabel;

/// Something that can be written to a file.
struct ExportChoice {
    QString title; ///< "Audit report, HTML"
    bool holdsData = true; ///< texts of the data, of which privacy hides some
};

/// What is written to a file, in which format, and how much of the data's own text is in it.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// `chosen`: title that is chosen at first, where it is there. `minCell`: rows that must hold a
    /// value before Masked shows it.
    ExportDialog(std::vector<ExportChoice> choices, const QString& chosen, std::int64_t minCell,
        QWidget* parent = nullptr);

    /// Place of what was chosen among the choices.
    std::size_t choice() const;
    reports::Privacy privacy() const;

protected:
    bool event(QEvent* event) override;

private:
    int heightNeeded(int width) const;
    void addChoices(const QString& chosen, QVBoxLayout& column);
    void addPrivacy(std::int64_t minCell, QVBoxLayout& column);
    void showWhatIsHidden();

    std::vector<ExportChoice> m_choices;
    QListWidget* m_list;
    std::array<QRadioButton*, 3> m_modes{}; ///< in the order of reports::Privacy
    std::array<PlainLabel*, 3> m_meanings{};
    PlainLabel* m_note; ///< where privacy changes nothing
};

} // namespace cupel::ui
