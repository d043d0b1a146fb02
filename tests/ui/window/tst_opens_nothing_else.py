"""Looking at a dataset opens no other file and no socket, whatever its names and cells are.

The window is driven through everything by hostile_walk, under strace."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

SKIPPED = 77
PROGRAM = sys.argv.pop(1)
BUILD = os.path.realpath(sys.argv.pop(1))
SOURCE = os.environ["CUPEL_SOURCE_DIR"]

OPEN = re.compile(
    rb'open(?:at2?)?\((?:(?:AT_FDCWD|\d+)(?:<((?:[^>\\]|\\.)*)>)?, )?"((?:[^"\\]|\\.)*)"')
SOCKET = re.compile(rb"\bsocket\((\w+)")
# What belongs to the system and the program.
SYSTEM = ("/usr/", "/lib/", "/lib64/", "/etc/", "/proc/", "/dev/", "/sys/", "/var/cache/fontconfig",
          "/var/lib/dbus/", "/run/")


def may_trace():
    strace = shutil.which("strace")
    return strace and subprocess.run([strace, "-qq", "-o", os.devnull, "true"],
                                     capture_output=True, check=False).returncode == 0


def unescaped(text):
    return text.decode("latin-1").encode("latin-1").decode("unicode_escape").encode("latin-1")


class Traced:
    """One run of the program: what it printed, opened and connected to."""

    def __init__(self, table, home, planted, *options):
        log = os.path.join(home, "strace.log")
        environment = {
            "PATH": os.environ["PATH"], "HOME": home, "USER": "ana", "QT_QPA_PLATFORM": "offscreen",
            "XDG_CONFIG_HOME": home + "/config", "XDG_DATA_HOME": home + "/data",
            "XDG_CACHE_HOME": home + "/cache", "XDG_RUNTIME_DIR": home, "TMPDIR": home,
            "LD_LIBRARY_PATH": os.environ.get("LD_LIBRARY_PATH", "")}
        done = subprocess.run(
            ["strace", "-f", "-qq", "-y", "-s", "65536", "-e", "trace=open,openat,openat2,socket,execve",
             "-o", log, PROGRAM, table, *options],
            cwd=planted, env=environment, capture_output=True, check=False, timeout=300)
        self.code = done.returncode
        self.text = done.stdout.decode() + done.stderr.decode()
        with open(log, "rb") as file:
            lines = file.read()
        self.sockets = {name.decode() for name in SOCKET.findall(lines)}
        self.programs = lines.count(b"execve(")
        self.files = set()
        for folder, path in OPEN.findall(lines):
            base = os.fsdecode(unescaped(folder)) if folder else planted
            self.files.add(os.path.normpath(os.path.join(base, os.fsdecode(unescaped(path)))))

    def outside(self, allowed):
        roots = tuple(allowed) + SYSTEM
        return sorted(path for path in self.files
                      if not (path + "/").startswith(roots) and path != "/")


@unittest.skipUnless(may_trace(), "strace is not there, or may not trace")
class OpensNothingElse(unittest.TestCase):
    def setUp(self):
        # Names of folders without anything that a URL or markup would write otherwise.
        self.folder = tempfile.mkdtemp(prefix="cupelspy")
        self.addCleanup(shutil.rmtree, self.folder)
        self.home = self.make("home")
        self.data = self.make("data")
        self.planted = self.make("planted")
        # Any picture would do: what is opened is seen before it is understood.
        for name in ("red.png", "style.css", "secret.csv", "frame.html"):
            with open(os.path.join(self.planted, name), "w", encoding="ascii") as file:
                file.write("planted\n")
        self.hostile = [text.replace("PLANTED", self.planted) for text in (
            "<img src='PLANTED/red.png'>", "<img src=\"file://PLANTED/red.png\">", "<img src='red.png'>",
            "![x](PLANTED/red.png)", "![x](red.png)", "file://PLANTED/red.png", "PLANTED/red.png",
            "<html><link rel='stylesheet' href='PLANTED/style.css'><body background='red.png'>",
            "<img src='http://127.0.0.1:9/x.png'>", "http://127.0.0.1:9/x.png",
            "<a href='http://127.0.0.1:9/'>x</a>", "<iframe src='PLANTED/frame.html'></iframe>",
            "<table style='background-image: url(red.png)'><tr><td>x</td></tr></table>",
            "<svg><image xlink:href='red.png'/></svg>", "<!DOCTYPE x [<!ENTITY e SYSTEM 'red.png'>]>&e;")]

    def make(self, name):
        path = os.path.join(self.folder, name)
        os.mkdir(path)
        return path

    def write(self, name, text):
        path = os.path.join(self.data, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def table(self):
        """A table of hostile names and cells, with documents that are no better."""
        def cell(text):
            return '"' + text.replace('"', '""') + '"'
        rows = [[f"{name} {i}" for i, name in enumerate(self.hostile)]]
        for i in range(120):
            rows.append([self.hostile[(i * (j + 1)) % (2 + j % 7)] for j in range(len(self.hostile))])
        path = self.write("<img src='red.png'>.csv",
                          "".join(",".join(map(cell, row)) + "\n" for row in rows))
        lines = "\n\n".join(self.hostile)
        self.write("README.md", "---\nlicense: \"<img src='red.png'>\"\npretty_name: \"" + "![x](red.png)"
                   + "\"\n---\n# <img src='red.png'>\n\n" + lines + "\n\n## Licensing Information\n\n" + lines)
        self.write("LICENSE", "MIT License\n\n" + lines)
        self.write("croissant.json", """{"@context": {"sc": "http://127.0.0.1:9/context.jsonld",
            "cr": "http://mlcommons.org/croissant/"}, "@type": "sc:Dataset", "name": "<img src='red.png'>",
            "conformsTo": "http://mlcommons.org/croissant/1.0", "license": "http://127.0.0.1:9/license",
            "url": "file://%s/red.png", "distribution": [{"@type": "cr:FileObject", "@id": "f",
            "contentUrl": "../planted/secret.csv", "encodingFormat": "text/csv"}]}""" % self.planted)
        return path

    def test_looking_at_everything(self):
        table = self.table()
        traced = Traced(table, self.home, self.planted)
        self.assertEqual(traced.code, 0, traced.text)
        seen = dict(zip(*[iter(traced.text.split())] * 2))
        self.assertGreaterEqual(int(seen["pages"]), 10)
        self.assertGreater(int(seen["cells"]), 200)
        self.assertGreater(int(seen["tips"]), 50)
        self.assertGreaterEqual(int(seen["dialogs"]), 2)
        self.assertIn(table, traced.files)
        self.assertEqual([path for path in traced.files if path.startswith(self.planted)], [])
        self.assertEqual(traced.outside([self.home + "/", self.data + "/", BUILD + "/"]), [])
        self.assertLessEqual(traced.sockets, {"AF_UNIX"})
        self.assertEqual(traced.programs, 1)

    def test_the_spy_sees_what_is_opened(self):
        table = self.write("data.csv", "a,b\n1,x\n2,y\n")
        traced = Traced(table, self.home, self.planted, "--control")
        self.assertEqual(traced.code, 0, traced.text)
        self.assertIn(os.path.join(self.planted, "red.png"), traced.files)


if __name__ == "__main__":
    if not may_trace():
        print("strace is not there, or may not trace")
        sys.exit(SKIPPED)
    unittest.main()
