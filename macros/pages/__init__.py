"""Pages from entries: one module per section says which pages there are and what each one shows."""
