"""Files that cannot be opened safely are each refused with one message, before anything is unpacked."""

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.report.docx.conftest import Made

from samvirke.errors import StudyError
from samvirke.report.docx.opening import word_file
from samvirke.report.docx.zipped import MAX_FILE, OLE

BODY, TYPES = "word/document.xml", "[Content_Types].xml"
ENTITIES = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">' + "".join(
    f'<!ENTITY b{n} "{f"&b{n - 1 or str()};" * 10}">' for n in range(1, 10)
)
Spoil = Callable[[bytes], bytes]


def with_part(name: str, content: bytes) -> Spoil:
    """The file with a part more, or another in its place."""

    def spoil(whole: bytes) -> bytes:
        out = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(whole)) as old,
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            for one in old.namelist():
                if one != name:
                    new.writestr(one, old.read(one))
            new.writestr(name, content)
        return out.getvalue()

    return spoil


def encrypted(whole: bytes) -> bytes:
    """The marks of a part that is encrypted, in its own heading and in the directory."""
    spoilt = bytearray(whole)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = spoilt.find(mark)
        spoilt[place + offset] |= 1
    return bytes(spoilt)


def many_parts(_whole: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for number in range(40_000):
            new.writestr(f"part-{number}.xml", b"")
    return out.getvalue()


def with_a_false_size(whole: bytes) -> bytes:
    """A part that says it is small and unpacks to more."""
    spoilt = bytearray(with_part(BODY, b"<a>" + b" " * 30_000_000 + b"</a>")(whole))
    place = spoilt.rfind(BODY.encode()) - 46
    spoilt[place + 24 : place + 28] = (1000).to_bytes(4, "little")
    return bytes(spoilt)


DEEP = b"<a>" * 100_000 + b"</a>" * 100_000
HOSTILE = ("a part that grows", "very many parts", "entities in entities", "no end to its depth")
SPOILT: dict[str, tuple[Spoil, str]] = {
    "nothing": (lambda _: b"", "damaged or no Word file"),
    "something else": (lambda _: b"%PDF-1.7 and so on", "damaged or no Word file"),
    "cut short": (lambda whole: whole[: len(whole) // 2], "damaged or no Word file"),
    "a hole in it": (lambda whole: whole[:3000] + bytes(3000) + whole[6000:], "damaged or no Word file"),
    "behind a password": (
        lambda _: OLE + bytes(2000) + "EncryptedPackage".encode("utf-16-le"),
        "locked with a password",
    ),
    "an encrypted archive": (encrypted, "locked with a password"),
    "the older format": (lambda _: OLE + bytes(2000), r"older format \(.doc\)"),
    "macros": (with_part("word/vbaProject.bin", b"\x00" * 100), "has macros"),
    "huge": (lambda _: b"PK\x03\x04" + bytes(MAX_FILE), "larger than 50 MB"),
    "a part that grows": (with_part("word/media/a.xml", bytes(15_000_000)), "not safe to open"),
    "a picture that grows": (with_part("word/media/a.bmp", bytes(45_000_000)), "not safe to open"),
    "a size that is not so": (with_a_false_size, "damaged or no Word file"),
    "very many parts": (many_parts, "not safe to open"),
    "entities in entities": (
        with_part(BODY, f"{ENTITIES}]><a>&b9;</a>".encode()),
        "damaged or no Word file",
    ),
    "an entity of a file": (
        with_part(BODY, b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
        "damaged or no Word file",
    ),
    "no end to its depth": (with_part(BODY, DEEP), "damaged or no Word file"),
    "no XML": (with_part(BODY, b"\xff\xfe words"), "damaged or no Word file"),
    "no body": (with_part(BODY, b"<a/>"), "damaged or no Word file"),
    "no types": (lambda whole: without(whole, TYPES), "damaged or no Word file"),
    "no manifest": (lambda whole: without(whole, "customXml/item1.xml"), "no report from Samvirke"),
    "a manifest with nothing in it": (
        with_part("customXml/item1.xml", b'<report xmlns="urn:samvirke:report:1"/>'),
        "no report from Samvirke",
    ),
    "two manifests": (
        with_part("customXml/item2.xml", b'<report xmlns="urn:samvirke:report:1"/>'),
        "no report from Samvirke",
    ),
}


def without(whole: bytes, name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(out, "w") as new:
        for one in old.namelist():
            if one != name:
                new.writestr(one, old.read(one))
    return out.getvalue()


@pytest.mark.parametrize("fault", SPOILT)
def test_a_file_with_a_fault_is_refused_with_one_message(made: Made, tmp_path: Path, fault: str) -> None:
    spoil, said = SPOILT[fault]
    path = tmp_path / "report.docx"
    path.write_bytes(spoil(made["starter", "nb"]))
    with pytest.raises(StudyError, match=said) as caught:
        word_file(path)
    assert len(caught.value.problems) == 1
    assert caught.value.problems[0].place.file.endswith("report.docx")


def test_a_file_that_is_not_there_or_is_a_folder_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(StudyError, match="not there"):
        word_file(tmp_path / "none.docx")
    with pytest.raises(StudyError, match="not an ordinary file"):
        word_file(tmp_path)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told_so(made: Made, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(made["starter", "nb"])
    path.chmod(0)
    with pytest.raises(StudyError, match="cannot be read"):
        word_file(path)


@pytest.mark.parametrize("fault", HOSTILE)
def test_a_hostile_file_takes_no_more_memory_than_there_is_to_spare(
    made: Made, tmp_path: Path, fault: str
) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(SPOILT[fault][0](made["starter", "nb"]))
    limit = 500_000_000  # bytes: a process of its own that asks for more is ended
    code = f"import resource; resource.setrlimit(resource.RLIMIT_DATA, ({limit}, {limit})); "
    code += "from samvirke.cli import main; main()"
    ran = subprocess.run(
        [sys.executable, "-c", code, "texts", "import", str(path), "--study", "starter", "-l", "en"],
        capture_output=True, text=True, check=False, timeout=60,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
    )  # fmt: skip
    assert ran.returncode == 2, ran.stderr
    assert ran.stderr.count("\n") == 2
    assert SPOILT[fault][1] in ran.stderr
