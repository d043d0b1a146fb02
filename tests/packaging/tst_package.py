#!/usr/bin/env python3
"""The Debian packages hold what they should, and the programs run where they are unpacked."""

import configparser
import gzip
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

BUILD = pathlib.Path(sys.argv[1])


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def check_desktop_files(share):
    """What a desktop and a software centre read is as their own validators want it."""
    icon = (share / "icons/hicolor/48x48/apps/org.cupel.Cupel.png").read_bytes()
    assert icon.startswith(b"\x89PNG") and struct.unpack(">II", icon[16:24]) == (48, 48)
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(share / "applications/org.cupel.Cupel.desktop")
    assert entry["Desktop Entry"]["Exec"].split()[0] == "cupel-desktop"
    for validator in (("appstreamcli", "validate", "--no-net", share / "metainfo/org.cupel.Cupel.metainfo.xml"),
                      ("desktop-file-validate", share / "applications/org.cupel.Cupel.desktop"),
                      ("update-mime-database", share / "mime")):
        if shutil.which(validator[0]):
            run(*validator)
        else:
            print(f"skipped: {validator[0]} is not installed")


def check_words(root, folder):
    """Help and version need no screen, and the manual page names every option that the help names."""
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
    program = root / "usr/bin/cupel-desktop"
    shown = run(program, "--version", cwd="/", env=environment)
    assert "0.1.0" in shown, shown
    page = gzip.decompress((root / "usr/share/man/man1/cupel-desktop.1.gz").read_bytes()).decode()
    options = re.findall(r"--[a-z-]+", run(program, "--help", cwd="/", env=environment))
    assert "--catalog" in options, options
    for option in options:
        assert option in page.replace("\\-", "-"), option


def check_synopsis(package, words):
    """The synopsis is said once."""
    description = run("dpkg-deb", "-f", package, "Description")
    assert description.splitlines()[0] == words and description.count(words) == 1, description


def check_window(package, folder):
    """The window has its own package, with what a desktop looks for, and the program starts."""
    depends = run("dpkg-deb", "-f", package, "Depends")
    assert "libqt6widgets6" in depends, depends
    check_synopsis(package, "audit machine-learning datasets in a window")
    root = folder / "window"
    run("dpkg-deb", "-x", package, root)
    for path in ("usr/bin/cupel-desktop", "usr/share/applications/org.cupel.Cupel.desktop",
                 "usr/share/metainfo/org.cupel.Cupel.metainfo.xml",
                 "usr/share/mime/packages/org.cupel.Cupel.xml",
                 "usr/share/icons/hicolor/scalable/apps/org.cupel.Cupel.svg",
                 "usr/share/doc/cupel-desktop/copyright", "usr/share/doc/cupel-desktop/changelog.gz",
                 "usr/libexec/cupel/cupel-print"):
        assert (root / path).is_file(), path
    assert not (root / "usr/bin/cupel").exists()
    for path in root.rglob("*.xml"):
        xml.etree.ElementTree.parse(path)
    check_desktop_files(root / "usr/share")
    check_words(root, folder)


def check_pdf(program, window, sample, folder):
    """With the package of the window the batch program writes PDFs; without it, it says so."""
    bare = {"PATH": "/usr/bin:/bin"}
    pdf = folder / "report.pdf"
    words = [program, "audit", sample / "loans.csv", "--fail-on", "never", "-q", "-o", f"pdf={pdf}"]
    alone = subprocess.run(words, capture_output=True, text=True, check=False, env=bare)
    assert alone.returncode == 7 and "cupel-desktop" in alone.stderr, alone
    run("dpkg-deb", "-x", window, program.parents[2])
    assert run(*words, cwd="/", env=bare) == ""
    assert pdf.read_bytes().startswith(b"%PDF-"), pdf


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        run("cpack", "-G", "DEB", "-B", folder, "--config", BUILD / "CPackConfig.cmake", cwd=BUILD)
        package, = folder.glob("cupel_*.deb")
        check_synopsis(package, "audit machine-learning datasets")
        for window in folder.glob("cupel-desktop_*.deb"):
            check_window(window, folder)
        depends = run("dpkg-deb", "-f", package, "Depends")
        for word in ("qt", "libx11", "python"):
            assert word not in depends.lower(), depends
        root = folder / "root"
        run("dpkg-deb", "-x", package, root)
        for path in ("usr/bin/cupel", "usr/share/man/man1/cupel.1.gz",
                     "usr/share/bash-completion/completions/cupel",
                     "usr/share/zsh/vendor-completions/_cupel",
                     "usr/share/fish/vendor_completions.d/cupel.fish",
                     "usr/share/doc/cupel/copyright", "usr/share/doc/cupel/changelog.gz"):
            assert (root / path).is_file(), path
        program = root / "usr/bin/cupel"
        sample = root / "usr/share/doc/cupel/sample"
        bare = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent"}
        shown = run(program, "audit", sample / "loans.csv", "--roles", sample / "roles.json",
                    "--fail-on", "never", cwd="/", env=bare)
        assert "5,000 rows" in shown, shown
        for window in folder.glob("cupel-desktop_*.deb"):
            check_pdf(program, window, sample, folder)
        script = root / "usr/share/bash-completion/completions/cupel"
        words = run("bash", "-c", f"""source '{script}'
            COMP_WORDS=(cupel audit --la) COMP_CWORD=2; _cupel; echo "${{COMPREPLY[*]}}"
            COMP_WORDS=(cupel ru) COMP_CWORD=1; _cupel; echo "${{COMPREPLY[*]}}"
            COMP_WORDS=(cupel rules '') COMP_CWORD=2; _cupel; echo "${{COMPREPLY[*]}}" """)
        assert words.splitlines()[0] == "--label", words
        assert "rules" in words.splitlines()[1].split(), words
        assert words.splitlines()[2].split() == ["explain", "list"], words


if __name__ == "__main__":
    main()
