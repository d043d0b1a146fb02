#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/findings/run_settings.h"
#include "ui/models/table_model.h"

namespace cupel::ui {

/// The settings of an audit, each with what a person chose in its place.
class LimitsModel : public TableModel {
    Q_OBJECT

public:
    enum Column { What, Setting, Value, Unit, Otherwise, Origin };

    explicit LimitsModel(const findings::Policy& policy, QObject* parent = nullptr);

    const findings::RunSetting& setting(int row) const;
    /// Its value as a person writes it: what was chosen, be it valid or not, else what holds.
    const std::string& value(int row) const;
    bool isChanged(int row) const;
    /// Why the value cannot be used; null: it can.
    const base::Error* fault(int row) const;
    /// Choose a value. The one that holds otherwise, where it does so everywhere, takes the choice
    /// back.
    void choose(int row, const std::string& value);
    void reset(int row);
    void resetAll();

    /// The row of the limit of a rule, or of its first setting; -1: there is no such rule.
    int rowOf(const std::string& rule) const;
    /// The first row whose value cannot be used, or -1.
    int firstFault() const;
    int changes() const;
    /// What was chosen, and what flags say that are no rows here. Without faults.
    std::vector<findings::FlagSetting> flags() const;

    /// A value in the words of the window: "yes" for "true".
    static QString words(const findings::RunSetting& setting, const std::string& value);

    int rowCount(const QModelIndex& parent = {}) const override;

Q_SIGNALS:
    void changed();

protected:
    QVariant cell(int row, int column, int role) const override;

private:
    struct Choice {
        std::optional<std::string> value;
        std::optional<base::Error> fault;
    };
    const Choice& choice(int row) const { return m_choices[static_cast<std::size_t>(row)]; }
    void tell(int row);
    QString display(int row, int column) const;

    std::vector<findings::RunSetting> m_settings;
    std::vector<Choice> m_choices; ///< by row
    std::vector<findings::FlagSetting> m_others;
};

} // namespace cupel::ui
