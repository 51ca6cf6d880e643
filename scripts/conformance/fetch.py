"""Makes the environment that the suite runs in: fetch.py FOLDER

FOLDER/venv gets the packages of requirements.txt, FOLDER/source the unpacked source distribution of graphql-core. pip checks its SHA-256.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import venv
from pathlib import Path

HERE = Path(__file__).parent
REQUIREMENTS = HERE / "requirements.txt"
SOURCE = HERE / "source.txt"


def fetch(folder: Path) -> None:
    """Makes both, unless they are there in the state that the two lists ask for."""
    stamp = folder / "fetched"
    wanted = hashlib.sha256(REQUIREMENTS.read_bytes() + SOURCE.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    for name in ("venv", "source", "download"):
        shutil.rmtree(folder / name, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / "bin" / "python"
    pip(python, "install", "--requirement", str(REQUIREMENTS))
    # Only graphql-core itself must come as source: its build backend, which pip starts to read the metadata, may be a wheel.
    source_only = ["--no-deps", "--no-binary", "graphql-core", "--require-hashes", "--dest", str(folder / "download")]
    pip(python, "download", *source_only, "--requirement", str(SOURCE))
    unpack(next((folder / "download").glob("*.tar.gz")), folder / "source")
    stamp.write_text(wanted)


def pip(python: Path, *arguments: str) -> None:
    """Runs pip, quietly unless it fails."""
    done = subprocess.run([python, "-m", "pip", *arguments, "--quiet", "--disable-pip-version-check"], check=False)
    if done.returncode != 0:
        sys.exit(f"pip could not {arguments[0]} what the suite needs; its words are above.")


def unpack(archive: Path, folder: Path) -> None:
    """Unpacks the only folder of an archive."""
    parent = folder.with_name("unpacked")
    shutil.rmtree(parent, ignore_errors=True)
    with tarfile.open(archive) as opened:
        if hasattr(tarfile, "data_filter"):
            opened.extractall(parent, filter="data")
        else:
            opened.extractall(parent)
    next(parent.iterdir()).rename(folder)
    parent.rmdir()


if __name__ == "__main__":
    if sys.version_info < (3, 10):
        sys.exit(f"Python {sys.version.split()[0]} is too old: graphql-core needs 3.10 or later.")
    fetch(Path(sys.argv[1]))
