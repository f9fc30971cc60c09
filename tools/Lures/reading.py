"""Cuts an advert exactly as LureReader.cs does."""
import re

MOST = 3  # characters of a gram
CLAUSES = 6  # of a window
TITLE = "T"  # stands before a gram of the title
RUN = re.compile(r"[0-9](?:,?[0-9])*(?:\.[0-9]+)?|[A-Za-z\u4e00-\u9fff]|[，,、。；;！!？?\n]")
ENDS = re.compile(r"(?<=[，、。；;！!？?\n])|(?<=,)(?![0-9])")


def folded(text):
    """One character each: an amount is the number of its digits (1 to 5), letters are small, marks are a comma or a full stop."""
    kept = []
    for run in RUN.findall(text):
        if run[0] in "0123456789":
            kept.append(str(min(len(run.split(".")[0].replace(",", "")), 5)))
        elif run in "，,、":
            kept.append(",")
        elif run in "。；;！!？?\n":
            kept.append(".")
        else:
            kept.append(run.lower())
    return "".join(kept)


def clauses(text):
    """Folded clauses with the mark that ends each; those that say nothing are left out."""
    cut = (folded(clause) for clause in ENDS.split(text))
    return [clause for clause in cut if clause.strip(",.")]


def grams(marked, before=""):
    return {before + marked[at : at + length] for length in range(1, MOST + 1) for at in range(len(marked) - length + 1)}


def windows(title, text):
    """The grams of every run of six clauses, each with those of the title."""
    of_title = grams("^" + folded(title) + "$", TITLE)
    said = clauses(text)
    runs = ["".join(said[at : at + CLAUSES]) for at in range(max(1, len(said) - CLAUSES + 1))]
    return [sorted(grams("^" + run + "$") | of_title) for run in runs] if said else []
