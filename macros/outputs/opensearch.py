"""What lets a browser search the site from its address bar (OpenSearch 1.1)."""

from xml.sax.saxutils import escape, quoteattr

NAME = "opensearch.xml"


def opensearch(name: str, description: str, url: str) -> str:
    """The description of one language's search; ``url`` is where that language stands, with a slash at the end."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
        f"<ShortName>{escape(name[:16].strip())}</ShortName>",
        f"<Description>{escape(description)}</Description>",
        "<InputEncoding>UTF-8</InputEncoding>",
        f'<Image type="image/svg+xml">{escape(url)}assets/mark.svg</Image>',
        f'<Url type="text/html" template={quoteattr(url + "search/?q={searchTerms}")}/>',
        "</OpenSearchDescription>",
        "",
    ]
    return "\n".join(lines)
