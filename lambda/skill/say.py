"""From a reply to an Alexa response: speech as SSML, the reprompt, and the card."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from ask_sdk_core.response_helper import ResponseFactory
from ask_sdk_model import Response
from ask_sdk_model.ui import SimpleCard

from guide.reply import Reply, Tell

#: The longest silence that one break tag may hold, in seconds (platform rule R6).
LONGEST_BREAK = 10
#: Results are said a little slower than answers.
SLOWLY = '<prosody rate="90%">{}</prosody>'


def response_to(reply: Reply, say_as: Mapping[str, str]) -> Response:
    """The whole response. It stays open exactly when the reply asks something."""
    told = " ".join(filter(None, (_stretch(tell, say_as) for tell in reply.tell)))
    speech = " ".join(part for part in (SLOWLY.format(told) if reply.slowly and told else told, ssml(reply.ask, say_as)) if part)
    response = ResponseFactory().speak(speech)
    if reply.ask:
        response = response.ask(ssml(reply.reprompt, say_as))
    else:
        response = response.set_should_end_session(True)
    if reply.card:
        response = response.set_card(SimpleCard(title=reply.card.title, content=reply.card.text))
    return response.response


def ssml(text: str, say_as: Mapping[str, str]) -> str:
    """Text made safe for SSML, with the country's numbers said as numbers are."""
    safe = escape(" ".join(text.split()), quote=False)
    if not say_as:
        return safe
    known = "|".join(re.escape(number) for number in sorted(say_as, key=len, reverse=True))

    def spoken(found: re.Match[str]) -> str:
        return f'<say-as interpret-as="{say_as[found[0]]}">{found[0]}</say-as>'

    return re.sub(rf"(?<![\w-])(?:{known})(?![\w-])", spoken, safe)


def _stretch(tell: Tell, say_as: Mapping[str, str]) -> str:
    whole, rest = divmod(tell.pause, LONGEST_BREAK)
    breaks = [LONGEST_BREAK] * whole + ([rest] if rest else [])
    return ssml(tell.text, say_as) + "".join(f' <break time="{seconds}s"/>' for seconds in breaks)
