"""What the scanner calls an injection is asked again, and only what answers true and false alike is let go."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from itertools import count
from threading import Thread

import pytest
from scripts.scan import is_toeval


@contextmanager
def _pagina(*, is_lek: bool, is_druk: bool = False) -> Iterator[str]:
    """A page that has the question in it; one with a hole says only for what is true that there is a pupil."""
    keren = count()

    class Bladen(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the name that the library calls
            waar = self.path.rsplit("%3D", 1)[-1] == self.path.rsplit("%3D", 1)[0].rsplit("+", 1)[-1]
            woorden = "een leerling" if is_lek and waar else "niets gevonden"
            inhoud = f"<p>{self.path}</p>{woorden}{next(keren) if is_druk else ''}".encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(inhoud)))
            self.end_headers()
            self.wfile.write(inhoud)

        def log_message(self, *_woorden: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Bladen) as dienst:
        Thread(target=dienst.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{dienst.server_port}/zoek?q=x%27+or+41%3D41"
        dienst.shutdown()


def _vondst(adres: str, soort: str = "SQL Injection") -> dict[str, str]:
    return {"soort": soort, "adres": "/zoek", "wat": "", "hoe": f'curl "{adres}"'}


@pytest.mark.parametrize(
    ("is_lek", "is_druk", "toeval"), [(False, False, True), (True, False, False), (False, True, False)]
)
def test_page_that_is_the_same_for_true_and_false_was_no_injection(
    *, is_lek: bool, is_druk: bool, toeval: bool
) -> None:
    """One that goes on changing by itself proves nothing, and stays a finding."""
    with _pagina(is_lek=is_lek, is_druk=is_druk) as adres:
        assert is_toeval(_vondst(adres), None) is toeval


def test_other_kind_of_finding_is_never_let_go() -> None:
    with _pagina(is_lek=False) as adres:
        assert not is_toeval(_vondst(adres, "Cross Site Scripting"), None)
        assert not is_toeval(_vondst(adres.replace("41%3D41", "sleep(5)")), None)
