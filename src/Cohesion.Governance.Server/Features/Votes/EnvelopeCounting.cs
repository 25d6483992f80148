using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>The envelopes of a secret vote: how many stand in each group, and what two people found in them.</summary>
internal sealed class EnvelopeCounting(GovernanceDbContext db, VoteDecision decisions)
{
    /// <summary>What is known of the envelopes at this moment.</summary>
    /// <param name="vote">The vote; its roll is frozen.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task<EnvelopeState> Read(Vote vote, CancellationToken ct)
    {
        var electorate = await decisions.ElectorateOf(vote, ct);
        var marks = await db.SecretMarks.AsNoTracking().Where(m => m.VoteId == vote.Id).ToListAsync(ct);
        return await Read(vote, electorate, marks, ct);
    }

    /// <summary>The same where roll and marks are at hand.</summary>
    public async Task<EnvelopeState> Read(Vote vote, FrozenElectorate electorate, IReadOnlyCollection<SecretMark> marks, CancellationToken ct)
    {
        var waiting = await db.BallotEntries.CountAsync(
            e => e.VoteId == vote.Id && (e.Stage == BallotEntryStage.AwaitingCheck || e.Stage == BallotEntryStage.Disputed), ct);
        var voting = electorate.Roll.Where(r => r.ExcludedFor is null).Select(r => r.SeatId).ToHashSet();
        var counting = marks.Where(m => voting.Contains(m.SeatId)).ToList();
        var classes = new SecrecyClasses(electorate.Pack);
        var groups = new EnvelopeGroups(classes, electorate.Seats);
        var standing = counting.FindAll(m => m.IsEnvelope).CountBy(m => groups.Of(m.SeatId).Letter, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return new EnvelopeState(
            groups, standing, waiting, classes.WeaknessOf(electorate.Seats, counting.Select(m => m.SeatId.ToString("D"))), await db.EnvelopeOpenings.SingleOrDefaultAsync(o => o.VoteId == vote.Id, ct));
    }

    /// <summary>Takes the row of a vote whose ballots have ended until the commit: who enters totals and who counts do so one after the other.</summary>
    /// <returns>Whether it still waits for its count.</returns>
    public async Task<bool> Hold(Guid voteId, CancellationToken ct) =>
        await db.Votes.Where(v => v.Id == voteId && v.Stage == VoteStage.Open).ExecuteUpdateAsync(set => set.SetProperty(v => v.Version, v => v.Version + 1), ct) > 0;

    /// <summary>The totals as they lie sealed; null where they were changed or belong to another vote.</summary>
    public static IReadOnlyList<EnvelopeTotals>? Open(SecretVoteKey key, EnvelopeOpening opening) =>
        opening.Sealed is { } text && key.OpenText(text, Context(opening.VoteId)) is { } plain ? EnvelopeTotals.Read(plain) : null;

    /// <summary>Seals totals under the vote's key.</summary>
    public static string Seal(SecretVoteKey key, Guid voteId, IEnumerable<EnvelopeTotals> totals) => key.SealText(EnvelopeTotals.Write(totals), Context(voteId));

    private static string Context(Guid voteId) => "cohesion-governance/envelope-totals/1 " + voteId.ToString("N");
}

/// <summary>The envelopes of a vote at a moment.</summary>
/// <param name="Groups">The letters.</param>
/// <param name="Standing">How many stand of each letter; letters without any are not in it.</param>
/// <param name="Unchecked">Outer envelopes that nobody has checked or settled yet.</param>
/// <param name="Weakness">Why nothing may be opened; null where it may.</param>
/// <param name="Opening">What was entered of the inner ones.</param>
internal sealed record EnvelopeState(
    EnvelopeGroups Groups, IReadOnlyDictionary<string, int> Standing, int Unchecked, SecrecyWeakness? Weakness, EnvelopeOpening? Opening)
{
    /// <summary>Envelopes that stand.</summary>
    public int Envelopes => Standing.Values.Sum();

    /// <summary>Why totals may not be entered as things stand; null where they may.</summary>
    public Refusal? RefusalToOpen => this switch
    {
        { Opening.IsCounted: true } => new EnvelopesCounted(),
        { Unchecked: > 0 } => new OuterEnvelopesWait(Unchecked),
        { Envelopes: 0 } => new NoEnvelopes(),
        { Weakness: not null } => new EnvelopesStayClosed(),
        _ => null,
    };

    /// <summary>Why these totals are not those of the standing envelopes; null where they may be.</summary>
    public Refusal? RefusalOf(IReadOnlyList<EnvelopeTotals> totals)
    {
        if (totals.Count != Standing.Count || !totals.Select(t => t.Letter).ToHashSet(StringComparer.Ordinal).SetEquals(Standing.Keys))
        {
            return new WrongEnvelopeGroups(string.Join(", ", Groups.All.Select(g => g.Letter).Where(Standing.ContainsKey)));
        }

        var wrong = totals.Where(t => t.Sum != Standing[t.Letter]).Select(t => new EnvelopeMiscount(t.Letter, t.Sum, Standing[t.Letter])).ToList();
        return wrong.Count == 0 ? null : new EnvelopeTotalsDiffer(wrong);
    }
}
