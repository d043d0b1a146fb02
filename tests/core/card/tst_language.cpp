#include "core/card/language.h"

#include <gtest/gtest.h>

namespace cupel::card {
namespace {

TEST(LanguageOf, SentencesAreRecognised)
{
    EXPECT_EQ(languageOf("The applicant paid back every earlier loan in time."), "en");
    EXPECT_EQ(
        languageOf("Der Antragsteller hat fr\u00FChere Kredite p\u00FCnktlich zur\u00FCckgezahlt."),
        "de");
    EXPECT_EQ(
        languageOf("Le demandeur a toujours rembours\u00E9 ses pr\u00EAts \u00E0 temps."), "fr");
    EXPECT_EQ(
        languageOf(
            "\u0417\u0430\u0435\u043C\u0449\u0438\u043A \u0432\u0441\u0435\u0433\u0434\u0430 "
            "\u043F\u043B\u0430\u0442\u0438\u043B \u0432\u043E\u0432\u0440\u0435\u043C\u044F."),
        "ru");
}

TEST(LanguageOf, WhatCannotBeToldIsNotGuessed)
{
    EXPECT_EQ(languageOf(""), std::nullopt);
    EXPECT_EQ(languageOf("ok"), std::nullopt);
    EXPECT_EQ(languageOf("12345 67890 12345 67890 12345"), std::nullopt);
    EXPECT_EQ(languageOf("The applicant paid back \xFF every earlier loan in time."), std::nullopt);
    std::string both;
    for (int i = 0; i < 10; ++i)
        both += "The applicant paid back every earlier loan in time. ";
    for (int i = 0; i < 10; ++i)
        both += "Der Antragsteller hat fr\u00FChere Kredite p\u00FCnktlich zur\u00FCckgezahlt. ";
    EXPECT_EQ(languageOf(both), std::nullopt);
}

TEST(LanguageOf, LongTextsAreCutBetweenCharacters)
{
    std::string text = "x";
    while (text.size() < 100'000)
        text += "Le demandeur a rembours\u00E9 ses pr\u00EAts \u00E0 temps, enti\u00E8rement. ";
    EXPECT_EQ(languageOf(text), "fr");
    EXPECT_EQ(languageOf(text.substr(1)), "fr");
}

TEST(IsProse, NamesAndCodesAreNot)
{
    EXPECT_TRUE(isProse("The applicant paid back every loan."));
    EXPECT_TRUE(isProse("Der Antragsteller hat Kredite p\u00FCnktlich zur\u00FCckgezahlt."));
    EXPECT_TRUE(isProse("\u0417\u0430\u0435\u043C \u043F\u043B\u0430\u0442 \u0432\u043E"));
    EXPECT_TRUE(isProse("\u501F\u6B3E\u4EBA\u6309\u65F6\u8FD8\u6B3E"));
    EXPECT_TRUE(isProse("\u0E1C\u0E39\u0E49\u0E01\u0E39\u0E49"));
    for (const char* none : {"", "one two", "Giovanni Paolo Rossi Bianchi",
             "Avenida de la Constitucion 12 Barcelona", "gattacagattacagattacagattacagattaca",
             "/usr/share/images/loan/application.jpg", "12 345 6 78 9", "  \t\n "})
        EXPECT_FALSE(isProse(none)) << none;
}

TEST(LanguageKey, TagsOfOneLanguageAgree)
{
    EXPECT_EQ(languageKey("en-US"), "en");
    EXPECT_EQ(languageKey("EN_gb"), "en");
    EXPECT_EQ(languageKey("eng"), "en");
    EXPECT_EQ(languageKey("zho"), languageKey("zh-Hant"));
    EXPECT_EQ(languageKey("srp"), languageKey("hr"));
    EXPECT_EQ(languageKey("nb"), languageKey("nn"));
    EXPECT_EQ(languageKey("iw"), "he");
    EXPECT_NE(languageKey("sv"), languageKey("no"));
    for (const char* none : {"", "multilingual", "unknown", "code", "mul", "und", "zz", "English"})
        EXPECT_EQ(languageKey(none), "") << none;
}

} // namespace
} // namespace cupel::card
