using System.Net.Http.Json;
using System.Text.Json;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proof;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Features.Votes.CastBallot;
using Cohesion.Governance.Server.Features.Votes.CheckReceipt;
using Cohesion.Governance.Server.Features.Votes.CountVote;
using Cohesion.Governance.Server.Features.Votes.EnterBallot;
using Cohesion.Governance.Server.Features.Votes.FreezeRoll;
using Cohesion.Governance.Server.Features.Votes.VotePage;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Cohesion.Governance.Domain.Rules.BallotChoice;

namespace Cohesion.Governance.Server.Tests.Features.Votes.Secrecy;

public sealed class SecretCastingTests
{
    [Fact]
    public async Task A_ballot_may_be_changed_and_the_same_one_again_has_the_same_receipt()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);

        var first = (await place.Cast(voteId, voters[0], Yes)).Value;
        var same = (await place.Cast(voteId, voters[0], Yes)).Value;
        var sealedBefore = (await place.App.Db(db => db.SecretMarks.AsNoTracking().SingleAsync())).Sealed;
        var changed = (await place.Cast(voteId, voters[0], No)).Value;

        Assert.Equal((BallotEffect.First, BallotEffect.Same, BallotEffect.Changed), (first.Effect, same.Effect, changed.Effect));
        Assert.Equal(first.Receipt, same.Receipt);
        Assert.NotEqual(first.Receipt, changed.Receipt);
        var mark = await place.App.Db(db => db.SecretMarks.AsNoTracking().SingleAsync());
        Assert.NotEqual(sealedBefore, mark.Sealed);
        Assert.Equal(sealedBefore!.Length, mark.Sealed!.Length);
        await place.CastAll(voteId, [.. voters.Skip(1)], No, No, Yes, Yes, Yes);
        await place.Count(voteId);
        Assert.Equal(3, await place.App.Db(db => db.SecretBallots.CountAsync(b => b.Choice == No)));
        Assert.IsType<ReceiptUnknown>((await place.App.Send(voters[0].Person, new CheckReceiptQuery(voteId, first.Receipt))).Refusal);
    }

    [Fact]
    public async Task Two_ballots_of_one_seat_at_once_are_one()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);

        var both = await Task.WhenAll(place.Cast(voteId, voters[0], Yes), place.Cast(voteId, voters[0], No));

        Assert.Equal([BallotEffect.First, BallotEffect.Changed], both.Select(b => b.Value.Effect).Order());
        Assert.Equal(1, await place.App.Db(db => db.SecretMarks.CountAsync()));
        Assert.Equal(2, (await place.Vote(voteId)).BallotCount);
    }

    [Fact]
    public async Task A_request_sent_again_under_its_key_has_the_first_answer_and_nobody_reads_it_from_the_database()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        var command = new CastBallotCommand(voteId, voters[0].Seat, Yes);
        var first = (await place.App.Send(voters[0].Person, command, "key-1")).Value;
        var changed = (await place.App.Send(voters[0].Person, command with { Choice = No }, "key-2")).Value;

        await place.App.Send(voters[0].Person, command with { Choice = No }, "key-3");
        var again = (await place.App.Send(voters[0].Person, command, "key-1")).Value;

        Assert.Equal((first.Receipt, first.Effect, first.CastAt), (again.Receipt, again.Effect, again.CastAt));
        Assert.Equal(2, (await place.Vote(voteId)).BallotCount);
        var kept = await place.App.Db(db => db.IdempotentAnswers.AsNoTracking().OrderBy(a => a.Key).ToListAsync());
        Assert.All(kept, k => Assert.DoesNotContain("receipt", k.Answer, StringComparison.OrdinalIgnoreCase));
        Assert.All(kept, k => Assert.DoesNotContain(changed.Receipt, k.Answer, StringComparison.Ordinal));

        // The open part of the marks leaves the choice out; the keyed part is another each time, even where the choice is the same.
        Assert.Single(kept.Select(k => k.RequestHash.Split(':')[0]).Distinct());
        Assert.Equal(3, kept.Select(k => k.RequestHash.Split(':')[^1]).Distinct().Count());

        // After the count nobody can open it any more, and the same request is told that it is too late.
        await place.CastAll(voteId, [.. voters.Skip(1)], No, No, Yes, Yes, Yes);
        await place.Count(voteId);
        Assert.Empty(await place.KeyFiles());
        Assert.IsType<VoteHasClosed>((await place.App.Send(voters[0].Person, command, "key-1")).Refusal);
    }

    [Fact]
    public async Task A_proxy_casts_and_the_seat_itself_goes_before_him()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        await place.Mandate(voteId, voters[0].Person, voters[0].Seat, place.Town.TenantC);

        Assert.True((await place.Cast(voteId, place.Town.TenantC, voters[0].Seat, Yes)).IsGranted);
        Assert.Equal(BallotChannel.Proxy, (await place.App.Db(db => db.SecretMarks.AsNoTracking().SingleAsync())).Channel);
        Assert.Equal(BallotEffect.Changed, (await place.Cast(voteId, voters[0], No)).Value.Effect);
        Assert.IsType<MandateRevoked>((await place.Cast(voteId, place.Town.TenantC, voters[0].Seat, Yes)).Refusal);
        Assert.Equal(BallotChannel.Online, (await place.App.Db(db => db.SecretMarks.AsNoTracking().SingleAsync())).Channel);
    }

    [Fact]
    public async Task Where_the_first_valid_ballot_stands_a_second_is_refused_and_nothing_of_it_is_kept()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        await place.App.Db(async db =>
        {
            var council = await db.Councils.SingleAsync(c => c.Id == place.Town.CouncilId);
            council.DuplicatePolicy = DuplicatePolicy.FirstValidWins;
        });
        var voteId = await place.Open(secret: true);
        await place.Mandate(voteId, voters[0].Person, voters[0].Seat, place.Town.TenantC);
        await place.Cast(voteId, place.Town.TenantC, voters[0].Seat, Yes);

        Assert.IsType<SecretBallotStands>((await place.Cast(voteId, voters[0], No)).Refusal);
        Assert.Equal(1, (await place.Vote(voteId)).BallotCount);
    }

    [Fact]
    public async Task Co_owners_have_one_ballot_and_whoever_cast_it_changes_it()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        await place.Join(place.Town.Observer, voters[0].Seat, coOwner: true);
        var voteId = await place.Open(secret: true);
        Assert.True((await place.Cast(voteId, voters[0], Yes)).IsGranted);

        Assert.IsType<CoOwnerHasVoted>((await place.Cast(voteId, place.Town.Observer, voters[0].Seat, Yes)).Refusal);
        Assert.True((await place.Cast(voteId, voters[0], No)).IsGranted);
        Assert.Equal(1, await place.App.Db(db => db.SecretMarks.CountAsync()));
        Assert.Equal(0, await place.App.Db(db => db.BallotVoices.CountAsync()));
    }

    [Fact]
    public async Task Wrong_people_and_wrong_times_are_refused_as_in_any_vote()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Create(secret: true);
        Assert.IsType<VoteNotOpenYet>((await place.Cast(voteId, voters[0], Yes)).Refusal);
        await place.App.SendAsProcess(new FreezeRollCommand(voteId));
        await place.App.SendAsProcess(new Server.Features.Votes.OpenBallots.OpenBallotsCommand(voteId, "P7D"));

        Assert.IsType<NotYourSeat>((await place.Cast(voteId, voters[1].Person, voters[0].Seat, Yes)).Refusal);
        Assert.IsType<NotFound>((await place.Cast(voteId, place.Town.Outsider, voters[0].Seat, Yes)).Refusal);
        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, new VotePageQuery(voteId))).Refusal);
        place.App.Clock.SetUtcNow((await place.Vote(voteId)).ClosesAt!.Value);
        Assert.IsType<VoteHasClosed>((await place.Cast(voteId, voters[0], Yes)).Refusal);
        Assert.IsType<ProcessNeeded>((await place.App.Send(place.Town.Secretary, new CountVoteCommand(voteId))).Refusal);
    }

    [Fact]
    public async Task Padded_choices_are_taken_so_that_lengths_tell_nothing()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        using var client = await place.App.ClientOf(voters[0].Person);

        using var answer = await client.PostAsJsonAsync($"/api/votes/{voteId}/ballots", new { seatId = voters[0].Seat, choice = "no     " });

        Assert.True(answer.IsSuccessStatusCode);
        Assert.False((await answer.Content.ReadFromJsonAsync<JsonElement>()).TryGetProperty("keptAs", out var _));
    }
}
