using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Web.Shared.Fits;
using JobMatch.Web.Shared.Language;

namespace JobMatch.Web.Shared.Postings;

/// <summary>What the words of a posting say and its fields leave open, each fact by name: first what keeps people away, then hours, then what is offered.</summary>
public sealed class LeftOpenTexts(Texts texts, Say say, PostingTexts postings, FitNames names, FitTexts fits)
{
    /// <summary>What no word says but such work usually is, each with the name by which it is ticked.</summary>
    public IReadOnlyList<(string Name, string Text)> Usual(PostingFacts open)
    {
        var usual = LeftOpen.Usual(open);
        return
        [
            .. usual.Strain != Strain.Unknown ? [(LeftOpen.UsualStrain, texts.Of(usual.Strain))] : Array.Empty<(string, string)>(),
            .. usual.SkillIds.Select(id => (LeftOpen.UsualSkill(id), texts["LeftOpen.Skill", names.Skill(id)])),
        ];
    }

    /// <summary>What is written and open; empty where nothing is.</summary>
    public IReadOnlyList<string> Of(PostingFacts found)
    {
        var open = LeftOpen.Written(found);
        return
        [
            .. open.Certificates.Select(c => texts["LeftOpen.Certificate", names.Certificate(c.KindId), texts.Of(c.Timing)]),
            .. Only(open.Hazardous, "LeftOpen.Hazardous"),
            .. open.Education != Education.Unknown ? [texts["LeftOpen.Education", texts.Of(open.Education)]] : Array.Empty<string>(),
            .. open.Mandarin != Mandarin.Unknown ? [texts.Of(open.Mandarin)] : Array.Empty<string>(),
            .. open.Pay is { } pay ? [texts[open.PayDiffers ? "LeftOpen.PayDiffers" : "LeftOpen.Pay", postings.Pay(pay)]] : Array.Empty<string>(),
            .. Ages(open),
            .. open.Shift != Shift.Unknown ? [texts.Of(open.Shift)] : Array.Empty<string>(),
            .. open.HoursPerDay is { } hours ? [texts["Posting.HoursPerDay", say.Number((double)hours)]] : Array.Empty<string>(),
            .. open.HoursPerMonth is { } month ? [texts["LeftOpen.HoursPerMonth", month]] : Array.Empty<string>(),
            .. open.DaysPerMonth is { } days ? [texts["Posting.DaysPerMonth", days]] : Array.Empty<string>(),
            .. Enum.GetValues<Duty>().Where(duty => duty != Duty.None && open.Duties.HasFlag(duty)).Select(fits.Of),
            .. open.Strain != Strain.Unknown ? [texts.Of(open.Strain)] : Array.Empty<string>(),
            .. open.SkillIds.Select(id => texts["LeftOpen.Skill", names.Skill(id)]),
            .. Only(open.Food, "Posting.Food"), .. Only(open.Lodging, "Posting.Lodging"), .. Only(open.Transport, "Posting.Transport"),
            .. Only(open.SocialInsurance, "Posting.SocialInsurance"), .. Only(open.CareFriendly, "Posting.CareFriendly"),
        ];
    }

    /// <summary>What is open in a posting as it stands, with its employer and parts; a closed one is not asked about.</summary>
    public static PostingFacts In(Posting posting)
    {
        ArgumentNullException.ThrowIfNull(posting);
        return posting.State == PostingState.Closed ? new PostingFacts() : LeftOpen.In(posting);
    }

    /// <summary>What follows from leaving it open: who comes who may not, or just that it does not count.</summary>
    public string Why(PostingFacts open)
    {
        ArgumentNullException.ThrowIfNull(open);
        return texts[open.Certificates.Count > 0 || open.Hazardous || open.Education != Education.Unknown ? "LeftOpen.WhyDemands" : "LeftOpen.Why"];
    }

    private IEnumerable<string> Only(bool open, string key) => open ? [texts[key]] : [];

    private IEnumerable<string> Ages(PostingFacts open) => (open.StatedAgeFrom, open.StatedAgeTo) switch
    {
        ({ } from, { } to) => [texts["LeftOpen.Ages", from, to]],
        ({ } from, null) => [texts["LeftOpen.AgeFrom", from]],
        (null, { } to) => [texts["LeftOpen.AgeTo", to]],
        _ => [],
    };
}
