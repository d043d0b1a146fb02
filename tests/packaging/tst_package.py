#!/usr/bin/env python3
"""The Debian package holds the program, its manual and completions, and runs where it is unpacked."""

import os
import pathlib
import subprocess
import sys
import tempfile

BUILD = pathlib.Path(sys.argv[1])


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        run("cpack", "-G", "DEB", "-B", folder, "--config", BUILD / "CPackConfig.cmake", cwd=BUILD)
        package, = folder.glob("cupel_*.deb")
        depends = run("dpkg-deb", "-f", package, "Depends")
        for word in ("qt", "libx11", "python"):
            assert word not in depends.lower(), depends
        root = folder / "root"
        run("dpkg-deb", "-x", package, root)
        for path in ("usr/bin/cupel", "usr/share/man/man1/cupel.1",
                     "usr/share/bash-completion/completions/cupel",
                     "usr/share/zsh/vendor-completions/_cupel",
                     "usr/share/fish/vendor_completions.d/cupel.fish",
                     "usr/share/doc/cupel/copyright"):
            assert (root / path).is_file(), path
        program = root / "usr/bin/cupel"
        sample = root / "usr/share/doc/cupel/sample"
        bare = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent"}
        shown = run(program, "audit", sample / "loans.csv", "--roles", sample / "roles.json",
                    "--fail-on", "never", cwd="/", env=bare)
        assert "5,000 rows" in shown, shown
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
