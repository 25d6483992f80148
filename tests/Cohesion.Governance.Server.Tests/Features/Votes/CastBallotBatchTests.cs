using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Journal.VerifyJournal;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Features.Votes.CastBallot;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

/// <summary>Ballots that come while another is being written are taken together. The gate of the database's one writer is held until all of them wait, so that they are.</summary>
public sealed class CastBallotBatchTests
{
    [Fact]
    public async Task Ballots_that_come_together_are_taken_together_and_each_stands_in_the_journal_with_its_own_rows()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var before = await place.Vote(voteId);

        var answers = await Together(
            place, Ballot(place, voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes), Ballot(place, voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.No),
            Ballot(place, voteId, place.Town.TenantC, place.Town.SeatC, BallotChoice.Abstain));

        Assert.All(answers, a => Assert.Equal(BallotEffect.First, a.Answer.Value.Effect));
        var after = await place.Vote(voteId);
        Assert.Equal((before.BallotCount + 3, before.Version + 1), (after.BallotCount, after.Version));
        Assert.Equal(
            [BallotChoice.Yes, BallotChoice.No, BallotChoice.Abstain],
            [(await place.BallotOf(voteId, place.Town.SeatA))!.Choice, (await place.BallotOf(voteId, place.Town.SeatB))!.Choice, (await place.BallotOf(voteId, place.Town.SeatC))!.Choice]);
        var entries = await place.App.Db(db => db.Journal.AsNoTracking().Where(j => j.Command == "CastBallot").OrderBy(j => j.Sequence).ToListAsync());
        Assert.Equal([place.Town.TenantA, place.Town.TenantB, place.Town.TenantC], entries.Select(e => e.PersonId!.Value));
        foreach (var (entry, seat) in entries.Zip([place.Town.SeatA, place.Town.SeatB, place.Town.SeatC]))
        {
            var rows = await place.App.Db(db => db.JournalRows.AsNoTracking().SingleAsync(r => r.CouncilId == entry.CouncilId && r.Sequence == entry.Sequence));
            Assert.Equal(["BallotRecords", "Ballots"], Domain.Journal.JournalRows.Read(rows.Text).Select(r => r.Table));
            Assert.Contains(seat.ToString("D"), rows.Text, StringComparison.Ordinal);
        }

        Assert.Empty(await FindingsOnBallots(place));
    }

    [Fact]
    public async Task Of_two_ballots_of_one_seat_that_come_together_the_later_changes_the_earlier_and_both_are_on_record()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        var answers = await Together(
            place, Ballot(place, voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes), Ballot(place, voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.No),
            Ballot(place, voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.No));

        Assert.Equal([BallotEffect.First, BallotEffect.Changed, BallotEffect.Same], answers.Select(a => a.Answer.Value.Effect));
        var ballot = (await place.BallotOf(voteId, place.Town.SeatA))!;
        Assert.Equal((BallotChoice.No, answers[1].Answer.Value.Receipt), (ballot.Choice, ballot.Receipt));
        Assert.Equal(answers[1].Answer.Value.Receipt, answers[2].Answer.Value.Receipt);
        Assert.Equal(2, await place.App.Db(db => db.BallotRecords.CountAsync()));
        Assert.Empty(await FindingsOnBallots(place));
    }

    [Fact]
    public async Task One_that_is_refused_takes_nothing_from_those_it_came_with()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var stranger = Guid.CreateVersion7(place.App.Clock.GetUtcNow());

        var answers = await Together(
            place, Ballot(place, voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes), Ballot(place, voteId, place.Town.TenantB, stranger, BallotChoice.No));

        Assert.True(answers[0].Answer.IsGranted);
        Assert.IsType<SeatNotOnRoll>(answers[1].Answer.Refusal);
        Assert.Equal(1, await place.App.Db(db => db.Journal.CountAsync(j => j.Command == "CastBallot")));
    }

    [Fact]
    public async Task After_the_ballots_have_closed_a_crowd_is_refused_as_one_is()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        place.App.Clock.SetUtcNow((await place.Vote(voteId)).ClosesAt!.Value);

        var answers = await Together(
            place, Ballot(place, voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes), Ballot(place, voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.No));

        Assert.All(answers, a => Assert.IsType<VoteHasClosed>(a.Answer.Refusal));
        Assert.Equal(0, await place.App.Db(db => db.BallotRecords.CountAsync()));
    }

    [Fact]
    public async Task A_key_sent_twice_at_once_casts_one_ballot_and_a_key_sent_again_later_is_answered_as_before()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var ballot = Ballot(place, voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);

        var twice = await Together(place, ballot with { Key = "k1" }, ballot with { Key = "k1" });
        var later = await Together(place, ballot with { Key = "k1" });
        var other = await Together(place, ballot with { Key = "k1", Command = ballot.Command with { SeatId = place.Town.SeatB } });

        // The second of the two is left to be handled by itself, where it finds the answer of the first.
        Assert.Equal([true, false], twice.Select(a => a.Answered));
        Assert.Equal(twice[0].Answer.Value, later[0].Answer.Value);
        Assert.IsType<IdempotencyKeyUsed>(other[0].Answer.Refusal);
        Assert.Equal(twice[0].Answer.Value, (await place.App.Send(place.Town.TenantA, ballot.Command, "k1")).Value);
        Assert.Equal(1, await place.App.Db(db => db.BallotRecords.CountAsync()));
    }

    [Fact]
    public async Task Proxies_and_seats_that_gave_a_mandate_go_the_ordinary_way()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Mandate(voteId, place.Town.TenantB, place.Town.SeatB, place.Town.TenantA);

        var answers = await Together(
            place, Ballot(place, voteId, place.Town.TenantA, place.Town.SeatB, BallotChoice.Yes) with { Seat = place.Town.SeatA },
            Ballot(place, voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.No));
        Assert.All(answers, a => Assert.False(a.Answered));

        Assert.True((await place.Cast(voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.No)).IsGranted);
        Assert.NotNull(await place.App.Db(db => db.Mandates.Select(m => m.RevokedAt).SingleAsync()));
    }

    [Fact]
    public async Task Where_a_crowd_cannot_be_handled_together_each_is_handled_by_itself()
    {
        await using var place = await VoteTown.Found(
            replacing: services => services.Replace(ServiceDescriptor.Scoped<IBatchHandler<CastBallotCommand, BallotReceipt>, FaultyBatch>()));
        var voteId = await place.Open();

        var answers = await Task.WhenAll(
            place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes), place.Cast(voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.No));

        Assert.All(answers, a => Assert.Equal(BallotEffect.First, a.Value.Effect));
        Assert.Equal(2, await place.App.Db(db => db.Ballots.CountAsync()));
    }

    [Fact]
    public async Task A_connection_cut_off_between_two_ballots_is_felt_by_neither()
    {
        var cut = new CutConnection("RollEntries");
        await using var place = await VoteTown.Found(replacing: cut.Infest);
        var voteId = await place.Open();
        Assert.Equal(BallotEffect.First, (await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes)).Value.Effect);

        cut.Fail(1);
        Assert.Equal(BallotEffect.First, (await place.Cast(voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.No)).Value.Effect);
        Assert.Equal(BallotEffect.First, (await place.Cast(voteId, place.Town.TenantC, place.Town.SeatC, BallotChoice.No)).Value.Effect);

        Assert.Equal(1, cut.Cuts);
        Assert.Equal(3, await place.App.Db(db => db.Ballots.CountAsync()));
        Assert.Empty(await FindingsOnBallots(place));
    }

    // The town itself is put there without commands, which the journal says too.
    private static async Task<IEnumerable<JournalFinding>> FindingsOnBallots(VoteTown place) =>
        (await place.App.Send(place.Town.Auditor, new VerifyJournalQuery(place.Town.CouncilId))).Value.Findings.Where(f => f.Table is null or "Ballots" or "BallotRecords" or "Votes");

    private static Sent Ballot(VoteTown place, Guid voteId, Guid person, Guid seat, BallotChoice choice) =>
        new(place.Town.CouncilId, person, seat, new CastBallotCommand(voteId, seat, choice));

    private static async Task<(bool Answered, Outcome<BallotReceipt> Answer)[]> Together(VoteTown place, params Sent[] ballots)
    {
        var batch = place.App.Services.GetRequiredService<ICommandBatch<CastBallotCommand, Outcome<BallotReceipt>>>();
        var answers = new List<Task<(bool, Outcome<BallotReceipt>)>>();
        using (await place.App.Services.GetRequiredService<WriteGate>().Enter(CancellationToken.None))
        {
            foreach (var ballot in ballots)
            {
                var member = new CurrentMember();
                member.SignIn(ballot.Person);
                member.Enter(ballot.CouncilId, [new Holding(Office.Owner, ballot.Seat)]);
                answers.Add(batch.Offer(ballot.Command, member, ballot.Key));
            }
        }

        return await Task.WhenAll(answers);
    }

    /// <param name="Seat">The seat the person acts for.</param>
    private sealed record Sent(Guid CouncilId, Guid Person, Guid Seat, CastBallotCommand Command, string? Key = null);

    private sealed class FaultyBatch : IBatchHandler<CastBallotCommand, BallotReceipt>
    {
        public Task Handle(IReadOnlyList<BatchItem<CastBallotCommand, BallotReceipt>> items, CancellationToken ct) => throw new InvalidOperationException("Out of order.");
    }
}
