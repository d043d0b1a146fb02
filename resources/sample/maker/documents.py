"""The documents beside the table: what they say is measured, except where a defect is planted."""

import hashlib
from pathlib import Path
from string import Template

from .measure import SPLITS, approvals, count
from .numbers import grouped, percent

VERSION = "1.2.0"
MORE_NEEDED = "[More Information Needed]"
ROWS_CLAIMED = 5_200
TEST_ROWS_TOO_MANY = 168

# Column -> (Croissant data type, card data type, description).
COLUMN_FACTS = {
    "application_id": ("sc:Text", "string", "number of the application"),
    "customer_ref": ("sc:Text", "string", "reference of the applicant at the bank"),
    "applied_on": ("sc:Date", "string", "day of the application"),
    "split": ("sc:Text", "string", "train, validation or test"),
    "age": ("sc:Integer", "int64", "age in years"),
    "sex": ("sc:Text", "string", "Female or Male, as the applicant states it"),
    "ethnicity": ("sc:Text", "string", "ethnic group, as the applicant states it"),
    "region": ("sc:Text", "string", "region of the branch"),
    "employment": ("sc:Text", "string", "kind of employment"),
    "residence_years": ("sc:Integer", "int64", "years at the present address"),
    "income": ("sc:Integer", "int64", "income per year in euro"),
    "amount": ("sc:Integer", "int64", "amount asked for in euro"),
    "purpose": ("sc:Text", "string", "what the loan is for"),
    "credit_history": ("sc:Text", "string", "how earlier loans were paid back"),
    "currency": ("sc:Text", "string", "currency of the loan"),
    "weight": ("sc:Float", "float64", "survey weight: applicants that the row stands for"),
    "approved": ("sc:Text", "string", "the clerk's decision, yes or no"),
    "predicted": ("sc:Text", "string", "the model's answer, yes or no"),
    "score": ("sc:Float", "float64", "the model's score for yes, from 0 to 1"),
    "note": ("sc:Text", "string", "remark by the clerk"),
}

CONTEXT_TERMS = ["citeAs", "column", "equivalentProperty", "extract", "field", "fileObject",
                 "fileProperty", "fileSet", "format", "includes", "isLiveDataset", "jsonPath",
                 "key", "md5", "parentField", "path", "recordSet", "references", "regex",
                 "repeated", "replace", "samplingRate", "separator", "source", "subField",
                 "transform"]


def file_facts(sample, csv):
    """What the documents say about the table as a whole."""
    data = csv.encoded()
    rows = [row for row in sample.rows if not sample.is_damaged(row)]
    return {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest(),
            "rows": len(rows), "rejected": len(csv.ragged), "columns": sample.columns,
            "splits": {split: approvals(rows, split=split) for split in SPLITS},
            "approved": count(rows, approved="yes"), "women": count(rows, sex="Female"),
            "first_day": min(row["applied_on"] for row in rows),
            "last_day": max(row["applied_on"] for row in rows)}


def card(facts, planted):
    """The dataset card, and the claims in it that an audit can check against the table."""
    def answer(text):
        return MORE_NEEDED if "card-placeholders" in planted else text

    mit = "card-license" in planted
    rows = ROWS_CLAIMED if "card-row-count" in planted else facts["rows"]
    test = facts["splits"]["test"]["rows"]
    women = percent(facts["women"], facts["rows"])
    columns = facts["columns"]
    values = {
        "card_license": "mit" if mit else "cc-by-nc-4.0",
        "card_license_name": "the MIT license" if mit else "CC BY-NC 4.0",
        "features": "\n".join(f"  - name: {c}\n    dtype: {COLUMN_FACTS[c][1]}" for c in columns),
        "fields": "\n".join(f"- `{c}`: {COLUMN_FACTS[c][2]}" for c in columns),
        "train_rows": facts["splits"]["train"]["rows"],
        "validation_rows": facts["splits"]["validation"]["rows"],
        "test_rows_claimed": test + TEST_ROWS_TOO_MANY * ("card-split-size" in planted),
        "bytes": facts["bytes"], "columns": len(columns), "rows_claimed": grouped(rows),
        "first_day": facts["first_day"], "last_day": facts["last_day"],
        "balance_claim": ("The table is balanced between women and men."
                          if "card-balance" in planted
                          else f"Women are {women} of the applicants."),
        "approved_share": percent(facts["approved"], facts["rows"]),
        "annotation_process": answer("One clerk decided about each application, by the rules of "
                                     "the bank in force on that day."),
        "annotators": answer("Clerks of the branch that took the application."),
        "biases": answer("Approval rates differ between groups; nobody looked into the reasons."),
        "limitations": answer("One bank, two years, and only people who asked for a loan."),
    }
    return Template((Path(__file__).parent / "card.md.in").read_text("utf-8")).substitute(values)


def croissant(facts, planted):
    """Croissant 1.0 metadata with part of the responsible-AI vocabulary."""
    license_path = "by/4.0/" if "croissant-license" in planted else "by-nc/4.0/"
    document = {
        "@context": _context(),
        "@type": "sc:Dataset",
        "name": "lindholt-loan-applications",
        "description": "Invented loan applications to an invented bank, made by a script to show "
                       "what an audit of a dataset finds.",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "license": f"https://creativecommons.org/licenses/{license_path}",
        "url": "https://lindholt.example/data/loans",
        "creator": {"@type": "sc:Organization", "name": "Data office of Lindholt Savings Bank"},
        "datePublished": "2025-01-15",
        "version": VERSION,
        "inLanguage": "en",
        "keywords": ["credit", "synthetic", "tabular"],
        "citeAs": "@misc{lindholt_loans, title = {Lindholt Loan Applications}, "
                  "author = {{Data office of Lindholt Savings Bank}}, year = {2025}}",
        "rai:dataCollection": "Clerks typed applications from online forms, phone calls and branch "
                              "visits into one form.",
        "rai:dataCollectionType": ["Direct measurement", "Self-reporting"],
        "rai:personalSensitiveInformation": ["Gender", "Age", "Ethnicity", "Income"],
        "rai:dataUseCases": ["Showing what an audit of a table of decisions finds"],
    }
    if "croissant-rai-gaps" not in planted:
        document.update(_missing_rai())
    document["distribution"] = [{
        "@type": "cr:FileObject", "@id": "loans.csv", "name": "loans.csv",
        "contentUrl": "loans.csv", "contentSize": f"{facts['bytes']} B",
        "encodingFormat": "text/csv", "sha256": facts["sha256"]}]
    document["recordSet"] = [{
        "@type": "cr:RecordSet", "@id": "applications", "name": "applications",
        "description": "One record per application.", "key": {"@id": "applications/application_id"},
        "field": [_field(column) for column in facts["columns"]]}]
    return document


def _context():
    context = {"@language": "en", "@vocab": "https://schema.org/", "sc": "https://schema.org/",
               "cr": "http://mlcommons.org/croissant/",
               "rai": "http://mlcommons.org/croissant/RAI/", "dct": "http://purl.org/dc/terms/",
               "conformsTo": "dct:conformsTo",
               "data": {"@id": "cr:data", "@type": "@json"},
               "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
               "examples": {"@id": "cr:examples", "@type": "@json"}}
    return context | {term: f"cr:{term}" for term in CONTEXT_TERMS}


def _missing_rai():
    return {
        "rai:dataBiases": ["Approval rates differ between women and men and between ethnic "
                           "groups."],
        "rai:dataLimitations": ["One bank, two years, and only people who asked for a loan."],
        "rai:dataSocialImpact": "A model trained on past decisions repeats them.",
        "rai:dataCollectionMissingData": "Incomes are missing more often for one ethnic group.",
        "rai:dataAnnotationProtocol": "One clerk decided about each application.",
        "rai:dataReleaseMaintenancePlan": "No further version is planned.",
    }


def _field(column):
    data_type, _, description = COLUMN_FACTS[column]
    types = [data_type, "cr:Label"] if column == "approved" else data_type
    return {"@type": "cr:Field", "@id": f"applications/{column}", "name": column,
            "description": description, "dataType": types,
            "source": {"fileObject": {"@id": "loans.csv"}, "extract": {"column": column}}}
