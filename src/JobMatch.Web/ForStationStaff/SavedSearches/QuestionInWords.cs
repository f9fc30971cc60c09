using JobMatch.Asking;
using JobMatch.Matching;
using JobMatch.Web.ForStationStaff.People;
using JobMatch.Web.Shared.Fits;
using JobMatch.Web.Shared.Language;

namespace JobMatch.Web.ForStationStaff.SavedSearches;

/// <summary>What a saved search of people asks, in words: whatever its owner calls it.</summary>
public sealed class QuestionInWords(Texts texts, FitNames names, PersonTexts persons, WishTexts wishes, RecordTexts records)
{
    public string Of(WorkerQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return string.Join(texts["Fit.Comma"], Parts(query).Where(part => part.Length > 0));
    }

    private IEnumerable<string> Parts(WorkerQuery query) =>
    [
        query.Words,
        .. query.SkillIds.Select(id => names.Skill(id)),
        .. query.CertificateKindIds.Select(id => names.Certificate(id)),
        .. query.TrainingKindIds.Select(id => names.Training(id)),
        .. Enum.GetValues<WorkRestriction>().Where(limit => limit != WorkRestriction.None && query.Limits.HasFlag(limit)).Select(limit => texts.Of(limit)),
        .. query.Trainings.Select(records.Of),
        .. query.Experience.Select(records.Of),
        .. query.Certificates.Select(records.Of),
        .. query.OccupationIds.Select(id => names.Occupation(id)),
        .. query.Needs.Select(need => texts.Of(need)),
        .. query.Groups.Select(group => texts.Of(group)),
        .. query.Capacities.Select(capacity => texts.Of(capacity)),
        persons.Born(query.Born),
        persons.Schooling(query.Schooling),
        string.Join(texts["Station.Wish.Or"], query.Mandarin.Select(level => texts.Of(level))),
        query.RegisteredUnemployed ? texts["Station.Fact.RegisteredUnemployed"] : "",
        query.WithCertificate ? texts["Station.People.AnyCertificate"] : "",
        query.WithSkill ? texts["Station.People.AnySkill"] : "",
        query.WithoutCertificate ? texts["Station.People.NoCertificate"] : "",
        query.WithoutSkill ? texts["Station.People.NoSkill"] : "",
        wishes.Of(query.Wishes),
        query.WithoutWork is { } without ? texts[without ? "Station.People.WithoutWork" : "Station.People.InWork"] : "",
    ];
}
