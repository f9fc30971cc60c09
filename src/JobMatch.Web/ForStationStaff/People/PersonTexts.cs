using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.Web.Shared.Language;
using JobMatch.Workers;

namespace JobMatch.Web.ForStationStaff.People;

/// <summary>Years of birth and levels of schooling, as conditions in words.</summary>
public sealed class PersonTexts(Texts texts, TimeProvider clock)
{
    /// <summary>「45 岁以下（1981 年及以后出生）」: the ages of this year, and what is asked.</summary>
    public string Born(YearsOfBirth born)
    {
        var year = clock.Today().Year;
        return born switch
        {
            ({ } from, { } to) => texts["Station.People.BornBetween", year - to, year - from, from, to],
            ({ } from, null) => texts["Station.People.BornFrom", year - from, from],
            (null, { } to) => texts["Station.People.BornTo", year - to, to],
            _ => "",
        };
    }

    /// <summary>「初中、高中」; a run up to the highest level is 「初中以上」, one from the lowest 「初中以下」.</summary>
    public string Schooling(IReadOnlyList<Education> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        var ordered = levels.Order().ToList();
        var all = Enum.GetValues<Education>().Where(level => level != Education.Unknown).Order().ToList();
        if (ordered.Count > 1 && ordered[^1] == all[^1]) return texts["Station.People.AtLeast", texts.Of(ordered[0])];
        return ordered.Count > 1 && ordered[0] == all[0] ? texts["Station.People.AtMost", texts.Of(ordered[^1])] : string.Join(texts["Fit.Comma"], ordered.Select(level => texts.Of(level)));
    }
}
