using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Features.Votes.CheckBallot;
using Cohesion.Governance.Server.Features.Votes.CheckEnvelopeTotals;
using Cohesion.Governance.Server.Features.Votes.EnterBallot;
using Cohesion.Governance.Server.Features.Votes.EnterEnvelopeTotals;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes.Secrecy;

/// <summary>What is done with envelopes in the secret town. The letter A stands for weight 1 (property, A and B), B for weight 2.</summary>
internal static class EnvelopeTown
{
    /// <summary>The visiting worker enters an outer envelope.</summary>
    public static Task<Outcome<Guid>> EnterEnvelope(
        this VoteTown place, Guid voteId, SecretVoter voter, BallotChannel channel = BallotChannel.Paper, DateTimeOffset? takenAt = null, Guid? signedBy = null, Guid? by = null) =>
        place.App.Send(by ?? place.Town.VisitingWorker, new EnterBallotCommand(
            voteId, voter.Seat, null, channel, "Room 101", takenAt ?? place.App.Clock.GetUtcNow(), VoteTown.Scan, "Ms He", signedBy));

    /// <summary>The secretary finds an outer envelope in order, or faulty.</summary>
    public static Task<Outcome<CheckedEntry>> CheckEnvelope(this VoteTown place, Guid voteId, Guid entryId, bool isFaulty = false, Guid? by = null) =>
        place.App.Send(by ?? place.Town.Secretary, new CheckBallotCommand(voteId, entryId, null, isFaulty));

    /// <summary>An outer envelope that two people have found in order.</summary>
    public static async Task<CheckedEntry> Envelope(
        this VoteTown place, Guid voteId, SecretVoter voter, BallotChannel channel = BallotChannel.Paper, DateTimeOffset? takenAt = null, Guid? signedBy = null) =>
        (await place.CheckEnvelope(voteId, (await place.EnterEnvelope(voteId, voter, channel, takenAt, signedBy)).Value)).Value;

    /// <summary>The end of the ballots has come.</summary>
    public static async Task Close(this VoteTown place, Guid voteId) => place.App.Clock.SetUtcNow((await place.Vote(voteId)).ClosesAt!.Value);

    /// <summary>The secretary enters what the inner envelopes say.</summary>
    public static Task<Outcome<Done>> EnterTotals(this VoteTown place, Guid voteId, params EnvelopeTotals[] totals) => place.EnterTotals(voteId, place.Town.Secretary, totals);

    public static Task<Outcome<Done>> EnterTotals(this VoteTown place, Guid voteId, Guid by, params EnvelopeTotals[] totals) =>
        place.App.Send(by, new EnterEnvelopeTotalsCommand(voteId, totals, "Room 101", place.App.Clock.GetUtcNow(), "Mr Qian"));

    /// <summary>The visiting worker counts again.</summary>
    public static Task<Outcome<Done>> CheckTotals(this VoteTown place, Guid voteId, params EnvelopeTotals[] totals) => place.CheckTotals(voteId, place.Town.VisitingWorker, totals);

    public static Task<Outcome<Done>> CheckTotals(this VoteTown place, Guid voteId, Guid by, params EnvelopeTotals[] totals) =>
        place.App.Send(by, new CheckEnvelopeTotalsCommand(voteId, totals));

    /// <summary>Two people count the same.</summary>
    public static async Task OpenEnvelopes(this VoteTown place, Guid voteId, params EnvelopeTotals[] totals)
    {
        var entered = await place.EnterTotals(voteId, totals);
        Assert.True(entered.IsGranted, entered.Refusal?.Message.En);
        var check = await place.CheckTotals(voteId, totals);
        Assert.True(check.IsGranted, check.Refusal?.Message.En);
    }

    /// <summary>A vote that has closed: two of group A and all of group B online, the third of A and one more of B in envelopes. A: yes, no and an envelope; B: yes, no, no, and an envelope.</summary>
    public static async Task<(VoteTown Place, Guid VoteId, IReadOnlyList<SecretVoter> Voters)> Closed(IReadOnlyDictionary<string, string>? settings = null)
    {
        var (place, voters) = await SecretTown.Found(more: 2, settings: settings);
        var voteId = await place.Open(secret: true);
        await place.CastAll(voteId, [voters[0], voters[1], voters[3], voters[4], voters[5]], BallotChoice.Yes, BallotChoice.No, BallotChoice.Yes, BallotChoice.No, BallotChoice.No);
        Assert.Equal(BallotEntryStage.Entered, (await place.Envelope(voteId, voters[2])).Stage);
        Assert.Equal(BallotEntryStage.Entered, (await place.Envelope(voteId, voters[6], BallotChannel.Visit)).Stage);
        await place.Close(voteId);
        return (place, voteId, voters);
    }

    /// <summary>What the ballots of a vote say: "*|weight=1 Yes" and so on, in the order of the words.</summary>
    public static Task<List<string>> Said(this VoteTown place) => place.App.Db(async db =>
        (await db.SecretBallots.AsNoTracking().ToListAsync()).Select(b => $"{b.Class} {b.Choice}").Order(StringComparer.Ordinal).ToList());

    public static Task<SecretMark?> MarkOf(this VoteTown place, Guid voteId, SecretVoter voter) =>
        place.App.Db(db => db.SecretMarks.AsNoTracking().SingleOrDefaultAsync(m => m.VoteId == voteId && m.SeatId == voter.Seat));
}
