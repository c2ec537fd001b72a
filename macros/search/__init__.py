"""Search: what a text is to it, what there is to find, and the files a browser asks for. The pages come from the room before."""
