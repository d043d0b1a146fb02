#include "core/card/datasheet.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/card/prose.h"

namespace cupel::card {
namespace {

constexpr std::array<std::string_view, 7> kSections{"Motivation", "Composition",
    "Collection process", "Preprocessing, cleaning, labelling", "Uses", "Distribution",
    "Maintenance"};

constexpr std::array<DatasheetQuestion, 52> kQuestions{{
    {"1.1", "What was the dataset made for?", "purpose created specific task mind gap filled"},
    {"1.2", "Who made it, and for whom?",
        "who created team research group behalf entity company institution organization"},
    {"1.3", "Who paid for it?", "who funded creation grant grantor funding"},
    {"2.1", "What does an instance stand for?",
        "instances comprise represent documents photos people countries multiple types movies"},
    {"2.2", "How many instances are there?", "how many instances total each type appropriate"},
    {"2.3", "Is it all there is, or a sample?",
        "contain all possible instances sample necessarily random larger set representative"},
    {"2.4", "What data does an instance hold?",
        "what data each instance consist raw unprocessed text images features"},
    {"2.5", "Is there a label or target?", "label target associated each instance"},
    {"2.6", "What is missing, and why?", "information missing individual instances"},
    {"2.7", "How do instances relate to each other?",
        "relationships between individual instances made explicit ratings social network links"},
    {"2.8", "Which splits are recommended?",
        "recommended data splits training development validation testing"},
    {"2.9", "What errors, noise and redundancies are known?", "errors sources noise redundancies"},
    {"2.10", "Is it self-contained?",
        "self contained link otherwise rely external resources websites tweets other datasets"},
    {"2.11", "Is anything confidential?",
        "contain data might considered confidential protected legal privilege doctor patient "
        "content "
        "communications"},
    {"2.12", "Could anything distress a reader?",
        "contain data viewed directly might offensive insulting threatening otherwise cause "
        "anxiety"},
    {"2.13", "Does it relate to people?", "relate people"},
    {"2.14", "Which subpopulations does it identify?", "identify any subpopulations age gender"},
    {"2.15", "Can individuals be identified?",
        "possible identify individuals natural persons directly indirectly combination"},
    {"2.16", "Is anything in it sensitive?",
        "contain data might considered sensitive racial ethnic origins sexual orientations "
        "religious beliefs "
        "political union memberships locations financial health biometric genetic government "
        "identification criminal history"},
    {"3.1", "How was the data acquired?",
        "how data associated each instance acquired directly observable reported subjects "
        "inferred derived"},
    {"3.2", "With which mechanisms was it collected?",
        "mechanisms procedures used collect hardware apparatus sensor manual human curation "
        "software program api"},
    {"3.3", "How was the sample drawn?",
        "sample larger set sampling strategy deterministic probabilistic"},
    {"3.4", "Who collected it, and for what pay?",
        "who involved data collection process students crowdworkers contractors compensated paid"},
    {"3.5", "Over what time was it collected?", "timeframe time frame over data collected"},
    {"3.6", "Was there an ethical review?",
        "ethical review processes conducted institutional board"},
    {"3.7", "Does what was collected relate to people?", "relate people"},
    {"3.8", "From the people themselves or from others?",
        "collect data individuals question directly obtain via third parties sources websites"},
    {"3.9", "Were the people told?", "individuals question notified about data collection"},
    {"3.10", "Did they consent?", "individuals question consent collection use data"},
    {"3.11", "Can they withdraw their consent?",
        "consent obtained consenting individuals provided mechanism revoke future certain uses"},
    {"3.12", "Was the impact on them analysed?",
        "analysis potential impact use subjects protection conducted"},
    {"4.1", "What was done to the data?",
        "preprocessing cleaning labeling data done discretization bucketing tokenization part "
        "speech tagging sift feature extraction removal instances processing missing values"},
    {"4.2", "Is the raw data kept?",
        "raw data saved addition preprocessed cleaned labeled support unanticipated future uses"},
    {"4.3", "Is the software available?",
        "software used preprocess clean label instances available"},
    {"5.1", "What has it been used for?", "used any tasks already"},
    {"5.2", "Where are its uses listed?", "repository links any all papers systems use"},
    {"5.3", "What else could it be used for?", "what other tasks could used"},
    {"5.4", "What about it may affect future uses?",
        "anything composition way collected preprocessed cleaned labeled might impact future uses"},
    {"5.5", "What should it not be used for?", "tasks should not used"},
    {"6.1", "Is it given to third parties?",
        "distributed third parties outside entity company institution organization behalf created"},
    {"6.2", "How is it distributed?",
        "how distributed tarball website api github digital object identifier doi"},
    {"6.3", "When is it distributed?", "when distributed"},
    {"6.4", "Under which licence or terms?",
        "distributed under copyright intellectual property license applicable terms use tou"},
    {"6.5", "Do third parties restrict it?",
        "third parties imposed ip based other restrictions data associated instances"},
    {"6.6", "Do export controls or other rules apply?",
        "export controls regulatory restrictions apply individual instances"},
    {"7.1", "Who maintains and hosts it?", "who supporting hosting maintaining"},
    {"7.2", "Whom can one ask?", "owner curator manager contacted email address"},
    {"7.3", "Is there an erratum?", "erratum"},
    {"7.4", "Is it updated, how often and by whom?",
        "updated correct labeling errors add new instances delete often communicated"},
    {"7.5", "How long may data about people be kept?",
        "relates people applicable limits retention data associated instances individuals told "
        "retained fixed period deleted"},
    {"7.6", "Are older versions kept?", "older versions continue supported hosted maintained"},
    {"7.7", "How can others contribute?", "others want extend augment build contribute mechanism"},
}};

/// Stems that every question has, or none is known by.
constexpr std::array<std::string_view, 46> kStopWords{"a", "an", "and", "any", "are", "as", "be",
    "been", "by", "can", "dataset", "did", "do", "does", "e", "for", "from", "g", "has", "have",
    "i", "if", "in", "is", "it", "its", "may", "of", "on", "or", "please", "that", "the", "their",
    "them", "there", "they", "this", "to", "was", "were", "which", "will", "with", "would", "you"};

std::string stem(std::string word)
{
    constexpr std::size_t kShortest = 4;
    for (const std::string_view ending : {"ing", "ed", "es", "s"}) {
        if (word.size() >= kShortest + ending.size() && word.ends_with(ending)) {
            word.resize(word.size() - ending.size());
            break;
        }
    }
    if (word.size() > kShortest && word.ends_with('e'))
        word.pop_back();
    return word;
}

using Stems = std::set<std::string, std::less<>>;

Stems wordsOf(std::string_view text)
{
    Stems words;
    std::string word;
    const auto finish = [&] {
        const bool isStop
            = std::find(kStopWords.begin(), kStopWords.end(), word) != kStopWords.end();
        if (!word.empty() && !isStop)
            words.insert(stem(word));
        word.clear();
    };
    for (const char c : lowered(text)) {
        const bool isPart = (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
        if (isPart)
            word += c;
        else
            finish();
    }
    finish();
    return words;
}

/// The words of every question, and how much each word tells.
struct Index {
    std::array<Stems, kQuestions.size()> words;
    std::map<std::string, double, std::less<>> weights;

    Index()
    {
        std::map<std::string, int, std::less<>> counts;
        for (std::size_t i = 0; i < kQuestions.size(); ++i) {
            words[i] = wordsOf(kQuestions[i].words);
            for (const std::string& word : words[i])
                ++counts[word];
        }
        for (const auto& [word, count] : counts)
            weights[word] = 1.0 / count;
    }

    double weight(const std::string& word) const
    {
        constexpr double kUnknown = 0.25;
        const auto found = weights.find(word);
        return found == weights.end() ? kUnknown : found->second;
    }

    double sum(const Stems& some) const
    {
        double total = 0.0;
        for (const std::string& word : some)
            total += weight(word);
        return total;
    }

    /// How far a question that was asked is a published one. Real sheets shorten the questions, so
    /// what is asked counts more than what is left out.
    double likeness(const Stems& asked, std::size_t question) const
    {
        constexpr double kAskedCounts = 0.7;
        double common = 0.0;
        for (const std::string& word : asked)
            common += words[question].contains(word) ? weight(word) : 0.0;
        if (common == 0.0)
            return 0.0;
        return kAskedCounts * common / sum(asked)
            + (1.0 - kAskedCounts) * common / sum(words[question]);
    }
};

const Index& index()
{
    static const Index built;
    return built;
}

constexpr double kLeastLikeness = 0.45;

} // namespace

std::span<const DatasheetQuestion> datasheetQuestions()
{
    return kQuestions;
}

std::string_view datasheetSection(std::string_view number)
{
    return kSections[static_cast<std::size_t>(number.front() - '1')];
}

bool QuestionMatcher::isOwnTitle(std::string_view text)
{
    return std::any_of(kQuestions.begin(), kQuestions.end(), [text](const DatasheetQuestion& one) {
        return text.size() == one.number.size() + 1 + one.title.size()
            && text.starts_with(one.number) && text.ends_with(one.title);
    });
}

std::vector<std::string> QuestionMatcher::match(std::string_view text)
{
    std::vector<std::string> numbers;
    const auto take = [&](std::string_view number) {
        if (std::find(numbers.begin(), numbers.end(), number) == numbers.end())
            numbers.emplace_back(number);
        m_asked.emplace(number);
    };
    if (isOwnTitle(text)) {
        take(text.substr(0, text.find(' ')));
        return numbers;
    }
    while (!text.empty()) {
        const std::size_t end = text.find('?');
        if (end == std::string_view::npos)
            break; // what is no question: "If so, please describe."
        const Stems words = wordsOf(text.substr(0, end));
        text.remove_prefix(end + 1);
        double best = kLeastLikeness;
        const DatasheetQuestion* found = nullptr;
        for (std::size_t i = 0; i < kQuestions.size(); ++i) {
            const double likeness = index().likeness(words, i);
            const bool isRepeat = found && likeness == best && m_asked.contains(found->number);
            if (likeness > best || isRepeat) {
                best = likeness;
                found = &kQuestions[i];
            }
        }
        if (found)
            take(found->number);
    }
    return numbers;
}

} // namespace cupel::card
