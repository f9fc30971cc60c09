"""Cuts a title into grams exactly as src/JobMatch/Occupations/Titles/TitleGrams.cs does."""
import re
import unicodedata

MOST_TOKENS = 24
MOST_GRAMS = 3 * (MOST_TOKENS + 2)
PLACES = 25  # 0 is padding; then 8 distances from the end for grams of 1, 2 and 3 tokens
_TOKEN = re.compile(r"[a-z0-9+#]+|[^a-z0-9+#\s]")


def fold(title):
    """Compatibility forms and case folded; everything but letters, numbers, + and # becomes a blank."""
    text = unicodedata.normalize("NFKC", title).lower()
    return "".join(c if c.isalnum() or c in "+#" else " " for c in text)


def tokens(title):
    """One token for each Chinese character and for each run of Latin letters and digits."""
    return _TOKEN.findall(fold(title))[:MOST_TOKENS]


def grams(title):
    """All (gram, place) of one to three neighbouring tokens; both ends are marked. Place as in TitleGram.Place."""
    inner = tokens(title)
    if not inner:
        return []
    marked = ["^"] + inner + ["$"]
    n = len(marked)
    out = []
    for length in (1, 2, 3):
        for start in range(n - length + 1):
            if length == 1 and start in (0, n - 1):
                continue
            out.append(("\x01".join(marked[start:start + length]), 1 + 8 * (length - 1) + min(n - (start + length), 7)))
    return out


def fnv(gram):
    """FNV-1a, 32 bits, over UTF-16 units."""
    value = 2166136261
    data = gram.encode("utf-16-le")
    for i in range(0, len(data), 2):
        value = ((value ^ (data[i] | data[i + 1] << 8)) * 16777619) & 0xFFFFFFFF
    return value
