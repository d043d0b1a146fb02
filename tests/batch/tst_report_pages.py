#!/usr/bin/env python3
"""Pages for people are whole, need nothing else, can be read without seeing, and stay small; JUnit keeps to the
schema that Jenkins checks it with (junit-10.xsd of its xUnit plugin)."""

import html.parser
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources/sample"
VOID = {"meta", "br", "hr"}
TWO_MEGABYTES = 2_000_000
HOSTILE = ["<b>bold</b>", "a\u202eb", "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd", "\U0001f469\u200d\U0001f4bb",
           "x" * 400, "W" * 120, "a|b", "&amp;", "'\"", "\u65e5\u672c\u8a9e" * 20]


def cupel(*words, codes=(0, 1)):
    run = subprocess.run([os.environ["CUPEL_BINARY"], *map(str, words)], capture_output=True, text=True)
    if run.returncode not in codes:
        raise AssertionError(f"{words}: {run.returncode}\n{run.stderr}")
    return run.stdout


class Element:
    def __init__(self, name, attributes, parent):
        self.name, self.attributes, self.parent, self.children, self.own = name, dict(attributes), parent, [], ""

    def all(self, *names):
        for child in self.children:
            if child.name in names or not names:
                yield child
            yield from child.all(*names)

    def text(self):
        return self.own + "".join(child.text() for child in self.children)

    def classes(self):
        return self.attributes.get("class", "").split()


class Reader(html.parser.HTMLParser):
    """A tree of a page all of whose elements are closed in order."""

    def __init__(self, page):
        super().__init__()
        self.root = self.open = Element("", [], None)
        self.feed(page)
        self.close()
        assert self.open is self.root, f"<{self.open.name}> is not closed"

    def handle_starttag(self, tag, attrs):
        assert len(attrs) == len(dict(attrs)), f"an attribute twice: {tag} {attrs}"
        element = Element(tag, attrs, self.open)
        self.open.children.append(element)
        if tag not in VOID:
            self.open = element

    def handle_startendtag(self, tag, attrs):
        self.open.children.append(Element(tag, attrs, self.open))

    def handle_endtag(self, tag):
        assert tag == self.open.name, f"</{tag}> closes <{self.open.name}>"
        self.open = self.open.parent

    def handle_data(self, data):
        self.open.own += data


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.pages = {"sample": cls.page("audit", SAMPLE / "loans.csv", "--roles", SAMPLE / "roles.json"),
                     "card": cls.page("card", "render", SAMPLE / "loans.csv", "--roles", SAMPLE / "roles.json"),
                     "wide": cls.wide(), "hostile": cls.hostile(), "empty": cls.empty(), "rubric": cls.rubric()}
        cls.trees = {name: Reader(page).root for name, page in cls.pages.items()}

    @classmethod
    def page(cls, *words):
        path = cls.folder / "page.html"
        cupel(*words, "-o", f"html={path}")
        return path.read_text(encoding="utf-8")

    @classmethod
    def wide(cls):
        """5,000 columns of which many are constant, half empty or number every row."""
        lines = [",".join(f"column_{i}" for i in range(5000))]
        for row in range(60):
            kinds = ("same", "" if row % 2 else "x", str(row), str(row % 7), f"{row * 0.37:.2f}")
            lines.append(",".join(kinds[i % 5] for i in range(5000)))
        path = cls.folder / "wide.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        report = cls.folder / "wide.json"
        page = cls.page("audit", path, "--label", "column_3", "-o", f"json={report}")
        cls.wide_findings = len(json.loads(report.read_text(encoding="utf-8"))["findings"])
        return page

    @classmethod
    def hostile(cls):
        """Names and values that are markup, turn the direction of writing, are long or wide."""
        def cell(text):
            return '"' + text.replace('"', '""') + '"'
        names = [cell(name) for name in HOSTILE]
        lines = [",".join(["label", "group", *names])]
        for row in range(400):
            value = cell(HOSTILE[row % len(HOSTILE)])
            lines.append(",".join([str(row % 2), value, *[cell(f"{row % (i + 2)}") for i in range(len(HOSTILE))]]))
        path = cls.folder / "hostile \u05d0 <i>.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return cls.page("audit", path, "--label", "label", "--favourable", "1", "--group", "group",
                        "--group", HOSTILE[2], "--intersect", f"group,{HOSTILE[3]}", "--privacy", "full")

    @classmethod
    def empty(cls):
        path = cls.folder / "empty.csv"
        path.write_text("a,b\n", encoding="utf-8")
        return cls.page("audit", path)

    @classmethod
    def rubric(cls):
        sheet = cls.folder / "sheet.json"
        cupel("rubric", "template", SAMPLE / "loans.csv", "--roles", SAMPLE / "roles.json", "-o", sheet)
        return cls.page("rubric", "report", sheet)

    def each(self):
        for name, root in self.trees.items():
            with self.subTest(page=name):
                yield root

    def test_landmarks_and_language(self):
        for root in self.each():
            self.assertTrue(next(root.all("html")).attributes["lang"])
            for landmark in ("header", "nav", "main"):
                self.assertEqual(1, len(list(root.all(landmark))), landmark)
            self.assertTrue(next(root.all("nav")).attributes["aria-label"])
            body = next(root.all("body"))
            self.assertEqual("#main", body.children[0].attributes["href"], "the way past the contents comes first")
            self.assertTrue(next(root.all("title")).text().strip())

    def test_headings_go_down_one_step_at_a_time(self):
        for root in self.each():
            levels = [int(heading.name[1]) for heading in root.all("h1", "h2", "h3", "h4", "h5", "h6")]
            self.assertEqual(1, levels[0])
            self.assertEqual(1, levels.count(1))
            for before, after in zip(levels, levels[1:]):
                self.assertLessEqual(after, before + 1)

    def test_tables_name_their_rows_and_columns(self):
        for root in self.each():
            for table in root.all("table"):
                self.assertEqual("caption", table.children[0].name)
                self.assertTrue(table.children[0].text().strip())
                heads = [cell for cell in table.all("th")]
                self.assertTrue(heads)
                for head in heads:
                    self.assertIn(head.attributes.get("scope"), ("col", "row"))
                columns = len(list(next(table.all("thead")).all("th")))
                for row in next(table.all("tbody")).all("tr"):
                    self.assertEqual(columns, len(row.children))

    def test_pictures_are_told_in_words(self):
        pictures = 0
        for root in self.each():
            ids = {element.attributes["id"]: element for element in root.all() if "id" in element.attributes}
            for svg in root.all("svg"):
                pictures += 1
                self.assertEqual("img", svg.attributes["role"])
                told = svg.attributes.get("aria-label") or " ".join(
                    ids[name].text() for name in svg.attributes["aria-labelledby"].split())
                self.assertTrue(told.strip())
                if "plot" in svg.classes():
                    figure = svg
                    while figure.name != "figure":
                        figure = figure.parent
                    self.assertEqual(1, len(list(figure.all("table"))), "a chart has its table")
        self.assertGreater(pictures, 20)

    def test_colour_never_speaks_alone(self):
        for root in self.each():
            for element in root.all():
                tones = {"error", "warning", "note", "good", "question"} & set(element.classes())
                if tones:
                    self.assertRegex(element.text(), r"[a-z]{4}", tones)

    def test_keyboards_reach_what_scrolls(self):
        for root in self.each():
            for element in root.all():
                if "scroll" in element.classes():
                    self.assertEqual(("0", "region"),
                                     (element.attributes["tabindex"], element.attributes["role"]))
                    self.assertTrue(element.attributes["aria-label"].strip())
            self.assertIn(":focus-visible", next(root.all("style")).own)
            for details in root.all("details"):
                self.assertEqual("summary", details.children[0].name)

    def test_lists_hold_items_only(self):
        allowed = {"ul": {"li"}, "ol": {"li"}, "dl": {"div"}}
        for root in self.each():
            for element in root.all(*allowed):
                self.assertLessEqual({child.name for child in element.children}, allowed[element.name])
                self.assertTrue(element.children)
            for pair in [child for dl in root.all("dl") for child in dl.children]:
                self.assertEqual(["dt", "dd"], [child.name for child in pair.children])

    def test_links_stay_on_the_page_and_ids_are_unique(self):
        for root in self.each():
            ids = [element.attributes["id"] for element in root.all() if "id" in element.attributes]
            self.assertEqual(len(ids), len(set(ids)))
            for link in root.all("a"):
                self.assertEqual("#", link.attributes["href"][0])
                self.assertIn(link.attributes["href"][1:], ids)

    def test_nothing_is_loaded_or_run(self):
        for root in self.each():
            for element in root.all():
                self.assertNotIn(element.name, {"script", "img", "link", "iframe", "object", "embed", "form", "video"})
                for name, value in element.attributes.items():
                    self.assertFalse(name.startswith("on") or name in ("src", "srcset", "style"), name)
                    self.assertNotRegex(value or "", r"^\s*(https?|data|javascript):")
            self.assertNotRegex(next(root.all("style")).own, r"url\(|@import")
            policy = [meta for meta in root.all("meta") if meta.attributes.get("http-equiv")]
            self.assertIn("default-src 'none'", policy[0].attributes["content"])

    def test_pages_stay_small(self):
        self.assertGreater(self.wide_findings, 300)
        for name, page in self.pages.items():
            with self.subTest(page=name):
                self.assertLess(len(page.encode()), TWO_MEGABYTES)
        shown = [element for element in self.trees["wide"].all("article")]
        self.assertEqual(300, len(shown))
        self.assertIn("more findings are not shown here", self.pages["wide"])

    def test_names_turn_no_direction(self):
        page = self.pages["hostile"]
        self.assertNotIn("\u202e", page)
        self.assertIn("<bdi>\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd</bdi>", page)
        self.assertNotIn("<b>", page)


class JUnit(unittest.TestCase):
    """What the schema allows, and what builds rely on besides."""

    ATTRIBUTES = {
        "testsuites": ({"name", "time", "tests", "failures", "errors"}, set()),
        "testsuite": ({"name", "tests", "failures", "errors", "group", "time", "skipped", "timestamp", "hostname",
                       "id", "package", "file", "log", "url"}, {"name", "tests", "failures", "errors"}),
        "testcase": ({"name", "time", "classname", "group"}, {"name"}),
        "failure": ({"type", "message"}, set()), "error": ({"type", "message"}, set()),
        "skipped": ({"type", "message"}, set()), "system-out": (set(), set()),
    }
    CHILDREN = {"testsuites": {"testsuite"}, "testsuite": {"testcase", "system-out"},
                "testcase": {"failure", "error", "skipped", "system-out"}}
    TIME = re.compile(r"(([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\.[0-9]*)?")

    def check(self, element):
        allowed, needed = self.ATTRIBUTES[element.tag]
        self.assertLessEqual(set(element.attrib), allowed, element.tag)
        self.assertLessEqual(needed, set(element.attrib), element.tag)
        self.assertRegex(element.get("time", "0"), f"^{self.TIME.pattern}$")
        for child in element:
            self.assertIn(child.tag, self.CHILDREN.get(element.tag, set()), element.tag)
            self.check(child)
        if element.tag in ("testsuites", "testsuite"):
            self.assertFalse((element.text or "").strip())
            cases = list(element.iter("testcase"))
            self.assertEqual(int(element.get("tests")), len(cases))
            for kind, attribute in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
                if attribute in element.attrib:
                    self.assertEqual(int(element.get(attribute)), sum(case.find(kind) is not None for case in cases))
        if element.tag == "testcase":
            self.assertLessEqual(sum(child.tag != "system-out" for child in element), 1, "some readers keep one")

    def junit(self, *words, codes=(0, 1)):
        text = cupel("audit", *words, "-o", "junit=-", codes=codes)
        self.assertNotRegex(text, "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
        root = xml.etree.ElementTree.fromstring(text)
        self.assertEqual("testsuites", root.tag)
        self.check(root)
        cases = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]
        self.assertEqual(len(cases), len(set(cases)), "each case has a name of its own")
        return root

    def test_of_the_sample(self):
        root = self.junit(SAMPLE / "loans.csv", "--roles", SAMPLE / "roles.json")
        self.assertGreater(int(root.get("failures")), 10)

    def test_of_awkward_inputs(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "empty.csv").write_text("a,b\n", encoding="utf-8")
            (folder / "odd.csv").write_bytes(b"a\x01,b\n\x02,1\n\xef\xbf\xbe,2\n<i>,3\n")
            (folder / "none.csv").write_bytes(b"")
            root = self.junit(folder / "empty.csv")
            self.assertEqual("0", root.get("failures"))
            self.junit(folder / "odd.csv", "--privacy", "full")
            self.junit(folder / "empty.csv", folder / "absent.csv", codes=(3, 7))


if __name__ == "__main__":
    unittest.main()
