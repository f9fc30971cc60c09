using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Regions;
using JobMatch.Rules;
using JobMatch.Settlements;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Postings;

public sealed record ImportPostingsRequest
{
    /// <summary>CSV or JSON lines; UTF-8, UTF-16 or GB18030. Columns: <see cref="PostingRow"/>.</summary>
    public required string File { get; init; }

    /// <summary>Names where the rows come from; part of each row's key. Empty: the file's name without ending.</summary>
    public string Source { get; init; } = "";

    /// <summary>The county that the postings are for; null takes the only county with settlements.</summary>
    public int? CountyCode { get; init; }

    /// <summary>Reads and counts, stores nothing.</summary>
    public bool DryRun { get; init; }
}

/// <summary>A row that was not taken and why.</summary>
public sealed record RefusedRow(int Line, string Title, string Company, Refusal Refusal);

/// <summary>Rows read = new + changed + unchanged + refused. Waiting: those of new and changed that a station has to look at first.</summary>
public sealed record PostingsImported(int Read, int New, int Changed, int Unchanged, int Waiting, IReadOnlyList<RefusedRow> Refused)
{
    /// <summary>Columns of the file that say something and were not read, because none of ours is called so; the rows were taken without them.</summary>
    public IReadOnlyList<string> UnknownColumns { get; init; } = [];
}

/// <summary>
/// Takes a file of postings over. The same file twice changes nothing: a row is known by "source:id" and by a fingerprint of all it says. Rows are
/// stored in transactions of a few hundred, each row whole or not at all. An employer is made for each company name the county does not know
/// yet, as verified, with a state reason that names the import: an administrator of the county chose the source. Postings whose text demands what the
/// law forbids are refused; those that look like bait wait for a station.
/// </summary>
public sealed class ImportPostings(JobMatchDbContext db, CurrentScope scope, TimeProvider clock)
{
    private const int Batch = 400;
    private readonly Dictionary<string, Employer> _employers = new(StringComparer.Ordinal);
    private int _payPercent = BaitCheck.UsualPercent;

    /// <summary>For commands and jobs: only the system's scope may import.</summary>
    /// <param name="request">What to read.</param>
    /// <param name="progress">Rows done.</param>
    /// <param name="cancel">Stops between two transactions; what is stored stays and is not stored again.</param>
    public async Task<Outcome<PostingsImported>> RunAsync(ImportPostingsRequest request, IProgress<int>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!scope.Value.IsSystem) return Refusal.NotFound;
        if (!File.Exists(request.File)) return new Refusal("Import.FileMissing", nameof(request.File), request.File);
        var settlements = await db.Set<Settlement>().AsNoTracking().ToListAsync(cancel);
        var counties = settlements.Select(s => s.CountyCode).Distinct().ToList();
        if (request.CountyCode is { } asked && (asked is < 100_000 or > 999_999 || (counties.Count > 0 && !counties.Contains(asked)))) return new Refusal("Import.CountyUnknown", nameof(request.CountyCode), asked);
        var county = request.CountyCode ?? (counties.Count == 1 ? counties[0] : 0);
        var source = request.Source.Length > 0 ? request.Source : Path.GetFileNameWithoutExtension(request.File);
        var regions = await db.Set<Region>().AsNoTracking().Where(r => r.Level <= RegionLevel.Township).ToListAsync(cancel);
        var reader = new ReadPostingRow(source, new PostingPlaces(county, settlements.Where(s => s.CountyCode == county), regions), clock.Today());

        _payPercent = (await RuleBook.ReadAsync(db, cancel)).Number(clock.Today(), RuleName.BaitPayPercent);
        var counts = new Counts();
        foreach (var rows in PostingRows.Read(request.File).Chunk(Batch))
        {
            await TakeAsync(rows, reader, county, source, request.DryRun, counts, cancel);
            progress?.Report(counts.Read);
        }

        return counts.Read == 0
            ? new Refusal("Import.NoRows", nameof(request.File))
            : new PostingsImported(counts.Read, counts.New, counts.Changed, counts.Unchanged, counts.Waiting, counts.Refused) { UnknownColumns = counts.UnknownColumns };
    }

    private async Task TakeAsync(PostingRow[] rows, ReadPostingRow reader, int county, string source, bool dryRun, Counts counts, CancellationToken cancel)
    {
        counts.Read += rows.Length;
        var read = new List<ReadRow>();
        foreach (var row in rows)
        {
            counts.Note(row.UnknownColumns);
            var outcome = reader.Read(row);
            if (outcome.Value is not { } good) counts.Refused.Add(new RefusedRow(row.Line, row["title"], row["company"], outcome.Refusals[0]));
            else if (!counts.Keys.Add(good.Key)) counts.Refused.Add(new RefusedRow(row.Line, row["title"], row["company"], new Refusal("Import.KeyTwice", "id", good.Key)));
            else if (SavePostingChecks.Check(good.Posting, clock.Today(), fromFile: true) is { Count: > 0 } wrong) counts.Refused.Add(new RefusedRow(row.Line, row["title"], row["company"], wrong[0]));
            else read.Add(good);
        }

        var keys = read.Select(r => r.Key).ToList();
        var known = await db.Set<Posting>().Where(p => p.ExternalKey != null && keys.Contains(p.ExternalKey))
            .Include(p => p.Quotas).Include(p => p.Skills).Include(p => p.Certificates).Include(p => p.Employer).ToDictionaryAsync(p => p.ExternalKey!, cancel);
        await FindEmployersAsync(read, county, source, cancel);
        foreach (var row in read)
        {
            if (known.GetValueOrDefault(row.Key) is not { } posting) Add(row, county, counts);
            else if (posting.ExternalHash == row.Hash || posting.State == PostingState.Closed) counts.Unchanged++;
            else Change(posting, row, counts);
        }

        if (!dryRun) await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    /// <summary>Employers by name: read once for the names of this batch, made where the county has none.</summary>
    private async Task FindEmployersAsync(List<ReadRow> read, int county, string source, CancellationToken cancel)
    {
        var names = read.Select(r => r.Company).Distinct().ToList();
        var stored = await db.Set<Employer>().Where(e => e.CountyCode == county && names.Contains(e.Name)).ToListAsync(cancel);
        _employers.Clear();
        foreach (var employer in stored.OrderByDescending(e => e.IsVerified).ThenBy(e => e.Id)) _employers.TryAdd(employer.Name, employer);
        foreach (var name in names.Where(n => !_employers.ContainsKey(n)))
        {
            var kind = name.Contains("合作社", StringComparison.Ordinal) ? EmployerKind.Cooperative
                : name.Contains("劳务", StringComparison.Ordinal) || name.Contains("人力资源", StringComparison.Ordinal) ? EmployerKind.LabourAgency
                : EmployerKind.Enterprise;
            var employer = new Employer { Name = name, Kind = kind, CountyCode = county, RegisteredAt = clock.UtcNow() };
            employer.TrustImport(source, clock.UtcNow());
            _employers[name] = employer;
        }
    }

    private void Add(ReadRow row, int county, Counts counts)
    {
        var employer = _employers[row.Company];
        var posting = new Posting
        {
            EmployerId = employer.Id,
            Employer = employer,
            CountyCode = county,
            Kind = row.Posting.Kind,
            Title = row.Posting.Title,
            CreatedAt = clock.UtcNow(),
            ExternalKey = row.Key,
            ExternalHash = row.Hash,
        };
        PostingForm.Fill(posting, row.Posting, row.Company, _payPercent);
        posting.Submit(employer.IsVerified, clock.UtcNow());
        db.Add(posting);
        counts.New++;
        if (posting.State == PostingState.Submitted) counts.Waiting++;
    }

    private void Change(Posting posting, ReadRow row, Counts counts)
    {
        var before = PostingSeen.Of(posting, posting.PublishedAt ?? posting.CreatedAt);
        // The file knows one place and how many are wanted; what was taken already stays taken.
        var quota = posting.Quotas.OrderBy(q => q.Id).First();
        var line = row.Posting.Quotas[0];
        var read = row.Posting with
        {
            Quotas = [.. posting.Quotas.Select(q => q == quota
                ? line with { Id = q.Id, Vacancies = Math.Max(line.Vacancies, q.Taken) }
                : new SavePostingQuota(q.Id, q.Place, q.SettlementId, q.RegionCode, q.PlaceText, q.Vacancies))],
        };
        PostingForm.Fill(posting, read, row.Company, _payPercent);
        posting.ExternalHash = row.Hash;
        posting.Edit(before);
        if (posting.State == PostingState.SentBack) posting.Submit(posting.Employer!.IsVerified, clock.UtcNow());
        counts.Changed++;
        if (posting.State == PostingState.Submitted) counts.Waiting++;
    }

    private sealed class Counts
    {
        /// <summary>Names of columns that are kept: lines of JSON may make up as many as they like.</summary>
        private const int MostUnknown = 50;

        private readonly OrderedDictionary<string, bool> _unknown = new(StringComparer.OrdinalIgnoreCase);

        public int Read { get; set; }

        public int New { get; set; }

        public int Changed { get; set; }

        public int Unchanged { get; set; }

        public int Waiting { get; set; }

        public List<RefusedRow> Refused { get; } = [];

        public IReadOnlyList<string> UnknownColumns => [.. _unknown.Keys];

        public void Note(IEnumerable<string> unknown)
        {
            foreach (var name in unknown)
                if (_unknown.Count < MostUnknown) _unknown.TryAdd(name, true);
        }

        public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);
    }
}
