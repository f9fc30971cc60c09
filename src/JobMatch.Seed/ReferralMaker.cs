using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Referrals;

namespace JobMatch.Seed;

/// <summary>Referrals in every state, each with the moves that led there. Hires take a vacancy; whoever starts has a spell from then on.</summary>
internal sealed class ReferralMaker(SpellMaker spells, List<PersonPlan> people, List<PostingPlan> postings, int seed, DateOnly today)
{
    private static readonly (ReferralState, int)[] Ends =
    [
        (ReferralState.Suggested, 6), (ReferralState.Referred, 14), (ReferralState.Applied, 15), (ReferralState.Viewed, 13), (ReferralState.Interview, 8), (ReferralState.Trial, 5), (ReferralState.Hired, 5),
        (ReferralState.Started, 13), (ReferralState.Refused, 9), (ReferralState.Withdrawn, 5), (ReferralState.Expired, 5), (ReferralState.Obsolete, 2), (ReferralState.NoShow, 3),
    ];

    private readonly HashSet<(int Person, int Posting)> _pairs = [];
    private readonly HashSet<int> _hired = [];

    public List<ReferralPlan> Make()
    {
        List<ReferralPlan> made = [];
        var able = people.Where(p => p.Worker is { Able: true, Willing: true }).ToList();
        if (able.Count == 0) return made;
        foreach (var posting in postings.Where(p => p.State is PostingState.Published or PostingState.Paused or PostingState.Closed))
        {
            var dice = Dice.For(seed, "referral", posting.Index);
            var left = posting.Quotas.Select(q => q.Vacancies).ToArray();
            for (var i = dice.Range(0, 6); i > 0; i--)
                if (One(made.Count, posting, dice.Pick(able), left, dice) is { } referral) made.Add(referral);
        }

        return made;
    }

    private ReferralPlan? One(int index, PostingPlan posting, PersonPlan person, int[] left, Dice dice)
    {
        if (_hired.Contains(person.Index) || person.AgeOn(today) < 18 || !_pairs.Add((person.Index, posting.Index))) return null;
        var end = dice.Weighted(Ends);
        var quota = Array.FindIndex(left, v => v > 0);
        var free = !person.Worker!.EmployedOn(today) && person.Worker.Spells.All(s => s.End < today.AddDays(-16)) && posting.Pattern.Kind != PostingKind.PublicWelfare;
        var hires = end is ReferralState.Hired or ReferralState.Started || end == ReferralState.NoShow;
        // One vacancy stays open, or the demo county would run out of postings.
        if (hires && (!free || left.Sum() < 2)) (end, hires) = (ReferralState.Viewed, false);
        if (posting.State == PostingState.Closed && end is ReferralState.Suggested or ReferralState.Referred or ReferralState.Applied or ReferralState.Viewed) end = ReferralState.Refused;
        var moves = Moves(end, posting, dice);
        if (moves is null) return null;
        // Whoever did not come gave her vacancy back.
        if (hires && end != ReferralState.NoShow) left[quota]--;
        if (hires && end != ReferralState.NoShow) _hired.Add(person.Index);
        var spell = end == ReferralState.Started ? spells.FromPosting(posting, moves[^1].On) : null;
        return new ReferralPlan(index, person.Index, posting.Index, Math.Max(0, quota), moves, spell);
    }

    private List<MovePlan>? Moves(ReferralState end, PostingPlan posting, Dice dice)
    {
        var steps = Steps(end, dice);
        var age = end == ReferralState.Expired ? dice.Range(15, 45) : end is ReferralState.Started or ReferralState.NoShow ? dice.Range(8, 15) : dice.Range(steps.Count, 13);
        var start = today.AddDays(-age);
        if (start < posting.CreatedOn) start = posting.CreatedOn;
        var yesterday = today.AddDays(-1);
        if (start > yesterday) return null;
        var room = yesterday.DayNumber - start.DayNumber;
        if (end == ReferralState.Expired && room < 14) return null;
        var stride = end == ReferralState.Expired ? 14 : steps.Count < 2 ? 0 : Math.Min(2, room / (steps.Count - 1));
        return [.. steps.Select((s, i) => s with { On = end == ReferralState.Expired ? start.AddDays(i == steps.Count - 1 && i > 0 ? 14 : 0) : start.AddDays(i * stride) })];
    }

    private static List<MovePlan> Steps(ReferralState end, Dice dice)
    {
        List<MovePlan> moves = [];
        if (end == ReferralState.Suggested) return moves;
        Move(end == ReferralState.Referred || (end != ReferralState.Applied && dice.Chance(45)) ? MoveVerb.Refer : MoveVerb.Apply);
        if (end is ReferralState.Referred or ReferralState.Applied) return moves;
        if (end == ReferralState.Expired)
        {
            Move(MoveVerb.Expire);
            return moves;
        }

        Advance(ReferralState.Viewed);
        // One in eight was refused once and taken up again.
        if (end >= ReferralState.Interview && end <= ReferralState.Started && dice.Chance(12))
        {
            moves.Add(new MovePlan(MoveVerb.Refuse, default, Refusal: RefusalReason.NotReached));
            Move(MoveVerb.Reopen);
        }

        if (end is ReferralState.Interview or ReferralState.Trial or ReferralState.Hired or ReferralState.Started or ReferralState.NoShow) Advance(ReferralState.Interview);
        if (end == ReferralState.Trial || (end is ReferralState.Hired or ReferralState.Started && dice.Chance(50))) Advance(ReferralState.Trial);
        if (end is ReferralState.Hired or ReferralState.Started or ReferralState.NoShow) Move(MoveVerb.Hire);
        if (end == ReferralState.Started) Move(MoveVerb.Start);
        if (end == ReferralState.NoShow) Move(MoveVerb.DidNotShow);
        if (end == ReferralState.Obsolete) Move(MoveVerb.MakeObsolete);
        if (end == ReferralState.Refused) moves.Add(new MovePlan(MoveVerb.Refuse, default, Refusal: dice.Pick<RefusalReason>([RefusalReason.SkillMissing, RefusalReason.CertificateMissing, RefusalReason.HoursDoNotFit, RefusalReason.NotReached, RefusalReason.Filled, RefusalReason.TooFar])));
        if (end == ReferralState.Withdrawn) moves.Add(new MovePlan(MoveVerb.Withdraw, default, Withdrawal: dice.Pick<WithdrawalReason>([WithdrawalReason.FoundWork, WithdrawalReason.TooFar, WithdrawalReason.Pay, WithdrawalReason.Family, WithdrawalReason.Hours])));
        return moves;

        void Move(MoveVerb verb) => moves.Add(new MovePlan(verb, default));
        void Advance(ReferralState to) => moves.Add(new MovePlan(MoveVerb.Advance, default, to));
    }
}
