#pragma once

#include <QPointer>
#include <cstddef>
#include <string>
#include <vector>

#include "core/reports/card_fields.h"
#include "ui/pages/answer_card.h"
#include "ui/pages/card_editor.h"

class QPushButton;

namespace cupel::ui {

/// One field of a Data Card: what is asked, its state, the answers with their sources, and the
/// findings about it.
class CardField : public AnswerCard {
    Q_OBJECT

public:
    /// `field`: its place in the model.
    CardField(OpenDatasetPtr dataset, std::size_t field, QWidget* parent = nullptr);

    const std::string& key() const { return m_key; }

    void edit() override;
    void edit(const CardDraft& draft);
    CardEditor* editor() const { return m_editor; }

Q_SIGNALS:
    void findingFollowed(const QString& id);
    void answered(const std::string& text);

private:
    void addHead();
    void addAnswers();
    void addAnswer(const reports::SharedAnswer& answer);
    void addSource(const reports::SharedAnswer& answer);
    void addFindings();
    void addButtons();
    void showUses(bool areShown);
    void keep() override;
    void closed() override;
    const pipeline::Said<pipeline::CardAnswer>* said() const;

    std::size_t m_field;
    std::string m_key;
    std::vector<QPushButton*> m_uses; ///< put answers of others into the editor
    QPointer<CardEditor> m_editor; ///< null: closed
};

} // namespace cupel::ui
