"""What is learned from: groups of titles that mean the same, and texts to distil on."""
import csv
import json
import random
import re
import zlib
from pathlib import Path

HERE = Path(__file__).parent
FOLDS = 4
_PARTS = re.compile(r"[()（）/、,，|\-—+【】\[\] ]")
_WORD = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]")
_PLAIN = re.compile(r"^[\u4e00-\u9fffA-Za-z0-9+#./]+$")

_BEFORE = "高级 资深 初级 中级 助理 见习 实习 兼职 全职 急聘 诚聘 储备 首席 专职 夜班 区域 注册 男 女 熟练 外派 驻场 公司 工厂".split()
_BEHIND = "（包吃住） (五险一金) （长白班） -急招 （可接受学徒） 若干名 实习生 学徒 助理 （双休） (J10023) /日结 岗 兼职 专家 负责人".split()
_ENDINGS = [(ending, others.split()) for ending, others in (
    ("工程师", "技术员 工程技术人员 技术人员 工程师助理"), ("开发工程师", "程序员 开发人员 开发"), ("设计师", "设计 设计人员 设计员"), ("操作工", "操作员 操作人员 机手"),
    ("操作员", "操作工 操作人员"), ("销售员", "销售 销售代表 销售人员"), ("老师", "教师 教员"), ("教师", "老师 任课老师"), ("医生", "医师 大夫"), ("医师", "医生"), ("司机", "驾驶员"),
    ("驾驶员", "司机"), ("经理", "主管 负责人"), ("主管", "经理 主任 组长"), ("专员", "文员 助理 员"), ("师傅", "师 工"), ("工人", "工 工作人员"), ("人员", "员 工作者"),
    ("员", "人员 专员"), ("师", "师傅"), ("工", "工人 师傅 技工"))]


def unique(items):
    return list(dict.fromkeys(items))


class Data:
    """The folder of data: occupations/*.json (needed), postings/* (used when there)."""

    def __init__(self, folder):
        folder = Path(folder)
        self.occupations = json.loads((folder / "occupations/gbm2022_occupations.json").read_text())
        self.catalogue = json.loads((HERE / "../../src/JobMatch/Occupations/occupations.json").read_text())
        self.everyday = json.loads((HERE / "../../src/JobMatch/Occupations/everyday-names.json").read_text())
        self.written = json.loads((folder / "occupations/gbm2022_llm_terms.json").read_text())
        white, blue = folder / "postings/zhaopin2024_sample.csv", folder / "postings/wuming_local_jobs_sample.jsonl"
        self.white = list(csv.DictReader(white.open())) if white.exists() else []
        self.blue = [json.loads(line) for line in blue.open()] if blue.exists() else []


def families():
    """(sector, titles) of families.txt: our own lists of titles that one person might hold."""
    out, sector = [], ""
    for line in (HERE / "families.txt").read_text().splitlines():
        if line.startswith("#"):
            sector = line[2:].strip()
        elif line.strip():
            out.append((sector, unique(line.split())))
    return out


def codes(data):
    """Occupation code → its name, trades and everyday words that mean it alone (our catalogue), and (machine-written) usual titles."""
    usual = {entry["code"]: entry["llm_typical_titles"] for entry in data.written}
    everyday = {}
    for entry in data.everyday:
        if len(entry.get("means", [])) == 1 and not entry.get("at"):
            everyday.setdefault(entry["means"][0], []).append(entry["word"])
    return {o["code"]: unique([o["name"]] + o["trades"] + everyday.get(o["id"], []) + usual.get(o["code"], [])) for o in data.catalogue}


def variant(title):
    """The title as another posting would put it: a level, a shift or a promise added, or its last noun in another form. Depends on the title alone."""
    dice = random.Random(zlib.crc32(title.encode()))
    for ending, others in _ENDINGS:
        if title.endswith(ending) and len(title) > len(ending) + 1 and dice.random() < 0.5:
            return title[:-len(ending)] + dice.choice(others)
    return dice.choice(_BEFORE) + title if dice.random() < 0.6 else title + dice.choice(_BEHIND)


def fold_of(code):
    return zlib.crc32(code.encode()) % FOLDS


def base_texts(data):
    """Everything the data say about occupations and postings, cut into phrases of at most 40 characters, and every character alone."""
    texts = {}

    def add(text):
        text = text.strip()
        if len(text) <= 40 and _WORD.search(text):  # the teacher has no vector for a text without words
            texts.setdefault(text)

    for titles in codes(data).values():
        for text in titles:
            add(text)
    for o in data.occupations:
        for text in ((o[k] or {}).get("name", "") for k in ("major", "middle", "minor")):
            add(text)
        for task in o["tasks"]:
            for part in re.split("[，。；、,;（）()]", re.sub(r"^\d+\.", "", task)):
                add(part)
        for part in re.split("[，。；、,;（）()]", o["definition"]):
            add(part)
    for entry in data.written:
        for key in ("llm_typical_titles", "llm_keywords", "llm_duties"):
            for text in entry[key]:
                add(text)
    for row in data.white:
        for text in [row["title"], *_PARTS.split(row["title"]), *row["tags"].split("|")]:
            add(text)
    for row in data.blue:
        for text in [row["title"], *re.split("[,，/]", row["tags"] or ""), *re.split(r"[,，。；;、\s]", row["description"] or "")]:
            add(text)
    for character in sorted({c for text in texts for c in text}):
        add(character)
    return list(texts)


def pieces():
    out = {}
    for line in (HERE / "pieces.txt").read_text().splitlines():
        if line.startswith("#"):
            name = line[2:].split(":")[0]
            out[name] = []
        else:
            out[name] = unique(out[name] + line.split())
    return out["levels"], out["roles"], out["fields"]


class Composer:
    """Makes up titles: level × field × role, with pieces of our own lists, of the catalogue's titles and of real ones."""

    def __init__(self, data, seed=20240601):
        self.random = random.Random(seed)
        self.levels, roles, self.fields = pieces()
        self.by_length = sorted(roles, key=len, reverse=True)
        heads, tails = {}, {}
        for title, weight in self._titles(data):
            head, role = self._split(title)
            if role:
                heads[head] = heads.get(head, 0) + weight
                tails[role] = tails.get(role, 0) + weight
        self.heads = sorted(heads)
        self.words = sorted(self._words(data))
        self.roles = sorted(set(roles))
        self.role_weights = [(tails.get(role, 0) + 3) ** 0.6 for role in self.roles]
        self.names = sorted({t for titles in codes(data).values() for t in titles})

    @staticmethod
    def _titles(data):
        for titles in codes(data).values():
            yield from ((title, 1) for title in titles)
        for row in data.white:
            yield from ((part, 1) for part in _PARTS.split(row["title"]))
        for row in data.blue:
            yield from ((part, 3) for part in _PARTS.split(row["title"]))

    @staticmethod
    def _words(data):
        for entry in data.written:
            yield from (w for w in entry["llm_keywords"] if _PLAIN.match(w) and 2 <= len(w) <= 6)
        for row in data.white:
            yield from (w for w in row["tags"].split("|") if _PLAIN.match(w) and 2 <= len(w) <= 6)

    def _split(self, title):
        if _PLAIN.match(title) and len(title) <= 14:
            for role in self.by_length:
                if title.endswith(role) and len(title) > len(role) + 1:
                    return title[:-len(role)], role
        return title, None

    def _role(self):
        return self.random.choices(self.roles, self.role_weights)[0]

    def _field(self):
        dice = self.random.random()
        return self.random.choice(self.fields if dice < 0.55 else self.heads if dice < 0.85 else self.words)

    def title(self):
        pick, dice = self.random.choice, self.random.random()
        if dice < 0.45:
            return self._field() + self._role()
        if dice < 0.60:
            return pick(self.levels) + self._field() + self._role()
        if dice < 0.74:
            return self._field() + self._field() + self._role()
        if dice < 0.80:
            return self._field() + pick("与和") + pick(self.fields) + self._role()
        if dice < 0.86:
            return pick(self.levels) + pick(self.names)
        if dice < 0.91:
            return pick(self.names) + pick("/、(， ") + pick(self.names)
        if dice < 0.95:
            return pick(self.levels) + self._role()
        if dice < 0.98:
            return self._field() + self._field()
        return self._role() + pick(["(", "（", " - ", "，"]) + self._field()

    def texts(self, count):
        out = {}
        while len(out) < count:
            title = self.title()
            if len(title) <= 22:
                out.setdefault(title)
        return list(out)
