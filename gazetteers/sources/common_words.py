#!/usr/bin/env python3
"""Make common-words.tsv: ordinary English words in lower case with their rank by frequency.

Usage (python 3.11, dpkg-deb):
    mkdir raw && cd raw
    pip download --no-deps symspellpy==6.10.1
    apt-get download scowl            (Debian 12: 2020.12.07-2)
    cd .. && python3 common_words.py raw [output directory]

The rank is the line of a word in frequency_dictionary_en_82_765.txt, sorted by count (1 = the). A word is kept
    at rank 60,000 or better, when a SCOWL list of lower-case words (*-words) of size 50 or less has it;
    at rank 30,000 or better, when one of size 70 or less has it.
Words that SCOWL knows with a capital only (*-upper, *-proper-names) are thereby left out; so are words
that it has with a capital in a smaller size than without (john, china, english: mostly names, and the
counts know no case), save those in KEEP, and single letters, except a, i and o.
"""
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

KEEP = set("congress diaspora doctor epiphany gastroenterology god mafia messiah mister pharaoh reverend".split())
TAKEN = "2026-11-24"


def main():
    raw = Path(sys.argv[1])
    out = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).resolve().parent.parent
    size = {"i": 10}
    with tempfile.TemporaryDirectory() as tmp:
        subprocess.run(["dpkg-deb", "-x", str(sorted(raw.glob("scowl_2020.12.07-2*.deb"))[0]), tmp], check=True)
        folder = Path(tmp, "usr/share/dict/scowl")
        for path in sorted(folder.glob("*-words.*")):
            n = int(path.suffix[1:])
            if n > 70:
                continue
            for word in path.read_text("latin-1").splitlines():
                if word == word.lower():
                    size[word] = min(n, size.get(word, 99))
        capital = {}
        for path in sorted([*folder.glob("*-upper.*"), *folder.glob("*-proper-names.*")]):
            n = int(path.suffix[1:])
            for word in path.read_text("latin-1").splitlines():
                if word != word.lower() and word != word.upper():
                    low = word.lower()
                    capital[low] = min(n, capital.get(low, 99))
    named = {w for w, n in capital.items() if n < size.get(w, 99)} - KEEP
    wheel = zipfile.ZipFile(sorted(raw.glob("symspellpy-6.10.1*.whl"))[0])
    text = wheel.read("symspellpy/frequency_dictionary_en_82_765.txt").decode("utf-8-sig")
    counts = {}
    for line in text.splitlines():
        word, n = line.rsplit(" ", 1)
        counts.setdefault(word, int(n))
    rows = []
    for rank, word in enumerate(sorted(counts, key=lambda w: (-counts[w], w)), 1):
        if len(word) == 1 and word not in "aio" or word in named:
            continue
        n = size.get(word, 99)
        if rank <= 60_000 and n <= 50 or rank <= 30_000 and n <= 70:
            rows.append(f"{word}\t{rank}")
    rows.sort(key=lambda r: r.encode())
    head = [
        "#: list     common-words",
        "#: holds    ordinary English words in lower case with their rank by frequency (1 = commonest)",
        "#: source   symspellpy 6.10.1 frequency_dictionary_en_82_765.txt (Google Books Ngram, SCOWL); scowl 2020.12.07-2 *-words (by sources/common_words.py)",
        "#: licence  MIT (symspellpy), CC-BY-3.0 (Google Books Ngram counts), SCOWL (permissive, notice kept)",
        f"#: taken    {TAKEN}",
        "#: columns  form, rank",
    ]
    path = out / "common-words.tsv"
    path.write_text("\n".join(head + rows) + "\n", "utf-8")
    print(path.name, len(rows), path.stat().st_size)


if __name__ == "__main__":
    main()
