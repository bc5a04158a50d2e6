"""`rules`: one client, or a company's base, from the command line."""

import csv
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.cli.shell import Shell

HEAD = "Клиент;sales;Закупки в нашей категории;Просрочка;reference;Менеджер\n"
ROWS = (
    "ООО «Север»;600000;12000000;5;3;Олег\n"
    "ООО «Юг»;-5;1000000;;;Олег\n"
    "=HYPERLINK(1);100000;2 000 000,5;90;нет данных;Олег\n"
    "Восток;много;1;;;Олег\n"
    "Запад;20-10;1;;;Олег\n"
    "Центр;10-20;=A1*2;;;Олег\n"
    "Река;10–20;от 100 до 200;0;1-2;Олег\n"
)
CLIENT = """\
format: 1
client: Север
facts:
  sales: {is: 600000, source: учёт, date: 2026-03-01}
  purchases: [11000000, 13000000]
  reference: {level: 3}
  overdue: no-data
"""


def written(folder: Path, name: str, text: str, encoding: str = "utf-8") -> str:
    path = folder / name
    path.write_text(text, encoding=encoding)
    return str(path)


def test_a_client_is_told_with_what_would_settle_it(
    shell: Shell, tmp_path: Path
) -> None:
    told = shell.json("rules", "key-clients", written(tmp_path, "c.yaml", CLIENT))
    assert told["client"] == "Север"
    assert told["status"] == "not-enough-data"
    assert told["quantities"]["gap"] == [2700000.0, 3300000.0]
    assert told["quantities"]["growth-room"]["missing"] == ["company-sales"]
    assert told["sources"]["sales"] == {"source": "учёт", "date": "2026-03-01"}


def test_the_arithmetic_is_shown_line_by_line(shell: Shell, tmp_path: Path) -> None:
    client = written(tmp_path, "c.yaml", CLIENT)
    done = shell.type("rules", "key-clients", client, "--explain", "--lang", "en")
    assert "Value as a reference: weight 10 × level 3 ÷ 4 = 7.5" in done.stdout
    assert "Realistic target share = 30 %, by default" in done.stdout
    share = "Share of wallet = 600 000 ÷ 11 000 000–13 000 000 × 100 = 4.62–5.45 %"
    assert share.replace(" 000", "\u202f000") in done.stdout
    gap = "Gap to the target share = the greatest of 0; 30 % × 11 000 000–13 000 000 − "
    assert gap.replace(" 000", "\u202f000") in done.stdout
    assert "Growth of purchases: no data; weight 5 × level 0–4 ÷ 4 = 0–5" in done.stdout
    assert "Cost to serve = Visits and people + Logistics" in done.stdout


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_empty_file_for_a_client_is_one_and_knows_nothing(
    shell: Shell, tmp_path: Path, language: str
) -> None:
    done = shell.type("rules", "key-clients", "--template", "--lang", language)
    assert done.exit_code == 0
    told = shell.json("rules", "key-clients", written(tmp_path, "c.yaml", done.stdout))
    assert told["points"] == [0, 100]
    assert set(told["stops"].values()) == {None}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("600000", "-600000", "SCN532"),
        ("sales:", "salse:", "SCN531"),
        ("{level: 3}", "3", "SCN534"),
        ("[11000000, 13000000]", "[13000000, 11000000]", "SCN537"),
        ("2026-03-01", "весна", "SCN539"),
        ("facts:", "stops: {overdew: true}\nfacts:", "SCN538"),
        ("overdue: no-data", "target-share: 130", "SCN533"),
        ("overdue: no-data", "overdue: {level: 2}", "SCN535"),
        ("overdue: no-data", "purchases-by-month: 100", "SCN536"),
    ],
)
def test_a_mistake_in_a_client_is_a_finding(
    shell: Shell, tmp_path: Path, old: str, new: str, code: str
) -> None:
    client = written(tmp_path, "c.yaml", CLIENT.replace(old, new, 1))
    done = shell.type("rules", "key-clients", client)
    assert (done.exit_code, code in done.stderr) == (1, True)


def test_bad_rows_are_told_by_number_and_the_others_are_kept(
    shell: Shell, tmp_path: Path
) -> None:
    base = written(tmp_path, "b.csv", HEAD + ROWS)
    done = shell.type("rules", "key-clients", base, "--lang", "en")
    assert done.exit_code == 1
    told = [line.split(":")[0] for line in done.stderr.splitlines() if "Row" in line]
    assert told == [
        "Row 3, “sales”",
        "Row 5, “sales”",
        "Row 6, “sales”",
        "Row 7, “Закупки в нашей категории”",
    ]
    assert "so few say little" in done.stderr
    assert len(done.stdout.splitlines()) == 3
    assert "Columns passed over: Менеджер" in done.stderr


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_a_table_is_read_as_it_was_saved(
    shell: Shell, tmp_path: Path, encoding: str, sign: str
) -> None:
    text = "Клиент;sales;purchases\nСевер;600000;12000000\n".replace(";", sign)
    base = written(tmp_path, "b.csv", text, encoding)
    done = shell.type("rules", "key-clients", base, "--lang", "en")
    assert done.exit_code == 0
    assert done.stdout.startswith("Север ")


def saved_as_sheet(path: Path) -> None:
    book = openpyxl.Workbook()
    for line in (HEAD + ROWS).splitlines():
        book.active.append(line.split(";"))  # type: ignore[union-attr]
    book.save(path)


def csv_rows(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row[0] for row in csv.reader(file, delimiter=";")]


def sheet_rows(path: Path) -> list[str]:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert {cell.data_type for row in sheet["A1:A4"] for cell in row} == {"s"}
    return [str(row[0].value) for row in sheet["A1:A4"]]


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        pytest.param("out.csv", csv_rows, id="csv"),
        pytest.param("out.xlsx", sheet_rows, id="xlsx"),
    ],
)
def test_no_formula_is_written_into_a_table(
    shell: Shell, tmp_path: Path, name: str, rows: Callable[[Path], list[str]]
) -> None:
    base = written(tmp_path, "b.csv", HEAD + ROWS)
    shell.type("rules", "key-clients", base, "--output", str(tmp_path / name))
    names = rows(tmp_path / name)
    assert names[1] == "ООО «Север»"
    assert names[2].lstrip("'") == "=HYPERLINK(1)"


def test_a_sheet_is_read_like_a_table(shell: Shell, tmp_path: Path) -> None:
    saved_as_sheet(tmp_path / "b.xlsx")
    done = shell.type("rules", "key-clients", str(tmp_path / "b.xlsx"), "--lang", "en")
    told = [line.split(":")[0] for line in done.stderr.splitlines() if "Row" in line]
    assert "Row 3, “sales”" in told
    assert done.exit_code == 1


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("b.xlsx", b"not a zip", id="no-xlsx"),
        pytest.param("b.xlsx", b"PK\x05\x06" + b"\0" * 18, id="an-empty-zip"),
        pytest.param("b.csv", b"", id="an-empty-file"),
        pytest.param("b.csv", b"a\0b;c\n", id="binary"),
        pytest.param("b.csv", b"one;two\n1;2\n", id="no-column-of-the-rules"),
        pytest.param("none.csv", None, id="no-file"),
    ],
)
def test_what_is_no_table_gets_a_sentence(
    shell: Shell, tmp_path: Path, name: str, data: bytes | None
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    done = shell.type("rules", "key-clients", str(tmp_path / name))
    assert done.exit_code == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_a_quantity_of_the_company_is_set_by_id_or_by_name(
    shell: Shell, tmp_path: Path
) -> None:
    client = written(tmp_path, "c.yaml", CLIENT)
    for name in ("company-sales", "Продажи компании", "sales of the company"):
        told = shell.json("rules", "key-clients", client, "--set", f"{name}=400000000")
        assert told["quantities"]["company-sales"] == 400000000


def test_explaining_a_whole_table_is_declined_in_words(
    shell: Shell, tmp_path: Path
) -> None:
    base = written(tmp_path, "b.csv", HEAD + ROWS)
    done = shell.type("rules", "key-clients", base, "--explain")
    assert "--explain tells of one client" in done.stderr


def test_a_large_base_is_worked_out_by_several_processes_as_by_one(
    shell: Shell, tmp_path: Path
) -> None:
    lines = [f"Клиент {n};{n * 1000};{n * 9000};{n % 90};2;" for n in range(1, 1201)]
    whole = written(tmp_path, "whole.csv", HEAD + "\n".join(lines))
    head = written(tmp_path, "head.csv", HEAD + "\n".join(lines[:3]))
    told = shell.type("rules", "key-clients", whole, "--set", "company-sales=4e8")
    assert told.exit_code == 2
    told = shell.type("rules", "key-clients", whole, "--set", "company-sales=400000000")
    assert told.exit_code == 0
    names = [line.split("  ")[0] for line in told.stdout.splitlines()]
    assert names == [f"Клиент {n}" for n in range(1, 1201)]
    few = shell.type("rules", "key-clients", head, "--set", "company-sales=400000000")
    assert told.stdout.splitlines()[0] == few.stdout.splitlines()[0]


def test_a_table_half_written_leaves_the_old_one(shell: Shell, tmp_path: Path) -> None:
    base = written(tmp_path, "b.csv", HEAD + ROWS)
    (tmp_path / "out.csv").mkdir()
    done = shell.type("rules", "key-clients", base, "--output", f"{tmp_path}/out.csv")
    assert done.exit_code == 2
    assert "out.csv cannot be written" in done.stderr
    assert not list(tmp_path.glob("*.part"))


def test_a_company_has_words_of_its_own_for_the_statuses(
    shell: Shell, tmp_path: Path
) -> None:
    shipped = Path(__file__).parents[2] / "scenarios/base/rulebooks/key-clients.yaml"
    own = "statuses: {not-enough-data: {ru: Рано, en: Too early}}\n"
    rules = written(tmp_path, "r.yaml", shipped.read_text("utf-8") + own)
    client = written(tmp_path, "c.yaml", CLIENT)
    done = shell.type("rules", rules, client, "--lang", "en")
    assert "of 100: Too early" in done.stdout
    base = written(tmp_path, "b.csv", HEAD + ROWS)
    done = shell.type("rules", rules, base, "--lang", "ru")
    assert "Рано" in done.stdout
    told = shell.json("rules", rules, client)
    assert told["status"] == "not-enough-data"


def test_a_rulebook_alone_is_shown(shell: Shell) -> None:
    done = shell.type("rules", "key-clients", "--lang", "en")
    assert done.exit_code == 0
    assert "Size of wallet" in done.stdout
    assert "purchases-by-month   Purchases by month, RUB a month" in done.stdout
