using JobMatch.Asking;
using JobMatch.Web.Shared.Fits;
using JobMatch.Web.Shared.Language;

namespace JobMatch.Web.ForStationStaff.People;

/// <summary>As which condition a word was read (「就业：没有工作」), and the sentence that tells it; or that a list above has chosen otherwise.</summary>
public sealed record ConditionRead(string Meaning, string Sentence, bool IsUsed);

/// <inheritdoc cref="ConditionRead"/>
public sealed class ConditionNotes(Texts texts, FitNames names, PersonTexts persons, WishTexts wishes, RecordTexts records)
{
    /// <param name="condition">What was read.</param>
    /// <param name="chosen">The question by its lists, before anything was read from words.</param>
    public ConditionRead Of(PersonCondition condition, WorkerQuery chosen)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(chosen);
        return condition switch
        {
            { Need: not null } => Say("Station.People.Need", string.Join(texts["Station.Wish.Or"], condition.Needs.Select(need => texts.Of(need))), chosen.Needs.Count == 0 || chosen.Needs.Any(condition.Needs.Contains)),
            { Capacity: { } capacity } => Say("Station.Fact.Capacity", texts.Of(capacity), chosen.Capacities.Count == 0 || chosen.Capacities.Contains(capacity)),
            { Group: { } group } => Say("Station.People.Group", texts.Of(group), isUsed: true),
            { WithoutWork: { } without } => Say("Station.People.Work", texts[without ? "Station.People.WithoutWork" : "Station.People.InWork"], (chosen.WithoutWork ?? without) == without),
            { Born: { } born } => Say("Station.People.Age", persons.Born(born), isUsed: true),
            { Schooling: { } levels } => Say("Station.People.Schooling", persons.Schooling(levels), chosen.Schooling.Count == 0),
            { Mandarin: { } levels } => Say("Station.Fact.Mandarin", string.Join(texts["Station.Wish.Or"], levels.Select(level => texts.Of(level))), isUsed: true),
            { RegisteredUnemployed: true } => Say("Station.Fact.Registration", texts["Station.Fact.RegisteredUnemployed"], isUsed: true),
            { CertificateKindId: { } certificate } => Say("Station.Fact.Certificates", names.Certificate(certificate), isUsed: true),
            { WithCertificate: true } => Say("Station.Fact.Certificates", texts["Station.People.AnyCertificate"], isUsed: true),
            { Wishes: { } wish } => Say("Station.People.Wish", wishes.Of(wish), isUsed: true),
            { Limit: { } limit } => Say("Station.Fact.Restrictions", texts.Of(limit), isUsed: true),
            { Training: { } training } => Say("Station.Fact.Trainings", records.Of(training), isUsed: true),
            { Experience: { } experience } => Say("Station.Fact.Experience", records.Of(experience), isUsed: true),
            { Certificate: { } ending } => Say("Station.Fact.Certificates", records.Of(ending), isUsed: true),
            { WithoutCertificate: true } => Say("Station.Fact.Certificates", texts["Station.People.NoCertificate"], isUsed: true),
            { WithoutSkill: true } => Say("Station.Fact.Skills", texts["Station.People.NoSkill"], isUsed: true),
            { WithSkill: true } => Say("Station.Fact.Skills", texts["Station.People.AnySkill"], isUsed: true),
            _ => Say("Station.Fact.Trainings", names.Training(condition.TrainingKindId ?? 0), isUsed: true),
        };

        ConditionRead Say(string list, string value, bool isUsed) => new(
            texts["Station.People.Condition", texts[list], value],
            isUsed ? texts["Station.People.Note.Condition", condition.Text, texts[list], value] : texts["Station.People.Note.Chosen", condition.Text, texts[list]],
            isUsed);
    }
}
