"""``python -m macros check | rules | build | serve``. What a command starts imports this module again: it holds nothing else."""

import sys

if __name__ == "__main__":
    from .generator.command import look_for_no_garbage, main

    look_for_no_garbage()
    sys.exit(main())
