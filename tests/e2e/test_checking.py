"""Checking on a terminal: what an author reads while the file lies open beside."""

import re
import shutil
from pathlib import Path

from tests.e2e.terminal import Terminal
from tests.reports.little import FOLDER


def test_findings_break_between_words_and_a_watch_tells_when_it_looked(
    tmp_path: Path,
) -> None:
    pack = tmp_path / "p"
    shutil.copytree(FOLDER, pack)
    talk = pack / "talk.yaml"
    talk.write_text(talk.read_text("utf-8").replace("to: wall", "to: wal"), "utf-8")
    command = ("--lang", "ru", "check", "--quick", "--watch", str(talk))
    with Terminal(*command, data=tmp_path / "data") as terminal:
        shown = terminal.wait_for("Жду сохранения, Ctrl+C — выход.")
        lines = shown.splitlines()
        start = next(n for n, line in enumerate(lines) if "SCN201" in line)
        assert lines[start + 1].startswith("    ")
        whole = " ".join(line.strip() for line in lines[start : start + 4])
        assert "Может быть, `wall`?" in whole
        assert re.search(r"^Проверено в \d\d:\d\d:\d\d\. Жду", shown, re.MULTILINE)
