"""Benchmarks run only when asked for: RECOURSE_BENCH=1 python -m pytest tests/bench -s."""

import os

collect_ignore_glob = [] if os.environ.get("RECOURSE_BENCH") == "1" else ["*"]
