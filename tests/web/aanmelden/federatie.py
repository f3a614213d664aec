"""A provider of school accounts that runs beside the test, signs what it tells, and can be made to cheat."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import flask
import jwt
import oidc_provider_mock
import werkzeug.serving
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from oidc_provider_mock import User

METADATA, TOKEN, SLEUTELS, MENS = "/.well-known/openid-configuration", "/oauth2/token", "/jwks", "/userinfo"
Streek = Callable[[dict[str, Any]], Any]


class Federatie:
    """Where it is, and what it does to its answers: by the path, from what it would answer to what it answers."""

    def __init__(self, mensen: list[User]) -> None:
        self.app = oidc_provider_mock.app(user_claims=mensen)
        self.app.before_request(self._voor)
        self.app.after_request(self._na)
        self.adres = ""
        self.streken: dict[str, Streek] = {}
        self.doorgestuurd: set[str] = set()  # sent on to the same answer at another address
        self.gevraagd: list[str] = []
        self.sleutel: Any = None  # its own key
        self.vreemd = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.krom = ec.generate_private_key(ec.SECP256R1())

    def _voor(self) -> Any:
        if flask.request.path in self.doorgestuurd and not flask.request.query_string:
            return flask.redirect(f"{flask.request.path}?elders", 307)
        return None

    def eerlijk(self) -> None:
        """Cheat no more."""
        self.streken.clear()
        self.doorgestuurd.clear()
        self.gevraagd.clear()

    def _na(self, antwoord: flask.Response) -> flask.Response:
        pad = flask.request.path
        self.gevraagd.append(flask.request.full_path)
        self.sleutel = flask.g.oidc_provider_mock_storage.jwk
        if (streek := self.streken.get(pad)) is None:
            return antwoord
        return flask.jsonify(streek(antwoord.get_json()))

    def zegt(
        self, *, sleutel: Any = None, wijze: str = "RS256", kop: dict[str, Any] | None = None, **anders: Any
    ) -> None:
        """Let the ID token say something else, signed all the same; a claim that is None is left out."""

        def _streek(antwoord: dict[str, Any]) -> dict[str, Any]:
            feiten = jwt.decode(antwoord["id_token"], options={"verify_signature": False}) | anders
            feiten = {naam: waarde for naam, waarde in feiten.items() if waarde is not None}
            eigen = jwt.PyJWK(self.sleutel.as_dict(private=True) | {"alg": "RS256"}).key
            koppen = {"kid": self.sleutel.kid} if kop is None else kop
            tekenaar = None if wijze == "none" else sleutel or eigen
            return antwoord | {"id_token": jwt.encode(feiten, tekenaar, algorithm=wijze, headers=koppen)}

        self.streken[TOKEN] = _streek


@contextmanager
def draai(mensen: list[User]) -> Iterator[Federatie]:
    """A provider on a port of its own."""
    federatie = Federatie(mensen)
    server = werkzeug.serving.make_server("localhost", 0, federatie.app, threaded=True)
    federatie.adres = f"http://localhost:{server.server_port}"
    draad = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1})
    draad.start()
    try:
        yield federatie
    finally:
        server.shutdown()
        draad.join(5)
        server.server_close()
