namespace JobMatch.Web.Shared.Trainings;

/// <summary>The year whose training plan is looked at, beside today.</summary>
/// <param name="Year">A calendar year.</param>
/// <param name="This">Today's.</param>
/// <param name="Last">The last one for which there is something to plan.</param>
public sealed record TrainingYearOf(int Year, int This, int Last)
{
    private const int First = 2015;
    private const int Farthest = 2100;

    public bool HasEarlier => Year > First;

    public bool HasLater => Year < Last;

    /// <summary>What the page lists of such a year.</summary>
    public string What => Year < This ? "Trainings.YearPast" : Year == This ? "Trainings.YearNow" : Year <= Last ? "Trainings.YearNext" : "Trainings.YearFar";

    /// <summary>What is said of a wish that has no class: to be arranged, or of a year that is over that nothing was.</summary>
    public string Open => Year < This ? "Trainings.NotThen" : "Trainings.NotYet";

    /// <param name="asked">Of the address; taken to the nearest there is.</param>
    /// <param name="today">Today.</param>
    /// <param name="last">The last year that can be planned.</param>
    public static TrainingYearOf Read(int? asked, DateOnly today, int last) => new(Math.Clamp(asked ?? today.Year, First, Farthest), today.Year, last);
}
