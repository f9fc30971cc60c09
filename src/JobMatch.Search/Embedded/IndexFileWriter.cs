namespace JobMatch.Search.Embedded;

/// <summary>Writes documents into one index file. Older versions never win; the cursor moves in the transaction of what it stands for.</summary>
internal sealed class IndexFileWriter(string file, IndexConnection connection) : IDisposable
{
    private long _generation;

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
            _generation = (connection.Number("select value from state where name = 'generation'") ?? 0) + 1;
            connection.Run("update state set value = $generation where name = 'generation'", ("$generation", _generation));
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
        connection.Script("insert into posting_titles(posting_titles) values ('optimize'); insert into posting_bodies(posting_bodies) values ('optimize'); insert into worker_words(worker_words) values ('optimize'); analyze;");
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
        var slot = connection.Number("select min(slot) from free_slots") ?? (connection.Number("select max(slot) from postings") ?? 0) + 1;
        connection.Run("delete from free_slots where slot = $slot", ("$slot", slot));
        var tags = d.RegionCodes.Select(Tags.Region).Concat(d.EveryVillageOf.Select(Tags.EveryVillage)).Concat(d.SettlementIds.Select(Tags.Settlement)).Concat(d.OccupationIds.Select(Tags.Occupation));
        connection.Run(
            """
            insert into postings (slot, id, seq, fingerprint, generation, kind, shift, offers, at_home, monthly, daily, hourly, published, closes, positions, tags)
            values ($slot, $id, $seq, $fingerprint, $generation, $kind, $shift, $offers, $home, $monthly, $daily, $hourly, $published, $closes, $positions, $tags)
            """,
            ("$slot", slot), ("$id", d.Id), ("$seq", seq), ("$fingerprint", d.Fingerprint), ("$generation", _generation), ("$kind", (long)d.Kind), ("$shift", (long)d.Shift), ("$offers", (long)d.Offers),
            ("$home", d.AtHome ? 1L : 0L), ("$monthly", d.MonthlyFen), ("$daily", d.DailyFen), ("$hourly", d.HourlyFen), ("$published", d.PublishedAt.Ticks),
            ("$closes", d.ClosesOn is { } day ? (long)day.DayNumber : null), ("$positions", PositionsText.Of(d.Positions)), ("$tags", string.Join(' ', tags)));
        connection.Run(
            "insert into posting_texts (slot, title, employer, place, description) values ($slot, $title, $employer, $place, $description)",
            ("$slot", slot), ("$title", d.Title), ("$employer", d.Employer), ("$place", d.Place), ("$description", d.Description.Length > 300 ? d.Description[..300] : d.Description));
        var terms = PostingTerms.Of(d);
        connection.Run(
            "insert into posting_titles (rowid, title, names, title_like) values ($slot, $title, $names, $like)",
            ("$slot", slot), ("$title", terms.Title), ("$names", terms.Names), ("$like", terms.TitleLike));
        connection.Run("insert into posting_bodies (rowid, body, body_like) values ($slot, $body, $like)", ("$slot", slot), ("$body", terms.Body), ("$like", terms.BodyLike));
    }

    private void Put(WorkerDocument d, long seq)
    {
        if (IsLate("select seq from workers where id = $id", "worker", d.Id, seq)) return;
        Erase("worker", d.Id);
        connection.Run(
            "insert into workers (id, seq, fingerprint, settlement, capacity, need, in_work, text) values ($id, $seq, $fingerprint, $settlement, $capacity, $need, $work, $text)",
            ("$id", d.Id), ("$seq", seq), ("$fingerprint", d.Fingerprint), ("$settlement", d.SettlementId), ("$capacity", (long)d.Capacity), ("$need", (long)d.Need), ("$work", d.InWork ? 1L : 0L), ("$text", d.Text));
        var terms = WorkerTerms.Of(d);
        connection.Run(
            "insert into worker_words (rowid, about, names, about_like) values ($id, $about, $names, $like)",
            ("$id", d.Id), ("$about", terms.About), ("$names", terms.Names), ("$like", terms.AboutLike));
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
            if (connection.Number("select slot from postings where id = $id", ("$id", id)) is { } slot)
            {
                connection.Run("delete from posting_titles where rowid = $slot", ("$slot", slot));
                connection.Run("delete from posting_bodies where rowid = $slot", ("$slot", slot));
                connection.Run("delete from posting_texts where slot = $slot", ("$slot", slot));
                connection.Run("delete from postings where slot = $slot", ("$slot", slot));
                connection.Run("insert or replace into free_slots (slot, generation) values ($slot, $generation)", ("$slot", slot), ("$generation", _generation));
            }
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
