"""Fuzz with coverage as the guide; to be run, not a test. Needs the extra `fuzz` (atheris).

    python tests/fuzz/run.py [--seconds 60] [--runs N] [target ...]

Each target starts from its seeds in `corpus/` and from what an earlier run found worth keeping, in
`build/fuzz/`. What breaks a target is written there, and its name is printed: mend it, then put the input
into `corpus/`, where every run of the tests tries it again.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
from functools import partial
from pathlib import Path

HERE = Path(__file__).parent
WORK = HERE.parent.parent / "build" / "fuzz"
WORDED = {"wording", "draft"}
LONGEST = {
    "wording": 200, "draft": 400, "date": 64, "figure": 80, "store": 40_000, "workbook": 20_000,
    "stix": 12_000,
}  # fmt: skip


def fuzz_one(name, libfuzzer):
    """Fuzz one target in this process, which libFuzzer ends."""
    import atheris

    sys.path[:0] = [str(HERE), str(HERE.parent)]
    with atheris.instrument_imports(include=["claimtrack"]):
        from targets import CLOSELY, TARGETS
    target = TARGETS[name]
    CLOSELY["one_in"] = 8

    def once(data):
        target(bytes(data))

    words = {"custom_mutator": partial(by_words, judged())} if name in WORDED else {}
    atheris.Setup([name, *libfuzzer], once, **words)
    atheris.Fuzz()


def judged():
    """Wordings and sentences of the press, as they were judged."""
    files = sorted((HERE.parent / "data" / "wording").glob("*.jsonl"))
    rows = (json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines())
    return [row["text"].split(" ") for row in rows if "text" in row]


def by_words(known, data, longest, seed):
    """Change a text by its words, for half of the inputs: what comes out are wordings, not broken letters."""
    import atheris

    rng = random.Random(seed)  # noqa: S311 - what is drawn is no secret
    if rng.random() < 0.5:
        return atheris.Mutate(data, longest)
    words = data.decode("utf-8", "replace").split(" ") if rng.random() < 0.5 else [*rng.choice(known)]
    for _ in range(rng.randint(1, 4)):
        at, gone, other = rng.randint(0, len(words)), rng.choice((0, 0, 1, 1, 2, 8)), rng.choice(known)
        start = rng.randrange(len(other))
        taken = other[start : start + rng.choice((1, 1, 2, 3, 8))]
        words[at : at + gone] = rng.choice((taken, taken, taken, [], words[at : at + 2] * 2))
    return " ".join(words).encode()[:longest]


def start(name, given):
    """Fuzz one target in a process of its own."""
    kept, seeds = WORK / name, HERE / "corpus" / name
    kept.mkdir(parents=True, exist_ok=True)
    libfuzzer = [
        str(kept), str(seeds), f"-artifact_prefix={WORK / name}-", f"-max_len={LONGEST.get(name, 6000)}",
        "-timeout=20", "-rss_limit_mb=3000", "-print_final_stats=1", "-verbosity=1",
    ]  # fmt: skip
    libfuzzer.append(f"-runs={given.runs}" if given.runs else f"-max_total_time={given.seconds}")
    if given.seed:
        libfuzzer.append(f"-seed={given.seed}")
    run = subprocess.run(
        [sys.executable, __file__, "--inside", name, *libfuzzer],
        capture_output=True, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip
    told = run.stderr + run.stdout
    done = [line for line in told.splitlines() if "number_of_executed_units" in line]
    print(f"{name:<12} {done[0].split()[-1] if done else '?':>8} inputs", end=" ")
    if run.returncode == 0:
        print("nothing found", flush=True)
        return 0
    print("FOUND:", flush=True)
    print("\n".join(f"    {line}" for line in told.splitlines() if keep(line)), flush=True)
    return 1


CHATTER = ("INFO", "#", "stat::", "    #", "0x", "\\x", "MS: ", "Done", "WARNING: Failed to find function")


def keep(line):
    """Whether a line of what libFuzzer tells says what broke, and where it is kept."""
    return not line.startswith(CHATTER)


def main():
    """Fuzz the targets that are named, or all."""
    if sys.argv[1:2] == ["--inside"]:
        fuzz_one(sys.argv[2], sys.argv[3:])
    sys.path[:0] = [str(HERE), str(HERE.parent)]
    from targets import TARGETS

    parser = argparse.ArgumentParser(description="Fuzz what reads foreign input.")
    parser.add_argument("--seconds", type=int, default=60, help="of each target")
    parser.add_argument("--runs", type=int, default=0, help="inputs of each target, instead of seconds")
    parser.add_argument("--seed", type=int, default=0, help="the same inputs each time")
    parser.add_argument("targets", nargs="*", choices=[*TARGETS, []], metavar="target")
    given = parser.parse_args()
    sys.exit(min(1, sum(start(name, given) for name in given.targets or TARGETS)))


if __name__ == "__main__":
    main()
