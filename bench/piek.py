"""Run a command from a small process and say what its largest process took at most.

Small, because a process that was just split off counts the memory of the one it came from.
"""

import json
import resource
import subprocess
import sys
import time


def main() -> None:
    """The command stands in the arguments."""
    begin = time.perf_counter()
    klaar = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    seconden = time.perf_counter() - begin
    kosten = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(json.dumps({"kb": kosten.ru_maxrss, "seconden": seconden, "code": klaar.returncode, "zin": klaar.stderr}))


if __name__ == "__main__":
    main()
