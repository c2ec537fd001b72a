"""No deadline for a single example: a slow machine is not a wrong answer."""

from hypothesis import settings

settings.register_profile("patient", settings(), deadline=None)
settings.load_profile("patient")
