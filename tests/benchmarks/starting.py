"""How long `import claimtrack` and the command take beside a bare Python: the best of 15 runs."""

from __future__ import annotations

import os
import subprocess
import sys
import time

RUNS = 15
COMMAND = "import sys, _claimtrack_command as c; sys.argv = ['claimtrack', *sys.argv[1:]]; sys.exit(c.main())"
STARTS = {
    "python": ["pass"],
    "import claimtrack": ["import claimtrack"],
    "claimtrack --help": [COMMAND, "--help"],
    "claimtrack table --help": [COMMAND, "table", "--help"],
    "claimtrack demo": [COMMAND, "demo"],
}


def spent(arguments: list[str]) -> tuple[float, float]:
    before, started = os.times(), time.perf_counter()
    subprocess.run([sys.executable, "-c", *arguments], check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return used, time.perf_counter() - started


def main() -> None:
    for name, arguments in STARTS.items():
        runs = [spent(arguments) for _ in range(RUNS)]
        used, took = (min(times) for times in zip(*runs, strict=True))
        print(f"{name}: {used:.2f} s of processor time, {took:.2f} s by the clock")


if __name__ == "__main__":
    main()
