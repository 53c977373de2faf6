"""The house: imports point one way, the package stays light, and modules and functions stay small."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import claimtrack

PACKAGE = Path(claimtrack.__file__).parent

# From the ground up: a room imports only from rooms above it in this list. CONTRIBUTING.md says what
# each is for. `claimtrack/__init__.py` stands outside: it gathers the public names of all of them.
HOUSE = [
    "errors",
    "telling",
    "identity",
    "dates",
    "checks",
    "figures",
    "wording",
    "sources",
    "events",
    "questions",
    "answers",
    "evidence",
    "claims",
    "assessments",
    "log",
    "origins",
    "interest",
    "status",
    "schemes",
    "reconcile",
    "history",
    "problems",
    "tidy",
    "ledger",
    "learning",
    "drafts",
    "tables",
    "plots",
    "report",
    "io",
    "frames",
    "laws",
    "strategies",
    "testing",
    "cli",
]

IMPORTED_ON_FIRST_USE = {"cattrs", "dateutil", "tabulate", "sqlite3"}
OPTIONAL = {
    "click", "duckdb", "hypothesis", "jinja2", "matplotlib", "narwhals", "numpy", "openpyxl", "pandas",
    "polars", "pyarrow", "pyspark", "rich", "stix2", "threadpoolctl",
}

MODULE_LINES = 400
FUNCTION_LINES = 60  # without its docstring
BANNED_WORDS = {
    "fact", "truth", "score", "trust", "item", "manager", "handler",
    "util", "utils", "helper", "helpers", "misc",
}
BANNED_BOOLEANS = {"verified", "is_verified"}

FILES = sorted(PACKAGE.rglob("*.py"))
every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())


@cache
def parsed(path):
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def module_name(path):
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in FILES}


def room(module):
    """The room a module is in: "wording" for claimtrack.wording.french, "" for the package itself."""
    return [*module.split("."), ""][1]


def imports(path):
    """Every claimtrack module that a file imports, wherever in the file, with the line."""
    module = module_name(path)
    here = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parent = ".".join(here.split(".")[: len(here.split(".")) - node.level + 1])
                base = f"{parent}.{base}" if base else parent
            # `from claimtrack.wording import french` imports a module where there is one of that name
            # and the version is nobody's but the package's
            full = [f"{base}.{alias.name}" for alias in node.names if alias.name != "__version__"]
            names = sorted({name if name in MODULES else base for name in full})
        else:
            continue
        yield from ((name, node.lineno) for name in names if name.split(".")[0] == "claimtrack")


@every_file
def test_every_module_has_its_place_in_the_house(path):
    place = room(module_name(path))
    assert place in {"", *HOUSE}, (
        f"claimtrack/{place} is not in the list HOUSE of {Path(__file__).name}: "
        "add it where its imports allow, and describe it in CONTRIBUTING.md"
    )


@every_file
def test_imports_point_one_way(path):
    place = room(module_name(path))
    if not place:
        return
    wrong = []
    for imported, line in imports(path):
        target = room(imported)
        if not target:
            wrong.append(f"{path.name}:{line} imports the package itself: name the module that defines it")
        elif target not in HOUSE:
            wrong.append(f"{path.name}:{line} imports {imported}, which is not in the house")
        elif HOUSE.index(target) > HOUSE.index(place):
            wrong.append(f"{path.name}:{line}: {place} imports {target}, further down the house")
    assert not wrong, "\n".join(wrong)


def test_no_modules_import_each_other():
    graph = {
        module: {name for name, _ in imports(path) if name != module}
        for module, path in MODULES.items()
        if module != "claimtrack"
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"these modules import each other: {' -> '.join(error.args[1])}", pytrace=False)


def test_importing_the_package_loads_nothing_optional():
    code = "import sys, json, claimtrack; print(json.dumps([name.split('.')[0] for name in sys.modules]))"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=PACKAGE.parent, capture_output=True, text=True, check=True
    )
    loaded = set(json.loads(run.stdout))
    bare_code = code.replace(", claimtrack", "")  # what the interpreter brings by itself
    bare = subprocess.run(
        [sys.executable, "-c", bare_code], capture_output=True, text=True, check=True
    )
    heavy = (loaded - set(json.loads(bare.stdout))) & (IMPORTED_ON_FIRST_USE | OPTIONAL)
    assert not heavy, f"import claimtrack loads {sorted(heavy)}: import them where they are first used"


@every_file
def test_modules_stay_small(path):
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= MODULE_LINES, f"{path.name} has {lines} lines, more than {MODULE_LINES}: split it"


@every_file
def test_functions_stay_small(path):
    long = []
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = node.end_lineno - node.lineno + 1
            if ast.get_docstring(node) is not None:
                lines -= node.body[0].end_lineno - node.body[0].lineno + 1
            if lines > FUNCTION_LINES:
                long.append(f"{path.name}:{node.lineno} {node.name} has {lines} lines")
    assert not long, f"more than {FUNCTION_LINES} lines, docstrings not counted:\n" + "\n".join(long)


def words(name):
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


@every_file
def test_names_are_the_terms_of_the_field(path):
    defined = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    named = [(node.name, node.lineno) for node in ast.walk(parsed(path)) if isinstance(node, defined)]
    named.append((path.stem, 1))
    banned = [f"{path.name}:{line} {name}" for name, line in named if words(name) & BANNED_WORDS]
    assert not banned, "names without a meaning in the field:\n" + "\n".join(banned)


def is_bool(node):
    return (isinstance(node, ast.Name) and node.id == "bool") or (
        isinstance(node, ast.Constant) and isinstance(node.value, bool)
    )


@every_file
def test_no_boolean_is_called_verified(path):
    found = []
    for node in ast.walk(parsed(path)):
        match node:
            case (
                ast.AnnAssign(target=ast.Name(id=name) | ast.Attribute(attr=name), annotation=kind)
                | ast.Assign(targets=[ast.Name(id=name) | ast.Attribute(attr=name)], value=kind)
                | ast.arg(arg=name, annotation=kind)
                | ast.keyword(arg=name, value=kind)
                | ast.FunctionDef(name=name, returns=kind)
            ) if name in BANNED_BOOLEANS and is_bool(kind):
                found.append(f"{path.name}:{node.lineno} {name}")
    assert not found, "verification has several axes, and no yes or no:\n" + "\n".join(found)


@every_file
def test_no_assert_and_no_bare_except(path):
    found = []
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Assert):
            found.append(f"{path.name}:{node.lineno} assert: raise an error that says what to do")
        if isinstance(node, ast.ExceptHandler) and node.type is None:
            found.append(f"{path.name}:{node.lineno} except without a class")
    assert not found, "\n".join(found)
