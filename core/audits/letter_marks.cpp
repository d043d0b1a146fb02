#include "core/audits/letter_marks.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace cupel::audits {

namespace {

/// A combining mark, its canonical combining class, and the letters that have it: a letter without
/// the mark and the one with it, in turn (UnicodeData.txt, field 5).
struct Mark {
    char32_t code;
    int order;
    std::u32string_view letters;
};

constexpr std::array kMarks{
    Mark{0x300, 230,
        U"AÀEÈIÌOÒUÙaàeèiìoòuùÜǛüǜNǸnǹЕЀИЍеѐиѝĒḔēḕŌṐōṑWẀwẁÂẦâầĂẰăằÊỀêềÔỒôồƠỜơờƯỪưừYỲyỳ"},
    Mark{0x301, 230,
        U"AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźÜǗüǘGǴgǵÅǺåǻÆǼæǽØǾøǿΑΆΕΈΗΉΙΊ"
        U"ΟΌΥΎΩΏϊΐαάεέηήιίϋΰοόυύωώϒϓГЃКЌгѓкќÇḈçḉĒḖēḗÏḮïḯKḰkḱMḾmḿÕṌõṍŌṒōṓPṔpṕŨṸũṹWẂwẃÂẤ"
        U"âấĂẮăắÊẾêếÔỐôốƠỚơớƯỨưứ"},
    Mark{0x302, 230, U"AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷZẐzẑẠẬạậẸỆẹệỌỘọộ"},
    Mark{0x303, 230, U"AÃNÑOÕaãnñoõIĨiĩUŨuũVṼvṽÂẪâẫĂẴăẵEẼeẽÊỄêễÔỖôỗƠỠơỡƯỮưữYỸyỹ"},
    Mark{0x304, 230,
        U"AĀaāEĒeēIĪiīOŌoōUŪuūÜǕüǖÄǞäǟȦǠȧǡÆǢæǣǪǬǫǭÖȪöȫÕȬõȭȮȰȯȱYȲyȳИӢиӣУӮуӯGḠgḡḶḸḷḹṚṜṛṝ"},
    Mark{0x306, 230, U"AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭУЎИЙийуўЖӁжӂАӐаӑЕӖеӗȨḜȩḝẠẶạặ"},
    Mark{0x307, 230,
        U"CĊcċEĖeėGĠgġIİZŻzżAȦaȧOȮoȯBḂbḃDḊdḋFḞfḟHḢhḣMṀmṁNṄnṅPṖpṗRṘrṙSṠsṡŚṤśṥŠṦšṧṢṨṣṩTṪ"
        U"tṫWẆwẇXẊxẋYẎyẏſẛ"},
    Mark{0x308, 230,
        U"AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸΙΪΥΫιϊυϋϒϔЕЁІЇеёіїАӒаӓӘӚәӛЖӜжӝЗӞзӟИӤиӥОӦоӧӨӪөӫЭӬэӭУӰ"
        U"уӱЧӴчӵЫӸыӹHḦhḧÕṎõṏŪṺūṻWẄwẅXẌxẍtẗ"},
    Mark{0x309, 230, U"AẢaảÂẨâẩĂẲăẳEẺeẻÊỂêểIỈiỉOỎoỏÔỔôổƠỞơởUỦuủƯỬưửYỶyỷ"},
    Mark{0x30A, 230, U"AÅaåUŮuůwẘyẙ"},
    Mark{0x30B, 230, U"OŐoőUŰuűУӲуӳ"},
    Mark{0x30C, 230, U"CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔÜǙüǚGǦgǧKǨkǩƷǮʒǯjǰHȞhȟ"},
    Mark{0x30F, 230, U"AȀaȁEȄeȅIȈiȉOȌoȍRȐrȑUȔuȕѴѶѵѷ"},
    Mark{0x311, 230, U"AȂaȃEȆeȇIȊiȋOȎoȏRȒrȓUȖuȗ"},
    Mark{0x31B, 216, U"OƠoơUƯuư"},
    Mark{0x323, 220,
        U"BḄbḅDḌdḍHḤhḥKḲkḳLḶlḷMṂmṃNṆnṇRṚrṛSṢsṣTṬtṭVṾvṿWẈwẉZẒzẓAẠaạEẸeẹIỊiịOỌoọƠỢơợUỤuụ"
        U"ƯỰưựYỴyỵ"},
    Mark{0x324, 220, U"UṲuṳ"},
    Mark{0x325, 220, U"AḀaḁ"},
    Mark{0x326, 220, U"SȘsșTȚtț"},
    Mark{0x327, 202, U"CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţEȨeȩDḐdḑHḨhḩ"},
    Mark{0x328, 202, U"AĄaąEĘeęIĮiįUŲuųOǪoǫ"},
    Mark{0x32D, 220, U"DḒdḓEḘeḙLḼlḽNṊnṋTṰtṱUṶuṷ"},
    Mark{0x32E, 220, U"HḪhḫ"},
    Mark{0x330, 220, U"EḚeḛIḬiḭUṴuṵ"},
    Mark{0x331, 220, U"BḆbḇDḎdḏKḴkḵLḺlḻNṈnṉRṞrṟTṮtṯZẔzẕhẖ"},
};

/// The combining class of a mark of the table; 0 of every other code point.
int orderOf(char32_t code)
{
    const auto* const mark = std::find_if(
        kMarks.begin(), kMarks.end(), [code](const Mark& each) { return each.code == code; });
    return mark == kMarks.end() ? 0 : mark->order;
}

/// Append a code point; a mark goes before the marks of a higher class at the end.
void appendInOrder(char32_t code, std::u32string& to)
{
    const int order = orderOf(code);
    auto place = to.end();
    while (order > 0 && place != to.begin() && orderOf(*(place - 1)) > order)
        --place;
    to.insert(place, code);
}

/// Unicode 15, section 3.12: a syllable is a leading consonant, a vowel and perhaps a trailing one.
void appendHangul(char32_t code, std::u32string& to)
{
    constexpr char32_t kVowels = 21;
    constexpr char32_t kTrailing = 28;
    const char32_t index = code - 0xAC00;
    to += 0x1100 + index / (kVowels * kTrailing);
    to += 0x1161 + index / kTrailing % kVowels;
    if (index % kTrailing != 0)
        to += 0x11A7 + index % kTrailing;
}

} // namespace

void appendDecomposed(char32_t code, std::u32string& to)
{
    if (code < 0xC0) {
        to += code;
        return;
    }
    if (code >= 0xAC00 && code <= 0xD7A3) {
        appendHangul(code, to);
        return;
    }
    for (const Mark& mark : kMarks) {
        for (std::size_t i = 1; i < mark.letters.size(); i += 2) {
            if (mark.letters[i] == code) {
                appendDecomposed(mark.letters[i - 1], to);
                appendInOrder(mark.code, to);
                return;
            }
        }
    }
    appendInOrder(code, to);
}

} // namespace cupel::audits
