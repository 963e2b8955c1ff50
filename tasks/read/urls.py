"""Web pages from the web alone: http(s), size and time bounded, never from this machine's own network unless allowed."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from ipaddress import ip_address

import httpx

from tasks.errors import RetriableError, SkippableError
from tasks.read.limits import FETCH_REDIRECTS, FETCH_RETRIES, FETCH_SECONDS, FILE_BYTES
from tasks.read.logins import without_login

_HEADERS = {"User-Agent": "readout", "Accept": "text/html, text/plain, application/json;q=0.8, */*;q=0.5"}


@dataclass(frozen=True, slots=True)
class Page:
    """What a web address gave."""

    content: bytes
    media_type: str
    """Without parameters: text/html."""


class GuardedTransport(httpx.HTTPTransport):
    """Connects to the very address that was checked, for every redirect anew, so that a name cannot change its mind."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send the request to a public address of its host.

        Raises:
            SkippableError: R114, the host has a private address.
            httpx.ConnectError: the host has no address.
        """
        host = request.url.host
        request.extensions = {**request.extensions, "sni_hostname": host}
        request.url = request.url.copy_with(host=_public_address(host, request.url.port))
        return super().handle_request(request)


def fetch(url: str, allow_private: bool = False) -> Page:
    """Return the content of a web address.

    Raises:
        SkippableError: R104, R114 or R115, it is too large, leads into a private network, or the server refuses it.
        RetriableError: R116, the network or the server fails; another try may succeed.
    """
    transport = (httpx.HTTPTransport if allow_private else GuardedTransport)(retries=FETCH_RETRIES)
    try:
        with (
            httpx.Client(
                transport=transport,
                trust_env=False,
                timeout=FETCH_SECONDS,
                follow_redirects=True,
                max_redirects=FETCH_REDIRECTS,
                headers=_HEADERS,
            ) as client,
            client.stream("GET", url) as response,
        ):
            _check_status(response)
            content = _bounded(response)
            return Page(content, response.headers.get("content-type", "").partition(";")[0].strip().lower())
    except (httpx.TooManyRedirects, httpx.UnsupportedProtocol, httpx.InvalidURL) as error:
        raise SkippableError("R115", f"Cannot be fetched: {error}.", "Give the article's own http(s) address.") from error
    except httpx.TransportError as error:
        raise RetriableError(
            "R116", f"{without_login(url)} cannot be fetched: {error or type(error).__name__}.", "Ingest it again later."
        ) from error


def _check_status(response: httpx.Response) -> None:
    if response.status_code == 429 or response.status_code >= 500:
        raise RetriableError("R116", f"{response.url.host} answers {response.status_code}.", "Ingest it again later.")
    if response.status_code >= 400:
        raise SkippableError("R115", f"The server answers {response.status_code} {response.reason_phrase}.", "Check the address.")


def _bounded(response: httpx.Response) -> bytes:
    content = bytearray()
    for piece in response.iter_bytes():
        content += piece
        if len(content) > FILE_BYTES:
            raise SkippableError("R104", f"The page is larger than {FILE_BYTES:,} bytes.", "Save the article's text as .txt.")
    return bytes(content)


def _public_address(host: str, port: int | None) -> str:
    try:
        found = socket.getaddrinfo(host, port or 443, type=socket.SOCK_STREAM)
    except OSError as error:
        raise httpx.ConnectError(f"{host} has no address") from error
    addresses = [ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
    for address in addresses:
        mapped = getattr(address, "ipv4_mapped", None)
        if not (mapped or address).is_global or address.is_multicast:
            raise SkippableError(
                "R114",
                f"{host} leads to {address}, which is not on the public web.",
                "Set allow_private_urls to read from there.",
            )
    return str(addresses[0])
