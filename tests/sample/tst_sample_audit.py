"""The program finds every planted defect of the sample, and none in a copy in which it is repaired."""

import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from sample_folder import COPIED, SAMPLE, make_sample

RULES = {defect: set(rules)
         for defect, rules in json.loads((SAMPLE / "defects.json").read_text("utf-8"))["rules"].items()}
# What the documents say: rule and words of the subject.
CLAIMS = {
    "card-license": {("LIC-DECLARED-TEXT-MISMATCH", "README.md")},
    "croissant-license": {("LIC-DECLARED-TEXT-MISMATCH", "croissant.json")},
    "card-row-count": {("card.claim-contradicted", "rows")},
    "card-split-size": {("card.claim-contradicted", "test")},
    "card-balance": {("card.claim-contradicted", "balance")},
    "card-placeholders": {("card.placeholder", "Annotation process")},
}
# The documents of the repaired copy leave some fields of the Data Card open, and say so.
OPEN_QUESTIONS = {"card.core-field-absent"}


def audited_copy(*options):
    """Findings and terminal lines of a fresh copy of the sample."""
    with tempfile.TemporaryDirectory() as folder:
        make_sample(folder, *options)
        for name in COPIED:
            shutil.copy(SAMPLE / name, folder)
        run = subprocess.run(
            [os.environ["CUPEL_BINARY"], "audit", "loans.csv", "--roles", "roles.json",
             "--fail-on", "never", "-o", "json=report.json"],
            cwd=folder, capture_output=True, text=True, check=False)
        if run.returncode != 0:
            raise AssertionError(f"exit code {run.returncode}\n{run.stdout}{run.stderr}")
        report = json.loads((Path(folder) / "report.json").read_text("utf-8"))
        return report["findings"], run.stdout.splitlines()


def is_of(finding, defect):
    """Whether a finding is what the page of defects, or the documents' list above, promises."""
    words = set(finding["subject"].values())
    return (finding["rule"] in RULES.get(defect, ())
            or any(finding["rule"] == rule and word in words
                   for rule, word in CLAIMS.get(defect, ())))


def signs(findings, defect):
    """Rule, subject and measured value of the findings behind a defect that concern a decision."""
    return {(one["rule"], json.dumps(one["subject"], sort_keys=True)):
            one["measure"] and one["measure"]["value"]
            for one in findings if is_of(one, defect) and one["level"] != "none"}


def is_less(left, planted):
    """Whether findings are gone, or measure less: a gap of two columns stays while one has a gap."""
    return set(left) < set(planted) or (set(left) == set(planted) and any(
        left[sign] is not None and left[sign] < planted[sign] for sign in left))


@unittest.skipUnless("CUPEL_BINARY" in os.environ, "CUPEL_BINARY names no program")
class SampleAudit(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.planted, cls.terminal = audited_copy()

    def test_every_rule_of_every_defect_is_reported(self):
        for defect, rules in RULES.items():
            with self.subTest(defect=defect):
                self.assertEqual({rule for rule, _ in signs(self.planted, defect)}, rules)
        for defect in CLAIMS:
            with self.subTest(defect=defect):
                self.assertTrue(signs(self.planted, defect))

    def test_repaired_copy_has_none(self):
        found, _ = audited_copy("--without", "all")
        self.assertEqual({one["rule"] for one in found if one["level"] != "none"}, OPEN_QUESTIONS)

    def test_each_defect_is_repaired_alone(self):
        for defect in [*RULES, *CLAIMS]:
            with self.subTest(defect=defect):
                left, _ = audited_copy("--without", defect)
                self.assertTrue(is_less(signs(left, defect), signs(self.planted, defect)),
                                signs(left, defect))
                for other in {*RULES, *CLAIMS} - {defect}:
                    self.assertTrue(signs(left, other), other)

    def test_first_sentences_are_the_contradictions(self):
        rules = re.findall(r"^ +(\S+)  f-[0-9a-f]{16}$", "\n".join(self.terminal), re.MULTILINE)
        self.assertEqual(set(rules[:6]), {"LIC-DECLARED-TEXT-MISMATCH", "LIC-HOSTS-DISAGREE",
                                          "card.claim-contradicted"})


if __name__ == "__main__":
    unittest.main()
