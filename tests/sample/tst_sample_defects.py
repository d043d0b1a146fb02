"""Every planted defect is in the table with the numbers that its page states, and can be repaired.

The numbers are derived here from loans.csv alone, by another reader than the script's.
"""

import json
import re
import tempfile
import unittest
from pathlib import Path

from sample_folder import SAMPLE, make_sample
from sample_table import Table, conflicts, false_negatives, incomes, leaks, repeats


def share(counts):
    rows, part = counts
    return part / rows


def gap(rates):
    return max(map(share, rates)) - min(map(share, rates))


def has_intersection_gap(table):
    """Lorish women fall behind more than sex does among the Arven."""
    rate = {group: share(c) for group, c in table.rates(["sex", "ethnicity"], "approved",
                                                        "yes").items()}
    return (rate["Female, Lorish"] / rate["Male, Lorish"]
            < 0.8 * rate["Female, Arven"] / rate["Male, Arven"])


def has_approval_gap(table):
    rate = table.rates(["sex"], "approved", "yes")
    return gap([rate["Female"], rate["Male"]]) > 0.1


def has_income_gap(table):
    rates = table.rates(["ethnicity"], "income", "")
    return gap([rates[group] for group in ("Arven", "Lorish", "Ostari", "Tessan")]) > 0.1


def has_false_negative_gap(table):
    found = false_negatives(table)
    return gap([tuple(found[sex].values()) for sex in ("Female", "Male")]) > 0.1


def has_second_spelling(table):
    sexes = [sex for sex in table.values("sex") if sex]
    return len({sex.strip().lower() for sex in sexes}) < len(sexes)


def has_implausible_income(table):
    found = incomes(table)
    return found["negative"] > 0 or found["largest"] > 10 * found["second_largest"]


def has_constant_column(table):
    return any(len(table.values(column)) == 1 for column in table.columns)


def has_unknown_identifier(table):
    """A text column other than the declared id, with a value of its own for most rows."""
    return any(len(table.values(column)) > len(table.rows) / 2 for column in table.columns
               if column not in ("application_id", "score"))


DETECTORS = {
    "approval-gap-sex": has_approval_gap,
    "approval-gap-intersection": has_intersection_gap,
    "small-group": lambda t: any(n < 30 for n in t.values("ethnicity").values()),
    "missing-groups": lambda t: "" in t.values("sex") or "" in t.values("ethnicity"),
    "group-spellings": has_second_spelling,
    "missing-income-by-group": has_income_gap,
    "false-negative-gap": has_false_negative_gap,
    "split-shift": lambda t: gap(t.rates(["split"], "approved", "yes").values()) > 0.1,
    "rare-purposes": lambda t: min(t.values("purpose").values()) < 20,
    "missing-tokens": lambda t: any({"?", "NA"} & set(t.values(c)) for c in t.columns),
    "implausible-income": has_implausible_income,
    "constant-column": has_constant_column,
    "identifier-column": has_unknown_identifier,
    "duplicate-rows": lambda t: repeats(t)["repeats"] > 0,
    "leaked-rows": lambda t: sum(leaks(t).values()) > 0,
    "conflicting-labels": lambda t: conflicts(t)["rows"] > 0,
    "ragged-rows": lambda t: bool(t.ragged),
    "stray-quote": lambda t: bool(t.odd_quotes),
    "blank-line": lambda t: bool(t.blank_lines),
}


def figures_of(table, planted):
    """What defects.json must say, derived from the table; `planted` tells which groups it names."""
    def rates(defect, columns, outcome, value, part):
        found = table.rates(columns, outcome, value)
        return {group: {"rows": found[group][0], part: found[group][1]}
                for group in planted[defect]}

    def rows(column, value):
        return table.values(column)[value]

    def distinct(column):
        values = table.values(column)
        commonest, times = values.most_common(1)[0]
        return {"column": column, "distinct": len(values), "commonest": commonest, "times": times}

    approved = ("approved", "yes", "approved")
    return {
        "approval-gap-sex": rates("approval-gap-sex", ["sex"], *approved),
        "approval-gap-intersection": rates("approval-gap-intersection", ["sex", "ethnicity"],
                                           *approved),
        "small-group": {"column": "ethnicity", "value": "Velt", "rows": rows("ethnicity", "Velt"),
                        "women": table.at("sex", "ethnicity").count(("Female", "Velt"))},
        "missing-groups": {"sex": rows("sex", ""), "ethnicity": rows("ethnicity", "")},
        "group-spellings": {"female": rows("sex", "female"), " Male": rows("sex", " Male")},
        "missing-income-by-group": rates("missing-income-by-group", ["ethnicity"], "income", "",
                                         "missing"),
        "false-negative-gap": {sex: false_negatives(table)[sex] for sex in ("Female", "Male")},
        "split-shift": rates("split-shift", ["split"], *approved),
        "rare-purposes": {purpose: n for purpose, n in table.values("purpose").items() if n < 20},
        "missing-tokens": {
            "credit_history": {"token": "?", "rows": rows("credit_history", "?")},
            "residence_years": {"token": "NA", "rows": rows("residence_years", "NA")}},
        "implausible-income": incomes(table),
        "constant-column": distinct("currency"),
        "identifier-column": distinct("customer_ref"),
        "duplicate-rows": repeats(table),
        "leaked-rows": leaks(table),
        "conflicting-labels": conflicts(table),
        "ragged-rows": table.ragged,
        "stray-quote": table.odd_quotes[0],
        "blank-line": {"line": table.blank_lines[0]},
    }


def numbers_in(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [number for item in value for number in numbers_in(item)]
    return [value] if isinstance(value, int) else []


class SampleDefects(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.table = Table(SAMPLE / "loans.csv")
        cls.stated = json.loads((SAMPLE / "defects.json").read_text("utf-8"))

    def present(self, table):
        return {defect for defect, detect in DETECTORS.items() if detect(table)}

    def test_stated_numbers_are_those_of_the_table(self):
        derived = figures_of(self.table, self.stated["table"])
        self.assertEqual(set(self.stated["table"]), set(derived))
        for defect, figures in derived.items():
            with self.subTest(defect=defect):
                self.assertEqual(self.stated["table"][defect], figures)

    def test_table_as_a_whole(self):
        stated = self.stated["file"]
        self.assertEqual(stated["rows"], len(self.table.rows))
        self.assertEqual(stated["columns"], self.table.columns)
        self.assertEqual(stated["rejected"], len(self.table.ragged))
        self.assertEqual(stated["approved"], self.table.values("approved")["yes"])
        self.assertEqual(len(self.table.odd_quotes), 1)
        self.assertEqual(len(self.table.blank_lines), 1)

    def test_page_states_every_number(self):
        page = (SAMPLE / "DEFECTS.md").read_text("utf-8")
        sections = dict(re.findall(r"^### (\S+)\n(.*?)(?=^##)", page, re.MULTILINE | re.DOTALL))
        self.assertEqual(list(sections), list(self.stated["table"]))
        for defect, figures in self.stated["table"].items():
            words = re.findall(r"-?\d[\d,.]*\d|-?\d", sections[defect])
            shown = {word.replace(",", "") for word in words}
            for number in numbers_in(figures):
                with self.subTest(defect=defect, number=number):
                    self.assertIn(str(number), shown)

    def test_every_defect_is_present(self):
        self.assertEqual(self.present(self.table), set(DETECTORS))

    def test_repaired_copy_has_none(self):
        with tempfile.TemporaryDirectory() as folder:
            make_sample(folder, "--without", "all")
            self.assertEqual(self.present(Table(Path(folder, "loans.csv"))), set())

    def test_each_defect_is_repaired_alone(self):
        for defect in DETECTORS:
            with self.subTest(defect=defect), tempfile.TemporaryDirectory() as folder:
                make_sample(folder, "--without", defect)
                present = self.present(Table(Path(folder, "loans.csv")))
                self.assertEqual(set(DETECTORS) - present, {defect})


if __name__ == "__main__":
    unittest.main()
