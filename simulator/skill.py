"""The skill under the speaker: its Lambda handler, called in this process with plain JSON both ways."""

import contextlib
import importlib
import json
import sys
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Handler = Callable[[dict[str, Any], Any], Any]

FOLDER = Path(__file__).parent.parent / "lambda"
_MODULE = "lambda_function"


class SkillError(Exception):
    """The skill cannot be loaded; the text says in one sentence what is wrong and what to do."""


class SkillFailedError(Exception):
    """The skill raised an error on a request; the cause is that error."""


@dataclass(frozen=True)
class LambdaContext:
    """What AWS Lambda hands a handler beside the event."""

    aws_request_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    function_name: str = "desk"
    function_version: str = "$LATEST"
    invoked_function_arn: str = "arn:aws:lambda:us-east-1:000000000000:function:desk"
    memory_limit_in_mb: int = 512

    def get_remaining_time_in_millis(self) -> int:
        """Give the time left, in milliseconds: on the desk always the whole timeout."""
        return 7000


def load_handler(folder: Path = FOLDER) -> Handler:
    """Import `lambda_handler` with `folder` as a path root, as Lambda does; SkillError when that fails."""
    if not (folder / f"{_MODULE}.py").is_file():
        raise SkillError(f"There is no skill at {folder / _MODULE}.py: run the simulator from a complete checkout.")
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    try:
        with contextlib.redirect_stdout(sys.stderr):
            handler: Handler = importlib.import_module(_MODULE).lambda_handler
    except ImportError as missing:
        raise SkillError(f"The skill needs something that is not installed ({missing}): run make setup.") from missing
    except (OSError, AttributeError) as broken:
        raise SkillError(f"The skill does not load ({broken!r}): run make build.") from broken
    return handler


def call(handler: Handler, event: Mapping[str, Any]) -> Any:
    """Call the handler with a copy of the event; both ways only what JSON can carry gets through.

    SkillFailedError when the skill raises anything or returns what is not JSON: a device survives whatever a skill does.
    What the skill prints goes to stderr: Lambda's output is a log, and stdout here belongs to what is heard.
    """
    copy = json.loads(json.dumps(event))
    try:
        with contextlib.redirect_stdout(sys.stderr):
            return json.loads(json.dumps(handler(copy, LambdaContext())))
    except Exception as error:
        raise SkillFailedError(repr(error)) from error
