"""Reading a large file without the collector of cycles: what is read has none, and would be walked time and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def zonder_opruimen() -> Iterator[None]:
    """Let the collector of cycles rest for as long as a file is read; a tenth of the time of 72,000 pupils.

    Memory that nothing refers to is given back all the same. Two files at once may wake it early: that costs time.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
