"""What a browser runs too: pure rules without input, output or HTML, each with a twin in ``docs/overrides/assets``."""
