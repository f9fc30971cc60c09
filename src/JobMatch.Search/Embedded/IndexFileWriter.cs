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
    public long SchemaVersion => IndexSchema.VersionOf(connection);

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
            if (moveCursor) connection.Run("update state set value = max(value, $seq) where name = 'seq' and value >= 0", ("$seq", seq));
            return true;
        });

    /// <summary>Ends a build: terms merged, pages synced, ready for readers beside a writer.</summary>
    public void Finish(long seq)
    {
        connection.Run("update state set value = $seq where name = 'seq'", ("$seq", seq));
        connection.Script("insert into posting_titles(posting_titles) values ('optimize'); insert into posting_bodies(posting_bodies) values ('optimize'); insert into worker_words(worker_words) values ('optimize'); analyze;");
        connection.Script("pragma synchronous = full; pragma journal_mode = wal; pragma wal_checkpoint(truncate);");
    }

    /// <summary>Digests of what is kept of postings, as <see cref="KeptRows"/> makes them.</summary>
    public List<(long Id, long Mark)> PostingMarks(long after, long upTo) => connection.Rows(KeptRows.PostingMarks, KeptRows.Read, ("$after", after), ("$upTo", upTo));

    /// <inheritdoc cref="PostingMarks"/>
    public List<(long Id, long Mark)> WorkerMarks(long after, long upTo) => connection.Rows(KeptRows.WorkerMarks, KeptRows.Read, ("$after", after), ("$upTo", upTo));

    public void Dispose() => connection.Dispose();

    private void Put(PostingDocument d, long seq)
    {
        if (IsLate("select seq from postings where id = $id", "posting", d.Id, seq)) return;
        Erase("posting", d.Id);
        var slot = connection.Number("select min(slot) from free_slots") ?? (connection.Number("select max(slot) from postings") ?? 0) + 1;
        connection.Run("delete from free_slots where slot = $slot", ("$slot", slot));
        connection.Run(
            $"insert into postings (slot, id, seq, generation, {KeptRows.PostingColumns}) values ($slot, $id, $seq, $generation, {Named(KeptRows.PostingColumns)})",
            [("$slot", slot), ("$id", d.Id), ("$seq", seq), ("$generation", _generation), .. Values(KeptRows.PostingColumns, KeptRows.OfPosting(d))]);
        connection.Run($"insert into posting_texts (slot, {KeptRows.TextColumns}) values ($slot, {Named(KeptRows.TextColumns)})", [("$slot", slot), .. Values(KeptRows.TextColumns, KeptRows.TextsOf(d))]);
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
        connection.Run($"insert into workers (id, seq, {KeptRows.WorkerColumns}) values ($id, $seq, {Named(KeptRows.WorkerColumns)})", [("$id", d.Id), ("$seq", seq), .. Values(KeptRows.WorkerColumns, KeptRows.OfWorker(d))]);
        var terms = WorkerTerms.Of(d);
        connection.Run(
            "insert into worker_words (rowid, about, names, about_like, wishes, wish_names, wishes_like) values ($id, $about, $names, $like, $wishes, $wishNames, $wishesLike)",
            ("$id", d.Id), ("$about", terms.About), ("$names", terms.Names), ("$like", terms.AboutLike), ("$wishes", terms.Wishes), ("$wishNames", terms.WishNames), ("$wishesLike", terms.WishesLike));
        foreach (var tag in KeptRows.TagsOf(d)) connection.Run("insert or ignore into worker_tags (id, tag) values ($id, $tag)", ("$id", d.Id), ("$tag", tag));
        foreach (var record in d.Records) connection.Run("insert into worker_records (id, record) values ($id, $record)", ("$id", d.Id), ("$record", record));
    }

    /// <summary>The parameters of some columns: "a, b" → "$a, $b".</summary>
    private static string Named(string columns) => string.Join(", ", columns.Split(", ").Select(c => "$" + c));

    private static IEnumerable<(string Name, object? Value)> Values(string columns, object?[] values) => columns.Split(", ").Zip(values, (column, value) => ("$" + column, value));

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
            connection.Run("delete from worker_records where id = $id", ("$id", id));
        }

        connection.Run("delete from removed where kind = $kind and id = $id", ("$kind", kind), ("$id", id));
    }

    private void Remember(string kind, long id, long seq) =>
        connection.Run("insert or replace into removed (kind, id, seq) values ($kind, $id, $seq)", ("$kind", kind), ("$id", id), ("$seq", seq));
}
