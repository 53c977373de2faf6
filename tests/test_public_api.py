"""The public names: their signatures change only on purpose, and each says what it means."""

from __future__ import annotations

import ast
import enum
import importlib
import inspect
import re
import types
from pathlib import Path

import attrs
import pytest

import claimtrack

ROOT = Path(__file__).parent.parent
NAMES = sorted(claimtrack.__all__)
each_name = pytest.mark.parametrize("name", NAMES)
QUOTED = re.compile(r"(: |-> )'([^']*)'")  # annotations are strings, and read better without quotes
PATHS = re.compile(r"\bclaimtrack\.(?:\w+\.)*| at 0x[0-9a-f]+")


def signature(thing):
    try:
        shown = str(inspect.signature(thing))
    except (TypeError, ValueError):
        return ""
    return PATHS.sub("", QUOTED.sub(r"\1\2", shown))


def own_members(cls):
    """Public members that claimtrack defines, those of its base classes included."""
    members = {}
    for base in reversed(cls.__mro__):
        if base.__module__.split(".")[0] == "claimtrack":
            members.update(vars(base))
    slots = {field.name for field in attrs.fields(cls)} if attrs.has(cls) else set()
    for name, member in sorted(members.items()):
        if not name.startswith("_") and name not in slots:
            yield name, member


def member_line(name, member):
    if isinstance(member, property):
        return f"    {name} -> {signature(member.fget).rpartition(' -> ')[2]}"
    if isinstance(member, classmethod | staticmethod):
        return f"    @{type(member).__name__} {name}{signature(member.__func__)}"
    if callable(member):
        return f"    {name}{signature(member)}"
    return f"    {name}"


def class_lines(name, cls):
    bases = ", ".join(base.__name__ for base in cls.__bases__ if base is not object)
    if issubclass(cls, enum.Enum):
        yield f"class {name}({bases})"
        yield from (f"    {member.name} = {member.value!r}" for member in cls)
        return
    yield f"class {name}({bases})" if bases else f"class {name}"
    if cls.__init__ is not object.__init__ and "claimtrack" in getattr(cls.__init__, "__module__", ""):
        yield f"    __init__{signature(cls.__init__)}"
    if attrs.has(cls):
        settled = [field for field in attrs.fields(cls) if not field.init and not field.name.startswith("_")]
        yield from (f"    {field.name}: {type_name(field.type)}" for field in settled)
    yield from (member_line(*member) for member in own_members(cls))


def type_name(kind):
    return kind if isinstance(kind, str) else getattr(kind, "__name__", str(kind))


def public_lines():
    for name in NAMES:
        thing = getattr(claimtrack, name)
        if inspect.isclass(thing):
            yield from class_lines(name, thing)
        elif inspect.ismodule(thing):
            yield f"module {name}"
        elif callable(thing) and not isinstance(thing, types.GenericAlias):
            yield f"def {name}{signature(thing)}"
        else:
            yield f"{name}: {type(thing).__name__}"


def test_public_names_and_signatures_are_the_pinned_ones(golden):
    golden("public_api", "\n".join(public_lines()))


def test_every_public_name_stands_in_all_once():
    assert len(set(claimtrack.__all__)) == len(claimtrack.__all__), "a name stands twice in __all__"
    stray = {
        name
        for name, thing in vars(claimtrack).items()
        if not name.startswith("_") and not inspect.ismodule(thing) and name != "annotations"
    } - set(claimtrack.__all__)
    assert not stray, f"public in claimtrack but not in __all__: {sorted(stray)}"


TOLD = re.compile(r"<!-- names of (claimtrack[\w.]*)(?:: ([\w\s,]+?))? -->")
PAGES = sorted((Path(__file__).parents[1] / "docs" / "reference").glob("api*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_page_tells_of_a_module_is_what_the_module_says_is_public(page):
    for module, names in TOLD.findall(page.read_text(encoding="utf-8")):
        public = getattr(importlib.import_module(module), "__all__", None)
        assert public is not None, f"{module} is on {page.name} and has no __all__"
        told = {name.strip() for name in names.split(",")} - {""}
        assert told <= set(public), f"{page.name} tells of {told - set(public)}, not public in {module}"


@each_name
def test_public_name_says_what_it_means(name):
    thing = getattr(claimtrack, name)
    if not (inspect.isclass(thing) or inspect.isfunction(thing) or inspect.ismodule(thing)):
        return  # a constant or an alias is documented where it is defined
    first = (inspect.cleandoc(thing.__doc__ or "")).split("\n\n")[0].strip()
    assert first, f"{name} has no docstring"
    assert first.endswith((".", ":")), f"the docstring of {name} does not begin with a sentence: {first!r}"


@each_name
def test_public_class_describes_its_attributes(name):
    cls = getattr(claimtrack, name)
    if not inspect.isclass(cls):
        return
    if issubclass(cls, enum.Enum):
        needed = [member.name for member in cls]
    elif attrs.has(cls):
        needed = [field.name for field in attrs.fields(cls) if not field.name.startswith("_")]
    else:
        return
    text = inspect.cleandoc(cls.__doc__ or "")
    part = re.search(r"^Attributes:\n((?:[ \t]+.*\n?|\n)+)", text, re.MULTILINE)
    described = set(re.findall(r"^    (\w+)(?: \(.*\))?:", part[1], re.MULTILINE)) if part else set()
    if issubclass(cls, enum.Enum) and not described:
        return  # a list of plain words of the field; once one is explained, all are
    missing = [field for field in needed if field not in described]
    assert not missing, f'the docstring of {name} has no "Attributes:" line for {", ".join(missing)}'


@each_name
def test_public_methods_say_what_they_mean(name):
    cls = getattr(claimtrack, name)
    if not inspect.isclass(cls) or issubclass(cls, enum.Enum):
        return
    documented = property | classmethod | staticmethod | types.FunctionType
    silent = [
        method
        for method, member in own_members(cls)
        if isinstance(member, documented) and not member.__doc__
    ]
    assert not silent, f"{name} has members without a docstring: {', '.join(silent)}"


def test_the_reference_has_a_place_for_the_room_of_every_public_name():
    hooks = ast.parse((ROOT / "docs" / "hooks.py").read_text(encoding="utf-8"))
    values = {ast.unparse(node.targets[0]): node.value for node in hooks.body if isinstance(node, ast.Assign)}
    things = [getattr(claimtrack, name) for name in claimtrack.__all__]
    told = [thing for thing in things if inspect.isclass(thing) or inspect.isfunction(thing)]
    rooms = {thing.__module__.split(".")[1] for thing in told}
    assert rooms == set(ast.literal_eval(values["ORDER"]))
