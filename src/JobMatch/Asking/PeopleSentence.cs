using System.Text.RegularExpressions;
using JobMatch.Occupations;

namespace JobMatch.Asking;

/// <summary>
/// What a clerk types without blanks, with blanks: 「零就业家庭会缝纫」 → 「零就业家庭 会缝纫」. A word is taken apart where all of it is known (conditions, places,
/// work, skills, certificates and the small words between them), or where a condition at its beginning is followed by a small word, or one at its end begins with such. Other words stay whole: in
/// 失业保险经办 nothing says that somebody is out of work.
/// </summary>
internal static partial class PeopleSentence
{
    private const int LongestPiece = 12;

    private enum Piece
    {
        None,

        /// <summary>A condition or a place: a word of its own.</summary>
        Said,

        /// <summary>Work, a skill, a certificate: with the small words before it.</summary>
        Work,

        /// <summary>会, 有, 想做: begins a word.</summary>
        Before,

        /// <summary>的, 人: ends one.</summary>
        Behind,

        /// <summary>或: the work before it or the work behind it, one word of two.</summary>
        Or,
    }

    private static readonly HashSet<string> WorkWords = new(
        Catalogue.Instance.Skills.Values.SelectMany(s => s.Words.Append(s.Name))
            .Concat(Catalogue.Instance.Certificates.Values.SelectMany(c => c.Words.Append(c.Name)))
            .Concat(Catalogue.Instance.Occupations.Values.SelectMany(o => o.EverydayNames.Concat(o.Trades).Append(o.Name)))
            .Concat(Catalogue.Instance.EverydayWords.Select(w => w.Word)).Where(w => w.Length > 1), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word names work, a skill or a certificate, also behind a small word: 会讲解.</summary>
    public static bool NamesWork(string word) => WorkWords.Contains(word) || Enumerable.Range(1, Math.Max(0, Math.Min(4, word.Length - 2))).Any(length => SmallWord().IsMatch(word[..length]) && WorkWords.Contains(word[length..]));

    public static string TakeApart(string typed, KnownPlaces places)
    {
        typed = Or().Replace(But().Replace(Asking().Replace(typed, " "), " "), "或").Trim(' ', '或');
        var left = new LeftWords(typed);
        var apart = new List<string>();
        var at = 0;
        foreach (var (from, to) in left.Chunks())
        {
            apart.Add(typed[at..from]);
            apart.Add(Chunk(typed[from..to], left.Text[from..to], places));
            at = to;
        }

        return string.Concat(apart.Append(typed[at..]));
    }

    private static string Chunk(string typed, string word, KnownPlaces places)
    {
        if (word.Length < 3 || PeopleWords.IsCondition(word) || WorkWords.Contains(word)) return typed;
        if (Pieces(word, places) is { } pieces && (pieces.Exists(p => p.Kind == Piece.Said) || pieces.FindLastIndex(p => p.Kind == Piece.Before) > pieces.FindIndex(p => p.Kind == Piece.Work) && pieces.Exists(p => p.Kind == Piece.Work))) return Spaced(typed, pieces);
        var cuts = Enumerable.Range(3, Math.Max(0, word.Length - 3));
        if (Begins().IsMatch(word) && cuts.Reverse().FirstOrDefault(length => (PeopleWords.IsCondition(word[..length]) || PeopleWords.IsCertificate(word[..length])) && Small().IsMatch(word[length..])) is > 0 and var end) return $"{typed[..end]} {typed[end..]}";
        if (Small().IsMatch(word) && cuts.FirstOrDefault(length => Small().IsMatch(word[length..]) && PeopleWords.IsCondition(word[length..])) is > 0 and var start) return $"{typed[..start]} {typed[start..]}";
        return typed;
    }

    /// <summary>The whole word in pieces that are all known, the fewest; null when it has others.</summary>
    private static List<(int To, Piece Kind)>? Pieces(string word, KnownPlaces places)
    {
        var best = new (int Count, int From, Piece Kind)[word.Length + 1];
        for (var to = 1; to <= word.Length; to++)
        {
            best[to] = (int.MaxValue, 0, Piece.None);
            for (var from = Math.Max(0, to - LongestPiece); from < to; from++)
                if ((from == 0 || best[from].Kind != Piece.None) && KindOf(word[from..to], word.Contains('或', StringComparison.Ordinal), places) is not Piece.None and var kind && best[from].Count + 1 < best[to].Count)
                    best[to] = (best[from].Count + 1, from, kind);
        }

        if (best[word.Length].Kind == Piece.None) return null;
        var pieces = new List<(int To, Piece Kind)>();
        for (var at = word.Length; at > 0; at = best[at].From) pieces.Insert(0, (at, best[at].Kind));
        return pieces;
    }

    /// <summary>Trainings as conditions add up; where one of two is asked they are words like any other work.</summary>
    private static Piece KindOf(string piece, bool isEither, KnownPlaces places) =>
        (PeopleWords.IsCondition(piece) && !(isEither && WishWords.IsTraining(piece))) || WordsOfPerson.IsSex(piece) || (!isEither && PeopleWords.IsTraining(piece)) || places.Own.Any(p => p.Form == piece) ? Piece.Said
        : piece == "或" ? Piece.Or
        : WorkWords.Contains(piece) || PeopleWords.IsTraining(piece) ? Piece.Work
        : SmallWord().IsMatch(piece) ? Piece.Before
        : Ending().IsMatch(piece) ? Piece.Behind : Piece.None;

    /// <summary>A blank before each condition, and before what begins a new word behind one that is whole; what only ends a work (缝纫的) is left out, and 或 beside a condition: conditions of one list are alternatives anyway.</summary>
    private static string Spaced(string typed, List<(int To, Piece Kind)> pieces)
    {
        var (text, from, before) = ("", 0, Piece.None);
        for (var i = 0; i < pieces.Count; i++)
        {
            var (to, kind) = pieces[i];
            if (kind == Piece.Or && (before == Piece.Said || pieces.ElementAtOrDefault(i + 1).Kind == Piece.Said))
            {
                (from, before) = (to, Piece.Said);
                continue;
            }

            if (kind == Piece.Before && i > 0 && Joins().IsMatch(typed[from..to]))
            {
                (text, from, before) = (text + " ", to, Piece.None);
                continue;
            }

            var begins = kind is Piece.Said or Piece.Before ? before is not (Piece.None or Piece.Before or Piece.Or) || (kind == Piece.Said && before == Piece.Before && !Lives().IsMatch(typed[..from])) : kind == Piece.Work && before is Piece.Said or Piece.Work or Piece.Behind;
            if (kind != Piece.Behind || before != Piece.Work) text += (begins && text.Length > 0 ? " " : "") + typed[from..to];
            (from, before) = (to, kind);
        }

        return text;
    }

    /// <summary>「给我找一下…」, 「…的人有哪些」: that somebody is looked for is known.</summary>
    [GeneratedRegex("^\\s*(?:请|麻烦)?(?:给我|帮我|我要|我想)?(?:找一下|查一下|搜一下|找下|查下|找找|查查)(?:谁|哪些人|几个)?|^\\s*(?:有没有|哪些人|谁)(?=会|能|有|想|懂|做过|学过|干过|\\s|$)|(?:的人|的)?(?:有哪些人?|有谁|有几个|有多少人?|都有谁|名单)[?？]?\\s*$")]
    private static partial Regex Asking();

    [GeneratedRegex("\\s*(?:或者|或是|或(?!许))\\s*")]
    private static partial Regex Or();

    /// <summary>「不会缝纫但想学」, 「既会缝纫又会做饭」: two clauses.</summary>
    [GeneratedRegex("(?:^既|(?<=\\s)既|(?:但是?|可是|不过|而且|并且|同时|又|也|还|且))(?=会|有|能|想|懂|做过|学过|干过|参加过|愿意|可以|没|不|要|还|也)")]
    private static partial Regex But();

    /// <summary>住石门: one word with the place.</summary>
    [GeneratedRegex("(?:住|住在|在)$")]
    private static partial Regex Lives();

    /// <summary>Between two things that are asked together: a blank.</summary>
    [GeneratedRegex("^(?:和|还|又|但|也|而且|并且)$")]
    private static partial Regex Joins();

    [GeneratedRegex("^[^a-z0-9]{3}")]
    private static partial Regex Begins();

    [GeneratedRegex("^(?:会|有|能|想|懂|做过|干过|学过|要|找|还|又|但|也|愿意|可以|不)")]
    private static partial Regex Small();

    [GeneratedRegex("^(?:会|会开|会做|会用|不会用|不会|不懂|没学过|没做过|没干过|没有|没|有|能|能做|想|想做|想找|想去|想学|懂|做过|干过|学过|学了|学完|培训过|培训了|参加过|要|找|要找|还|还会|又|又会|但|但会|也|也会|而且|并且|和|住|住在|在|是|愿意做|能干)$")]
    private static partial Regex SmallWord();

    [GeneratedRegex("^(?:的|的人|人|人员|者|户|的户|家里|里|里面|中|当中|了)$")]
    private static partial Regex Ending();
}
