#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/card/sections.h"
#include "core/reports/page.h"
#include "ui/pages/card_editor.h"
#include "ui/pages/drafts.h"
#include "ui/pages/sectioned_page.h"

namespace cupel::ui {

class CardField;

/// "What do the documents say about the data, and what do they leave out?" And what the person says
/// of it: E or Enter on a field writes an answer, N goes to the next field that is missing.
class CardPage : public SectionedPage {
    Q_OBJECT

public:
    explicit CardPage(QWidget* parent = nullptr);

    PageId id() const override { return PageId::Card; }
    QString title() const override { return tr("Data Card"); }
    /// Items of targets are keys of fields; the file of a document leads to what it is to correct.
    void setDataset(const OpenDatasetPtr& dataset) override;
    std::size_t answersInWork() const override;
    /// What validators say of the documents of a dataset; another one may be shown by now.
    void takeVerdicts(const OpenDatasetPtr& of, base::Result<std::vector<reports::Block>> verdicts);

Q_SIGNALS:
    /// Somebody looks at what validators say of the documents: takeVerdicts() is to follow.
    void verdictsWanted(const cupel::ui::OpenDatasetPtr& dataset);

protected:
    void fill(int section) override;
    int sectionOf(const std::string& item) const override;
    std::string focusedItem() const override;
    std::vector<Item> items() const override;
    void saveDrafts() override;
    void changeDrafts(const std::string& from, const std::string& to) override;

private:
    /// Sections; those of the card follow.
    static constexpr int kCompleteness = 0;
    static constexpr int kValidators = 1;
    static constexpr int kFirstOfCard = 2;

    CardField* focusedField() const;
    void addField(std::size_t field);
    void restoreDraft(CardField& field);
    void keep(const std::string& key, const std::string& text);
    void fillCompleteness();
    void fillFields(const card::Section& section);
    void addContradictions();
    void addClaims();
    void fillValidators();
    void addVerdicts(const base::Result<std::vector<reports::Block>>& verdicts);
    void followFinding(const QString& id);

    OpenDatasetPtr m_dataset; ///< null: there is no card
    std::vector<card::Section> m_cardSections;
    std::shared_ptr<const reports::Report> m_judged; ///< the run whose documents were asked for
    std::optional<base::Result<std::vector<reports::Block>>> m_verdicts; ///< none: not yet
    Drafts<CardDraft> m_drafts; ///< being written, by key
    /// Answers that were said, and are not known to be kept yet: their drafts stay until then.
    std::map<std::string, std::string> m_sent;
};

} // namespace cupel::ui
