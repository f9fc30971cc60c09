using JobMatch.Occupations;
using JobMatch.Words;

namespace JobMatch.Asking;

/// <summary>
/// What is nearest to words that no posting has: names of work and of places that differ in one character (护路员: 护林员), and pieces of the words
/// (建筑工地: 工地), the longest first. Whether a piece brings anything the caller counts.
/// </summary>
public sealed class NearWords(PlaceNames places, UnderstandQuery understand)
{
    private const int Shortest = 3;
    private const int LongestPiece = 6;
    private const int MostPieces = 8;
    private const int MostNames = 2;

    /// <summary>Letters of pinyin: 洗完 and 洗碗 differ in none.</summary>
    private const int MostApart = 1;

    private const string Doing = "做干当开修卖学打搞弄";

    public async Task<IReadOnlyList<Correction>> RunAsync(IEnumerable<string> words, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(words);
        var names = await places.ReadAsync(cancel);
        var known = Catalogue.Instance.EverydayWords.Select(w => w.Word).Concat(names.Own.Where(p => !p.IsAlias).Select(p => p.Form)).ToList();
        var near = new List<Correction>();
        foreach (var typed in words)
        {
            var word = new LeftWords(typed).Text;
            if (word.Length >= Shortest) near.AddRange(known.Where(name => name.Length >= Shortest && CorrectSpelling.IsOneSlip(word, name) && MayBeMeant(word, name)).Distinct(StringComparer.Ordinal).OrderBy(name => Apart(word, name)).Take(MostNames).Select(name => new Correction(name, name)));
            near.AddRange((await PiecesAsync(word, cancel)).Select(piece => new Correction(piece, piece)));
        }

        return [.. near.DistinctBy(c => c.Word)];
    }

    /// <summary>Who does a work may be called a little otherwise (护路员); where something is done to something, another thing is other work (做包子 is no 做裤子) unless both sound nearly alike.</summary>
    private static bool MayBeMeant(string word, string name) => !DoneWork.Is(word) && !Doing.Contains(word[0], StringComparison.Ordinal) || Apart(word, name) <= MostApart;

    /// <summary>How many letters of their readings differ: 护路员 sounds more like 护林员 than like 护卫员.</summary>
    private static int Apart(string word, string name)
    {
        var (a, b) = (Pinyin.Instance.Whole(word) ?? word, Pinyin.Instance.Whole(name) ?? name);
        var before = a.AsSpan().CommonPrefixLength(b);
        var behind = 0;
        while (behind < Math.Min(a.Length, b.Length) - before && a[^(behind + 1)] == b[^(behind + 1)]) behind++;
        return Math.Max(a.Length, b.Length) - before - behind;
    }

    /// <summary>Pieces that say something: first those that are a condition from end to end, then by their length. None that has small words.</summary>
    private async Task<IEnumerable<string>> PiecesAsync(string word, CancellationToken cancel)
    {
        var pieces = new List<(string Piece, bool IsRead)>();
        if (word.Length < Shortest || !word.All(c => c > '\u2E7F')) return [];
        for (var length = Math.Min(word.Length - 1, LongestPiece); length >= 2; length--)
            for (var from = 0; from + length <= word.Length; from++)
            {
                var piece = word.Substring(from, length);
                var understood = await understand.RunAsync(piece, cancel);
                if (understood.Parts.Count == 0 ? understood.Rest == piece : understood.Parts is [{ From: 0 } part] && part.To == length) pieces.Add((piece, understood.Parts.Count > 0));
            }

        return pieces.OrderByDescending(p => p.IsRead).ThenByDescending(p => p.Piece.Length).Select(p => p.Piece).Distinct(StringComparer.Ordinal).Take(MostPieces);
    }
}
