using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.CallEnvelopeCounters;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Features.Votes.SettleBallotEntry;
using Cohesion.Governance.Server.Tests.Features.Votes.Secrecy;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Cohesion.Governance.Domain.Rules.BallotChoice;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class CallEnvelopeCountersTests
{
    [Fact]
    public async Task The_process_waits_for_the_envelopes_calls_for_them_every_day_and_counts_once_they_are_counted()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await Running(place, voters);
        await place.Close(voteId);
        await place.App.RunProcesses();

        Assert.Equal(VoteStage.Open, (await place.Vote(voteId)).Stage);
        var told = await place.App.Db(db => db.Notifications.Where(n => n.Kind == "vote.envelopesWait").ToListAsync());
        Assert.Equal(new[] { place.Town.Secretary, place.Town.Convenor, place.Town.VisitingWorker }.Order(), told.Select(n => n.PersonId).Order());
        Assert.All(told, n => Assert.Contains("open its 1 inner envelopes", n.Text.En, StringComparison.Ordinal));
        Assert.All(told, n => Assert.Contains("开拆 1 个内信封", n.Text.Zh, StringComparison.Ordinal));
        place.App.Clock.Advance(TimeSpan.FromDays(1));
        await place.App.RunProcesses();
        Assert.Equal(6, await place.App.Db(db => db.Notifications.CountAsync(n => n.Kind == "vote.envelopesWait")));

        await place.OpenEnvelopes(voteId, new EnvelopeTotals("A", 0, 0, 1, 0));
        await place.App.RunProcesses();

        Assert.Equal((VoteStage.Closed, "Rejected"), ((await place.Vote(voteId)).Stage, (await place.Vote(voteId)).Outcome));
        Assert.Equal(7, await place.App.Db(db => db.SecretBallots.CountAsync()));
        Assert.False(await place.App.Db(db => db.ProcessWaits.AnyAsync()));
    }

    [Fact]
    public async Task Where_the_last_envelope_falls_after_the_end_the_vote_is_counted_without_any()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Create(secret: true);
        await place.App.RunProcesses();
        await place.CastAll(voteId, voters, Yes, No, Yes, Yes, No, No);
        var entry = (await place.EnterEnvelope(voteId, voters[6])).Value;
        await place.Close(voteId);
        await place.App.RunProcesses();
        Assert.Contains("check the 1 outer ones first", await place.App.Db(db => db.Notifications.Where(n => n.Kind == "vote.envelopesWait").Select(n => n.Text.En).FirstAsync()), StringComparison.Ordinal);

        await place.CheckEnvelope(voteId, entry, isFaulty: true);
        Assert.True((await place.App.Send(place.Town.Convenor, new SettleBallotEntryCommand(voteId, entry, null, "Not signed"))).IsGranted);
        await place.App.RunProcesses();

        Assert.Equal(VoteStage.Closed, (await place.Vote(voteId)).Stage);
        Assert.Equal(6, await place.App.Db(db => db.SecretBallots.CountAsync()));
    }

    [Fact]
    public async Task A_vote_without_envelopes_is_counted_at_its_end_as_ever()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Create(secret: true);
        await place.App.RunProcesses();
        await place.CastAll(voteId, voters, Yes, No, Yes, Yes, No, No, No);
        await place.Close(voteId);
        await place.App.RunProcesses();

        Assert.Equal(VoteStage.Closed, (await place.Vote(voteId)).Stage);
        Assert.Equal(0, await place.App.Db(db => db.Notifications.CountAsync(n => n.Kind == "vote.envelopesWait")));
    }

    [Fact]
    public async Task Where_the_key_is_lost_while_it_waits_the_vote_is_called_off_and_its_process_ends()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await Running(place, voters);
        await place.Close(voteId);
        await place.App.RunProcesses();
        File.Delete(Assert.Single(await place.KeyFiles()));

        Assert.True((await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "The key is lost"))).IsGranted);
        await place.App.RunProcesses();

        Assert.Equal(VoteStage.Cancelled, (await place.Vote(voteId)).Stage);
        Assert.False(await place.App.Db(db => db.ProcessWaits.AnyAsync()));
    }

    [Fact]
    public async Task Only_the_server_calls()
    {
        var (place, voteId, _) = await EnvelopeTown.Closed();
        await using var done = place;
        Assert.IsType<ProcessNeeded>((await place.App.Send(place.Town.Secretary, new CallEnvelopeCountersCommand(voteId))).Refusal);
    }

    private static async Task<Guid> Running(VoteTown place, IReadOnlyList<SecretVoter> voters)
    {
        var voteId = await place.Create(secret: true);
        await place.App.RunProcesses();
        await place.CastAll(voteId, [.. voters.Skip(1)], No, No, Yes, No, No, Yes);
        await place.Envelope(voteId, voters[0]);
        return voteId;
    }
}
