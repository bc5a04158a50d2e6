"""Every example in docs/rules.md and docs/rules.ru.md does what the page says."""

import re
from pathlib import Path

import pytest

from simulator.packs import Library
from simulator.scenario.clients import parse_client
from simulator.scenario.rulebooks import parse_rulebook
from tests.cli.shell import Shell

DOCS = Path(__file__).parents[1] / "docs"
PAGES = ["rules.md", "rules.ru.md"]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def examples(page: str) -> list[tuple[str, str]]:
    return BLOCK.findall((DOCS / page).read_text("utf-8"))


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path / "data", "en")


@pytest.mark.parametrize("page", PAGES)
def test_the_client_and_the_rules_have_no_mistake(page: str) -> None:
    client, _, rules = examples(page)
    shipped = Library.shipped().rulebook("key-clients")
    parsed = parse_client(client[1].encode(), "client.yaml", shipped)
    assert parsed.findings == ()
    assert parse_rulebook(rules[1].encode()).findings == ()


@pytest.mark.parametrize("page", PAGES)
def test_the_base_is_worked_out_but_for_its_bad_row(
    page: str, shell: Shell, tmp_path: Path
) -> None:
    (_, base, _) = examples(page)
    path = tmp_path / "base.csv"
    path.write_text(base[1], "utf-8")
    done = shell.type("rules", "key-clients", str(path))
    assert done.exit_code == 1
    assert "Row 3, “" in done.stderr
    assert "Columns passed over" not in done.stderr
    assert len(done.stdout.splitlines()) == 2


def test_both_pages_have_the_same_rules() -> None:
    plain = [re.sub(r" +#.*", "", examples(page)[2][1]) for page in PAGES]
    assert plain[0] == plain[1]
