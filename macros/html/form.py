"""What the form beside a letter says, in the reader's language; the subject's word in the letter's."""

from ..engines.letter_form import CONFLICTS, DOUBTS, SAID, SECRETS
from ..engines.letter_template import Json
from ..model.kinds import STRINGS
from ..model.text import LANGUAGES
from .words import Speech


def form_words(speech: Speech) -> dict[str, Json]:
    """The words by the names that the script knows them by."""
    strings = speech.library.all(STRINGS)
    return {
        "refused": {name: speech.say(f"refused-{name}") for name in SECRETS},
        "doubt": {name: speech.say(f"doubt-{name}") for name in DOUBTS},
        "conflict": {name: speech.say(f"conflict-{name}") for name in CONFLICTS},
        "subject": {language: strings["subject-word"][language] for language in LANGUAGES},
        "open": strings["blanks-open"][speech.language],  # the script fills in how many
        **{name: speech.say(key) for name, key in SAID.items()},
    }
