"""Access to a developer account, from the environment variables that the ASK CLI has for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from tools.ask.fault import AskError
from tools.ask.http import send

TOKEN_HOST = "https://api.amazon.com"
NEEDED = "ASK_LWA_CLIENT_ID", "ASK_LWA_CLIENT_CONFIRMATION"
HOW = "Run `ask util generate-lwa-tokens`, and see docs/deploy.md."


@dataclass
class Access:
    """An access token, made anew from a refresh token where there is one. Nothing of it is ever shown."""

    environment: Mapping[str, str] = field(repr=False)
    _token: str = field(default="", repr=False)

    def token(self) -> str:
        """The access token. AskError where the environment holds none, and nothing to make one from."""
        self._token = self._token or self.environment.get("ASK_ACCESS_TOKEN") or self._refreshed()
        return self._token

    def renewed(self) -> bool:
        """Makes a new token after the old one was refused; false where there is nothing to make it from."""
        if not self.environment.get("ASK_REFRESH_TOKEN"):
            return False
        self._token = self._refreshed()
        return True

    def _refreshed(self) -> str:
        refresh = self.environment.get("ASK_REFRESH_TOKEN")
        if not refresh:
            raise AskError(f"Set ASK_ACCESS_TOKEN or ASK_REFRESH_TOKEN. {HOW}")
        id, secret = (self.environment.get(name, "") for name in NEEDED)
        if not (id and secret):
            raise AskError(f"A refresh token needs {' and '.join(NEEDED)} beside it. {HOW}")
        form = {"grant_type": "refresh_token", "refresh_token": refresh, "client_id": id, "client_secret": secret}
        host = self.environment.get("ASK_LWA_TOKEN_HOST") or TOKEN_HOST
        headers = {"content-type": "application/x-www-form-urlencoded"}
        answer = send("POST", f"{host}/auth/o2/token", headers, urlencode(form).encode())
        token = answer.body.get("access_token")
        if answer.status != 200 or not isinstance(token, str):
            raise AskError(f"Login with Amazon refuses the refresh token (status {answer.status}). {HOW}")
        return token
