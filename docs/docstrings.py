"""What the documentation tool has to be told of our docstrings and signatures.

It knows the plural of `Example:` only, and it reads a strategy as the function that Hypothesis wraps.
"""

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

    def on_function(self, *, func: griffe.Function, **_: Any) -> None:
        """Show a strategy as it is called, without the argument that Hypothesis gives."""
        if any(str(decorator.value).endswith("composite") for decorator in func.decorators):
            del func.parameters[0]
            func.returns = f"SearchStrategy[{func.returns}]"
