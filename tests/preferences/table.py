"""The table of the template, made at whatever endpoint the environment names, and what stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3

from tools.lint.template import read_template

TEMPLATE = read_template(Path(__file__).parents[2] / "template.yaml")
#: The environment of a function, apart from its table.
SETTINGS = {
    "AWS_ACCESS_KEY_ID": "nobody",
    "AWS_SECRET_ACCESS_KEY": "nothing",
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_EC2_METADATA_DISABLED": "true",
    "HASH_KEY": "a key that only tests know, of some length",
}
MADE = ("BillingMode", "AttributeDefinitions", "KeySchema")
Item = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Table:
    """A table and its items, seen by somebody who may do everything."""

    name: str
    client: Any

    def items(self) -> list[Item]:
        """Everything in the table."""
        found: list[Item] = self.client.scan(TableName=self.name, ConsistentRead=True)["Items"]
        return found

    def item(self) -> Item:
        """The only item."""
        (found,) = self.items()
        return found

    def change(self, **fields: dict[str, Any] | None) -> None:
        """Gives fields of the only item other values; None takes one out."""
        item = {name: value for name, value in {**self.item(), **fields}.items() if value is not None}
        self.client.put_item(TableName=self.name, Item=item)


def create(name: str) -> Table:
    """A table of that name with the keys that template.yaml gives it."""
    client = boto3.client("dynamodb")
    properties = TEMPLATE["Resources"]["PreferencesTable"]["Properties"]
    client.create_table(TableName=name, **{part: properties[part] for part in MADE})
    return Table(name, client)
