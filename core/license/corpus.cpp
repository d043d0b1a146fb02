#include "core/license/corpus.h"

#include <algorithm>
#include <utility>

namespace cupel::license {
namespace {

constexpr std::string_view kMagic = "cupel licence texts 1\n";

class Writer {
public:
    void number(std::size_t value)
    {
        for (int shift = 0; shift < 32; shift += 8)
            m_bytes += static_cast<char>(value >> shift & 0xFF);
    }
    void wordId(WordId id)
    {
        m_bytes += static_cast<char>(id & 0xFF);
        m_bytes += static_cast<char>(id >> 8 & 0xFF);
    }
    void text(std::string_view text)
    {
        number(text.size());
        m_bytes += text;
    }
    void raw(std::string_view text) { m_bytes += text; }
    std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

/// Reads what Writer wrote; past the end it gives zeros and remembers.
class Reader {
public:
    explicit Reader(std::string_view bytes)
        : m_bytes(bytes)
    {
    }
    std::size_t number() { return little(4); }
    WordId wordId() { return static_cast<WordId>(little(2)); }
    std::string text()
    {
        const std::size_t size = number();
        return std::string(take(size));
    }
    std::string_view take(std::size_t size)
    {
        if (size > m_bytes.size()) {
            m_failed = true;
            m_bytes = {};
            return {};
        }
        const std::string_view taken = m_bytes.substr(0, size);
        m_bytes.remove_prefix(size);
        return taken;
    }
    bool failed() const { return m_failed; }
    bool atEnd() const { return m_bytes.empty(); }

private:
    std::size_t little(std::size_t size)
    {
        std::size_t value = 0;
        std::size_t shift = 0;
        for (const char byte : take(size)) {
            value |= std::size_t{static_cast<unsigned char>(byte)} << shift;
            shift += 8;
        }
        return value;
    }
    std::string_view m_bytes;
    bool m_failed = false;
};

std::optional<CorpusText> readText(Reader& reader, std::size_t wordCount)
{
    CorpusText text;
    for (std::size_t left = reader.number(); left > 0 && !reader.failed(); --left) {
        text.ids.push_back(reader.text());
        text.names.push_back(reader.text());
        text.nameKeys.push_back(reader.text());
    }
    for (std::size_t left = reader.number(); left > 0 && !reader.failed(); --left) {
        const std::size_t begin = reader.number();
        text.optional.push_back({begin, reader.number()});
    }
    for (std::size_t left = reader.number(); left > 0 && !reader.failed(); --left)
        text.words.push_back(reader.wordId());
    const auto isKnown = [&](WordId id) { return id < wordCount; };
    const auto isInside = [&](TokenRange range) {
        return range.begin <= range.end && range.end <= text.words.size();
    };
    if (reader.failed() || text.ids.empty()
        || !std::all_of(text.words.begin(), text.words.end(), isKnown)
        || !std::all_of(text.optional.begin(), text.optional.end(), isInside))
        return std::nullopt;
    return text;
}

} // namespace

Corpus::Corpus(std::string name, std::vector<std::string> words, std::vector<CorpusText> texts)
    : m_name(std::move(name))
    , m_words(std::move(words))
    , m_texts(std::move(texts))
{
    m_wordIds.reserve(m_words.size());
    for (std::size_t i = 0; i < m_words.size(); ++i)
        m_wordIds.emplace(m_words[i], static_cast<WordId>(i));
    std::vector<std::uint64_t> bigrams;
    for (std::size_t i = 0; i < m_texts.size(); ++i) {
        const CorpusText& text = m_texts[i];
        m_idCount += text.ids.size();
        bigrams.clear();
        for (std::size_t at = 1; at < text.words.size(); ++at)
            bigrams.push_back(bigramOf(text.words[at - 1], text.words[at]));
        std::sort(bigrams.begin(), bigrams.end());
        for (const std::uint64_t bigram : bigrams) {
            if (!m_bigrams.empty() && m_bigrams.back().text == i
                && m_bigrams.back().bigram == bigram)
                ++m_bigrams.back().count;
            else
                m_bigrams.push_back({bigram, static_cast<std::uint32_t>(i), 1});
        }
    }
    std::sort(m_bigrams.begin(), m_bigrams.end(), [](const BigramCount& a, const BigramCount& b) {
        return std::pair(a.bigram, a.text) < std::pair(b.bigram, b.text);
    });
}

WordId Corpus::wordId(std::string_view word) const
{
    const auto found = m_wordIds.find(word);
    return found == m_wordIds.end() ? kUnknownWord : found->second;
}

std::string corpusBytes(const std::string& name, const std::vector<std::string>& words,
    const std::vector<CorpusText>& texts)
{
    Writer writer;
    writer.raw(kMagic);
    writer.text(name);
    writer.number(words.size());
    for (const std::string& word : words)
        writer.text(word);
    writer.number(texts.size());
    for (const CorpusText& text : texts) {
        writer.number(text.ids.size());
        for (std::size_t i = 0; i < text.ids.size(); ++i) {
            writer.text(text.ids[i]);
            writer.text(text.names[i]);
            writer.text(text.nameKeys[i]);
        }
        writer.number(text.optional.size());
        for (const TokenRange& range : text.optional) {
            writer.number(range.begin);
            writer.number(range.end);
        }
        writer.number(text.words.size());
        for (const WordId id : text.words)
            writer.wordId(id);
    }
    return writer.take();
}

std::optional<Corpus> readCorpus(std::string_view bytes)
{
    Reader reader(bytes);
    if (reader.take(kMagic.size()) != kMagic)
        return std::nullopt;
    std::string name = reader.text();
    std::vector<std::string> words;
    for (std::size_t left = reader.number(); left > 0 && !reader.failed(); --left)
        words.push_back(reader.text());
    std::vector<CorpusText> texts;
    for (std::size_t left = reader.number(); left > 0; --left) {
        auto text = readText(reader, words.size());
        if (!text)
            return std::nullopt;
        texts.push_back(std::move(*text));
    }
    if (reader.failed() || !reader.atEnd())
        return std::nullopt;
    return Corpus(std::move(name), std::move(words), std::move(texts));
}

bool isCorpusComplete(const Corpus& corpus)
{
    return corpus.name().rfind("SPDX License List", 0) == 0;
}

} // namespace cupel::license
