"""What makes the page safe to open: links to the web only, and a policy that lets nothing else run."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from urllib.parse import urlsplit


def web_link(url: str | None) -> str | None:
    """The address, if it is one of the web that a browser may be sent to; else `None`.

    Example:
        >>> web_link("https://example.org/a"), web_link("javascript:alert(1)")
        ('https://example.org/a', None)
    """
    if url is None or any(character <= " " or character == "\\" for character in url.strip()):
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname or "@" in parts.netloc:
        return None
    return url.strip()


def content_policy(style: str, script: str) -> str:
    """A content-security policy under which this style sheet and script work, and nothing is loaded.

    Source: W3C, Content Security Policy Level 3, hash sources.
    """
    return (
        f"default-src 'none'; style-src '{digest(style)}'; script-src '{digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def digest(text: str) -> str:
    """The hash source of an inline text, as the policy names it."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
