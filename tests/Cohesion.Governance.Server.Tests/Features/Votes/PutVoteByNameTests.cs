using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Features.Votes.PutVoteByName;
using Cohesion.Governance.Server.Features.Votes.TellSecrecyRefused;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Features.Votes.Secrecy;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class PutVoteByNameTests
{
    [Fact]
    public async Task The_process_waits_tells_secretary_and_convenor_and_goes_on_once_it_is_put_by_name()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Create(secret: true);
        await place.App.RunProcesses();

        Assert.Equal(VoteStage.Planned, (await place.Vote(voteId)).Stage);
        var told = await place.App.Db(db => db.Notifications.Where(n => n.Kind == "vote.notSecret").Select(n => n.PersonId).ToListAsync());
        Assert.Equal(new[] { place.Town.Secretary, place.Town.Convenor }.Order(), told.Order());

        Assert.IsType<OfficeNeeded>((await place.App.Send(place.Town.TenantA, new PutVoteByNameCommand(voteId, "too few"))).Refusal);
        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, new PutVoteByNameCommand(voteId, "too few"))).Refusal);
        Assert.IsType<InvalidRequest>((await place.App.Send(place.Town.Secretary, new PutVoteByNameCommand(voteId, ""))).Refusal);
        Assert.True((await place.App.Send(place.Town.Secretary, new PutVoteByNameCommand(voteId, "Too few of each kind"))).IsGranted);
        Assert.True((await place.App.Send(place.Town.Secretary, new PutVoteByNameCommand(voteId, "Too few of each kind"))).IsGranted);
        await place.App.RunProcesses();

        var vote = await place.Vote(voteId);
        Assert.Equal((VoteStage.Open, false), (vote.Stage, vote.Secret));
        Assert.Contains(await place.App.Db(db => db.Notifications.Where(n => n.Kind == "vote.byName").Select(n => n.Text.En).ToListAsync()), t => t.Contains("Too few of each kind", StringComparison.Ordinal));
        Assert.True(await place.App.Db(db => db.Journal.AnyAsync(e => e.Command == "PutVoteByName" && e.SubjectId == voteId && e.Content.Contains("Too few"))));
    }

    [Fact]
    public async Task The_process_ends_where_the_vote_is_cancelled_instead()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Create(secret: true);
        await place.App.RunProcesses();
        Assert.True((await place.App.Send(place.Town.Convenor, new CancelVoteCommand(voteId, "Not like this"))).IsGranted);
        await place.App.RunProcesses();

        Assert.Equal(VoteStage.Cancelled, (await place.Vote(voteId)).Stage);
        Assert.False(await place.App.Db(db => db.ProcessWaits.AnyAsync()));
        Assert.IsType<VoteWasCancelled>((await place.App.Send(place.Town.Secretary, new PutVoteByNameCommand(voteId, "too late"))).Refusal);
    }

    [Fact]
    public async Task Once_the_roll_is_frozen_a_secret_vote_stays_secret()
    {
        var (place, _) = await SecretTown.Found(more: 2);
        await using var done = place;
        var voteId = await place.Open(secret: true);
        Assert.IsType<SecrecyIsFrozen>((await place.App.Send(place.Town.Secretary, new PutVoteByNameCommand(voteId, "changed my mind"))).Refusal);
        Assert.True((await place.Vote(voteId)).Secret);
        Assert.Equal(0, (await place.App.SendAsProcess(new TellSecrecyRefusedCommand(voteId))).Value);
    }
}
