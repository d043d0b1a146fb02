#pragma once

#include <QString>
#include <optional>
#include <vector>

class QComboBox;
class QLineEdit;
class QWidget;

/// What the bar of roles is made of.
namespace cupel::ui {

/// A choice with its name above it.
QWidget* namedField(const QString& name, QWidget* input);
/// A choice of as many as there are; it is as wide as a name, not as the longest of them.
QComboBox* choiceOf();
QLineEdit* numbersField(const QString& placeholder);

/// Ascending edges of bins; empty where there is nothing to read. None: they do not read.
std::optional<std::vector<double>> readEdges(const QString& text);
QString edgesText(const std::vector<double>& edges);

} // namespace cupel::ui
