#include "core/findings/rule_lists.h"

namespace cupel::findings {

namespace {

constexpr const char* kSource
    = "Own recommendation, on the licence texts and the SPDX specification. No legal advice.";

/// The page of a rule from its four parts.
Rule page(const char* id, const char* title, Level level, const std::string& measured,
    const std::string& why, const std::string& how, const std::string& remedy)
{
    return {id, title, level, std::nullopt, "", "",
        "Measured: " + measured + "\nWhy it matters: " + why + "\nHow: " + how
            + "\nWhat to do: " + remedy,
        kSource};
}

} // namespace

std::vector<Rule> licenseDeclarationRules()
{
    return {
        page("LIC-ALL-RIGHTS-RESERVED", "Nothing is granted", Level::Error,
            "a licence field or file that reserves all rights or holds a copyright line only.",
            "without a grant nobody but the owner may copy, change or pass on the data.",
            "the words all rights reserved, proprietary, or a copyright line where a licence "
            "should stand.",
            "obtain a licence from the owner and state it."),
        page("LIC-CC-ELEMENTS-MISSING", "Creative Commons without its elements", Level::Error,
            "a statement that says Creative Commons and not which of its licences.",
            "the elements decide: some of the licences forbid commercial use, some forbid changes.",
            "names of Creative Commons without attribution, non-commercial, no-derivatives or "
            "share-alike.",
            "name the elements and the version, for example CC-BY-4.0."),
        page("LIC-CC-IMPOSSIBLE", "A Creative Commons licence that does not exist", Level::Error,
            "a combination of elements or a version that Creative Commons never published.",
            "nobody can say what was granted.",
            "share-alike with no-derivatives, no attribution in a version after 1.0, or a version "
            "other than 1.0, 2.0, 2.1 (ports), 2.5, 3.0 and 4.0.",
            "correct the name."),
        page("LIC-CC-PORT", "A national port without an SPDX id", Level::Note,
            "a Creative Commons licence ported to a country, for which the SPDX list has no id.",
            "ports differ from the international text, for example about database rights.",
            "country behind the version that the list does not know; the id without the country is "
            "used.",
            "keep the address of the licence, and note the law that applies."),
        page("LIC-CC-UNVERSIONED", "A Creative Commons licence without version", Level::Warning,
            "a statement with the elements of a Creative Commons licence and no version.",
            "versions differ: 4.0 licenses database rights, unported 3.0 and earlier ones do not.",
            "elements without a version, or with more than one.", "add the version."),
        page("LIC-CONTENTS-UNLICENSED", "The licence of a database leaves its contents open",
            Level::Warning, "ODbL or ODC-By as the only licence.",
            "both license the database and not the works in it.",
            "the licences that are stated for the data.",
            "name the terms of the contents, for example DbCL 1.0."),
        page("LIC-CUSTOM", "Terms of its own", Level::Warning,
            "a statement that stands for terms which are not one of the known licences.",
            "others have to read and judge the whole text before they know what they may do.",
            "words such as other and custom, descriptions of a use, and LicenseRef ids without "
            "known terms.",
            "summarise the conditions: commercial use, changes, passing on, attribution."),
        page("LIC-CUSTOM-NO-LINK", "Terms of its own that are not there", Level::Error,
            "a statement such as other or custom without name and link, and without a licence "
            "file.",
            "terms that nobody can read grant nothing.",
            "license_name and license_link of the card, and licence files beside the data.",
            "add name and link, and the text as a file."),
        page("LIC-FAMILY-AMBIGUOUS", "A family of licences, not one of them", Level::Warning,
            "a statement that fits several licences, such as BSD, GPL or open.",
            "versions and variants grant different things; none of them can be assumed.",
            "names without the version or variant that tells the licences apart.",
            "name version and variant, best as an SPDX id."),
        page("LIC-LIST-AMBIGUOUS", "A list of licences without and or or", Level::Warning,
            "a field that lists licences.",
            "all may apply, or one may be chosen: that is a difference in what is granted.",
            "lists, and names parted by commas and the like; all are taken to apply.",
            "write an SPDX expression with AND or OR."),
        page("LIC-MISSING", "No licence is named", Level::Error,
            "licences named by the documents beside the data.",
            "without a licence nobody may copy, change or pass on the data in most countries.",
            "fields and licence sections of cards, Croissant files, tags and licence files; words "
            "such as unknown or to be decided name nothing. Without any document the audit does "
            "not apply.",
            "ask the owner; until then treat all rights as reserved."),
        page("LIC-MODEL-FOR-DATA", "The licence was written for models", Level::Warning,
            "a licence for models that is stated for data.",
            "its conditions speak of weights and outputs; what holds for the data stays open.",
            "the kind of the licence in the table of terms.", "say what applies to the data."),
        page("LIC-NO-DATABASE-RIGHT", "The licence does not speak of databases", Level::Note,
            "licences for content or data that do not mention the right of database makers.",
            "in the European Union and the United Kingdom a database is protected apart from its "
            "contents; a licence that is silent may leave that right reserved.",
            "the field database_right of the table of terms; software licences have a rule of "
            "their own.",
            "consider CC-BY-4.0, an Open Data Commons licence or a CDLA."),
        page("LIC-NOT-OPEN", "Called open, but its licence is not", Level::Note,
            "words such as open data or openly licensed in a card or a description, against the "
            "terms "
            "of the licences that are stated.",
            "who takes the word as a promise uses the data in ways that are not granted.",
            "the Open Definition rejected the licence, or it forbids commercial use, changes or "
            "passing on, or limits the field of use.",
            "drop the word, or change the licence."),
        page("LIC-OBSOLETE-VERSION", "An earlier version of a licence", Level::Note,
            "versions that a newer one replaces.",
            "newer versions mend gaps, for example for databases.",
            "Creative Commons before 4.0, Open Government Licence UK before 3.0, EUPL 1.1.",
            "consider the current version; only the rights holder can change it."),
        page("LIC-PD-MARK", "The Public Domain Mark is no licence", Level::Note,
            "the Public Domain Mark as a statement of licence.",
            "it states that no rights are known and grants nothing; where rights remain, they are "
            "not waived.",
            "the mark by name or address.", "say why no rights remain."),
        page("LIC-PD-UNSPECIFIED", "Public domain without a ground", Level::Warning,
            "a statement that says public domain only.",
            "the words grant nothing by themselves and mean different things in different "
            "countries.",
            "public domain without CC0, PDDL, the mark or a ground in law.",
            "name the instrument, or the law that puts the data there."),
        page("LIC-SLASH-AMBIGUOUS", "Licences joined by a slash", Level::Warning,
            "a field with licences parted by a slash.",
            "by custom one may be chosen, but both may be meant.",
            "names of licences on both sides of the slash; a choice is taken.",
            "write an SPDX expression with AND or OR."),
        page("LIC-SOFTWARE-FOR-DATA", "The licence was written for software", Level::Note,
            "a software licence that is stated for data.",
            "it says nothing about databases, and its conditions on source and object code have no "
            "clear meaning for data.",
            "the kind of the licence in the table of terms.",
            "consider a licence for data, and keep this one for the code."),
        page("LIC-SPDX-DEPRECATED", "A deprecated SPDX id", Level::Note,
            "ids that the SPDX list replaces.",
            "ids such as GPL-3.0 do not say whether later versions may be used.",
            "ids marked as deprecated in the SPDX list.",
            "use the id that replaces it; choose -only or -or-later."),
        page("LIC-SPDX-SYNTAX", "An SPDX expression that cannot be read", Level::Warning,
            "texts with operators and SPDX ids that are no expression.",
            "programs that rely on the field take it for nothing, or for something else.",
            "read as SPDX 3.0 defines expressions.",
            "correct it; cupel license parse says where and why."),
        page("LIC-UNRECOGNISED", "A licence that is not known", Level::Warning,
            "a statement that names no licence that this program knows.",
            "neither people nor programs can tell what is granted.",
            "SPDX ids and names, addresses, other spellings, families and descriptions of use are "
            "tried in turn.",
            "give an SPDX id, or a LicenseRef with the text."),
        page("LIC-VERSION-ASSUMED", "A version or -only was assumed", Level::Note,
            "statements that name a licence but for a detail, which was assumed.",
            "the assumption may be wrong.",
            "the narrower grant is assumed: -only, or the current version where one is customary.",
            "state the version, and -only or -or-later."),
    };
}

std::vector<Rule> licenseTextRules()
{
    return {
        page("LIC-ADDITIONAL-TERMS", "Terms are added to a licence", Level::Error,
            "words beside a licence, in its file or in a licence field, that limit what it allows.",
            "whoever reads only the name of the licence misses the limit; the whole is no longer "
            "that licence.",
            "sentences outside the licence text with words that limit, such as may not, research "
            "only or prohibited; where fewer than thirty words stand there, single words count; in "
            "fields, clauses such as with Commons Clause.",
            "treat the whole as custom terms and say what they allow, or take the addition out."),
        page("LIC-CONFLICTING-STATEMENTS", "One document names different licences", Level::Error,
            "licences that one document states for the same data.",
            "a reader cannot tell which one applies, and takes the wrong one at their own risk.",
            "fields, licence sections and tags of one document are compared; statements that say "
            "what part they cover are left out.",
            "keep one statement, or say what each covers."),
        page("LIC-DECLARED-TEXT-MISMATCH", "The declared licence is not that of the text",
            Level::Error, "the licence that a document declares, against the licence file.",
            "the two grant different things, and the text usually governs: who trusts the name may "
            "break the terms.",
            "a declared expression agrees where the licences of the texts meet it; ids with the "
            "same text, such as GPL-3.0-only and GPL-3.0-or-later, agree.",
            "make them agree: state the licence of the text, or replace the text."),
        page("LIC-HOSTS-DISAGREE", "Documents name different licences", Level::Error,
            "the licences that different documents of the dataset declare.",
            "people who come by another way take the data under other terms.",
            "what the card and the Croissant file state for the data is compared; licence files "
            "have a rule of their own.",
            "make them agree, and say which one governs."),
        page("LIC-MODIFIED-TEXT", "A changed licence text", Level::Error,
            "differences between a licence file and the licence that it resembles, or a name that "
            "says modified.",
            "a few words turn a licence into another one, and the name no longer says what is "
            "granted.",
            "fewer than 95 % of the words agree, a word that may be a condition came or went, "
            "three "
            "or more words in a row were added, a passage of twelve words is gone, or two licences "
            "fit equally well; names such as MIT-style. Words are compared after the SPDX matching "
            "guidelines; names filled in and misspellings do not count.",
            "restore the text, or name it as custom and say what it allows."),
        page("LIC-MULTIPLE-TEXTS", "Several licence texts", Level::Warning,
            "licence texts in one file.", "a reader cannot tell which one covers the data.",
            "recognised texts are taken out one by one, until fewer than 40 words are left.",
            "say which covers code, data and contents."),
        page("LIC-PLACEHOLDER", "A placeholder is left in a licence text", Level::Note,
            "places of a licence text that its user has to fill in.",
            "without the name nobody knows who grants the licence.",
            "words such as [yyyy] [name of copyright owner] in a licence file; the appendix of a "
            "licence is left out.",
            "fill in year and name."),
        page("LIC-SELF-CONTRADICTION", "A statement forbids what its licence allows", Level::Error,
            "a licence and a clause about use in one statement.",
            "either the licence or the clause is wrong; both cannot hold.",
            "clauses such as non-commercial only behind a licence that allows commercial use, and "
            "two licences for one.",
            "take the clause out, or choose a licence that fits."),
        page("LIC-TEXT-MISSING", "The text of the licence is not there", Level::Warning,
            "licences that want their text passed on, and the licence files beside the data.",
            "whoever passes the data on cannot keep a condition of the licence.",
            "the field keep_notice of the table of terms.", "add the text as LICENSE."),
        page("LIC-TEXT-TRUNCATED", "A part of a licence text", Level::Warning,
            "how much of a licence text is there.",
            "the missing part may hold the conditions, and cut texts of a family are often equal.",
            "95 % of the file's words or more are of one licence, of which between 25 and 95 % are "
            "there.",
            "put the full text there."),
        page("LIC-TITLE-BODY-CONFLICT", "Title and text are of different licences", Level::Error,
            "the title of a licence file against its text.",
            "readers go by the title; the text says otherwise.",
            "lines among the first 25 words are compared with the names of the SPDX list.",
            "correct the title or the text."),
    };
}

std::vector<Rule> licenseUseRules()
{
    return {
        page("LIC-USE-AI-RESTRICTED", "Training is limited", Level::Error,
            "the use train-model against limits on models.",
            "some terms keep what they cover from training other models.",
            "limits on models in the field of use of the licences that are stated.",
            "take another source, or come to an agreement with the provider."),
        page("LIC-USE-BEHAVIOURAL", "Uses are excluded by a list", Level::Warning,
            "licences with a list of excluded uses, where a use is stated.",
            "the limits bind and have to be passed on with the data.",
            "behavioural limits in the field of use of the licences that are stated.",
            "check the use against the list, and pass the list on."),
        page("LIC-USE-ND-DERIVED", "Changed data may not be shared", Level::Error,
            "the use publish-derived-dataset against licences that forbid sharing changes.",
            "a filtered, cleaned or joined dataset is a changed one.",
            "the field derivatives of the table of terms: no or private.",
            "share it unchanged, or leave that part out."),
        page("LIC-USE-NC-IN-COMMERCIAL", "Commercial use is excluded", Level::Error,
            "the use commercial-product against licences that exclude commercial purposes.",
            "the stated use is outside of what is granted.",
            "non-commercial limits of the licences that are stated; where statements disagree, all "
            "of them count.",
            "replace the source, or get permission."),
        page("LIC-USE-NO-REDISTRIBUTION", "The data may not be passed on", Level::Error,
            "publishing against licences that forbid passing the data on.",
            "the stated use is outside of what is granted.",
            "the field redistribution of the table of terms: no.",
            "publish ids or a script instead."),
        page("LIC-USE-RESEARCH-ONLY", "The use is limited to research or a circle", Level::Error,
            "a stated use other than research against limits to research, members or a "
            "competition.",
            "the stated use is outside of what is granted.",
            "limits in the field of use of the licences that are stated.",
            "replace the source, or get permission."),
        page("LIC-USE-SA-OUTBOUND", "A share-alike licence asks for another licence", Level::Error,
            "the use publish-derived-dataset: the declared licence against the licences under "
            "which "
            "share-alike texts beside the data let changed copies go out.",
            "changed copies under the declared licence would break the licence of the text.",
            "the licences that the share-alike licence itself names: for CC BY-SA the same or a "
            "later "
            "version, from 4.0 also the Free Art License 1.3 and the GPL 3.0; for others "
            "themselves.",
            "publish under the licence that is suggested."),
        page("LIC-USE-SCALE", "The number of users is limited", Level::Warning,
            "licences that end above a number of users, where a product or internal use is stated.",
            "growth can end the grant.", "the limit scale-threshold in the field of use.",
            "check the figure in the licence against yours."),
        page("license.use-unsettled", "Whether a use is allowed is for a person to decide",
            Level::None, "stated uses about which the terms of a licence can be read either way.",
            "neither a yes nor a no would be true, and somebody has to answer for the decision.",
            "a stated use for which the terms neither allow nor forbid, such as training on data "
            "whose changed copies may not be shared, or internal use of data for non-commercial "
            "purposes. Terms that another rule reports are left out. It never fails a check; with "
            "--require-review it has to be decided.",
            "read the licence with somebody who can decide, and record the decision as a waiver "
            "in the policy: reason, owner, and the day until which it holds."),
        page("LIC-USE-UNKNOWN-COMMERCIAL", "Nobody can tell whether commercial use is allowed",
            Level::Warning, "the use commercial-product against licences without known terms.",
            "what is not granted is reserved.",
            "statements that are not determined, and licences without a record in the table of "
            "terms.",
            "clear the unknown parts with their owners."),
    };
}

} // namespace cupel::findings
