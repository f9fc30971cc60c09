using JobMatch.Regions;
using JobMatch.Search.Words;

namespace JobMatch.Search;

/// <summary>
/// The terms of a posting, column by column, each as one text parted by spaces: what every engine indexes as it stands (split at spaces,
/// nothing folded, nothing dropped, positions kept).
/// </summary>
public sealed record PostingTerms(string Title, string Names, string TitleLike, string Body, string BodyLike)
{
    public static PostingTerms Of(PostingDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new PostingTerms(
            Bigrams.Index(document.Title),
            WholeNames.Index(document.OccupationNames),
            Join(Likeness.Readings(document.Title).Concat(Likeness.Slips(document.Title))),
            Bigrams.Index($"{document.Employer} {document.Place} {document.Description}"),
            Join(Likeness.Readings(document.Place).Concat(document.Place.Split(' ').SelectMany(PlaceForms.Of).SelectMany(Likeness.InitialsOfName)).Concat(Likeness.Slips($"{document.Employer} {document.Description}"))));
    }

    private static string Join(IEnumerable<string> terms) => string.Join(' ', terms.Distinct(StringComparer.Ordinal));
}

/// <summary>The terms of a worker: what is recorded, other names of it, slips of the Latin words in it; the same of what she wishes.</summary>
public sealed record WorkerTerms(string About, string Names, string AboutLike, string Wishes, string WishNames, string WishesLike)
{
    public static WorkerTerms Of(WorkerDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new WorkerTerms(
            Bigrams.Index(document.Text),
            WholeNames.Index(document.OtherNames, document.Called),
            Slips(document.Text),
            Bigrams.Index(document.Wishes),
            WholeNames.Index(document.WishNames),
            Slips(document.Wishes));
    }

    private static string Slips(string text) => string.Join(' ', Likeness.Slips(text).Distinct(StringComparer.Ordinal));
}
