#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/findings/policy.h"

namespace cupel::findings {

/// What a flag says for a whole run: --set KEY=VALUE.
struct FlagSetting {
    std::string key; ///< "imbalance.ratio.max", "fail-on"
    std::string value; ///< "20", "note"

    friend bool operator==(const FlagSetting& one, const FlagSetting& other)
    {
        return one.key == other.key && one.value == other.value;
    }
};

/// What the flags of a policy say, each key once, in the order of linesOf().
std::vector<FlagSetting> flagsOf(const Policy& policy);
/// What a policy says without its flags.
Policy withoutFlags(Policy policy);
/// A policy with these flags over it in the place of its own. Fails as checkFlag() does.
base::Result<Policy> withFlags(Policy policy, const std::vector<FlagSetting>& flags);
/// A flag as flagsOf() would give it: "20.0" becomes "20". Fails with Usage: there is no such key,
/// or the text is no such value.
base::Result<FlagSetting> checkFlag(const FlagSetting& flag);

/// A setting that a flag can change for a whole run, as a person reads it.
struct RunSetting {
    std::string key; ///< of a FlagSetting
    std::string rule; ///< id
    std::string title; ///< of the rule
    std::string name; ///< "upper limit", "level"
    std::string meaning; ///< a sentence
    std::string unit; ///< empty: none
    std::vector<std::string> choices; ///< all values that there are; empty: a number
    std::string usual; ///< the value without flags
    std::string origin; ///< of that: "default", "policy.yaml:12"
    std::string value; ///< with the flags
    bool isFlag = false; ///< a flag says the value
    std::size_t parts = 0; ///< values for a dataset, column, group or split, which a flag overrules
};

/// All of them, those of each rule together. How much of the data outputs show and from which level
/// on a run fails are none of them: they change nothing of what is found.
std::vector<RunSetting> runSettings(const Policy& policy);

/// "imbalance.ratio.max 20 in the place of 10", for each flag.
std::vector<std::string> flagTexts(const Policy& policy);

} // namespace cupel::findings
