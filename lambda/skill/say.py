"""From a reply to an Alexa response: speech as SSML, the reprompt, and the card."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ask_sdk_core.response_helper import ResponseFactory
from ask_sdk_model import Response
from ask_sdk_model.ui import SimpleCard

from guide.reply import Reply, Tell

#: The longest silence that one break tag may hold, in seconds (platform rule R6).
LONGEST_BREAK = 10
#: How fast speech is, in percent of the voice's own rate, by the pace that the person chose: that of answers, and that of
#: results, which people act on.
RATES = {"slow": (85, 80), "normal": (100, 90), "fast": (115, 100)}


def response_to(reply: Reply, say_as: Mapping[str, str], pace: str = "normal") -> Response:
    """The whole response, at one of the paces of RATES. It stays open exactly when the reply asks something."""
    answers, results = RATES[pace]
    told = " ".join(filter(None, (_stretch(tell, say_as) for tell in reply.tell)))
    parts = (_at(results if reply.slowly else answers, told), _at(answers, ssml(reply.ask, say_as)))
    response = ResponseFactory().speak(" ".join(part for part in parts if part))
    if reply.ask:
        response = response.ask(_at(answers, ssml(reply.reprompt, say_as)))
    else:
        response = response.set_should_end_session(True)
    if reply.card:
        response = response.set_card(SimpleCard(title=reply.card.title, content=reply.card.text))
    return response.response


def ssml(text: str, say_as: Mapping[str, str]) -> str:
    """Text made safe for SSML, with the country's numbers said as numbers are."""
    safe = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if not say_as:
        return safe
    known = "|".join(re.escape(number) for number in sorted(say_as, key=len, reverse=True))

    def spoken(found: re.Match[str]) -> str:
        return f'<say-as interpret-as="{say_as[found[0]]}">{found[0]}</say-as>'

    return re.sub(rf"(?<![\w-])(?:{known})(?![\w-])", spoken, safe)


def _at(rate: int, speech: str) -> str:
    """Speech at a rate in percent."""
    return speech if rate == 100 or not speech else f'<prosody rate="{rate}%">{speech}</prosody>'


def _stretch(tell: Tell, say_as: Mapping[str, str]) -> str:
    whole, rest = divmod(tell.pause, LONGEST_BREAK)
    breaks = [LONGEST_BREAK] * whole + ([rest] if rest else [])
    return ssml(tell.text, say_as) + "".join(f' <break time="{seconds}s"/>' for seconds in breaks)
