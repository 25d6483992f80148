using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.ConfirmVote;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class ConfirmVoteTests
{
    [Fact]
    public async Task Objections_of_more_than_half_by_heads_and_share_overturn_the_adoption()
    {
        // Taiwan, Condominium Act 32: A, B and C are three of five heads and 700 of 1,000 shares.
        await using var place = await VoteTown.Found(rule: "tw.condominium.31-32");
        var voteId = await AdoptedOnRecall(place);
        await Object(place, voteId, place.Town.SeatA, place.Town.SeatB, place.Town.SeatC);

        var stands = await place.App.SendAsProcess(new ConfirmVoteCommand(voteId));

        Assert.False(stands.Value);
        var vote = await place.Vote(voteId);
        Assert.Equal((true, "Rejected"), (vote.Overturned, vote.Outcome));
        Assert.True(await place.App.Db(db => db.Notifications.AnyAsync(n => n.Kind == "vote.overturned" && n.PersonId == place.Town.Property)));
    }

    [Fact]
    public async Task Exactly_half_of_the_shares_overturns_nothing()
    {
        // Property, B and C are three of five heads and 500 of 1,000 shares.
        await using var place = await VoteTown.Found(rule: "tw.condominium.31-32");
        var voteId = await AdoptedOnRecall(place);
        await Object(place, voteId, place.Town.PropertySeat, place.Town.SeatB, place.Town.SeatC);

        Assert.True((await place.App.SendAsProcess(new ConfirmVoteCommand(voteId))).Value);
        Assert.Equal("Adopted", (await place.Vote(voteId)).Outcome);
    }

    [Fact]
    public async Task An_objection_taken_back_does_not_count_and_two_of_one_seat_count_once()
    {
        await using var place = await VoteTown.Found(rule: "tw.condominium.31-32");
        var voteId = await AdoptedOnRecall(place);
        await Object(place, voteId, place.Town.SeatA, place.Town.SeatA, place.Town.SeatB, place.Town.SeatC);
        await place.App.Db(db => db.Objections.Where(o => o.SeatId == place.Town.SeatB).ExecuteUpdateAsync(set => set.SetProperty(o => o.Stage, ObjectionStage.Withdrawn)));

        Assert.True((await place.App.SendAsProcess(new ConfirmVoteCommand(voteId))).Value);
    }

    [Fact]
    public async Task Asked_again_it_answers_as_it_did_whatever_came_since()
    {
        await using var place = await VoteTown.Found(rule: "tw.condominium.31-32");
        var voteId = await AdoptedOnRecall(place);
        Assert.True((await place.App.SendAsProcess(new ConfirmVoteCommand(voteId))).Value);
        await Object(place, voteId, place.Town.SeatA, place.Town.SeatB, place.Town.SeatC);

        Assert.True((await place.App.SendAsProcess(new ConfirmVoteCommand(voteId))).Value);
    }

    [Fact]
    public async Task A_rule_without_a_confirmation_window_stands_whoever_objects()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.CastAll(voteId);
        await place.Count(voteId);
        await Object(place, voteId, place.Town.SeatA, place.Town.SeatB, place.Town.SeatC);

        Assert.True((await place.App.SendAsProcess(new ConfirmVoteCommand(voteId))).Value);
    }

    [Fact]
    public async Task A_vote_that_was_not_adopted_is_refused()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        Assert.IsType<NotAdopted>((await place.App.SendAsProcess(new ConfirmVoteCommand(voteId))).Refusal);
        await place.Count(voteId);

        Assert.IsType<NotAdopted>((await place.App.SendAsProcess(new ConfirmVoteCommand(voteId))).Refusal);
    }

    [Fact]
    public async Task Nobody_but_a_process_confirms()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<ProcessNeeded>((await place.App.Send(place.Town.Secretary, new ConfirmVoteCommand(voteId))).Refusal);
    }

    // The first call lacks its two thirds; at the recall property, A and street (700 of 1,000 shares) are all in favour.
    private static async Task<Guid> AdoptedOnRecall(VoteTown place)
    {
        await place.Weigh("share", property: 200, a: 400, b: 200, c: 100, street: 100);
        var first = await place.Open();
        Assert.Equal("recall", (await place.Count(first)).NextSession);
        var recall = await place.Open();
        await place.Cast(recall, place.Town.Property, place.Town.PropertySeat, BallotChoice.Yes);
        await place.Cast(recall, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        await place.Cast(recall, place.Town.Convenor, place.Town.StreetSeat, BallotChoice.Yes);
        Assert.Equal("Adopted", (await place.Count(recall)).Outcome);
        Assert.Equal("P7D", (await place.Vote(recall)).ConfirmWindow);
        return recall;
    }

    private static Task Object(VoteTown place, Guid voteId, params Guid[] seats) => place.App.Db(db =>
    {
        var now = place.App.Clock.GetUtcNow();
        var posting = new Posting { Id = Guid.CreateVersion7(now), ProposalId = place.ProposalId, VoteId = voteId, From = now, Until = now.AddDays(7) };
        db.Postings.Add(posting);
        db.Objections.AddRange(seats.Select(seat => new Objection
        {
            Id = Guid.CreateVersion7(now), PostingId = posting.Id, ProposalId = place.ProposalId, ByPersonId = place.Town.TenantA, SeatId = seat, Text = "No", At = now,
        }));
        return Task.CompletedTask;
    });
}
