"""``python measure.py RESULT COMMAND...`` runs a command and writes down as JSON what it took, everything it started included.

It is a small process of its own: what a process is said to need counts from the size of the one that started it.
"""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path


def main(result: str, *command: str) -> int:
    """Exit status of the command. CPU and wall in seconds; memory of the largest single process in megabytes."""
    start = time.perf_counter()
    status = subprocess.call(command)
    wall = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    cost = {"cpu": used.ru_utime + used.ru_stime, "wall": wall, "memory": used.ru_maxrss / 1024}
    Path(result).write_text(json.dumps(cost), encoding="utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
