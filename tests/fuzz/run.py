#!/usr/bin/env python3
"""Runs every fuzz target of a build for a while: `tests/fuzz/run.py SECONDS BUILD [TARGET…]`.

Starts from the seeds beside this file; what is found on the way is not kept, but for an input that
crashes, hangs or eats memory: its path is printed, and the status is 1.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
# Which words a target is given; the others read mail.
DICTIONARIES = {"config": "toml.dict", "pattern": "pattern.dict", "rpc": "rpc.dict", "session": "rpc.dict"}


def last(pattern, text):
    found = re.findall(pattern, text)
    return found[-1] if found else "?"


def run(program, seconds, artifacts):
    """Prints one line on the target and returns whether it held."""
    target = program.name.removeprefix("fuzz-")
    seeds = HERE / "seeds" / target
    with tempfile.TemporaryDirectory() as corpus:
        command = [
            program,
            f"-max_total_time={seconds}",
            "-rss_limit_mb=2048",
            "-timeout=10",
            "-max_len=65536",
            "-print_final_stats=1",
            f"-dict={HERE / DICTIONARIES.get(target, 'mail.dict')}",
            f"-artifact_prefix={artifacts}/{target}-",
            corpus,
        ]
        if seeds.is_dir():
            command.append(seeds)
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    log = done.stderr
    executions = last(r"stat::number_of_executed_units: (\d+)", log)
    print(f"{target}: {executions} executions, coverage {last(r' cov: ([0-9]+)', log)}, ", end="")
    if done.returncode == 0:
        print("no crash")
        return True
    print(f"CRASH, input {last(r'Test unit written to (.*)', log)}")
    print("\n".join(log.splitlines()[-60:]))
    return False


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    seconds = int(sys.argv[1])
    folder = pathlib.Path(sys.argv[2]).resolve() / "tests" / "fuzz"
    programs = sorted(path for path in folder.glob("fuzz-*") if path.is_file())
    if sys.argv[3:]:
        programs = [path for path in programs if path.name.removeprefix("fuzz-") in sys.argv[3:]]
    if not programs:
        sys.exit(f"there are no fuzz targets in {folder}; set up with -Dfuzzers=true")
    artifacts = folder / "crashes"
    artifacts.mkdir(exist_ok=True)
    held = [run(program, seconds, artifacts) for program in programs]
    sys.exit(0 if all(held) else 1)


main()
