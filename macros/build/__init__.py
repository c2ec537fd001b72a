"""From the data to the finished folder: the generator once per language, then what stands over both."""
