"""What a device makes of a skill's response: the words heard, the reprompt, and whether it goes on listening."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

from simulator.turn import NOTHING, About

# Amazon's limit on outputSpeech and on a reprompt, in characters.
LONGEST_SPEECH = 8000
# Directives that put something on a screen; with one of them an unset shouldEndSession leaves the session open.
_SCREEN = "Alexa.Presentation.APL.RenderDocument"
_PREFIX = re.compile(r"(</?)amazon:")


class ResponseError(Exception):
    """A device would refuse the response; the text says why."""


@dataclass(frozen=True)
class Response:
    """A response as heard; `open` tells whether the session goes on, `listening` whether the microphone is on."""

    speech: str = ""
    ssml: str | None = None
    reprompt: str | None = None
    reprompt_ssml: str | None = None
    card: Mapping[str, Any] | None = None
    open: bool = False
    listening: bool = False
    attributes: Mapping[str, Any] = field(default_factory=dict)
    about: About = NOTHING


def read_response(returned: Any, *, screen: bool) -> Response:
    """Read what a skill returned, as JSON; ResponseError when a device would report a problem with the skill."""
    if not isinstance(returned, dict) or not isinstance(returned.get("response"), dict):
        raise ResponseError("the response is not an object with a response in it")
    body = returned["response"]
    attributes = returned.get("sessionAttributes") or {}
    speech, ssml = _heard(body.get("outputSpeech"))
    reprompt, reprompt_ssml = _heard((body.get("reprompt") or {}).get("outputSpeech"))
    ends = body.get("shouldEndSession")
    shows = screen and any(directive.get("type") == _SCREEN for directive in body.get("directives") or [])
    return Response(
        speech=speech,
        ssml=ssml,
        reprompt=reprompt or None,
        reprompt_ssml=reprompt_ssml,
        card=body.get("card"),
        open=ends is False or (ends is None and shows),
        listening=ends is False,
        attributes=attributes,
        about=_about(attributes),
    )


def plain(ssml: str) -> str:
    """Give the words that are heard of SSML; ResponseError when it is not well formed."""
    try:
        root = ElementTree.fromstring(_PREFIX.sub(r"\1amazon-", ssml))
    except ElementTree.ParseError as broken:
        raise ResponseError(f"the SSML is not well formed ({broken}): {ssml}") from broken
    if root.tag != "speak":
        raise ResponseError(f"the SSML does not begin with <speak>: {ssml}")
    return " ".join("".join(_said(root)).split())


def _heard(output: Mapping[str, Any] | None) -> tuple[str, str | None]:
    if not output:
        return "", None
    ssml = output.get("ssml")
    if output.get("type") == "SSML" and not isinstance(ssml, str):
        raise ResponseError("an outputSpeech of type SSML has no ssml")
    text = ssml if ssml is not None else output.get("text") or ""
    if len(text) > LONGEST_SPEECH:
        raise ResponseError(f"speech of {len(text)} characters exceeds the {LONGEST_SPEECH} allowed")
    return (plain(ssml), ssml) if ssml is not None else (" ".join(text.split()), None)


def _said(element: ElementTree.Element) -> list[str]:
    if element.tag == "sub":
        return [element.get("alias") or ""]
    pieces = [element.text or ""]
    for child in element:
        apart = " " if child.tag in ("p", "s", "break", "audio") else ""
        pieces += [apart, *_said(child), apart, child.tail or ""]
    return pieces


def _about(attributes: Mapping[str, Any]) -> About:
    about = attributes.get("about") or {}
    return About(
        topics=tuple(about.get("topics") or ()),
        medicines=tuple(about.get("medicines") or ()),
        question=about.get("question"),
        signs=tuple(about.get("signs") or ()),
        outcome=about.get("outcome"),
    )
