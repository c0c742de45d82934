"""A small skill that breaks no rule, to be broken one rule at a time."""

import copy
from typing import Any

from tools.lint.interaction import Model, model_of
from tools.lint.schema import schema

Json = dict[str, Any]
Path = tuple[str | int, ...]
GONE = object()
"""As a value for `broken`: take the entry out."""

LANGUAGE = ("interactionModel", "languageModel")
INTENTS = (*LANGUAGE, "intents")
TYPES = (*LANGUAGE, "types")

MODEL: Json = {
    "interactionModel": {
        "languageModel": {
            "invocationName": "cramp guide",
            "intents": [
                {
                    "name": "TopicIntent",
                    "slots": [{"name": "topic", "type": "Topic"}],
                    "samples": [
                        "can {topic} cause cramps",
                        "tell me of {topic}",
                        "does {topic} give me cramps",
                        "why do my legs cramp {topic}",
                        "what is {topic}",
                    ],
                },
                {
                    "name": "CheckIntent",
                    "slots": [],
                    "samples": [
                        "check my symptoms",
                        "check my leg",
                        "symptom check",
                        "could it be a d. v. t.",
                        "is it serious",
                    ],
                },
                {
                    "name": "OftenIntent",
                    "slots": [{"name": "count", "type": "AMAZON.NUMBER"}],
                    "samples": [
                        "i get {count} cramps a week",
                        "{count} times a week",
                        "it came {count} times",
                        "i had {count} cramps",
                        "i woke {count} times",
                    ],
                },
                {
                    "name": "SayIntent",
                    "slots": [{"name": "words", "type": "AMAZON.SearchQuery"}],
                    "samples": [
                        "my leg {words}",
                        "my foot {words}",
                        "my calf {words}",
                        "i have {words}",
                        "i feel {words}",
                    ],
                },
                *(
                    {"name": f"AMAZON.{name}Intent", "samples": []}
                    for name in ("Help", "Stop", "Cancel", "Fallback", "Yes", "No", "Repeat", "NavigateHome")
                ),
            ],
            "types": [
                {
                    "name": "Topic",
                    "values": [
                        {"id": "statins", "name": {"value": "statins", "synonyms": ["a statin"]}},
                        {"id": "night-cramps", "name": {"value": "night cramps", "synonyms": ["at night"]}},
                    ],
                }
            ],
        },
        "dialog": {
            "intents": [
                {
                    "name": "OftenIntent",
                    "prompts": {},
                    "slots": [
                        {
                            "name": "count",
                            "type": "AMAZON.NUMBER",
                            "elicitationRequired": True,
                            "prompts": {"elicitation": "how-often"},
                            "validations": [{"type": "isLessThan", "value": "50", "prompt": "too-many"}],
                        }
                    ],
                }
            ]
        },
        "prompts": [
            {"id": "how-often", "variations": [{"type": "PlainText", "value": "How often?"}]},
            {"id": "too-many", "variations": [{"type": "PlainText", "value": "How often in a week?"}]},
        ],
    }
}


def model(raw: Json = MODEL, locale: str = "en-GB", size: int = 0) -> Model:
    """The model in `raw`, which has to have the keys that a schema requires."""
    file = f"interaction_model/{locale}.json"
    assert list(schema(raw, file)) == []
    return model_of(raw, locale, file, size)


def broken(whole: Json, path: Path, value: object) -> Json:
    """A copy of `whole` with the entry at `path` replaced, or taken out when `value` is GONE."""
    result = copy.deepcopy(whole)
    holder: Any = result
    for key in path[:-1]:
        holder = holder[key]
    if value is GONE:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    return result


DESCRIPTION = (
    "Plain answers about cramps. It is for informational and educational purposes only. "
    "It does not give medical advice and is not a substitute for professional medical advice, diagnosis or treatment. "
    "Talk to your GP. If you think it is a medical emergency, call 999."
)

MANIFEST: Json = {
    "manifestVersion": "1.0",
    "publishingInformation": {
        "locales": {
            "en-GB": {
                "name": "Cramp Guide",
                "summary": "Plain, sourced answers about cramps.",
                "description": DESCRIPTION,
                "examplePhrases": [
                    "Alexa, open cramp guide",
                    "Alexa, ask cramp guide why do my legs cramp at night",
                    "Alexa, ask cramp guide to check my symptoms",
                ],
                "keywords": ["cramp"],
                "smallIconUri": "file://small.png",
                "largeIconUri": "file://large.png",
            }
        },
        "isAvailableWorldwide": False,
        "distributionCountries": ["GB"],
        "testingInstructions": "Say: open cramp guide.",
    },
    "privacyAndCompliance": {
        "allowsPurchases": False,
        "usesPersonalInfo": False,
        "isChildDirected": False,
        "isExportCompliant": True,
        "containsAds": False,
        "locales": {"en-GB": {"privacyPolicyUrl": "https://example.org/privacy"}},
    },
    "apis": {
        "custom": {
            "endpoint": {"uri": "arn:aws:lambda:us-east-1:000000000000:function:cramp-guide:live"},
            "regions": {"EU": {"endpoint": {"uri": "arn:aws:lambda:eu-west-1:000000000000:function:cramp-guide:live"}}},
            "interfaces": [{"type": "CAN_FULFILL_INTENT_REQUEST"}],
        }
    },
}
CODE = 'request["type"] == "CanFulfillIntentRequest"'


def request(kind: str = "IntentRequest", intent: str | None = None, slots: Json | None = None, screen: bool = False) -> Json:
    """A request envelope from a device in Britain."""
    interfaces: Json = {"Alexa.Presentation.APL": {}} if screen else {}
    body: Json = {"type": kind, "locale": "en-GB"}
    if intent:
        body["intent"] = {"name": intent, "slots": slots or {}}
    return {"context": {"System": {"device": {"supportedInterfaces": interfaces}}}, "request": body}


def response(said: str = "", again: str = "", ends: bool | None = True, **more: object) -> Json:
    """A response that says `said`, with `again` as its reprompt, both without their speak tag."""
    body: Json = {"shouldEndSession": ends, **more}
    if said:
        body["outputSpeech"] = {"type": "SSML", "ssml": f"<speak>{said}</speak>"}
    if again:
        body["reprompt"] = {"outputSpeech": {"type": "SSML", "ssml": f"<speak>{again}</speak>"}}
    return {"version": "1.0", "sessionAttributes": {}, "response": body}
