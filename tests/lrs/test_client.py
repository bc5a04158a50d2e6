"""One request to a record store: what each answer, and each silence, means."""

import base64
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest

from simulator.lrs import (
    Address,
    Answer,
    BadAddressError,
    CertificateError,
    Client,
    KeyRefusedError,
    LrsError,
    MovedError,
    NotAnLrsError,
    UnreachableError,
    Verdict,
    address_of,
)
from tests.lrs.fake import (
    Deed,
    Fake,
    Handler,
    half_an_answer,
    hang_up,
    running,
    status,
    take_and_hang_up,
)

ONE = json.dumps({"id": "1", "verb": {"id": "said"}}).encode()


def client(url: str, secret: str = "s3cr3t") -> Client:
    return Client(address_of(url), "key", secret, timeout=5)


@pytest.mark.parametrize(
    ("typed", "base", "private"),
    [
        ("https://LRS.Example.org/xapi/", "https://lrs.example.org/xapi", True),
        ("https://l.example:443/x/statements", "https://l.example/x", True),
        ("https://l.example:8443/x/statements/", "https://l.example:8443/x", True),
        ("http://l.example", "http://l.example", False),
        ("http://127.0.0.1:80/xAPI", "http://127.0.0.1/xAPI", True),
        ("http://[::1]:8080/x", "http://[::1]:8080/x", True),
        ("https://пример.рф/x", "https://xn--e1afmkfd.xn--p1ai/x", True),
    ],
)
def test_one_store_has_one_address(typed: str, base: str, private: bool) -> None:
    assert address_of(typed) == Address(base, private)


@pytest.mark.parametrize(
    "typed",
    [
        *("lrs.example.org", "ftp://lrs.example.org", "https://", "https://:443/x"),
        *("http://l.example:port", "http://l.example:99999", "http://[::1/x"),
        *("https://l.example/x?a=b", "https://l.example/x#y"),
        *("https://l.example/a b", "https://l.example/путь", f"https://{'a' * 70}.org"),
    ],
)
def test_what_is_no_address_is_told(typed: str) -> None:
    with pytest.raises(BadAddressError, match="looks like https://lrs"):
        address_of(typed)


def test_a_secret_in_an_address_is_not_taken_and_not_repeated() -> None:
    with pytest.raises(BadAddressError) as raised:
        address_of("https://key:s3cr3t@lrs.example.org/xapi")
    assert "s3cr3t" not in str(raised.value)


def test_statements_go_with_the_key_and_the_version(fake: Fake) -> None:
    assert client(fake.url).post([ONE, ONE]) == Answer(Verdict.TAKEN)
    (headers,) = fake.headers
    assert headers["X-Experience-Api-Version"] == "1.0.3"
    assert (
        headers["Authorization"] == "Basic " + base64.b64encode(b"key:s3cr3t").decode()
    )
    assert fake.asked == [["1", "1"]]


def test_a_store_that_asks_for_no_key_gets_none(fake: Fake) -> None:
    Client(address_of(fake.url), "", "").post([ONE])
    assert "Authorization" not in fake.headers[0]


@pytest.mark.parametrize(
    ("deed", "verdict"),
    [
        pytest.param(status(204), Verdict.TAKEN, id="nothing-new"),
        pytest.param(status(200, b"[]"), Verdict.TAKEN, id="none-of-them-new"),
        pytest.param(status(400, b"bad"), Verdict.REFUSED, id="bad-request"),
        pytest.param(status(422, b"bad"), Verdict.REFUSED, id="unprocessable"),
        pytest.param(status(409, b"there"), Verdict.CONFLICT, id="conflict"),
        pytest.param(status(413), Verdict.TOO_LARGE, id="too-large"),
        pytest.param(status(408), Verdict.LATER, id="too-slow"),
        pytest.param(status(429), Verdict.LATER, id="too-often"),
        pytest.param(status(500, b"oops"), Verdict.LATER, id="broken"),
        pytest.param(status(503), Verdict.LATER, id="away"),
        pytest.param(hang_up, Verdict.HUNG_UP, id="hung-up"),
        pytest.param(take_and_hang_up, Verdict.HUNG_UP, id="took-and-hung-up"),
        pytest.param(half_an_answer, Verdict.HUNG_UP, id="half-an-answer"),
    ],
)
def test_an_answer_says_what_became_of_a_batch(
    fake: Fake, deed: Deed, verdict: Verdict
) -> None:
    fake.deeds = [deed]
    assert client(fake.url).post([ONE]).verdict is verdict


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        pytest.param({"Retry_After": "7"}, 7, id="seconds"),
        pytest.param(
            {
                "Retry_After": "Fri, 27 Nov 2026 09:01:00 GMT",
                "Date": "Fri, 27 Nov 2026 09:00:30 GMT",
            },
            30,
            id="a-moment-by-its-own-clock",
        ),
        pytest.param({"Retry_After": "soon"}, None, id="no-time-at-all"),
        pytest.param({"Retry_After": "-5"}, None, id="below-nothing"),
        pytest.param({}, None, id="not-said"),
    ],
)
def test_how_long_a_store_asks_to_wait(
    fake: Fake, headers: dict[str, str], seconds: float | None
) -> None:
    def deed(handler: Handler, _: object) -> None:
        handler.send_response_only(429)  # which sends no date of its own
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    fake.deeds = [deed]
    assert client(fake.url).post([ONE]).after == seconds


@pytest.mark.parametrize(
    ("deed", "error", "says"),
    [
        pytest.param(status(401), KeyRefusedError, "does not accept the key", id="401"),
        pytest.param(status(403), KeyRefusedError, "may write", id="403"),
        pytest.param(status(404), NotAnLrsError, "no record store", id="404"),
        pytest.param(status(405), NotAnLrsError, "no record store", id="405"),
        pytest.param(status(200, b"<html>"), NotAnLrsError, "200", id="a-web-page"),
        pytest.param(status(200, b'["x"]'), NotAnLrsError, "200", id="ids-of-others"),
        pytest.param(status(200, b"[{}]"), NotAnLrsError, "200", id="no-ids"),
        pytest.param(status(200, b"{}"), NotAnLrsError, "200", id="no-list"),
        pytest.param(status(302, Location="/x"), MovedError, "on to /x", id="302"),
        pytest.param(status(308, Location="/there"), MovedError, "/there", id="308"),
    ],
)
def test_some_answers_end_the_sending(
    fake: Fake, deed: Deed, error: type[LrsError], says: str
) -> None:
    fake.deeds = [deed]
    with pytest.raises(error, match=says) as raised:
        client(fake.url).post([ONE])
    assert "s3cr3t" not in str(raised.value)


def test_the_secret_is_not_repeated_even_where_the_store_does(fake: Fake) -> None:
    pair = base64.b64encode(b"key:s3cr3t")
    fake.deeds = [status(400, b"you sent s3cr3t as " + pair)]
    assert client(fake.url).post([ONE]).why == "400 you sent … as …"


def test_what_a_store_says_is_one_short_line(fake: Fake) -> None:
    fake.deeds = [status(400, b"<p>\n\tno " + b"x" * 1000)]
    why = client(fake.url).post([ONE]).why
    assert why.startswith("400 <p> no xxx")
    assert len(why) <= 204


def test_a_certificate_that_nobody_vouches_for_is_not_trusted() -> None:
    with running(tls=True) as fake, pytest.raises(CertificateError, match="not safe"):
        client(fake.url).post([ONE])
    assert fake.asked == []


def test_a_store_that_speaks_no_tls_is_told(fake: Fake) -> None:
    with pytest.raises(CertificateError, match="not safe"):
        client(fake.url.replace("http:", "https:")).post([ONE])


def test_nobody_there_is_told() -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/xapi"
        with pytest.raises(UnreachableError, match="goes on where it was"):
            client(url).post([ONE])


def test_a_name_that_nobody_has_is_told() -> None:
    with pytest.raises(UnreachableError, match="cannot be reached"):
        client("http://no-such-host.invalid/xapi").post([ONE])


@contextmanager
def saying(words: bytes) -> Iterator[str]:
    """Run something that says these words to whoever connects, or stays silent."""
    with closing(socket.create_server(("127.0.0.1", 0))) as door:
        door.settimeout(5)

        def talk() -> None:
            there, _ = door.accept()
            with there:
                there.recv(65536)
                there.sendall(words)
                while not words and there.recv(65536):
                    pass

        thread = threading.Thread(target=talk)
        thread.start()
        yield f"http://127.0.0.1:{door.getsockname()[1]}/xapi"
        thread.join()


def test_who_speaks_another_language_has_hung_up() -> None:
    with saying(b"220 mail.example ESMTP\r\n") as url:
        assert client(url).post([ONE]).verdict is Verdict.HUNG_UP


def test_who_stays_silent_is_asked_again_later() -> None:
    with saying(b"") as url:
        answer = Client(address_of(url), "", "", timeout=0.2).post([ONE])
    assert answer.verdict is Verdict.LATER
