"""The last line of ./dev test adds up: cases where GoogleTest reports them, programs elsewhere."""

import os
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
SCRIPT = os.path.join(ROOT, "scripts", "test_summary")

CTEST = """<testsuite name="x">
  <testcase name="tst_a" status="run"/>
  <testcase name="tst_b" status="fail"><failure message="Failed"/></testcase>
  <testcase name="tst_crash" status="fail"><failure message="SEGFAULT"/></testcase>
  <testcase name="script" status="run"/>
  <testcase name="off" status="disabled"/>
  <testcase name="tst_skips" status="notrun"><skipped message="SKIP_RETURN_CODE=77"/><system-out>it says
no network
</system-out></testcase>
  <testcase name="tst_absent" status="notrun"><skipped message="Unable to find executable"/></testcase>
</testsuite>"""
GTEST_A = """<testsuites><testsuite name="A">
  <testcase name="one" classname="A" status="run" result="completed"/>
  <testcase name="two" classname="A" status="run" result="completed"/>
  <testcase name="three" classname="A" status="run" result="skipped"><skipped message="a.cpp:7&#x0A;no vectors"/></testcase>
  <testcase name="four" classname="A" status="notrun" result="suppressed"/>
</testsuite></testsuites>"""
GTEST_B = """<testsuites><testsuite name="B">
  <testcase name="good" classname="B" status="run" result="completed"/>
  <testcase name="bad" classname="B" status="run" result="completed"><failure message="1 != 2"/></testcase>
</testsuite></testsuites>"""


QT_TEST = """<testsuite name="cupel::ui::ColorsTest" tests="3">
  <testcase name="seen(light)" classname="cupel::ui::ColorsTest" time="0.000"/>
  <testcase name="seen(dark)" classname="cupel::ui::ColorsTest" time="0.000"><failure type="fail" message="1 != 2"/></testcase>
  <testcase name="printed" classname="cupel::ui::ColorsTest" time="0.000"><skipped message="no printer"/></testcase>
</testsuite>"""


def write(folder, path, text):
    path = os.path.join(folder, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def summary(*folders):
    result = subprocess.run([sys.executable, SCRIPT, *folders], capture_output=True, text=True, check=False)
    return result.stdout.splitlines(), result.returncode


class TestSummary(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = os.path.join(temporary.name, "dev")

    def test_counts_cases_crashes_scripts_and_skips(self):
        write(self.folder, "ctest.xml", CTEST)
        write(self.folder, "test-results/tst_a.xml", GTEST_A)
        write(self.folder, "test-results/tst_b.xml", GTEST_B)
        lines, status = summary(self.folder)
        # Passed: A.one, A.two, B.good, script. Failed: B.bad, the crash, the absent program.
        # Skipped: A.three, A.four, off, tst_skips.
        self.assertEqual("4 passed, 3 failed, 4 skipped", lines[-1])
        self.assertEqual(1, status)
        self.assertIn("skipped 1: no network", lines)
        self.assertIn("FAILED dev: tst_b: B.bad", lines)
        self.assertIn("skipped 1: no vectors", lines)

    def test_cases_of_qt_say_nothing_where_they_passed(self):
        write(self.folder, "ctest.xml", '<testsuite><testcase name="tst_a" status="fail"/></testsuite>')
        write(self.folder, "test-results/tst_a.xml", QT_TEST)
        lines, status = summary(self.folder)
        self.assertEqual(("1 passed, 1 failed, 1 skipped", 1), (lines[-1], status))
        self.assertIn("skipped 1: no printer", lines)

    def test_a_folder_that_did_not_build_is_a_failure(self):
        write(self.folder, "ctest.xml", '<testsuite><testcase name="script" status="run"/></testsuite>')
        lines, status = summary(self.folder, self.folder + "-missing")
        self.assertEqual(("1 passed, 1 failed, 0 skipped", 1), (lines[-1], status))

    def test_all_passed(self):
        write(self.folder, "ctest.xml", '<testsuite><testcase name="script" status="run"/></testsuite>')
        self.assertEqual((["", "1 passed, 0 failed, 0 skipped"], 0), summary(self.folder))


if __name__ == "__main__":
    unittest.main()
