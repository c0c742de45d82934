"""The turn that a process takes for itself before anybody asks; each test starts a fresh one, as Lambda does."""

import pytest

from tests.skill.test_process import run

READY = """
import logging, sys
kept = []
class Lines(logging.Handler):
    def emit(self, record): kept.append(record.getMessage())
logging.getLogger().addHandler(Lines())
import gc
import lambda_function
from guide.pack import read
before = read.cache_info().misses
read(sys.argv[1] if len(sys.argv) > 1 else LOCALE)
print(before, read.cache_info().misses, kept, gc.isenabled(), gc.get_freeze_count() > 0)
"""


@pytest.mark.parametrize(
    ("region", "locale"), [("us-east-1", "en-US"), ("eu-west-1", "en-GB"), ("us-west-2", "en-AU"), ("eu-central-1", "en-US")]
)
def test_the_likeliest_locale_of_the_region_is_ready(region: str, locale: str) -> None:
    """Its pack is read once, before the first request; nothing is logged, and garbage is collected again."""
    done = run(READY.replace("LOCALE", repr(locale)), AWS_REGION=region)
    assert done.stdout.strip() == "1 1 [] True True", done.stderr


def test_it_is_taken_for_the_skill_s_own_id() -> None:
    """A skill that answers to its own id alone is ready as well."""
    done = run(READY.replace("LOCALE", "'en-US'"), SKILL_ID="amzn1.ask.skill.own")
    assert done.stdout.strip() == "1 1 [] True True", done.stderr


def test_nothing_is_kept_for_anybody(tmp_path: object) -> None:
    """With a store named it still names no user, so that nothing is read or written."""
    done = run(READY.replace("LOCALE", "'en-US'"), PREFERENCES_FILE=f"{tmp_path}/preferences.json")
    assert done.stdout.strip() == "1 1 [] True True", done.stderr
    assert not list(tmp_path.iterdir())  # type: ignore[attr-defined]
