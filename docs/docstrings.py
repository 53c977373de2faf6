"""Read the `Example:` of our docstrings as code: the documentation tool knows the plural only."""

from __future__ import annotations

import re
from typing import Any

import griffe

SINGULAR = re.compile(r"^([ \t]*)Example:[ \t]*$", re.MULTILINE)


class Examples(griffe.Extension):
    """Turns the heading into the plural, for the site alone."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        """Change the docstring of an object as it is loaded."""
        if obj.docstring is not None:
            obj.docstring.value = SINGULAR.sub(r"\1Examples:", obj.docstring.value)
