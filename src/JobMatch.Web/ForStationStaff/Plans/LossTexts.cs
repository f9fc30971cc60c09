using JobMatch.Fairs;
using JobMatch.Web.Shared;
using JobMatch.Web.Shared.Language;

namespace JobMatch.Web.ForStationStaff.Plans;

/// <summary>What a change of a plan costs at least, in a sentence; the gravest aim that is touched.</summary>
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
}
