using JobMatch.Fairs;
using JobMatch.Web.Shared;
using JobMatch.Web.Shared.Language;

namespace JobMatch.Web.ForStationStaff.Plans;

/// <summary>What a change of a plan costs, in a sentence: at least, by the gravest aim that is touched; or exactly, aim by aim.</summary>
public sealed class LossTexts(Texts texts, Say say)
{
    public string Of(PlanLoss loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        return loss switch
        {
            { Households: > 0 } => texts["Plans.Loss.Households", loss.Households],
            { People: > 0 } => texts["Plans.Loss.People", loss.People],
            { Points: > 0 } => texts["Plans.Loss.Points", say.Number(loss.Points)],
            _ => texts["Plans.Loss.None"],
        };
    }

    /// <summary>What is lost first, in the order of aims, then what is gained.</summary>
    public string Of(ToldCost told)
    {
        ArgumentNullException.ThrowIfNull(told);
        var cost = told.Cost;
        var parts = new (string Aim, long Lost)[] { ("Households", cost.Households), ("People", cost.People), ("Hardship", cost.Hardship), ("Resettled", cost.Resettled), ("Changing", cost.Changing), ("Points", cost.Points) };
        var changes = parts.Where(part => part.Lost > 0).Select(part => texts[$"Plans.Cost.{part.Aim}.Fewer", Count(part)])
            .Concat(parts.Where(part => part.Lost < 0).Select(part => texts[$"Plans.Cost.{part.Aim}.More", Count(part)])).ToList();
        var sentence = texts[cost.Loss > 0 ? "Plans.Cost" : changes.Count > 0 ? "Plans.Cost.SameBut" : "Plans.Cost.Same", string.Join(texts["Plans.Cost.And"], changes)];
        // Without a word on the order of aims, one fewer and many more would read like a gain.
        return cost.Loss > 0 && parts.Any(part => part.Lost < 0) ? sentence + " " + texts[told.PeopleCount ? "Plans.Cost.Order" : "Plans.Cost.Order.Fit"] : sentence;

        object Count((string Aim, long Lost) part) => part.Aim == "Points" ? say.Number(Math.Abs(part.Lost)) : Math.Abs(part.Lost);
    }
}
