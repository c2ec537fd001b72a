"""The data: strict YAML in, a typed and frozen library out, with every mistake as a problem."""
