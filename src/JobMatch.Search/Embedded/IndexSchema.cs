namespace JobMatch.Search.Embedded;

/// <summary>
/// The tables of an index file. The full-text tables keep terms only (contentless); shown texts lie beside them. Titles and bodies are apart,
/// because the list of a common term holds its places in every column, and most tiers of relevance look at titles only. A posting has a slot,
/// a small number that is its row in the full-text tables and its place in the columns that a reader keeps in memory
/// (<see cref="PostingColumns"/>); each write raises the generation, so that a reader knows which rows to read again. Versions are Seq; what
/// was removed keeps its version, so that a late write cannot bring it back.
/// </summary>
internal static class IndexSchema
{
    /// <summary>Raised when the tables or the terms change; an index of another version is rebuilt at start.</summary>
    public const long Version = 13;

    /// <summary>Of the file behind a connection; 0 when it is no index.</summary>
    public static long VersionOf(IndexConnection connection) =>
        connection.Number("select count(*) from sqlite_master where name = 'state'") == 0 ? 0 : connection.Number("select value from state where name = 'version'") ?? 0;

    private const string Terms = """tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'" """;

    public static string Create { get; } = FormattableString.Invariant($"""
        create virtual table posting_titles using fts5(title, names, title_like, content='', contentless_delete=1, prefix='1 3', {Terms});
        create virtual table posting_bodies using fts5(body, body_like, content='', contentless_delete=1, prefix='1', {Terms});
        create virtual table worker_words using fts5(about, names, about_like, wishes, wish_names, wishes_like, content='', contentless_delete=1, prefix='1', {Terms});
        create table postings (slot integer primary key, id integer not null unique, seq integer not null, fingerprint integer not null, generation integer not null,
            kind integer not null, shift integer not null, offers integer not null, at_home integer not null, monthly integer, daily integer, hourly integer, monthly_least integer, daily_least integer, hourly_least integer,
            published integer not null, closes integer, age_from integer not null, age_to integer not null, education integer not null, minutes integer not null, positions text not null, tags text not null) strict;
        create index postings_by_generation on postings (generation);
        create table posting_texts (slot integer primary key, title text not null, employer text not null, place text not null, description text not null) strict;
        create table free_slots (slot integer primary key, generation integer not null) strict;
        create table workers (id integer primary key, seq integer not null, fingerprint integer not null, settlement integer not null, capacity integer not null,
            need integer not null, in_work integer not null, born integer not null, floor integer, text text not null, wishes text not null) strict;
        create index workers_by_settlement on workers (settlement, id);
        create index workers_by_need on workers (need, id);
        create table worker_tags (id integer not null, tag text not null, primary key (id, tag)) without rowid, strict;
        create index worker_tags_by_tag on worker_tags (tag, id);
        create table worker_records (id integer not null, record integer not null, primary key (id, record)) without rowid, strict;
        create index worker_records_by_record on worker_records (record, id);
        create table removed (kind text not null, id integer not null, seq integer not null, primary key (kind, id)) without rowid, strict;
        create table state (name text primary key, value integer not null) without rowid, strict;
        insert into state values ('version', {Version}), ('seq', 0), ('generation', 0);
        """);
}

/// <summary>What filters compare with, one short text per fact.</summary>
internal static class Tags
{
    public static string Region(long code) => $"r{code}";

    public static string EveryVillage(long code) => $"v{code}";

    public static string Settlement(long id) => $"s{id}";

    /// <summary>Anywhere in the county.</summary>
    public static string WholeCounty(long code) => $"w{code}";

    /// <summary>Anywhere in the county of a settlement.</summary>
    public static string CountyOf(long settlement) => $"u{settlement}";

    public static string Occupation(int id) => $"o{id}";

    public static string Skill(int id) => $"k{id}";

    public static string Certificate(int id) => $"c{id}";

    /// <summary>A pattern.</summary>
    public const string AnySkill = "k[0-9]*";

    /// <inheritdoc cref="AnySkill"/>
    public const string AnyCertificate = "c[0-9]*";

    public static string Training(int id) => $"t{id}";
}
