using System.Globalization;
using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Rules;

/// <param name="Name">Which rule.</param>
/// <param name="For">Public-welfare type, tier or kind; empty for all.</param>
/// <param name="Value">In the rule's own unit; 0 or more.</param>
/// <param name="From">First day on which it holds.</param>
/// <param name="To">Last day; null while nothing follows.</param>
/// <param name="Source">Who set it: a document by its number, or the county.</param>
public sealed record AddDatedRuleRequest(RuleName Name, string For, decimal? Value, DateOnly? From, DateOnly? To, string Source);

/// <summary>The county sets a rule from a day on. Earlier values stay: what was counted under them can be explained for ever.</summary>
public sealed class AddDatedRule(JobMatchDbContext db)
{
    private const decimal Largest = 100_000;

    public async Task<Outcome<long>> RunAsync(AddDatedRuleRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (type, source) = (request.For.Trim(), request.Source.Trim());
        var refusals = new List<Refusal>();
        if (!Enum.IsDefined(request.Name)) refusals.Add(new Refusal("Required", nameof(request.Name)));
        if (request.Value is null) refusals.Add(new Refusal("Required", nameof(request.Value)));
        else if (request.Value is < 0 or > Largest) refusals.Add(new Refusal("OutOfRange", nameof(request.Value), 0, Largest.ToString(CultureInfo.InvariantCulture)));
        if (request.From is null) refusals.Add(new Refusal("Required", nameof(request.From)));
        if (request.To < request.From) refusals.Add(new Refusal("Rule.EndsBeforeStart", nameof(request.To)));
        if (source.Length == 0) refusals.Add(new Refusal("Required", nameof(request.Source)));
        else if (source.Length > 100) refusals.Add(new Refusal("TooLong", nameof(request.Source), 100));
        if (type.Length > 60) refusals.Add(new Refusal("TooLong", nameof(request.For), 60));
        if (refusals.Count > 0) return refusals;
        if (await db.Set<DatedRule>().AnyAsync(r => r.Name == request.Name && r.For == type && r.From == request.From, cancel)) return new Refusal("Rule.FromTaken", nameof(request.From));

        var rule = new DatedRule { Name = request.Name, For = type, Value = request.Value!.Value, From = request.From!.Value, To = request.To, Source = source };
        db.Add(rule);
        db.Announce(ChangeKind.Rule, [(long)request.Name]);
        try
        {
            await db.SaveChangesAsync(cancel);
            return rule.Id;
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            return new Refusal("Rule.FromTaken", nameof(request.From));
        }
    }
}
