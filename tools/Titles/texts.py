"""
Prints the texts to distil on: `texts.py DATA base` (phrases of the data, and the families' titles), `texts.py DATA variants` (one of each title of a
group), `texts.py DATA composed COUNT`; and `texts.py missing KNOWN FILE…`: those of the files that KNOWN does not hold, each once.
"""
import sys
from pathlib import Path

import corpus


def missing(known, files):
    held = set(Path(known).read_text().split("\n")) if Path(known).exists() else set()
    return corpus.unique(text for file in files for text in Path(file).read_text().split("\n")[:-1] if text not in held)


def main():
    if sys.argv[1] == "missing":
        lines = missing(sys.argv[2], sys.argv[3:])
    else:
        data, what = corpus.Data(sys.argv[1]), sys.argv[2]
        groups = [titles for _, titles in corpus.families()] + list(corpus.codes(data).values())
        if what == "base":
            lines = corpus.unique(corpus.base_texts(data) + [t for titles in groups for t in titles])
        elif what == "variants":
            lines = corpus.unique(corpus.variant(t) for titles in groups for t in titles)
        else:
            lines = sorted(corpus.Composer(data).texts(int(sys.argv[3])))
    sys.stdout.write("".join(line + "\n" for line in lines))


if __name__ == "__main__":
    main()
