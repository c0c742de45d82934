"""What differs by locale on the platform: which exist, emergency numbers, and where a feature is taken."""

LOCALES = frozenset(
    {"en-US", "en-GB", "en-IN", "en-CA", "en-AU", "de-DE", "fr-FR", "fr-CA", "it-IT", "es-ES", "es-MX", "es-US"}
    | {"pt-BR", "hi-IN", "ja-JP", "ar-SA", "nl-NL"}
)
"""The locales a skill may have (5.1)."""

FALLBACK_SENSITIVITY = frozenset(locale for locale in LOCALES if locale.startswith("en-")) | {"de-DE"}
"""Where SMAPI accepts fallbackIntentSensitivity (2.4)."""

MULTIPLE_VALUES = frozenset({"en-US", "en-GB", "en-CA", "en-AU"})
"""Where a slot may take multiple values; en-IN is not among them (2.6)."""

EMERGENCY_NUMBERS = {
    "US": "911", "CA": "911", "MX": "911", "GB": "999", "AU": "000", "IN": "112", "BR": "192", "JP": "119", "SA": "997",
    "DE": "112", "FR": "112", "IT": "112", "ES": "112", "NL": "112",
}  # fmt: skip
"""By country, the number for life-threatening emergencies (H3); a reviewer of each locale confirms it."""


def emergency_number(locale: str) -> str | None:
    """The emergency number of the locale's country, None for one that is not known here."""
    return EMERGENCY_NUMBERS.get(locale.rpartition("-")[2])
