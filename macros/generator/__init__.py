"""All that knows MkDocs."""
