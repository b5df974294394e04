import pathlib

pathlib.Path("terminal.py").write_text('''
import os, pty, subprocess, sys, tty

def run(*options, **environment):
    """What the program writes to a terminal on standard error, with the findings in a file."""
    main, other = pty.openpty()
    tty.setraw(other)
    with open("findings", "wb") as findings:
        done = subprocess.Popen(["mailcheck", "--select", "rude", "--format", "gnu", *options, *["draft.txt"] * 100],
                                stdout=findings, stderr=other, env={**os.environ, "TERM": "xterm", **environment})
        os.close(other)
        seen = b""
        while True:
            try:
                piece = os.read(main, 65536)
            except OSError:
                break
            seen += piece
            if not piece:
                break
        done.wait()
    os.close(main)
    return seen.decode()

seen = run("--progress", "always")
print("drawn" if "Checking" in seen and "/100" in seen else f"not drawn: {seen!r}")
print("taken away" if seen.endswith("\\r\\x1b[K") else f"left: {seen!r}")
print("without colour" if "\\x1b[" not in seen.replace("\\x1b[K", "") else f"coloured: {seen!r}")
print(len(open("findings").readlines()), "findings")
for options, environment in ((["--progress", "never"], {}), ([], {"TERM": "dumb"}), (["--quiet"], {})):
    print(options, environment, repr(run(*options, **environment)))
''')
