"""A company's base by the rules, as whole processes, beside only reading the file."""

import csv
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from random import Random  # noqa: TID251 - the base is drawn, the seed is fixed
from statistics import median
from tempfile import TemporaryDirectory

import openpyxl

from bench.measure import Row, paired

CLIENTS = 10_000
MANY = 50_000
ROUNDS = 3
HEAD = (
    "Клиент",
    "sales",
    "purchases",
    "purchases-before",
    "gross-profit",
    "visits",
    "logistics",
    "bonuses",
    "claims",
    "debt",
    "groups-bought",
    "groups-relevant",
    "features",
    "overdue",
    "reference",
    "partnership",
    "purchases-by-month",
)
_READ_CSV = "import csv,sys; sum(1 for _ in csv.reader(open(sys.argv[1])))"
_READ_XLSX = (
    "import sys,openpyxl;"
    "book=openpyxl.load_workbook(sys.argv[1],read_only=True,data_only=True);"
    "sum(1 for _ in book.worksheets[0].iter_rows(values_only=True))"
)
_PEAK = """
import os, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(done.returncode)
"""


def rows() -> Iterator[Row]:
    """Measure; see the module's sentence."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        few, many = base(folder, CLIENTS), base(folder, MANY)
        sheet = as_sheet(few)
        yield _timed(few, _READ_CSV, "csv.reader")
        yield _timed(sheet, _READ_XLSX, "openpyxl")
        small, large = peak(command(few)), peak(command(many))
        yield Row(
            f"peak memory of a process, {MANY:,} clients",
            f"{large:.1f} MB",
            f"{CLIENTS:,} clients {small:.1f} MB",
            large / small,
            1.2,
        )


def base(folder: Path, clients: int) -> Path:
    """Write a base of clients as CSV; the same one each time."""
    chance = Random(clients)
    path = folder / f"base-{clients}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEAD)
        writer.writerows(_client(number, chance) for number in range(clients))
    return path


def _client(number: int, chance: Random) -> Sequence[object]:
    bought = chance.randint(10**5, 3 * 10**7)
    sales = int(bought * chance.random() / 2)
    months = (int(bought / 12 * (0.7 + 0.6 * chance.random())) for _ in range(12))
    return (
        f"ООО «Клиент {number}»",
        sales,
        bought if number % 7 else f"{bought}-{int(bought * 1.2)}",
        int(bought * 0.8),
        sales // 5,
        *(chance.randint(0, 90_000) for _ in range(4)),
        chance.randint(0, 10**6),
        chance.randint(1, 20),
        40,
        chance.randint(0, 4),
        chance.randint(0, 50),
        chance.randint(0, 4),
        chance.randint(0, 4) if number % 3 else "нет данных",
        ";".join(map(str, months)),
    )


def as_sheet(path: Path) -> Path:
    """Save a base as a spreadsheet program would: numbers as numbers."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    with path.open(encoding="utf-8", newline="") as file:
        for line in csv.reader(file):
            sheet.append([int(cell) if cell.isdecimal() else cell for cell in line])
    target = path.with_suffix(".xlsx")
    book.save(target)
    return target


def command(path: Path) -> list[str]:
    """Return the command line that works a base out."""
    return [
        *(sys.executable, "-m", "simulator", "rules", "key-clients", str(path)),
        *("--set", "company-sales=400000000"),
        *("--output", str(path.with_name("out.csv"))),
    ]


def peak(arguments: Sequence[str]) -> float:
    """Return the largest resident size of a process or of one of its own, in MB."""
    done = subprocess.run(
        [sys.executable, "-c", _PEAK, *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stdout) / 1024


def _timed(path: Path, reference: str, name: str) -> Row:
    run = partial(subprocess.run, check=True, capture_output=True)
    pair = paired(
        lambda: run(command(path)),
        lambda: run([sys.executable, "-c", reference, str(path)]),
        ROUNDS,
    )
    cores = os.cpu_count() or 1
    return Row(
        f"{CLIENTS:,} clients, {path.suffix[1:]}, {cores} cores (≤ 5 s)",
        f"{median(pair.ours):.2f} s",
        f"{name} {median(pair.reference):.2f} s",
        pair.ratio,
        None,
    )
