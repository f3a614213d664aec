"""Set the SOP as PDF in a process that did nothing before, as a browser does that is started for it."""

import pickle
import sys
from pathlib import Path

from passend.documenten.zetten.soppdf import zet_sop_pdf

bron = Path(sys.argv[1])
bron.with_suffix(".koud.pdf").write_bytes(
    zet_sop_pdf(pickle.loads(bron.read_bytes()))  # noqa: S301 -- written by the process that started this one
)
