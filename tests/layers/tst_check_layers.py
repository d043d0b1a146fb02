"""Every kind of violation, planted in a small tree of its own, is reported with file and line."""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
SCRIPT = os.path.join(ROOT, "scripts", "check_layers")

CLEAN = {
    "core/base/result.h": "#pragma once\n#include <string>\n#include <nlohmann/json_fwd.hpp>\n",
    "core/table/table.h": '#pragma once\n#include "core/base/result.h"\n',
    "core/pipeline/pipeline.cpp": '#include "core/table/table.h"\n#include <nlohmann/json.hpp>\n',
    "ui/jobs/job.h": "#include <QString>\n",
    "ui/theme/a.h": "#include <QLabel>\n",
    "ui/window/window.cpp": '#include "ui/jobs/job.h"\n#include "core/table/table.h"\nitem->setToolTip(toolTip(name));\n',
    "app/desktop/main.cpp": '#include <QApplication>\n#include "ui/jobs/job.h"\n',
    "app/batch/main.cpp": '#include "core/table/table.h"\n#include "app/batch/a.h"\n',
    "app/batch/a.h": "",
    "app/common/code.h": '#include "core/table/table.h"\n',
    "ui/print/pdf.h": '#include <QString>\n#include "core/table/table.h"\n',
    "app/print/main.cpp": '#include <QGuiApplication>\n#include "app/common/code.h"\n#include "ui/print/pdf.h"\n#include "core/table/table.h"\n',
    "tests/core/tst_table.cpp": '#include "core/table/table.h"\n#include "app/batch/main.cpp"\n',
}

# name: (file, its text, the line reported, words of the report)
PLANTED = {
    "upward": ("core/base/result.h", '#pragma once\n#include "core/table/table.h"\n', 2, "a layer above"),
    "core to app": ("core/table/a.cpp", '#include "app/batch/main.cpp"\n', 1, "not in core"),
    "ui to app": ("ui/theme/a.cpp", '#include "app/batch/main.cpp"\n', 1, "above it"),
    "ui upward": ("ui/theme/a.cpp", '#include "ui/jobs/job.h"\n', 1, "a layer above it"),
    "batch to ui": ("app/batch/a.cpp", '#include "ui/jobs/job.h"\n', 1, "only core and app/common"),
    "common to batch": ("app/common/a.cpp", '#include "app/batch/main.cpp"\n', 1, "only core and app/common"),
    "print to window": ("app/print/a.cpp", '#include "ui/jobs/job.h"\n', 1, "only core, app/common and ui/print"),
    "print to batch": ("app/print/a.cpp", '#include "app/batch/main.cpp"\n', 1, "only core, app/common and ui/print"),
    "print upward": ("ui/print/a.cpp", '#include "ui/theme/a.h"\n', 1, "a layer above it"),
    "batch to print": ("app/batch/a.cpp", '#include "app/print/main.cpp"\n', 1, "only core and app/common may"),
    "core to ui": ("core/base/a.cpp", '#include "ui/jobs/job.h"\n', 1, "not in core"),
    "rich label": ("ui/jobs/a.cpp", "\nauto* label = new QLabel(name);\n", 2, "markup"),
    "rich tool tip": ("ui/jobs/a.cpp", "item->setToolTip(name);\n", 1, "markup"),
    "app to tests": ("app/batch/a.cpp", '#include "tests/core/tst_table.cpp"\n', 1, "only core"),
    "unknown module": ("core/extra/a.cpp", '#include "core/base/result.h"\n', 1, "no known module"),
    "relative include": ("core/table/a.cpp", '\n#include "table.h"\n', 2, "from the repository root"),
    "Qt class": ("core/base/a.cpp", "#include <QString>\n", 1, "Qt header"),
    "Qt folder": ("app/batch/a.cpp", "#  include <QtCore/qglobal.h>\n", 1, "Qt header"),
    "Qt lower case": ("core/base/a.cpp", '#include "qobject.h"\n', 1, "Qt header"),
    "json in a header": ("core/base/a.h", "#include <nlohmann/json.hpp>\n", 1, "json_fwd"),
    "unfinished": ("core/base/a.cpp", "int a;\n// TO" "DO\n", 2, "unfinished"),
    "machine path": ("docs/a.md", "see `/home/" "someone/x`\n", 1, "path of one machine"),
}


def run(root, *arguments):
    return subprocess.run([sys.executable, SCRIPT, "--root", root, *arguments],
                          capture_output=True, text=True, check=False)


class CheckLayers(unittest.TestCase):
    def setUp(self):
        self.root = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.root)
        for path, text in CLEAN.items():
            self.write(path, text)

    def write(self, path, text):
        path = os.path.join(self.root, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def test_clean_tree_passes(self):
        result = run(self.root)
        self.assertEqual(("", 0), (result.stdout, result.returncode))

    def test_each_planted_violation_is_the_one_reported(self):
        for name, (path, text, line, words) in PLANTED.items():
            with self.subTest(name):
                self.setUp()
                self.write(path, text)
                result = run(self.root)
                self.assertEqual(1, result.returncode)
                self.assertEqual(1, len(result.stdout.splitlines()), result.stdout)
                self.assertTrue(result.stdout.startswith(f"{path}:{line}: "), result.stdout)
                self.assertIn(words, result.stdout)

    def test_the_real_tree_is_read(self):
        """A violation planted in a copy of the real core is found, so the real tree is not passed over."""
        shutil.copytree(os.path.join(ROOT, "core"), os.path.join(self.root, "core"), dirs_exist_ok=True)
        self.write("core/base/planted.cpp", '#include "core/readers/csv_reader.h"\n')
        result = run(self.root)
        self.assertIn("core/base/planted.cpp:1: core/base includes", result.stdout)

    def run_with_library(self, option, library):
        """ldd stands on PATH, so a stand-in shows what it prints for a program with this library."""
        self.write("bin/ldd", f"#!/bin/sh\necho '  {library} => /usr/lib/{library} (0x0)'\n")
        os.chmod(os.path.join(self.root, "bin/ldd"), 0o755)
        path = os.path.join(self.root, "bin") + os.pathsep + os.environ["PATH"]
        return subprocess.run([sys.executable, SCRIPT, "--root", self.root, option, sys.executable],
                              capture_output=True, text=True, check=False, env={**os.environ, "PATH": path})

    def test_a_batch_program_that_loads_qt(self):
        result = self.run_with_library("--binary", "libQt6Core.so.6")
        self.assertEqual(1, result.returncode)
        self.assertIn("loads libQt6Core.so.6", result.stdout)

    def test_a_print_program_that_loads_widgets(self):
        for library in ("libQt6Widgets.so.6", "libQt6Charts.so.6", "libQt6Network.so.6"):
            result = self.run_with_library("--print-binary", library)
            self.assertEqual(1, result.returncode)
            self.assertIn(f"loads {library}", result.stdout)
        self.assertEqual(0, self.run_with_library("--print-binary", "libQt6Gui.so.6").returncode)

    def test_a_missing_program_is_no_proof(self):
        for option in ("--binary", "--print-binary"):
            self.assertEqual(1, run(self.root, option, os.path.join(self.root, "none")).returncode)


if __name__ == "__main__":
    unittest.main()
