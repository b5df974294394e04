#!/usr/bin/env python3
"""The packages that packaging/package makes of this build: what is in them, what lintian says, and that the
program in each runs on a draft, away from where it was built. Parts whose tools are missing are skipped, and
that is said.

Usage: packages_test.py BUILD ROOT
"""

import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile
import tempfile

BUILD, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
DRAFT = "Hey Dana,\n\nI look forward to starting the the job.\n\nCheers\n"
INSTALLED = ["bin/mailcheck", "bin/mailcheck-sendmail", "share/bash-completion/completions/mailcheck",
             "share/zsh/site-functions/_mailcheck", "share/fish/vendor_completions.d/mailcheck.fish",
             "share/doc/mailcheck/copyright", "share/doc/mailcheck/changelog.gz", "share/doc/mailcheck/docs/usage.md",
             "share/doc/mailcheck/docs/rules/README.md", "share/mailcheck/schema/mailcheck-config.schema.json"]
MANUAL = ["share/man/man1/mailcheck.1.gz", "share/man/man1/mailcheck-sendmail.1.gz", "share/man/man5/mailcheck.toml.5.gz"]
failed = []
passed = []


def check(what, holds, shown=""):
    (passed if holds else failed).append(what)
    if not holds:
        print(f"FAILED: {what}\n{shown}")


def run(*words, **settings):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False, timeout=500,
                          stdin=subprocess.DEVNULL, **settings)


def finds_faults(name, folder, *command, **settings):
    (folder / "draft.txt").write_text(DRAFT)
    done = run(*command, "--no-config", "--format", "gnu", "draft.txt", cwd=folder, **settings)
    check(f"{name}: the program finds the doubled word",
          done.returncode == 1 and "[doubled-word]" in done.stdout, done.stdout + done.stderr)
    version = run(*command, "--version", cwd=folder, **settings)
    check(f"{name}: --version names libraries and dictionaries",
          all(word in version.stdout for word in ("ICU ", "PCRE2 ", "dictionary en_US ", "dictionary en_GB ")), version.stdout)


def test_deb(deb, folder):
    root = folder / "root"
    admin = root / "var/lib/dpkg"
    for name in ("info", "updates", "triggers"):
        (admin / name).mkdir(parents=True, exist_ok=True)
    (admin / "status").touch()
    done = run("dpkg", f"--root={root}", "--force-not-root", "--force-depends", "--force-script-chrootless",
               "--log=/dev/null", "-i", deb)
    check("deb: dpkg installs it into an empty root", done.returncode == 0, done.stderr)
    manual = MANUAL if shutil.which("scdoc") else []
    for name in [*INSTALLED, *manual]:
        check(f"deb: holds {name}", (root / "usr" / name).is_file())
    finds_faults("deb", folder, root / "usr/bin/mailcheck")
    depends = run("dpkg-deb", "-f", deb, "Depends").stdout
    check("deb: depends on the C library", "libc6" in depends, depends)
    if not shutil.which("lintian"):
        print("skipped: there is no lintian")
        return
    done = run("lintian", "--allow-root", "--fail-on", "error", deb)
    check("deb: lintian finds no error", done.returncode == 0, done.stdout + done.stderr)


def test_npm(package, folder):
    if not shutil.which("npx"):
        print("skipped: there is no npx")
        return
    environment = {**os.environ, "npm_config_cache": str(folder / "cache"), "npm_config_offline": "true",
                   "npm_config_update_notifier": "false", "npm_config_audit": "false", "npm_config_fund": "false"}
    # As on a machine that knows nothing of it.
    done = run("npm", "install", "--prefix", folder / "app", package, cwd=folder, env=environment)
    check("npm: installs from the tarball", done.returncode == 0, done.stderr)
    finds_faults("npm", folder, "npx", "--offline", "--yes", "--package", package, "mailcheck", env=environment)
    done = run(folder / "app/node_modules/.bin/mailcheck", "--version")
    check("npm: the installed command runs", done.stdout.startswith("mailcheck "), done.stderr)
    with tarfile.open(package) as archive:
        data = json.load(archive.extractfile("package/package.json"))
    check("npm: is for Linux x64 alone", data["os"] == ["linux"] and data["cpu"] == ["x64"])


def test_archive(archive, folder):
    with tarfile.open(archive) as packed:
        packed.extractall(folder)
    program = next(folder.glob("*/bin/mailcheck"))
    finds_faults("archive", folder, program)


def test_sums(output):
    for line in (output / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split()
        check(f"checksum of {name}", hashlib.sha256((output / name).read_bytes()).hexdigest() == digest)


def main():
    for tool in ("dpkg-shlibdeps", "dpkg-deb", "ldd", "strip"):
        if not shutil.which(tool):
            print(f"skipped: there is no {tool}")
            sys.exit(77)
    with tempfile.TemporaryDirectory(prefix="mailcheck-packages-") as top:
        folder = pathlib.Path(top)
        output = folder / "dist"
        kinds = ["deb", "tar"] + (["npm"] if shutil.which("npm") else [])
        for kind in kinds:
            done = run(ROOT / "packaging/package", "--build", BUILD, "--only", kind, output,
                       env={**os.environ, "DEBFULLNAME": "A test", "DEBEMAIL": "nobody@debian.org"})
            check(f"{kind}: is made", done.returncode == 0, done.stdout + done.stderr)
        for pattern, test in {"*.deb": test_deb, "*.tgz": test_npm, "*-linux-*.tar.gz": test_archive}.items():
            for path in output.glob(pattern):
                place = folder / f"of-{path.suffix[1:]}-{len(passed)}"
                place.mkdir()
                test(path, place)
        test_sums(output)
    print(f"{len(passed)} passed, {len(failed)} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
