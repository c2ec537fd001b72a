"""The hand-written pages: the same ones in both languages, calling known macros, linking https or our own pages."""
