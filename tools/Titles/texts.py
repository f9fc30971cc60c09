"""Prints the texts to distil on: `texts.py DATA base` (phrases of the data, and the families' titles) or `texts.py DATA composed COUNT`."""
import sys

import corpus

if __name__ == "__main__":
    data = corpus.Data(sys.argv[1])
    if sys.argv[2] == "base":
        titles = [t for _, titles in corpus.families() for t in titles]
        lines = corpus.unique(corpus.base_texts(data) + titles)
    else:
        lines = sorted(corpus.Composer(data).texts(int(sys.argv[3])))
    sys.stdout.write("\n".join(lines) + "\n")
