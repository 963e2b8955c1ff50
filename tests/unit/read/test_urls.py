"""Fetching from the web: bounded, and never from this machine's own network unless that is allowed."""

from __future__ import annotations

import os
import threading
from base64 import b64encode
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tasks.errors import FatalError, RetriableError, SkippableError
from tasks.read import urls
from tasks.read.logins import refer, refuse_passwords
from tasks.read.registry import read_source
from tasks.read.sources import Source
from tasks.records import Document, Reject

ARTICLE = b"The envoy met the minister in Vienna. They said that the talks would go on for the rest of the week."


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path.startswith("/to"):
            self.send_response(302)
            port = self.server.server_address[1]
            targets = {"/to-loop": "/loop", "/to-article": "/article", "/to-private": f"http://localhost:{port}/article"}
            self.send_header("Location", targets[self.path])
            self.end_headers()
        elif self.path == "/loop":
            self.send_response(302)
            self.send_header("Location", "/loop")
            self.end_headers()
        elif self.path in {"/404", "/503"}:
            self.send_error(int(self.path[1:]))
        elif self.path == "/subscribers" and self.headers["Authorization"] != f"Basic {b64encode(b'editor:swordfish').decode()}":
            self.send_error(401)
        else:
            self.send_response(200)
            self.send_header("Content-Type", "text/plain; charset=utf-8")
            self.end_headers()
            self.wfile.write(b"x" * 300 if self.path == "/large" else ARTICLE)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()
    httpd.server_close()


def test_fetch_and_follow(server):
    for path in ("/article", "/to-article"):
        (document,) = read_source(Source(server + path), allow_private=True)
        assert isinstance(document, Document)
        assert document.text == ARTICLE.decode()
        assert document.location == server + path


def test_a_login_is_referred_to_and_kept_nowhere(server, monkeypatch):
    host = server.removeprefix("http://")
    monkeypatch.setattr(os, "environ", dict(os.environ))
    (path,) = refer([f"http://editor:swordfish@{host}/subscribers"])
    assert path == f"http://${{1}}@{host}/subscribers"
    (document,) = read_source(Source(path), allow_private=True)
    assert isinstance(document, Document)
    assert document.location == f"{server}/subscribers"
    (reject,) = read_source(Source(f"http://${{NOBODY}}@{host}/subscribers"), allow_private=True)
    assert isinstance(reject, Reject)
    assert (reject.code, reject.message) == ("R117", "READOUT_LOGIN_NOBODY is not set.")


def test_a_password_in_an_address_is_refused_where_it_would_be_kept():
    refuse_passwords(["https://${NEWS}@example.org/a", "https://example.org/a@b", "news/", "-"])
    with pytest.raises(FatalError, match=r"R118: The address of https://example.org/a holds") as refused:
        refuse_passwords(["https://editor:swordfish@example.org/a"])
    assert "swordfish" not in str(refused.value)


def test_private_addresses_are_refused(server):
    (reject,) = read_source(Source(server + "/article"))
    assert isinstance(reject, Reject)
    assert (reject.code, reject.location) == ("R114", server + "/article")


@pytest.mark.parametrize(
    "host",
    ["localhost", "127.1", "[::1]", "169.254.169.254", "10.0.0.8", "[::ffff:127.0.0.1]", "0.0.0.0", "[fd00::1]", "2130706433"],
)
def test_hosts_that_are_not_public(host):
    with pytest.raises(SkippableError, match="R114"):
        urls.fetch(f"http://{host}/")


def test_each_connection_goes_to_the_address_that_was_checked(server, monkeypatch):
    answers = iter(["93.184.216.34", "127.0.0.1"])
    asked = []

    def resolve(host, port, **_):
        asked.append(host)
        return [(2, 1, 6, "", (next(answers), port))]

    monkeypatch.setattr(urls.socket, "getaddrinfo", resolve)
    assert urls._public_address("news.example", 443) == "93.184.216.34"
    with pytest.raises(SkippableError, match="R114"):
        urls._public_address("news.example", 443)
    assert asked == ["news.example"] * 2


def test_a_redirect_into_a_private_network_is_refused(server, monkeypatch):
    real = urls._public_address
    monkeypatch.setattr(urls, "_public_address", lambda host, port: "127.0.0.1" if host == "news.example" else real(host, port))
    port = server.rpartition(":")[2]
    with pytest.raises(SkippableError, match="R114: localhost"):
        urls.fetch(f"http://news.example:{port}/to-private")


def test_limits(server, monkeypatch):
    monkeypatch.setattr(urls, "FILE_BYTES", 200)
    with pytest.raises(SkippableError, match="R104"):
        urls.fetch(server + "/large", allow_private=True)
    with pytest.raises(SkippableError, match="R115"):
        urls.fetch(server + "/to-loop", allow_private=True)


def test_errors_of_the_server(server):
    with pytest.raises(SkippableError, match="R115"):
        urls.fetch(server + "/404", allow_private=True)
    with pytest.raises(RetriableError, match="R116"):
        urls.fetch(server + "/503", allow_private=True)


def test_an_address_that_does_not_answer_costs_only_itself(server):
    addresses = (server + "/503", "http://127.0.0.1:9/", server + "/article")
    found = [found for address in addresses for found in read_source(Source(address), allow_private=True)]
    assert [one.code if isinstance(one, Reject) else "ok" for one in found] == ["R116", "R116", "ok"]
