namespace JobMatch.Search.Embedded;

/// <summary>
/// The tables of an index file. The full-text tables keep terms only (contentless); filters and shown texts lie beside them. Small columns
/// that every hit is filtered by are apart from the texts that only a page needs; places stand there as one text of tags, because a look
/// into the tag table for each of 100,000 hits costs more than the search itself. Versions are Seq; what was removed keeps its version,
/// so that a late write cannot bring it back.
/// </summary>
internal static class IndexSchema
{
    /// <summary>Raised when the tables or the terms change; an index of another version is rebuilt at start.</summary>
    public const long Version = 1;

    public const string Create = """
        create virtual table posting_words using fts5(title, names, body, content='', contentless_delete=1, prefix='1', tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'");
        create virtual table worker_words using fts5(about, names, content='', contentless_delete=1, prefix='1', tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'");
        create table postings (id integer primary key, seq integer not null, fingerprint integer not null, kind integer not null, shift integer not null,
            offers integer not null, at_home integer not null, every_village integer not null, places text not null, monthly integer, hourly integer, pay integer, published integer not null, closes integer) strict;
        create table posting_texts (id integer primary key, title text not null, employer text not null, place text not null, description text not null) strict;
        create table posting_tags (id integer not null, tag text not null, primary key (id, tag)) without rowid, strict;
        create index posting_tags_by_tag on posting_tags (tag, id);
        create index postings_by_published on postings (published desc, id desc);
        create table workers (id integer primary key, seq integer not null, fingerprint integer not null, settlement integer not null, capacity integer not null,
            in_work integer not null, text text not null) strict;
        create index workers_by_settlement on workers (settlement, id);
        create table worker_tags (id integer not null, tag text not null, primary key (id, tag)) without rowid, strict;
        create index worker_tags_by_tag on worker_tags (tag, id);
        create table removed (kind text not null, id integer not null, seq integer not null, primary key (kind, id)) without rowid, strict;
        create table state (name text primary key, value integer not null) without rowid, strict;
        insert into state values ('version', 1), ('seq', 0);
        """;
}

/// <summary>What filters compare with, one short text per fact.</summary>
internal static class Tags
{
    public static string Region(long code) => $"r{code}";

    /// <summary>Tags as one text that holds each between commas.</summary>
    public static string Joined(IEnumerable<string> tags) => $",{string.Join(',', tags)},";

    /// <summary>A tag as it stands in such a text.</summary>
    public static string InJoined(string tag) => $",{tag},";

    public static string EveryVillage(long code) => $"v{code}";

    public static string Settlement(long id) => $"s{id}";

    public static string Occupation(int id) => $"o{id}";

    public static string Skill(int id) => $"k{id}";

    public static string Certificate(int id) => $"c{id}";

    public static string Training(int id) => $"t{id}";
}
