using JobMatch.Wages;

namespace JobMatch.Postings;

/// <summary>
/// What stood there when a posting was let through, by a station or, where nothing in it had to be looked at, by itself. That covers this and nothing more: a later change that goes beyond
/// waits for a station.
/// </summary>
/// <param name="At">When it was let through.</param>
/// <param name="Flag">The flags it carried, as in <see cref="Posting.Flag"/>.</param>
/// <param name="Words">The posting's own words that the flags rested on.</param>
/// <param name="Wage">What it promised.</param>
public sealed record PostingSeen(DateTime At, string Flag, IReadOnlyList<string> Words, Wage Wage)
{
    /// <summary>The title that residents read before a change that waits; empty while none waits.</summary>
    public string Title { get; init; } = "";

    /// <summary>Whether a station looked and let it through; false where it became public by itself, null where that was not noted.</summary>
    public bool? ByStation { get; init; }

    /// <summary>The posting as it stands. A public one that a station has to look at has been looked at; every other approval is noted when it is given.</summary>
    public static PostingSeen Of(Posting posting, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(posting);
        return new PostingSeen(at, posting.Flag, [.. Worded(posting).Select(finding => finding.Words).Distinct()], posting.Wage) { Title = posting.Title, ByStation = posting.NeedsStation };
    }

    /// <summary>What a flagged posting says now that nobody has seen; nothing in one that carries no flag.</summary>
    public PostingUnseen Unseen(Posting now)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (now.Flag.Length == 0) return PostingUnseen.Nothing;
        var flags = Codes(now.Flag).Except(Codes(Flag)).ToList();
        var words = Worded(now).Where(finding => !Words.Contains(finding.Words)).ToList();
        return new PostingUnseen([.. flags.Where(flag => !words.Exists(finding => finding.Flag == flag))], words, now.Wage.IsAbove(Wage));
    }

    /// <summary>Findings that quote the posting; where they quote it for its pay, the pay itself is compared.</summary>
    private static IEnumerable<BaitFinding> Worded(Posting posting) =>
        BaitCheck.Find(posting).Where(finding => finding.Words.Length > 0 && !(finding.Flag == BaitFlags.EasyMoney && finding.Words == posting.Wage.Text));

    private static IEnumerable<BaitFlags> Codes(string flag) =>
        flag.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(code => Enum.TryParse<BaitFlags>(code, out var known) ? known : BaitFlags.None).Where(known => known != BaitFlags.None);
}

/// <summary>What goes beyond what a station saw.</summary>
/// <param name="Flags">Flags that it did not carry, where no words tell more.</param>
/// <param name="Words">Words that raise a flag and were not there.</param>
/// <param name="PayRaised">It promises more.</param>
public sealed record PostingUnseen(IReadOnlyList<BaitFlags> Flags, IReadOnlyList<BaitFinding> Words, bool PayRaised)
{
    public static PostingUnseen Nothing { get; } = new([], [], false);

    public bool IsAny => Flags.Count > 0 || Words.Count > 0 || PayRaised;
}
