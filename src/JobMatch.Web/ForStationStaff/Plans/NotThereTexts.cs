using JobMatch.Employers;
using JobMatch.Fairs;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Web.Shared.Fits;
using JobMatch.Web.Shared.Language;

namespace JobMatch.Web.ForStationStaff.Plans;

/// <summary>Why a plan does not send somebody to a posting, in a sentence.</summary>
public sealed class NotThereTexts(Texts texts, FitTexts fits)
{
    private const int MostPlaces = 5;

    /// <summary>Beside a list of the gates, where it is about them.</summary>
    /// <param name="one">The posting with its quotas, so that "closed" and "no vacancy" are told apart.</param>
    /// <param name="plan">Whose answer it is.</param>
    public string Of(NotThere one, PlacementPlan plan)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(plan);
        return one.Because switch
        {
            NotThereBecause.PostingGone => Gone(one.Posting),
            NotThereBecause.Gates when IsTaken(one.Posting) => texts["Plans.WhyNot.NoVacancy"],
            NotThereBecause.BelowLeast => texts["Plans.WhyNot.BelowLeast", plan.LeastScore],
            NotThereBecause.HouseholdLimit => texts["Plans.WhyNot.HouseholdLimit", one.Relative],
            NotThereBecause.Full when one.Places.Count > 0 => texts["Plans.WhyNot.Full.Places", one.There.Count, string.Join(texts["Trainings.Comma"], one.Places.Take(MostPlaces)) + (one.Places.Count > MostPlaces ? "…" : "")],
            NotThereBecause.Full => texts["Plans.WhyNot.Full", one.There.Count],
            _ => texts[$"Plans.WhyNot.{one.Because}"],
        };
    }

    /// <summary>By itself: the first gate that fails, where it is about them.</summary>
    public string Alone(NotThere one, PlacementPlan plan)
    {
        ArgumentNullException.ThrowIfNull(one);
        return one is { Because: NotThereBecause.Gates, Fit.FailedGates: [var gate, ..] } && !IsTaken(one.Posting) ? fits.Of(gate, Audience.Station) : Of(one, plan);
    }

    private static bool IsTaken(Posting posting) => posting is { IsPublic: true, Quotas.Count: > 0, OpenVacancies: 0 };

    private string Gone(Posting posting)
    {
        if (!posting.IsPublic) return texts["Plans.WhyNot.PostingClosed", texts.Find($"PostingCloseReason.{posting.StateReason}") ?? texts.Of(posting.State)];
        if (posting.Employer is { State: not EmployerState.Verified }) return texts["Plans.WhyNot.EmployerStopped"];
        return texts[IsTaken(posting) ? "Plans.WhyNot.NoVacancy" : "Plans.WhyNot.PastClosing"];
    }
}
