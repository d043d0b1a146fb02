#pragma once

#include "core/card/sections.h"
#include "ui/pages/sectioned_page.h"

namespace cupel::ui {

/// "What do the documents say about the data, and what do they leave out?"
class CardPage : public SectionedPage {
    Q_OBJECT

public:
    explicit CardPage(QWidget* parent = nullptr);

    PageId id() const override { return PageId::Card; }
    QString title() const override { return tr("Data Card"); }
    /// Items of targets are keys of fields; the file of a document leads to what it is to correct.
    void setDataset(const OpenDatasetPtr& dataset) override;

protected:
    void fill(int section) override;
    int sectionOf(const std::string& item) const override;

private:
    void fillCompleteness();
    void fillFields(const card::Section& section);
    void addContradictions();
    void addClaims();
    void followFinding(const QString& id);

    OpenDatasetPtr m_dataset; ///< null: there is no card
    std::vector<card::Section> m_cardSections;
};

} // namespace cupel::ui
