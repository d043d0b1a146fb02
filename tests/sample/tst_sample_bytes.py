"""The script writes the files that are kept beside it, byte by byte, wherever it runs."""

import tempfile
import unittest
from pathlib import Path

from sample_folder import COPIED, GENERATED, SAMPLE, make_sample, run_script


class SampleBytes(unittest.TestCase):
    def assert_same_files(self, folder):
        written = {path.name: path.read_bytes() for path in Path(folder).iterdir()}
        self.assertEqual(set(written), GENERATED | COPIED)
        for name, data in written.items():
            with self.subTest(file=name):
                self.assertTrue(data == (SAMPLE / name).read_bytes(), f"{name} differs")

    def test_kept_files_are_those_of_the_script(self):
        with tempfile.TemporaryDirectory() as folder:
            make_sample(folder)
            self.assert_same_files(folder)

    def test_environment_changes_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            make_sample(folder, cwd="/", PYTHONHASHSEED="7", LC_ALL="C", TZ="Asia/Kolkata",
                        PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
            self.assert_same_files(folder)

    def test_table_is_small(self):
        self.assertLess((SAMPLE / "loans.csv").stat().st_size, 700_000)

    def test_unknown_defect_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            result = run_script("--out", folder, "--without", "blank-lines")
            self.assertEqual(result.returncode, 2)
            self.assertIn("blank-lines", result.stderr)
            self.assertEqual(list(Path(folder).iterdir()), [])


if __name__ == "__main__":
    unittest.main()
