"""A fitted model as readable JSON, so that it can be published with a report and read again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from os import PathLike
from pathlib import Path

import attrs

from claimtrack.errors import InvalidField
from claimtrack.learning.columns import Bearing
from claimtrack.learning.habits import CellHabit, ClassHabit, Habits, SourceHabit
from claimtrack.learning.settings import Habit, Settings

FORMAT = "claimtrack learned model"
VERSION = 1
"""Rises whenever an older file would be read differently."""


def dump_habits(habits: Habits) -> dict[str, object]:
    """Habits as plain dicts, lists, texts and numbers."""
    cells = [
        {
            "source": habits.sources[cell.source].source,
            "bearing": habits.classes[cell.group].bearing,
            "kind": habits.classes[cell.group].kind,
            **{name: getattr(cell, name) for name in _CELL},
        }
        for cell in habits.cells
    ]
    plain = {name: getattr(habits, name) for name in _PLAIN}
    return {
        **plain,
        "settings": _dump_settings(habits.settings),
        "sources": [attrs.asdict(source) for source in habits.sources],
        "classes": [attrs.asdict(group) for group in habits.classes],
        "cells": cells,
        "covariance": None if habits.covariance is None else [list(row) for row in habits.covariance],
        "misses": list(habits.misses),
    }


_PLAIN = ("variant", "typical", "size", "size_spread", "questions", "voices")
_CELL = ("bias", "spread", "level", "voices", "questions")
_SETTINGS = tuple(field.name for field in attrs.fields(Settings) if field.name != "habits")


def read_habits(data: object, where: str) -> Habits:
    """Habits from plain dicts.

    Raises:
        InvalidField: If something is missing, unknown or of the wrong type.
    """
    held = _record(data, {*_PLAIN, "settings", "sources", "classes", "cells", "covariance", "misses"}, where)
    sources = tuple(
        SourceHabit(
            _label(row["source"], at),
            *(_number(row[name], f"{at}.{name}") for name in ("noise", "voices", "straight")),
        )
        for row, at in _rows(held["sources"], {"source", "noise", "voices", "straight"}, f"{where}.sources")
    )
    numbers = ("mean", "mean_spread", "spread", "level")
    classes = tuple(
        ClassHabit(
            _text(row["bearing"], at),
            _text(row["kind"], at),
            *(_number(row[n], f"{at}.{n}") for n in numbers),
        )
        for row, at in _rows(held["classes"], {"bearing", "kind", *numbers}, f"{where}.classes")
    )
    source_of = {source.source: place for place, source in enumerate(sources)}
    class_of = {(group.bearing, group.kind): place for place, group in enumerate(classes)}
    cells = []
    for row, at in _rows(held["cells"], {"source", "bearing", "kind", *_CELL}, f"{where}.cells"):
        named = (_label(row["source"], at), (_text(row["bearing"], at), _text(row["kind"], at)))
        if named[0] not in source_of or named[1] not in class_of:
            raise InvalidField("load", at, row, "a source and a class that the file describes")
        bias, spread, level, voices, questions = (_number(row[name], f"{at}.{name}") for name in _CELL)
        place, group = source_of[named[0]], class_of[named[1]]
        cells.append(CellHabit(place, group, bias, spread, level, voices, int(questions)))
    if held["variant"] not in ("linear", "grid"):
        raise InvalidField("load", f"{where}.variant", held["variant"], "'linear' or 'grid'")
    plain = {name: _number(held[name], f"{where}.{name}") for name in _PLAIN if name != "variant"}
    return Habits(
        variant="grid" if held["variant"] == "grid" else "linear",
        settings=_read_settings(held["settings"], f"{where}.settings"),
        sources=sources, classes=classes, cells=tuple(cells),
        covariance=_matrix(held["covariance"], len(cells) + len(classes), f"{where}.covariance"),
        typical=plain["typical"], size=plain["size"], size_spread=plain["size_spread"],
        misses=tuple(sorted(_numbers(held["misses"], f"{where}.misses"))),
        questions=int(plain["questions"]), voices=plain["voices"],
    )  # fmt: skip


def write_json(path: str | PathLike[str], content: Mapping[str, object]) -> None:
    """Write a model file; its numbers are read back exactly."""
    whole = {"format": FORMAT, "version": VERSION, **content}
    Path(path).write_text(
        json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False) + "\n", encoding="utf-8"
    )


def read_json(path: str | PathLike[str], keys: set[str]) -> dict[str, object]:
    """Read a model file.

    Raises:
        InvalidField: If it is no such file, or of a version this library does not know.
    """
    try:
        data = json.loads(Path(path).read_text(encoding="utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise InvalidField("load", "path", str(path), "a model file in JSON", str(error)) from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise InvalidField("load", "path", str(path), f'a file with "format": "{FORMAT}"')
    if data.get("version") != VERSION:
        raise InvalidField(
            "load", "version", data.get("version"), f"{VERSION}", "a newer claimtrack may read it"
        )
    return _record(data, {"format", "version", *keys}, "$")


def _dump_settings(settings: Settings) -> dict[str, object]:
    habits = {Bearing(bearing).value: attrs.asdict(habit) for bearing, habit in settings.habits.items()}
    return {"habits": habits, **{name: getattr(settings, name) for name in _SETTINGS}}


def _read_settings(data: object, where: str) -> Settings:
    held = _record(data, {"habits", *_SETTINGS}, where)
    named = _record(held["habits"], {bearing.value for bearing in Bearing}, f"{where}.habits")
    habits: dict[Bearing, Habit] = {}
    for bearing in Bearing:
        at = f"{where}.habits.{bearing.value}"
        row = _record(named[bearing.value], {"mean", "mean_spread", "spread", "pinned"}, at)
        if not isinstance(row["pinned"], bool):
            raise InvalidField("load", f"{at}.pinned", row["pinned"], "true or false")
        mean, mean_spread, spread = (_number(row[n], f"{at}.{n}") for n in ("mean", "mean_spread", "spread"))
        habits[bearing] = Habit(mean, mean_spread, spread, row["pinned"])
    numbers = {name: _number(held[name], f"{where}.{name}") for name in _SETTINGS}
    steps = {name: int(numbers.pop(name)) for name in ("gaussian_steps", "most_steps")}
    return Settings(habits=habits, **steps, **numbers)  # type: ignore[arg-type]  # each number under its own name


def _record(data: object, keys: set[str], where: str) -> dict[str, object]:
    if not isinstance(data, dict) or set(data) != keys:
        given = sorted(data) if isinstance(data, dict) else data
        raise InvalidField("load", where, given, f"exactly the fields {', '.join(sorted(keys))}")
    return data


def _rows(data: object, keys: set[str], where: str) -> list[tuple[dict[str, object], str]]:
    if not isinstance(data, list):
        raise InvalidField("load", where, data, "a list")
    return [(_record(row, keys, f"{where}[{n}]"), f"{where}[{n}]") for n, row in enumerate(data)]


def _number(value: object, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise InvalidField("load", where, value, "a number")
    return value


def _numbers(data: object, where: str) -> list[float]:
    if not isinstance(data, list):
        raise InvalidField("load", where, data, "a list of numbers")
    return [_number(value, f"{where}[{n}]") for n, value in enumerate(data)]


def _matrix(data: object, size: int, where: str) -> tuple[tuple[float, ...], ...] | None:
    if data is None:
        return None
    if not isinstance(data, list) or len(data) != size:
        raise InvalidField("load", where, data, f"null, or {size} rows")
    rows = tuple(tuple(_numbers(row, f"{where}[{n}]")) for n, row in enumerate(data))
    if any(len(row) != size for row in rows):
        raise InvalidField("load", where, data, f"rows of {size} numbers")
    return rows


def _text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise InvalidField("load", where, value, "a text")
    return value


def _label(value: object, where: str) -> str | int:
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise InvalidField("load", where, value, "a text or a whole number")
    return value
