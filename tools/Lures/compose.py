"""Adverts composed of our own lines: {a|b} is one of several, {@list} one of a list of pieces.txt. Seeded by the line itself, so a new line changes no other."""
import random
import re
from pathlib import Path

HERE = Path(__file__).parent
LIST = re.compile(r"\{@(\w+)\}")
CHOICE = re.compile(r"\{([^{}]*)\}")


def pieces():
    lines = (line.split(" = ", 1) for line in (HERE / "pieces.txt").read_text("utf-8").splitlines() if " = " in line)
    return {name: choices.split("|") for name, choices in lines}


def composed(name, each):
    """Up to `each` different adverts of every line of a file, as (title, wage, text)."""
    lists = pieces()
    for line in (HERE / name).read_text("utf-8").splitlines():
        if line.startswith("#") or "||" not in line:
            continue
        chance, seen = random.Random(line), set()
        for _ in range(each * 4):
            advert = one_of(line, lists, chance)
            if advert in seen or len(seen) == each:
                continue
            seen.add(advert)
            title, wage, text = (part.strip() for part in advert.split("||"))
            yield title, wage, beside_plain(text, lists["plain"], chance)


def plain_under(name, each):
    """Plain adverts under the titles of a file: a title cheats nobody."""
    lists = pieces()
    for title, _, _ in composed(name, each):
        chance = random.Random(title)
        said = chance.sample(lists["plain"], chance.randint(1, 4)) + chance.sample(lists["duty"], chance.randint(1, 4))
        chance.shuffle(said)
        yield title, "，".join(said)


def one_of(line, lists, chance):
    line = LIST.sub(lambda name: chance.choice(lists[name[1]]), line)
    while "{" in line:
        line = CHOICE.sub(lambda choice: chance.choice(choice[1].split("|")), line)
    return line


def beside_plain(text, plain, chance):
    """Half of the adverts also say before or after what all adverts say: it tells nothing for or against them."""
    if chance.random() < 0.5:
        return text
    more = chance.choice("，。").join(chance.sample(plain, chance.randint(1, 3)))
    text = text.rstrip("。")
    return f"{more}。{text}" if chance.random() < 0.5 else f"{text}。{more}"
