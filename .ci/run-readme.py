"""Run the README's Python statement by statement, and hold what it prints against the README.

python -I .ci/run-readme.py README.md: with an interpreter that has the wheel installed and nothing else.
"""

from __future__ import annotations

import ast
import io
import re
import sys
from contextlib import redirect_stdout
from pathlib import Path

BLOCK = re.compile(r"^```(python|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def main() -> None:
    """Run it."""
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    names: dict[str, object] = {"__name__": "readme"}
    statements, printed = 0, ""
    for kind, block in BLOCK.findall(text):
        if kind == "text":
            stated = [line.rstrip() for line in block.splitlines()]
            if stated != [line.rstrip() for line in printed.splitlines()]:
                sys.exit(f"the README says that this is printed:\n{block}\nbut it is:\n{printed}")
            continue
        out = io.StringIO()
        for statement in ast.parse(block).body:
            where = f"README.md, line {statement.lineno} of the block"
            code = compile(ast.Module([statement], []), where, "exec")
            with redirect_stdout(out):
                exec(code, names)  # noqa: S102  # the README's own code
            statements += 1
        printed = out.getvalue()
    if not statements:
        sys.exit("the README holds no Python")
    import claimtrack

    print(f"README: {statements} statements, each ran, and print what it says; {claimtrack.__file__}")


if __name__ == "__main__":
    main()
