"""One language's words in templates: typed pages in, HTML out. What templates print is escaped."""
