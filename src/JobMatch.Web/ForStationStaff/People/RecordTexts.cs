using JobMatch.Asking;
using JobMatch.Training;
using JobMatch.Web.Shared;
using JobMatch.Web.Shared.Fits;
using JobMatch.Web.Shared.Language;

namespace JobMatch.Web.ForStationStaff.People;

/// <summary>What people are asked for of their records, in words: 「缝纫工培训合格，2026 年 1 月 1 日到 12 月 31 日结束」.</summary>
public sealed class RecordTexts(Texts texts, Say say, FitNames names)
{
    public string Of(TrainingAsked asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var what = asked.KindIds.Count == 0 ? texts["Station.Record.AnyTraining"] : Either(asked.KindIds.Select(id => names.Training(id)));
        if (asked.Results.Contains(TrainingResult.Attending)) return texts[asked.Begins.From is null ? "Station.Record.Attending" : "Station.Record.Enrolled", what];
        var said = texts["Station.Record.Training", what, Either(asked.Results.Select(result => texts.Of(result)))];
        if (asked.Ends != default) said = texts["Station.Record.Training.Ended", said, Days(asked.Ends)];
        return asked.Never ? texts["Station.Record.Never", said] : said;
    }

    public string Of(ExperienceAsked asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var what = asked.OccupationIds.Count == 0 ? texts["Station.Record.AnyWork"] : Either(asked.OccupationIds.Select(id => names.Occupation(id)));
        return asked switch
        {
            { Below: { } below, Months: 0 } => texts["Station.Record.Experience.Below", what, Length(below)],
            { Below: { } below } => texts["Station.Record.Experience.Between", what, Length(asked.Months), Length(below)],
            _ => texts["Station.Record.Experience", what, Length(asked.Months)],
        };
    }

    public string Of(CertificateEnding asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return texts["Station.Record.Certificate", asked.KindIds.Count == 0 ? texts["Station.Record.AnyCertificate"] : Either(asked.KindIds.Select(id => names.Certificate(id))), Days(asked.Ends)];
    }

    private string Days(DaysAsked days) => days switch
    {
        ({ } from, { } to) => texts["Station.Record.Days.Between", say.FullDay(from), say.FullDay(to)],
        ({ } from, null) => texts["Station.Record.Days.From", say.FullDay(from)],
        (null, { } to) => texts["Station.Record.Days.To", say.FullDay(to)],
        _ => "",
    };

    private string Length(int months) => months % 12 == 0 ? texts["Station.Record.Years", months / 12] : texts["Station.Record.Months", months];

    private string Either(IEnumerable<string> choices) => string.Join(texts["Station.Wish.Or"], choices);
}
