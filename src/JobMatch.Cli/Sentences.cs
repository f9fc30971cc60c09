using System.Globalization;
using JobMatch.Data;

namespace JobMatch.Cli;

/// <summary>Refusals in one English sentence for the person at the terminal; a code without one is shown as it is.</summary>
internal static class Sentences
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["Required"] = "is missing",
        ["TooLong"] = "is too long",
        ["OutOfRange"] = "is out of range",
        ["DateWrong"] = "is no date such as 2026-11-30",
        ["ChangedMeanwhile"] = "was changed by somebody else meanwhile; run the command again",
        ["Posting.UnlawfulDemand.Sex"] = "demands a sex",
        ["Posting.UnlawfulDemand.Ethnicity"] = "demands an ethnicity",
        ["Posting.UnlawfulDemand.MaritalOrChildbearing"] = "demands a marital or childbearing state",
        ["Posting.UnlawfulDemand.Hukou"] = "demands a household registration",
        ["Posting.ClosesInPast"] = "lies in the past",
        ["Posting.WageImplausible"] = "is no plausible pay for its unit",
        ["Posting.WageOrder"] = "is less than the minimum",
        ["Job.PeriodMalformed"] = "is no day such as 2026-11-30 or month such as 202611, as the job needs",
        ["Job.PeriodNotOver"] = "is not over yet",
        ["Job.Running"] = "is running on another node",
        ["Index.TooSmall"] = "would have {0} rows where the live one has {1}; if that is right, say --force",
        ["Index.Unreachable"] = "is on a search server that cannot be used now: {0}",
        ["Index.Rebuilding"] = "is being rebuilt by another process",
        ["Account.DuplicateUserName"] = "is taken already",
        ["Account.InvalidUserName"] = "may have letters, digits and -._@+ only",
        ["Account.PasswordTooShort"] = "needs at least 10 characters",
        ["Account.PasswordRequiresDigit"] = "needs a digit",
        ["Account.PasswordRequiresLower"] = "needs a lower-case letter",
        ["Import.FileMissing"] = "does not exist: {0}",
        ["Import.NoRows"] = "holds no rows of postings: a header with known columns (title, company, …) or JSON lines are expected",
        ["Import.CountyUnknown"] = "is no county with settlements here: {0}",
        ["Import.KeyTwice"] = "stands twice in the file",
        ["Import.NotJson"] = "is no JSON object",
        ["Import.NotAnObject"] = "is no JSON object",
        ["Import.LineTooLong"] = "is longer than a posting can be",
        ["Import.RowTooShort"] = "has fewer cells than the header",
        ["Import.BrokenCharacter"] = "holds a broken character: the file is damaged here",
        ["Import.QuoteNeverCloses"] = "has a quote that never closes",
    };

    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["WageMinFen"] = "least pay",
        ["WageMaxFen"] = "most pay",
        ["ClosesOn"] = "closing day",
        ["UserName"] = "user name",
    };

    public static string Of(Refusal refusal)
    {
        var subject = refusal.Field.Length > 0 ? Fields.GetValueOrDefault(refusal.Field, refusal.Field) : refusal.Code.StartsWith("Import.", StringComparison.Ordinal) ? "row" : "it";
        return Texts.TryGetValue(refusal.Code, out var text) ? $"{subject} {string.Format(CultureInfo.InvariantCulture, text, refusal.Values)}" : $"{subject}: {refusal.Code}";
    }
}
