using JobMatch.Search.Words;

namespace JobMatch.Search.Embedded;

/// <summary>Writes documents into one index file. Older versions never win; the cursor moves in the transaction of what it stands for.</summary>
internal sealed class IndexFileWriter(string file, IndexConnection connection) : IDisposable
{
    public string File => file;

    public static IndexFileWriter Open(string file) => new(file, IndexConnection.ForWriting(file));

    public static IndexFileWriter CreateNew(string file)
    {
        var connection = IndexConnection.ForBuilding(file);
        connection.Script(IndexSchema.Create);
        return new IndexFileWriter(file, connection);
    }

    /// <summary>Zero for a file that is no index.</summary>
    public long SchemaVersion => connection.Number("select count(*) from sqlite_master where name = 'state'") == 0 ? 0 : connection.Number("select value from state where name = 'version'") ?? 0;

    public long Seq => connection.Number("select value from state where name = 'seq'") ?? 0;

    public long Postings => connection.Number("select count(*) from postings") ?? 0;

    public long Workers => connection.Number("select count(*) from workers") ?? 0;

    /// <summary>Writes what was read of a batch: documents that are there, removals of those that are not.</summary>
    public void Write(
        IReadOnlyCollection<long> postingIds, IReadOnlyList<PostingDocument> postings, IReadOnlyCollection<long> workerIds, IReadOnlyList<WorkerDocument> workers, long seq, bool moveCursor) =>
        connection.InTransaction(writes: true, () =>
        {
            foreach (var posting in postings) Put(posting, seq);
            foreach (var id in postingIds.Except(postings.Select(p => p.Id))) RemovePosting(id, seq);
            foreach (var worker in workers) Put(worker, seq);
            foreach (var id in workerIds.Except(workers.Select(w => w.Id))) RemoveWorker(id, seq);
            if (moveCursor) connection.Run("update state set value = max(value, $seq) where name = 'seq'", ("$seq", seq));
            return true;
        });

    /// <summary>Ends a build: terms merged, pages synced, ready for readers beside a writer.</summary>
    public void Finish(long seq)
    {
        connection.Run("update state set value = $seq where name = 'seq'", ("$seq", seq));
        connection.Script("insert into posting_words(posting_words) values ('optimize'); insert into worker_words(worker_words) values ('optimize'); analyze;");
        connection.Script("pragma synchronous = full; pragma journal_mode = wal; pragma wal_checkpoint(truncate);");
    }

    public List<(long Id, long Fingerprint)> PostingFingerprints(long after, long upTo) => connection.Rows(
        "select id, fingerprint from postings where id > $after and id <= $upTo", r => (r.GetInt64(0), r.GetInt64(1)), ("$after", after), ("$upTo", upTo));

    public List<(long Id, long Fingerprint)> WorkerFingerprints(long after, long upTo) => connection.Rows(
        "select id, fingerprint from workers where id > $after and id <= $upTo", r => (r.GetInt64(0), r.GetInt64(1)), ("$after", after), ("$upTo", upTo));

    public void Dispose() => connection.Dispose();

    private void Put(PostingDocument d, long seq)
    {
        if (IsLate("select seq from postings where id = $id", "posting", d.Id, seq)) return;
        Erase("posting", d.Id);
        var places = d.RegionCodes.Select(Tags.Region).Concat(d.EveryVillageOf.Select(Tags.EveryVillage)).Concat(d.SettlementIds.Select(Tags.Settlement)).ToList();
        connection.Run(
            """
            insert into postings (id, seq, fingerprint, kind, shift, offers, at_home, every_village, places, monthly, hourly, pay, published, closes)
            values ($id, $seq, $fingerprint, $kind, $shift, $offers, $home, $every, $places, $monthly, $hourly, $pay, $published, $closes)
            """,
            ("$id", d.Id), ("$seq", seq), ("$fingerprint", d.Fingerprint), ("$kind", (long)d.Kind), ("$shift", (long)d.Shift), ("$offers", (long)d.Offers), ("$home", d.AtHome ? 1L : 0L),
            ("$every", d.EveryVillageOf.Count > 0 ? 1L : 0L), ("$places", Tags.Joined(places)),
            ("$monthly", d.MonthlyFen), ("$hourly", d.HourlyFen), ("$pay", d.ComparablePayFen), ("$published", d.PublishedAt.Ticks), ("$closes", d.ClosesOn is { } day ? (long)day.DayNumber : null));
        connection.Run(
            "insert into posting_texts (id, title, employer, place, description) values ($id, $title, $employer, $place, $description)",
            ("$id", d.Id), ("$title", d.Title), ("$employer", d.Employer), ("$place", d.Place), ("$description", d.Description.Length > 300 ? d.Description[..300] : d.Description));
        connection.Run(
            "insert into posting_words (rowid, title, names, body) values ($id, $title, $names, $body)",
            ("$id", d.Id), ("$title", Bigrams.Index(d.Title)), ("$names", Bigrams.Index(string.Join(' ', d.OccupationNames))), ("$body", Bigrams.Index($"{d.Employer} {d.Place} {d.Description}")));
        PutTags("insert or ignore into posting_tags (id, tag) values ($id, $tag)", d.Id, places.Concat(d.OccupationIds.Select(Tags.Occupation)));
    }

    private void Put(WorkerDocument d, long seq)
    {
        if (IsLate("select seq from workers where id = $id", "worker", d.Id, seq)) return;
        Erase("worker", d.Id);
        connection.Run(
            "insert into workers (id, seq, fingerprint, settlement, capacity, in_work, text) values ($id, $seq, $fingerprint, $settlement, $capacity, $work, $text)",
            ("$id", d.Id), ("$seq", seq), ("$fingerprint", d.Fingerprint), ("$settlement", d.SettlementId), ("$capacity", (long)d.Capacity), ("$work", d.InWork ? 1L : 0L), ("$text", d.Text));
        connection.Run(
            "insert into worker_words (rowid, about, names) values ($id, $about, $names)",
            ("$id", d.Id), ("$about", Bigrams.Index(d.Text)), ("$names", Bigrams.Index(string.Join(' ', d.OtherNames))));
        PutTags(
            "insert or ignore into worker_tags (id, tag) values ($id, $tag)", d.Id,
            d.SkillIds.Select(Tags.Skill).Concat(d.CertificateKindIds.Select(Tags.Certificate)).Concat(d.TrainingKindIds.Select(Tags.Training)).Concat(d.OccupationIds.Select(Tags.Occupation)));
    }

    private void PutTags(string sql, long id, IEnumerable<string> tags)
    {
        foreach (var tag in tags) connection.Run(sql, ("$id", id), ("$tag", tag));
    }

    private void RemovePosting(long id, long seq)
    {
        if (IsLate("select seq from postings where id = $id", "posting", id, seq)) return;
        Erase("posting", id);
        Remember("posting", id, seq);
    }

    private void RemoveWorker(long id, long seq)
    {
        if (IsLate("select seq from workers where id = $id", "worker", id, seq)) return;
        Erase("worker", id);
        Remember("worker", id, seq);
    }

    private bool IsLate(string live, string kind, long id, long seq) =>
        connection.Number(live, ("$id", id)) > seq || connection.Number("select seq from removed where kind = $kind and id = $id", ("$kind", kind), ("$id", id)) > seq;

    private void Erase(string kind, long id)
    {
        if (kind == "posting")
        {
            connection.Run("delete from posting_words where rowid = $id", ("$id", id));
            connection.Run("delete from postings where id = $id", ("$id", id));
            connection.Run("delete from posting_texts where id = $id", ("$id", id));
            connection.Run("delete from posting_tags where id = $id", ("$id", id));
        }
        else
        {
            connection.Run("delete from worker_words where rowid = $id", ("$id", id));
            connection.Run("delete from workers where id = $id", ("$id", id));
            connection.Run("delete from worker_tags where id = $id", ("$id", id));
        }

        connection.Run("delete from removed where kind = $kind and id = $id", ("$kind", kind), ("$id", id));
    }

    private void Remember(string kind, long id, long seq) =>
        connection.Run("insert or replace into removed (kind, id, seq) values ($kind, $id, $seq)", ("$kind", kind), ("$id", id), ("$seq", seq));
}
