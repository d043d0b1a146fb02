#include "core/reports/audit_command.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/number.h"
#include "core/reports/command_words.h"

namespace cupel::reports {
namespace {

bool holds(const std::string& text, char c)
{
    return text.find(c) != std::string::npos;
}

std::string joinedNumbers(const std::vector<double>& numbers)
{
    std::string text;
    for (const double number : numbers)
        text += (text.empty() ? "" : ",") + base::formatNumber(number);
    return text;
}

/// Whether --group would take the end of a column's name for the edges of bins.
bool endsLikeBins(const std::string& column)
{
    const std::size_t colon = column.rfind(':');
    if (colon == std::string::npos)
        return false;
    for (std::size_t begin = colon + 1; begin <= column.size();) {
        const std::size_t end = std::min(column.find(',', begin), column.size());
        if (!base::parseNumber(std::string_view(column).substr(begin, end - begin)))
            return false;
        begin = end + 1;
    }
    return true;
}

class CommandWriter {
public:
    explicit CommandWriter(const AuditQuestion& question)
        : m_question(question)
        , m_roles(question.roles)
    {
    }

    AuditCommand command()
    {
        m_command.text = "cupel audit " + inputWord();
        addLabel();
        addGroups();
        addSingleRoles();
        addCellRules();
        for (const std::string& use : m_roles.use)
            add("--use", use);
        if (!m_question.where.empty())
            add("--where", m_question.where);
        addReading();
        if (!m_question.cardFile.empty())
            add("--card", m_question.cardFile);
        for (const std::string& setting : m_question.settings)
            add("--set", setting);
        if (!m_question.sourceKeptIn.empty()) {
            add("--catalog", m_question.sourceKeptIn);
            m_command.text += " --keep-source";
        }
        if (!m_roles.other.empty())
            unsaid("roles that no audit uses");
        if (!m_question.policyFile.empty())
            m_command.unsaid.push_back("The run used the policy " + m_question.policyFile
                + ": add --policy with its path.");
        return std::move(m_command);
    }

private:
    std::string inputWord() const
    {
        const std::string& path = m_question.input;
        return shellWord(path.starts_with('-') ? "./" + path : path);
    }

    /// A value that begins like an option is tied to its own.
    void add(const std::string& option, const std::string& value)
    {
        m_command.text += " " + option + (value.starts_with('-') ? "=" : " ") + shellWord(value);
    }

    void unsaid(const std::string& what)
    {
        m_command.unsaid.push_back("No option says " + what
            + ": write them in a roles file and add --roles with its path.");
    }

    void addLabel()
    {
        if (!m_roles.label)
            return;
        const audits::LabelRole& label = *m_roles.label;
        add("--label", label.column);
        for (const auto& [option, value] : {std::pair{"--favourable", &label.favourable},
                 std::pair{"--positive", &label.positive}}) {
            if (!*value)
                continue;
            if ((*value)->empty())
                unsaid("that an empty text is a value of the label");
            else
                add(option, **value);
        }
        if (!label.classes.empty())
            unsaid("the declared classes of the label");
    }

    /// Whether --reference finds this group by the beginning of its text.
    bool isFoundByName(std::size_t group) const
    {
        const std::string start = m_roles.groups[group].column + "=";
        for (std::size_t i = 0; i < group; ++i) {
            if (start.starts_with(m_roles.groups[i].column + "="))
                return false;
        }
        return true;
    }

    void addGroups()
    {
        for (std::size_t i = 0; i < m_roles.groups.size(); ++i) {
            const audits::GroupRole& group = m_roles.groups[i];
            if (!group.bins.empty())
                add("--group", group.column + ":" + joinedNumbers(group.bins));
            else if (endsLikeBins(group.column))
                unsaid("a group column whose name ends with a colon and numbers");
            else
                add("--group", group.column);
            if (!group.reference)
                continue;
            if (isFoundByName(i))
                add("--reference", group.column + "=" + *group.reference);
            else
                unsaid("the reference of a group whose name begins with that of another and '='");
        }
        for (const std::vector<std::string>& pair : m_roles.intersections) {
            if (pair.size() != 2 || holds(pair[0], ',') || holds(pair[1], ','))
                unsaid("crossed groups whose names hold a comma");
            else
                add("--intersect", pair[0] + "," + pair[1]);
        }
    }

    void addSingleRoles()
    {
        const std::array<std::pair<const char*, const std::string*>, 7> roles{
            {{"--prediction", &m_roles.prediction}, {"--score", &m_roles.score},
                {"--stratum", &m_roles.stratum}, {"--weight", &m_roles.weight},
                {"--time", &m_roles.timeWindow}, {"--id", &m_roles.id},
                {"--split-column", &m_roles.split}}};
        for (const auto& [option, column] : roles) {
            if (!column->empty())
                add(option, *column);
        }
        if (m_roles.threshold)
            add("--threshold", base::formatNumber(*m_roles.threshold));
        if (m_roles.scoreOf)
            unsaid("which value a score is of");
    }

    void addCellRules()
    {
        for (const auto& [column, type] : m_roles.types)
            add("--type", column + "=" + type);
        for (const auto& [column, tokens] : m_roles.missing) {
            for (const std::string& token : tokens) {
                const std::size_t equals = token.find('=');
                if (column != "*" && !column.empty() && !holds(column, '='))
                    add("--null", column + "=" + token);
                else if (column == "*" && (equals == std::string::npos || equals == 0))
                    add("--null", token);
                else
                    unsaid("texts that mean missing beside '='");
            }
        }
    }

    void addReading()
    {
        const readers::CsvOptions& options = m_question.options;
        if (!options.hasHeader)
            m_command.text += " --no-header";
        addNames(options.names);
        if (options.delimiter)
            add("--delimiter", *options.delimiter == "\t" ? "tab" : *options.delimiter);
        if (options.quote)
            add("--quote", *options.quote == '\0' ? "none" : std::string(1, *options.quote));
    }

    void addNames(const std::vector<std::string>& names)
    {
        if (names.empty())
            return;
        const bool isSaid = std::none_of(
            names.begin(), names.end(), [](const std::string& name) { return holds(name, ','); });
        std::string list;
        for (std::size_t i = 0; i < names.size(); ++i)
            list += (i > 0 ? "," : "") + names[i];
        if (isSaid && !list.empty())
            add("--names", list);
        else
            m_command.unsaid.push_back("No option says names of columns that are empty or hold a "
                                       "comma: write them in the header of the file.");
    }

    const AuditQuestion& m_question;
    const audits::Roles& m_roles;
    AuditCommand m_command;
};

} // namespace

AuditCommand auditCommand(const AuditQuestion& question)
{
    return CommandWriter(question).command();
}

} // namespace cupel::reports
