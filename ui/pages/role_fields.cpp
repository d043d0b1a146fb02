#include "ui/pages/role_fields.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include "core/base/number.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr int kNameCharacters = 15;
constexpr int kFieldCharacters = 34; ///< all as wide, so that they stand below each other
constexpr int kNamesShown = 20;

} // namespace

QWidget* namedField(const QString& name, QWidget* input)
{
    auto* field = new QWidget;
    auto* layout = new QVBoxLayout(field);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    auto* label = new PlainLabel(name, PlainLabel::Look::Small);
    label->setWordWrap(false);
    label->setBuddy(input);
    label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    input->setAccessibleName(name);
    input->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    field->setMinimumWidth(field->fontMetrics().averageCharWidth() * kFieldCharacters);
    layout->addWidget(label);
    layout->addWidget(input);
    return field;
}

QComboBox* choiceOf()
{
    auto* choice = new QComboBox;
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(kNameCharacters);
    choice->setMaxVisibleItems(kNamesShown);
    auto* list = new QListView;
    list->setUniformItemSizes(true);
    choice->setView(list);
    return choice;
}

QLineEdit* numbersField(const QString& placeholder)
{
    auto* edit = new QLineEdit;
    edit->setPlaceholderText(placeholder);
    return edit;
}

std::optional<std::vector<double>> readEdges(const QString& text)
{
    std::vector<double> edges;
    const QStringList words = QString(text)
                                  .replace(QLatin1Char(','), QLatin1Char(' '))
                                  .split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& word : words) {
        const auto number = base::parseNumber(bytesOf(word));
        if (!number || (!edges.empty() && !(edges.back() < number->d)))
            return std::nullopt;
        edges.push_back(number->d);
    }
    if (edges.size() == 1)
        return std::nullopt;
    return edges;
}

QString edgesText(const std::vector<double>& edges)
{
    QStringList words;
    for (const double edge : edges)
        words << shown(base::formatNumber(edge));
    return words.join(QStringLiteral(", "));
}

} // namespace cupel::ui
