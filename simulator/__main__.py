"""Talk to the skill from a keyboard, or from a script with --json."""

import argparse
import io
import json
import logging
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from simulator.model import ModelError
from simulator.show import note, show
from simulator.skill import SkillError
from simulator.speaker import Speaker
from simulator.turn import Turn

# Exit status for a call that cannot work, as argparse has it.
_BAD_USAGE = 2
_INTERRUPTED = 130
# The skill's setting for a file to keep preferences in.
_PREFERENCES = "PREFERENCES_FILE"


def main(arguments: list[str] | None = None) -> int:
    """Run the simulator and give its exit status."""
    options = _options(arguments)
    _speak_utf8()
    _keep_preferences(options)
    try:
        speaker = Speaker(options.locale, fresh=options.fresh, screen=options.screen)
    except (ModelError, SkillError) as unusable:
        print(unusable, file=sys.stderr)
        return _BAD_USAGE
    try:
        if options.json:
            _answer_lines(speaker)
        else:
            with _logs(shown=options.show_json):
                _converse(speaker, fresh=options.fresh, as_json=options.show_json)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:  # the reader had enough, as `head` has
        sys.stdout = io.StringIO()
    finally:
        speaker.close()
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m simulator", description=__doc__)
    parser.add_argument("--locale", default="en-US", help="the locale of the speaker (default: %(default)s)")
    parser.add_argument("--fresh", action="store_true", help="start a new session for every line, as a one-shot request")
    parser.add_argument("--screen", action="store_true", help="pretend to be an Echo Show")
    parser.add_argument(
        "--preferences",
        metavar="PATH",
        help="a file to keep preferences in, or none (default: one in your cache folder, but none with --json or --fresh)",
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="for scripts: an utterance a line in, a JSON object a line out")
    form.add_argument("--show-json", action="store_true", help="print every request and response too")
    return parser.parse_args(arguments)


def _keep_preferences(options: argparse.Namespace) -> None:
    """Tell the skill, as its environment does on AWS, where preferences outlive a session."""
    os.environ.pop(_PREFERENCES, None)
    kept = options.preferences or (None if options.json or options.fresh else preferences_file(os.environ))
    if kept and str(kept) != "none":
        os.environ[_PREFERENCES] = str(kept)


def preferences_file(environment: Mapping[str, str]) -> Path:
    """The file in the user's cache folder, as the XDG base directory specification has it."""
    cache = environment.get("XDG_CACHE_HOME")
    return (Path(cache) if cache else Path.home() / ".cache") / "cramp-guide" / "preferences.json"


def _speak_utf8() -> None:
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _answer_lines(speaker: Speaker) -> None:
    for line in sys.stdin:
        turn = speaker.say(line.rstrip("\r\n"))
        print(json.dumps(turn.record(), ensure_ascii=False), flush=True)


@contextmanager
def _logs(*, shown: bool) -> Iterator[None]:
    """Keep the skill's log of every turn from standing between the lines of a talk; errors are always shown."""
    logging.disable(logging.NOTSET if shown else logging.INFO)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


def _converse(speaker: Speaker, *, fresh: bool, as_json: bool) -> None:
    print(note(f'A speaker in {speaker.locale}. An empty line is silence. Leave with Ctrl-D or "stop".'))
    if not fresh:
        print(show(speaker.open(), as_json=as_json))
    for said in _lines():
        turn = speaker.say(said)
        print(show(turn, as_json=as_json))
        if _left(turn):
            return


def _left(turn: Turn) -> bool:
    return turn.ended and turn.intent == "AMAZON.StopIntent"


def _lines() -> Iterator[str]:
    """Prompt for lines until the input ends; lines that come from a file are shown, as if typed."""
    typed = sys.stdin.isatty()
    while True:
        try:
            said = input("U: ")
        except EOFError:
            print()
            return
        if not typed:
            print(said)
        yield said


if __name__ == "__main__":
    sys.exit(main())
