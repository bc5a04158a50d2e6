"""A client by the rules as plain JSON: the output of `rules --format json`.

The names of the keys are a contract. Numbers are rounded to four decimals.
"""

from scoring.evaluate import Evaluation, turning
from scoring.formulas import Amount, Range, Unknown
from scoring.keyclient import Interval, Line, Rulebook

Json = dict[str, object]


def client_json(name: str, found: Evaluation, rulebook: Rulebook) -> Json:
    """Return what the rules say of a client."""
    result = found.assessment
    return {
        "client": name,
        "status": str(result.status),
        "points": _points(result.points),
        "criteria": {line.criterion.id: _line(line) for line in result.lines},
        "quantities": {
            one.id: _amount(found.values[one.id]) for one in rulebook.quantities
        },
        "stops": {stop.id: holds for stop, holds in found.stops},
        "flags": {flag.id: holds for flag, holds in found.flags},
        "settling": [
            {"criterion": one.criterion.id, "missing": list(one.missing)}
            for one in found.settling
        ],
        "turning": {
            one.criterion.id: {
                "points": _points(one.points),
                "status": str(one.status),
            }
            for one in turning(rulebook, found)
        },
    }


def _line(line: Line) -> Json:
    return {
        "level": list(line.levels),
        "known": line.known,
        "points": _points(line.points),
        "weight": round(float(line.criterion.weight), 4),
    }


def _amount(value: Amount | Unknown) -> object:
    if isinstance(value, Unknown):
        return {"missing": list(value.about), "why": str(value.why)}
    if isinstance(value, Range):
        ends = [round(float(end), 4) for end in (value.low, value.high)]
        return ends[0] if value.exact else ends
    return [round(float(one), 4) for one in value]


def _points(points: Interval) -> list[float]:
    return [round(float(points.low), 4), round(float(points.high), 4)]
