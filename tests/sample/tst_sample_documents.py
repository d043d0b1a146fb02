"""The documents say what the page of defects quotes, and contradict the table only as planted."""

import hashlib
import json
import re
import tempfile
import unittest
from pathlib import Path

from sample_folder import SAMPLE, make_sample
from sample_table import Table

LICENSE_TITLE = "Creative Commons Attribution-NonCommercial 4.0 International"
RAI_OF_THE_REPAIRED_COPY = {
    "rai:dataBiases", "rai:dataLimitations", "rai:dataSocialImpact",
    "rai:dataCollectionMissingData", "rai:dataAnnotationProtocol",
    "rai:dataReleaseMaintenancePlan"}


class Documents:
    """What the documents of a folder claim, and what the table beside them holds."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.table = Table(self.folder / "loans.csv")
        self.card = (self.folder / "README.md").read_text("utf-8")
        self.croissant = json.loads((self.folder / "croissant.json").read_text("utf-8"))

    def in_card(self, pattern):
        return re.search(pattern, self.card, re.MULTILINE)[1]

    def defects(self):
        """The planted defects that are in the documents."""
        rows = len(self.table.rows)
        splits = re.findall(r"name: (\w+)\n +num_examples: (\d+)", self.card)
        found = {
            "card-license": self.in_card(r"^license: (.*)") != "cc-by-nc-4.0",
            "croissant-license": not self.croissant["license"].endswith("/by-nc/4.0/"),
            "card-row-count":
                int(self.in_card(r"^([\d,]+) loan applications").replace(",", "")) != rows,
            "card-split-size":
                {name: int(n) for name, n in splits} != dict(self.table.values("split")),
            "card-balance": "balanced between women and men" in self.card,
            "card-placeholders": "[More Information Needed]" in self.card,
            "croissant-rai-gaps": not RAI_OF_THE_REPAIRED_COPY <= set(self.croissant),
        }
        return {defect for defect, is_there in found.items() if is_there}


ALL = {"card-license", "croissant-license", "card-row-count", "card-split-size", "card-balance",
       "card-placeholders", "croissant-rai-gaps"}


class SampleDocuments(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.documents = Documents(SAMPLE)

    def test_every_defect_is_present(self):
        self.assertEqual(self.documents.defects(), ALL)

    def test_each_defect_is_repaired_alone(self):
        for defect in ALL:
            with self.subTest(defect=defect), tempfile.TemporaryDirectory() as folder:
                make_sample(folder, "--without", defect)
                self.assertEqual(Documents(folder).defects(), ALL - {defect})

    def test_repaired_copy_has_none(self):
        with tempfile.TemporaryDirectory() as folder:
            make_sample(folder, "--without", "all")
            self.assertEqual(Documents(folder).defects(), set())

    def test_women_are_not_half(self):
        women = self.documents.table.values("sex")["Female"] / len(self.documents.table.rows)
        self.assertLess(women, 0.4)

    def test_true_claims_of_the_card(self):
        table, d = self.documents.table, self.documents
        self.assertEqual(int(d.in_card(r"in (\d+) columns")), len(table.columns))
        approved = 100 * table.values("approved")["yes"] / len(table.rows)
        self.assertAlmostEqual(float(d.in_card(r"([\d.]+) % of the applications")), approved,
                               delta=0.05)
        days = sorted(table.cells["applied_on"])
        self.assertEqual(re.search(r"from (\S+) to\s+(\S+)\.", d.card).groups(),
                         (days[0], days[-1]))
        self.assertEqual(re.findall(r"^  - name: (\w+)\n    dtype", d.card, re.MULTILINE),
                         table.columns)
        self.assertEqual(set(table.values("approved")), {"yes", "no"})

    def test_croissant_describes_the_file(self):
        data = (SAMPLE / "loans.csv").read_bytes()
        file, = self.documents.croissant["distribution"]
        self.assertEqual(file["sha256"], hashlib.sha256(data).hexdigest())
        self.assertEqual(file["contentSize"], f"{len(data)} B")
        records, = self.documents.croissant["recordSet"]
        self.assertEqual([field["source"]["extract"]["column"] for field in records["field"]],
                         self.documents.table.columns)

    def test_license_text_is_the_non_commercial_one(self):
        self.assertTrue((SAMPLE / "LICENSE").read_text("utf-8").startswith(LICENSE_TITLE + "\n"))

    def test_quoted_claims_stand_where_the_page_says(self):
        claims = json.loads((SAMPLE / "defects.json").read_text("utf-8"))["claims"]
        self.assertEqual({claim["defect"] for claim in claims} - {""}, ALL)
        page = (SAMPLE / "DEFECTS.md").read_text("utf-8")
        for claim in claims:
            with self.subTest(claim=claim):
                place = f"{claim['file']}:{claim['line']}"
                self.assertIn(f"| {place} | {claim['says']} | {claim['found']} |", page)
                if claim["defect"] == "croissant-rai-gaps":
                    continue
                lines = (SAMPLE / claim["file"]).read_text("utf-8").splitlines()
                following = " ".join(" ".join(lines[claim["line"] - 1:claim["line"] + 2]).split())
                self.assertIn(claim["says"], following)

    def test_roles_name_columns_and_values_of_the_table(self):
        roles = json.loads((SAMPLE / "roles.json").read_text("utf-8"))
        table = self.documents.table
        self.assertLessEqual(set(roles["columns"]), set(table.columns))
        self.assertEqual(set(roles["columns"]["approved"]["classes"]),
                         set(table.values("approved")))
        ages = [int(age) for age in table.cells["age"]]
        bins = roles["columns"]["age"]["bins"]
        self.assertTrue(bins[0] <= min(ages) and max(ages) < bins[-1])
        self.assertNotIn("missing", roles)


if __name__ == "__main__":
    unittest.main()
