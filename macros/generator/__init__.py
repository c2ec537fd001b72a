"""All that knows MkDocs: prose and theme come from it, the pages made from the data go through its templates."""
