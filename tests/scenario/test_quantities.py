"""Quantities, formulas and flags of a rulebook: what is wrong is told at its place."""

from pathlib import Path

import pytest

from simulator.scenario.rulebooks import parse_rulebook
from tests.scenario.samples import said

RULES = Path(__file__).parents[2] / "scenarios/base/rulebooks/key-clients.yaml"
TEXT = RULES.read_text(encoding="utf-8")
GAP = '"max(0, part(target-share, purchases) - sales)"'


def changed(old: str, new: str) -> bytes:
    """Return the shipped rulebook with one place changed."""
    assert TEXT.count(old) == 1, f"{old!r} stands {TEXT.count(old)} times"
    return TEXT.replace(old, new).encode()


def test_the_shipped_rules_have_no_mistake() -> None:
    assert parse_rulebook(TEXT.encode()).findings == ()


@pytest.mark.parametrize(
    ("old", "new", "code", "phrase"),
    [
        pytest.param(GAP, '"max(0, sales ! 2)"', "SCN512", "“!”", id="strange-sign"),
        pytest.param(GAP, '"root(sales)"', "SCN512", "“root”", id="strange-function"),
        pytest.param(GAP, '"sales -"', "SCN513", "ends", id="ends-early"),
        pytest.param(GAP, '"max(0, sales"', "SCN513", "ends", id="never-closed"),
        pytest.param(GAP, '"purchses - sales"', "SCN514", "`purchases`", id="unknown"),
        pytest.param(
            GAP, '"sales + overdue"', "SCN515", "RUB/year and what", id="units-differ"
        ),
        pytest.param(
            GAP, '"part(overdue, sales)"', "SCN515", "day", id="a-part-of-days"
        ),
        pytest.param(
            GAP, '"percent(sales, purchases)"', "SCN516", "comes to %", id="measure"
        ),
        pytest.param(GAP, '"gap - sales"', "SCN517", "on itself", id="itself"),
        pytest.param(
            GAP, '"part(growth-room, purchases)"', "SCN517", "`gap`", id="by-a-detour"
        ),
        pytest.param(
            GAP, '"purchases - sales - sales"', "SCN518", "`sales`", id="stands-twice"
        ),
        pytest.param(
            "measure: RUB/month,", "measure: RUR/month,", "SCN519", "RUB", id="currency"
        ),
        pytest.param(
            '"cv(purchases-by-month)"',
            '"purchases-by-month"',
            "SCN520",
            "cv",
            id="list",
        ),
        pytest.param(
            '"cv(purchases-by-month)"', '"cv(purchases)"', "SCN521", "list", id="single"
        ),
        pytest.param(
            '"percent(groups-bought, groups-relevant)"',
            '"percent(groups-bought)"',
            "SCN522",
            "2 values",
            id="too-few-values",
        ),
        pytest.param(GAP, '"sales / 0"', "SCN523", "zero", id="by-zero"),
        pytest.param(
            '"overdue > 60 day"', "overdue", "SCN524", "comparison", id="no-comparison"
        ),
        pytest.param(
            '"overdue > 60 day"', '"overdue > 60"', "SCN515", "day", id="a-bare-number"
        ),
        pytest.param(
            f"formula: {GAP}",
            f"formula: {GAP}, default: 3",
            "SCN526",
            "`default`",
            id="formula-and-default",
        ),
        pytest.param(
            "    from: growth-room\n",
            "    from: growth-rom\n",
            "SCN514",
            "`growth-room`",
            id="a-criterion-of-nothing",
        ),
        pytest.param(
            "percentile-of: purchases}",
            "percentile-of: purchase}",
            "SCN514",
            "`purchases`",
            id="a-rank-of-nothing",
        ),
        pytest.param(
            "measure: point, least: 0, most: 100,",
            "measure: point, least: nought, most: 100,",
            "SCN109",
            "number",
            id="no-number",
        ),
    ],
)
def test_a_mistake_is_told_with_what_was_meant(
    old: str, new: str, code: str, phrase: str
) -> None:
    findings = parse_rulebook(changed(old, new), "r.yaml").findings
    found = next((one for one in findings if one.code == code), None)
    assert found is not None, [(one.code, said(one)) for one in findings]
    assert phrase in said(found)
    line = TEXT[: TEXT.index(old)].count("\n") + 1
    assert found.line == line


def test_a_rulebook_of_criteria_that_are_all_off_is_refused() -> None:
    data = TEXT.replace("    weight: ", "    off: true\n    weight: ").encode()
    codes = {one.code for one in parse_rulebook(data).findings}
    assert codes == {"SCN525"}


def test_a_criterion_switched_off_leaves_its_weight_to_the_others() -> None:
    data = changed("    weight: 15\n", "    weight: 15\n    off: true\n")
    rules = parse_rulebook(data).rulebook
    assert rules is not None
    assert [one.id for one in rules.off] == ["margin"]
    assert sum(one.weight for one in rules.criteria) == 100
    assert rules.criteria[0].weight * 85 == 20 * 100


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        pytest.param("weight: 15\n", "weight: 16\n", "SCN5", id="weights"),
        pytest.param("[50, 75, 90, 95]", "[50, 95, 90, 75]", "SCN5", id="overlapping"),
        pytest.param("[60, 40, 25, 10]", "[10, 25, 40, 60]", "SCN5", id="not-falling"),
        pytest.param("[0, 5, 10, 20]", "[0, 5, 5, 20]", "SCN5", id="an-empty-level"),
    ],
)
def test_weights_and_bounds_have_to_fit(old: str, new: str, code: str) -> None:
    parsed = parse_rulebook(changed(old, new))
    assert parsed.rulebook is None
    (found,) = parsed.findings
    assert found.code.startswith(code)
