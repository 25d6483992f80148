using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Postings.OpenPosting;
using Cohesion.Governance.Server.Features.Postings.RaiseObjection;
using Cohesion.Governance.Server.Features.Votes.ConfirmVote;
using Cohesion.Governance.Server.Features.Votes.CreateVote;
using Cohesion.Governance.Server.Features.Votes.ExcludeSeat;
using Cohesion.Governance.Server.Features.Votes.VotePage;
using Cohesion.Governance.Server.Tests.Features.Votes;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Scenarios;

/// <summary>Statutes with further rounds, through the whole server. Property has 200 of 1,000, A 400, B 200, C 100, street 100; five heads.</summary>
public sealed class FurtherRoundsTests
{
    [Fact]
    public async Task French_article_25_1_counts_the_same_ballots_again_by_article_24_where_a_third_of_all_is_in_favour()
    {
        // Yes 400: no majority of all (500), but a third (333 1/3) and more than the 300 against.
        await using var place = await Weighed("fr.1965.25", "sh");
        var voteId = await place.Open();
        await Yes(place, voteId, place.Town.TenantA);
        await No(place, voteId, place.Town.TenantB);
        await No(place, voteId, place.Town.TenantC);

        Assert.Equal("Adopted", (await place.Count(voteId)).Outcome);
        var rounds = (await place.App.Send(place.Town.Auditor, new VotePageQuery(voteId))).Value.Decision!.Rounds;
        Assert.Equal([("a25", true, false, "Rejected"), ("a24-second", true, true, "Adopted")], rounds.Select(r => (r.Name, r.Ran, r.ReusedBallots, r.Outcome)));
    }

    [Fact]
    public async Task French_article_25_1_stays_closed_below_a_third_and_no_further_session_is_called()
    {
        // Yes 300 of 1,000.
        await using var place = await Weighed("fr.1965.25", "sh");
        var voteId = await place.Open();
        await Yes(place, voteId, place.Town.TenantB);
        await Yes(place, voteId, place.Town.TenantC);

        Assert.Equal(("Rejected", null), await place.Count(voteId) is { } counted ? (counted.Outcome, counted.NextSession) : default);
        Assert.IsType<AlreadyVotedOn>((await place.App.SendAsProcess(new CreateVoteCommand(place.ProposalId, "P7D"))).Refusal);
    }

    [Fact]
    public async Task French_article_26_1_lowers_the_majority_to_that_of_all()
    {
        // Property and A: two of five heads are no majority; of the three who vote they are, with 600 of 1,000.
        await using var place = await Weighed("fr.1965.26", "sh");
        var voteId = await place.Open();
        await Yes(place, voteId, place.Town.Property);
        await Yes(place, voteId, place.Town.TenantA);
        await No(place, voteId, place.Town.TenantB);

        Assert.Equal("Adopted", (await place.Count(voteId)).Outcome);
        Assert.Equal("a26-1", (await place.App.Send(place.Town.Auditor, new VotePageQuery(voteId))).Value.Decision!.Rounds.Last(r => r.Ran).Name);
    }

    [Fact]
    public async Task An_Italian_second_call_is_a_session_with_ballots_of_its_own_on_the_same_roll()
    {
        // Called first: C alone is no quorum. Called again: property and A are in favour, B against; 600 of 1,000 and two of three heads present.
        await using var place = await Weighed("it.cc.1136.ordinary", "mm");
        var first = await place.Open();
        await No(place, first, place.Town.TenantC);
        await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(first, place.Town.StreetSeat, "notAffected", "Owns nothing here."));
        Assert.Equal(("NoQuorum", "2nd"), await place.Count(first) is { } counted ? (counted.Outcome, counted.NextSession) : default);
        await place.ChangeRegister(place.Town.SeatA, ("mm", 1), ("heads", 1), ("area", 482_000));

        var second = await place.Open();
        Assert.Equal(0, await place.App.Db(db => db.Ballots.CountAsync(b => b.VoteId == second)));
        await Yes(place, second, place.Town.Property);
        await Yes(place, second, place.Town.TenantA);
        await No(place, second, place.Town.TenantB);

        Assert.Equal("Adopted", (await place.Count(second)).Outcome);
        var vote = await place.Vote(second);
        Assert.Equal((2, first, 1), (vote.Session, vote.PreviousVoteId, vote.RegisterVersion));
        Assert.Equal("Secretary Lin", Assert.Single((await place.App.Send(place.Town.Auditor, new VotePageQuery(second))).Value.Exclusions).DecidedBy.En);
    }

    [Fact]
    public async Task A_Spanish_second_call_decides_by_those_who_attend()
    {
        // Called first: A alone. Called again: property and B are two of three heads and 400 of 500 quotas attending.
        await using var place = await Weighed("es.lph.17-7", "quota");
        var first = await place.Open();
        await Yes(place, first, place.Town.TenantA);
        Assert.Equal(("NoQuorum", "2nd"), await place.Count(first) is { } counted ? (counted.Outcome, counted.NextSession) : default);

        var second = await place.Open();
        await Yes(place, second, place.Town.Property);
        await Yes(place, second, place.Town.TenantB);
        await No(place, second, place.Town.TenantC);

        Assert.Equal("Adopted", (await place.Count(second)).Outcome);
        Assert.Null((await place.Vote(second)).NextSession);
    }

    [Theory]
    [InlineData(true, "Rejected")]
    [InlineData(false, "Adopted")]
    public async Task Taiwans_recall_stands_unless_more_than_half_object_within_seven_days(bool includingA, string outcome)
    {
        // The recall passes with property, A and street. Objecting B and C are two of five heads; with A three, and 700 of 1,000 shares.
        await using var place = await Weighed("tw.condominium.31-32", "share");
        var first = await place.Open();
        Assert.Equal("recall", (await place.Count(first)).NextSession);
        var recall = await place.Open();
        await Yes(place, recall, place.Town.Property);
        await Yes(place, recall, place.Town.TenantA);
        await Yes(place, recall, place.Town.Convenor);
        Assert.Equal("Adopted", (await place.Count(recall)).Outcome);
        Assert.True((await place.App.SendAsProcess(new OpenPostingCommand(place.ProposalId, place.App.Clock.GetUtcNow().AddDays(7)))).IsGranted);
        foreach (var (person, seat) in Objectors(place, includingA))
        {
            Assert.True((await place.App.Send(person, new RaiseObjectionCommand(place.ProposalId, "I object.", seat))).IsGranted);
        }

        place.App.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(!includingA, (await place.App.SendAsProcess(new ConfirmVoteCommand(recall))).Value);
        Assert.Equal(outcome, (await place.Vote(recall)).Outcome);
    }

    [Fact]
    public async Task What_joins_leaves_or_changes_in_the_register_changes_nothing_in_an_open_vote()
    {
        // C leaves and B's area triples while the vote is open; the roll has five seats and B 3,000.00 m² to the end.
        await using var place = await VoteTown.Found(rule: "council.simple-majority");
        var voteId = await place.Open();
        await place.ChangeRegister(place.Town.SeatB, ("area", 900_000), ("heads", 1));
        await place.App.Db(db => db.SeatEntries.Where(s => s.SeatId == place.Town.SeatC).ExecuteUpdateAsync(set => set.SetProperty(s => s.ToVersion, 2)));
        await place.App.Db(db => db.Blocs.Where(b => b.Code == "street").ExecuteUpdateAsync(set => set.SetProperty(b => b.Position, 9)));

        await Yes(place, voteId, place.Town.TenantB);
        await Yes(place, voteId, place.Town.TenantC);
        await Yes(place, voteId, place.Town.TenantA);

        var page = (await place.App.Send(place.Town.Auditor, new VotePageQuery(voteId))).Value;
        Assert.Equal((5, 1), (page.Seats.Count, page.RegisterVersion));
        Assert.Equal("8820.50", page.Tally!.Whole.Measures.Single(m => m.Code == "area").Yes);
        Assert.Equal("Adopted", (await place.Count(voteId)).Outcome);
    }

    private static IEnumerable<(Guid Person, Guid Seat)> Objectors(VoteTown place, bool includingA)
    {
        yield return (place.Town.TenantB, place.Town.SeatB);
        yield return (place.Town.TenantC, place.Town.SeatC);
        if (includingA)
        {
            yield return (place.Town.TenantA, place.Town.SeatA);
        }
    }

    private static async Task<VoteTown> Weighed(string rule, string measure)
    {
        var place = await VoteTown.Found(rule);
        await place.Weigh(measure, property: 200, a: 400, b: 200, c: 100, street: 100);
        return place;
    }

    private static Task Yes(VoteTown place, Guid voteId, Guid person) => Cast(place, voteId, person, BallotChoice.Yes);

    private static Task No(VoteTown place, Guid voteId, Guid person) => Cast(place, voteId, person, BallotChoice.No);

    private static async Task Cast(VoteTown place, Guid voteId, Guid person, BallotChoice choice)
    {
        var town = place.Town;
        var seat = person == town.Property ? town.PropertySeat : person == town.TenantA ? town.SeatA : person == town.TenantB ? town.SeatB
            : person == town.TenantC ? town.SeatC : town.StreetSeat;
        Assert.True((await place.Cast(voteId, person, seat, choice)).IsGranted);
    }
}
