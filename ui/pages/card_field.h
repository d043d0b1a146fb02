#pragma once

#include <QPointer>
#include <QWidget>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/reports/card_fields.h"
#include "ui/jobs/open_dataset.h"
#include "ui/pages/card_editor.h"

class QPushButton;
class QVBoxLayout;

namespace cupel::ui {

class HeadingLabel;

/// One field of a Data Card: what is asked, its state, the answers with their sources, the findings
/// about it, and below them the answer that the person writes. Enter on its heading opens that.
class CardField : public QWidget {
    Q_OBJECT

public:
    /// `field`: its place in the model.
    CardField(OpenDatasetPtr dataset, std::size_t field, QWidget* parent = nullptr);

    const std::string& key() const { return m_key; }
    HeadingLabel* heading() const { return m_heading; }

    /// Open the editor with what the person said before; nothing where nobody can answer.
    void edit();
    void edit(const CardDraft& draft);
    CardEditor* editor() const { return m_editor; }
    /// Close the editor and go back to the heading.
    void leave();

Q_SIGNALS:
    void findingFollowed(const QString& id);
    void edited(); ///< the editor is open
    void answered(const std::string& text);
    void takenBack();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addHead();
    void addAnswers();
    void addAnswer(const reports::SharedAnswer& answer);
    void addSource(const reports::SharedAnswer& answer);
    void addFindings();
    void addActions();
    void keep();
    const pipeline::Said<pipeline::CardAnswer>* said() const;

    OpenDatasetPtr m_dataset;
    std::size_t m_field;
    std::string m_key;
    HeadingLabel* m_heading = nullptr;
    QVBoxLayout* m_column;
    QWidget* m_actions = nullptr;
    std::vector<QPushButton*> m_uses; ///< put answers of others into the editor
    QPointer<CardEditor> m_editor; ///< null: closed
};

} // namespace cupel::ui
