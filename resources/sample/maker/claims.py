"""The claims of the documents that an audit can check, with their lines and what is found."""

import re

from .numbers import grouped, percent

PLACEHOLDER = r"\[More Information Needed\]"


def claims(documents, facts, planted):
    """Every checkable claim of `documents` (file name -> text), by place.

    A claim that holds has no defect.
    """
    result = []
    for defect, file, pattern, found in _patterns(facts):
        for match in re.finditer(pattern, documents[file], re.MULTILINE):
            result.append({"file": file,
                           "line": documents[file].count("\n", 0, match.start()) + 1,
                           "says": " ".join(match[0].split()), "found": found,
                           "defect": defect if defect in planted else ""})
    if "croissant-rai-gaps" in planted:
        result.append({"file": "croissant.json", "line": 1, "says": "nothing about biases, "
                       "limitations, social impact, missing data, annotation, maintenance",
                       "found": "properties of Croissant RAI 1.0", "defect": "croissant-rai-gaps"})
    result.sort(key=lambda claim: (claim["file"] != "README.md", claim["line"]))
    return result


def _patterns(facts):
    """(defect, file, pattern of the claim, what is found instead or as well)"""
    license_text = "LICENSE is CC-BY-NC-4.0"
    rows = f"{grouped(facts['rows'])} rows"
    found = [
        ("", "README.md", r"^- en$", "notes in English"),
        ("card-license", "README.md", r"^license: .*", license_text),
        ("", "README.md", r"^- 1K<n<10K$", rows),
        ("card-row-count", "README.md", r"[\d,]+ loan applications", rows),
        ("", "README.md", r"\d+ columns, from", f"{len(facts['columns'])} columns"),
        ("", "README.md", r"from\s+[\d-]{10} to\s+[\d-]{10}",
         f"{facts['first_day']} to {facts['last_day']}"),
        ("card-balance", "README.md", r"The table is balanced.*men\.|Women are .* applicants\.",
         f"{percent(facts['women'], facts['rows'])} of the rows are Female"),
        ("", "README.md", r"[\d.]+ % of the applications\s+were approved",
         f"{percent(facts['approved'], facts['rows'])} of the rows"),
        ("card-placeholders", "README.md", PLACEHOLDER, "no answer"),
        ("card-license", "README.md", r"released under .*\.", license_text),
        ("croissant-license", "croissant.json", r"https://creativecommons.org/licenses/[^\"]*",
         license_text),
        ("", "croissant.json", r"[0-9a-f]{64}", "SHA-256 of loans.csv"),
        ("", "croissant.json", r"\d+ B\b", f"{grouped(facts['bytes'])} bytes"),
    ]
    for split, figure in facts["splits"].items():
        found.append(("card-split-size" if split == "test" else "", "README.md",
                      rf"name: {split}\n +num_examples: \d+",
                      f"{grouped(figure['rows'])} rows in {split}"))
    return found
