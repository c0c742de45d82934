"""Preferences in a DynamoDB table: one item a person, read at most once a session and written when something changed."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from guide.preferences import Preferences
from skill.store_deadline import within
from skill.store_item import ID, Kept, item_of, kept_in
from skill.store_key import Keys

#: Seconds, and attempts in all. The defaults of botocore would wait for minutes, and Alexa waits 8 seconds.
CONNECT_WITHIN, READ_WITHIN, ATTEMPTS = 0.5, 1, 2


@dataclass(frozen=True)
class DynamoStore:
    """The table of that name. The endpoint and the region come from the environment, as for every client of AWS."""

    table: str
    keys: Keys

    @cached_property
    def client(self) -> Any:
        """The client of AWS, made once a process: importing it costs more than the rest of the skill together."""
        import boto3
        from botocore.config import Config

        retries = {"mode": "standard", "total_max_attempts": ATTEMPTS}
        config = Config(connect_timeout=CONNECT_WITHIN, read_timeout=READ_WITHIN, retries=retries)
        return boto3.client("dynamodb", config=config)

    def read(self, user: str, seconds: float) -> Kept:
        """See `skill.store.Store`."""
        return within(seconds, lambda: self._read(user))

    def write(self, user: str, preferences: Preferences, seconds: float) -> None:
        """See `skill.store.Store`."""
        within(seconds, lambda: self._write(user, preferences))

    def delete(self, user: str, seconds: float) -> None:
        """See `skill.store.Store`."""
        within(seconds, lambda: self._delete(*self.keys.ids_of(user)))

    def _read(self, user: str) -> Kept:
        for number, id in enumerate(self.keys.ids_of(user)):
            item = self.client.get_item(TableName=self.table, Key={ID: {"S": id}}).get("Item")
            if item:
                kept = kept_in(item, time.time())
                return Kept(kept.preferences, kept.due or number > 0)
        return Kept(Preferences())

    def _write(self, user: str, preferences: Preferences) -> None:
        self.client.put_item(TableName=self.table, Item=item_of(self.keys.id_of(user), preferences, time.time()))
        self._delete(*self.keys.ids_of(user)[1:])

    def _delete(self, *ids: str) -> None:
        for id in ids:
            self.client.delete_item(TableName=self.table, Key={ID: {"S": id}})
