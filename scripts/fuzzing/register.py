"""What a register holds, read past the program."""
import hashlib
import pathlib
import shutil
import sqlite3


def content(path: pathlib.Path) -> str:
    """A hash of every row of every table."""
    digest = hashlib.sha256()
    with sqlite3.connect(path) as register:
        names = [name for (name,) in register.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        for name in names:
            digest.update(name.encode())
            for row in sorted(map(repr, register.execute(f'SELECT * FROM "{name}"'))):
                digest.update(row.encode())
    register.close()
    return digest.hexdigest()


def copy(source: pathlib.Path, folder: pathlib.Path) -> None:
    """The register and what stands beside it, of the same name."""
    for file in folder.glob(source.name + "*"):
        if file.is_file():
            file.unlink()
    for file in source.parent.glob(source.name + "*"):
        if file.is_file():
            shutil.copyfile(file, folder / file.name)
