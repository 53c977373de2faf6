"""A result as plain dicts, lists, texts and numbers."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.origins import Voice
from claimtrack.reconcile.citing import said
from claimtrack.reconcile.headline import Explained
from claimtrack.reconcile.parts import Constraint
from claimtrack.reconcile.roles import AccountEntry, Conflict


def figures_dict(result: Explained) -> dict[str, object]:
    """The result as plain dicts, lists, texts and numbers."""
    return {
        "kind": "figure",
        "question": {"id": result.question.id, "label": result.question.label},
        "event": {"id": result.event.id, "label": str(result.event)},
        "policy": {"name": result.policy, "version": result.policy_version, "cites": result.cites},
        "unit": "persons",
        "low": result.low,
        "best": result.best,
        "high": result.high,
        "text": result.text,
        "because": result.ruling.because,
        "estimated": result.estimated,
        "interval": None if result.ruling.interval is None else list(result.ruling.interval),
        "level": result.ruling.level,
        "assessed": result.assessed,
        "imputed": [claim.id for claim in result.imputed],
        "computed": list(result.computed),
        "independent": {"low": result.independent.low, "high": result.independent.high},
        "voices": [_voice_dict(voice) for voice in result.voices],
        "account": [_entry_dict(result, entry) for entry in result.account],
        "conflicts": conflict_dicts(result.conflicts),
        "constraints": [_constraint_dict(constraint) for constraint in result.constraints],
    }


def _voice_dict(voice: Voice) -> dict[str, object]:
    return {
        "claims": [claim.id for claim in voice.claims],
        "origins": sorted(voice.origins),
        "low": voice.ends[0],
        "point": voice.point,
        "high": voice.ends[1],
    }


def _entry_dict(result: Explained, entry: AccountEntry) -> dict[str, object]:
    claim = entry.claim
    return {
        "claim": claim.id,
        "source": claim.source.name,
        "via": [source.name for identity in claim.via if (source := result.log.source(identity)) is not None],
        "stated": None if claim.stated is None else claim.stated.iso,
        "answer": claim.as_given,
        "says": said(claim),
        "state": result.status(claim).state.value,
        "role": entry.role.value,
        "because": entry.because,
    }


def conflict_dicts(conflicts: Sequence[Conflict]) -> list[dict[str, object]]:
    """Conflicts as plain dicts."""
    return [
        {"kind": c.kind.value, "claims": [claim.id for claim in c.claims], "because": c.because}
        for c in conflicts
    ]


def _constraint_dict(constraint: Constraint) -> dict[str, object]:
    return {
        "effect": constraint.effect.value,
        "low": constraint.low,
        "high": constraint.high,
        "claims": [claim.id for claim in constraint.claims],
        "because": constraint.because,
    }
