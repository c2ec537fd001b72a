"""Published forms made from the pages and the library, beside the pages themselves."""
