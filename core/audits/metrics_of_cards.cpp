#include "core/audits/metric_lists.h"

namespace cupel::audits {

std::vector<MetricInfo> cardMetrics()
{
    const std::string source = "Own scheme over the fields of the Data Cards template (Pushkarna "
                               "et al., FAccT 2022) and its extensions.";
    const std::string formula
        = "Sum of weight times value over sum of weights, of the fields that apply: value 1 for an "
          "answer, 0.5 for a thin one, 0 for none or a placeholder; weight 4 for core fields, 2 "
          "for expected ones and for conditional ones whose condition holds, 1 for optional ones.";
    const std::string edge = "Undefined where no field applies.";
    std::vector<MetricInfo> all{
        {"-", "card-completeness", "", "fraction", "one", {}, "Completeness of the Data Card",
            "Mean of the ten parts of the card by their weights; each part: " + formula, "0 to 1",
            source, edge}};
    for (const char* const scope : {"telescope", "periscope", "microscope"}) {
        all.push_back({"-", "card-completeness", scope, "fraction", "one", {},
            std::string("Completeness of the ") + scope + " fields", formula, "0 to 1", source,
            edge});
    }
    all.push_back({"-", "card-derived-share", "", "fraction", "none", {},
        "Share of answers that the program filled in",
        "Answered fields that only the data answers, over answered fields.", "0 to 1", source,
        "Undefined where no field is answered."});
    return all;
}

} // namespace cupel::audits
