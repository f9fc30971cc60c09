using JobMatch.Data;

namespace JobMatch.Training;

/// <summary>What a class says of itself, as a form has it.</summary>
/// <param name="Title">At most 80 letters.</param>
/// <param name="Seats">1–500, at least as many as people.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, if known.</param>
/// <param name="Place">Where people come; may be empty.</param>
/// <param name="Trainer">Who teaches; may be empty.</param>
public sealed record TrainingClassTerms(string Title, int Seats, DateOnly From, DateOnly? To, string Place = "", string Trainer = "")
{
    public const int LongestPlace = 120;
    public const int LongestTrainer = 80;
    private const int LongestTitle = 80;
    private const int MostSeats = 500;

    /// <param name="people">Who is in it.</param>
    /// <param name="earliest">The first day that it may begin on.</param>
    internal List<Refusal> Check(int people, DateOnly earliest)
    {
        var refusals = new List<Refusal>();
        if (Title.Trim().Length > LongestTitle) refusals.Add(new Refusal("TooLong", nameof(Title), LongestTitle));
        if (Place.Trim().Length > LongestPlace) refusals.Add(new Refusal("TooLong", nameof(Place), LongestPlace));
        if (Trainer.Trim().Length > LongestTrainer) refusals.Add(new Refusal("TooLong", nameof(Trainer), LongestTrainer));
        if (Seats is < 1 or > MostSeats) refusals.Add(new Refusal("OutOfRange", nameof(Seats), 1, MostSeats));
        else if (Seats < people) refusals.Add(new Refusal("Training.TooFewSeats", nameof(Seats), people));
        if (From < earliest) refusals.Add(new Refusal("Fair.InPast", nameof(From)));
        if (To < From) refusals.Add(new Refusal("Period.EndsBeforeStart", nameof(To)));
        return refusals;
    }
}
