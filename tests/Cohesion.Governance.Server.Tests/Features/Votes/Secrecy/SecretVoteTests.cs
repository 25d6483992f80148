using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proof;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Journal.JournalPage;
using Cohesion.Governance.Server.Features.Journal.VerifyJournal;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Features.Votes.BallotPage;
using Cohesion.Governance.Server.Features.Votes.CastBallot;
using Cohesion.Governance.Server.Features.Votes.CheckReceipt;
using Cohesion.Governance.Server.Features.Votes.CountSoFar;
using Cohesion.Governance.Server.Features.Votes.ExcludeSeat;
using Cohesion.Governance.Server.Features.Votes.ListRoll;
using Cohesion.Governance.Server.Features.Votes.ListVisits;
using Cohesion.Governance.Server.Features.Votes.LiveTally;
using Cohesion.Governance.Server.Features.Votes.ReceiptProof;
using Cohesion.Governance.Server.Features.Votes.VisitSheet;
using Cohesion.Governance.Server.Features.Votes.VotePage;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Cohesion.Governance.Domain.Rules.BallotChoice;

namespace Cohesion.Governance.Server.Tests.Features.Votes.Secrecy;

public sealed class SecretVoteTests
{
    [Fact]
    public async Task A_secret_vote_is_counted_by_its_rule_and_keeps_ballots_that_belong_to_nobody()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        await place.CastAll(voteId, voters, Yes, No, Abstain, Yes, No, Yes, Yes);

        var counted = await place.Count(voteId);

        // Yes: 1 + 2 + 2 + 2, no: 1 + 2.
        Assert.Equal("Adopted", counted.Outcome);
        var ballots = await place.App.Db(db => db.SecretBallots.AsNoTracking().ToListAsync());
        Assert.Equal([Yes, No, Abstain], ballots.Where(b => b.Class == SecretTown.ClassOne).Select(b => b.Choice).Order());
        Assert.Equal([Yes, Yes, Yes, No], ballots.Where(b => b.Class == SecretTown.ClassTwo).Select(b => b.Choice).Order());
        Assert.All(ballots, b => Assert.Equal(4, b.Id.Version));
        Assert.Equal(7, await place.App.Db(db => db.SecretMarks.CountAsync(m => m.VoteId == voteId && m.Sealed == null)));
        Assert.Equal(0, await place.App.Db(db => db.Ballots.CountAsync()) + await place.App.Db(db => db.BallotRecords.CountAsync()));
        Assert.True((await place.App.Send(place.Town.Auditor, new VerifyJournalQuery(place.Town.CouncilId))).Value.Intact);
        Assert.Equal(counted, await place.Count(voteId));
    }

    [Fact]
    public async Task The_result_shows_sums_and_who_voted_and_never_what_a_seat_said()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        await place.CastAll(voteId, voters, Yes, No, Abstain, Yes, No, Yes);
        await place.Count(voteId);

        var page = (await place.App.Send(place.Town.Auditor, new VotePageQuery(voteId))).Value;

        Assert.True(page.Secret);
        Assert.All(page.Seats, s => Assert.Null(s.Choice));
        Assert.Equal([.. voters.Take(6).Select(v => v.Seat).Order()], page.Seats.Where(s => s.HasVoted == true).Select(s => s.SeatId).Order());
        Assert.Equal((7, 3, 2, 1, 1), (page.Tally!.Whole.Seats, page.Tally.Whole.Yes, page.Tally.Whole.No, page.Tally.Whole.Abstain, page.Tally.Whole.Silent));

        // Only by the measure the rule weighs by, and not by bloc, which it does not see.
        Assert.Equal(["weight"], page.Tally.Whole.Measures.Select(m => m.Code));
        Assert.Equal(("11", "5", "3", "1"), page.Tally.Whole.Measures.Select(m => (m.All, m.Yes, m.No, m.Abstain)).Single());
        Assert.Empty(page.Tally.Blocs);
        Assert.Equal(page.Tally.Whole.Yes, (await place.App.Send(place.Town.Auditor, new LiveTallyQuery(voteId))).Value.Whole.Yes);
    }

    [Fact]
    public async Task While_open_nothing_of_the_count_is_told_and_of_others_not_even_who_has_voted()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        await place.CastAll(voteId, voters, Yes, No);

        var page = (await place.App.Send(place.Town.TenantA, new VotePageQuery(voteId))).Value;

        Assert.Null(page.Tally);
        Assert.Null(page.Decision);
        Assert.Equal((7, null, 0, 0), (page.Turnout!.Voters, page.Turnout.Voted, page.Turnout.ByChannel.Count, page.Turnout.Uncounted));
        var count = (await place.App.Send(place.Town.TenantA, new CountSoFarQuery(voteId))).Value;
        Assert.Equal((null, null, 7, 2), (count.Tally, count.Decision, count.SecretTurnout!.Seats, count.SecretTurnout.Voted));
        Assert.Empty(count.SecretTurnout.Blocs);
        Assert.True(page.Seats.Single(s => s.SeatId == place.Town.SeatA).HasVoted);
        Assert.All(page.Seats.Where(s => s.SeatId != place.Town.SeatA), s => Assert.True(s.HasVoted is null && s.Channel is null));
        Assert.IsType<SecretUntilCounted>((await place.App.Send(place.Town.TenantA, new LiveTallyQuery(voteId))).Refusal);
        var own = (await place.App.Send(place.Town.TenantA, new BallotPageQuery(voteId))).Value;
        Assert.Equal((true, null), (own.Seats.Single().HasVoted, own.Seats.Single().Choice));

        // The journal says that ballots were cast, and not for whom.
        var lines = (await place.App.Send(place.Town.TenantB, new JournalPageQuery(place.Town.CouncilId, voteId))).Value.Items.Where(l => l.Command == "CastBallot").ToList();
        Assert.Equal(2, lines.Count);
        Assert.All(lines, l => Assert.True(l.PersonId is null && l.Content.GetRawText() == "{}"));
    }

    [Fact]
    public async Task The_roll_page_by_page_and_the_visit_sheet_tell_no_more_than_the_page_of_the_vote()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        await place.CastAll(voteId, voters, Yes, No);

        foreach (var kind in new[] { RollLines.Voted, RollLines.Silent })
        {
            Assert.IsType<SecretUntilCounted>((await place.App.Send(place.Town.Secretary, new ListRollQuery(voteId, kind))).Refusal);
        }

        var roll = (await place.App.Send(place.Town.TenantA, new ListRollQuery(voteId))).Value;
        Assert.All(roll.Seats.Where(s => s.SeatId != place.Town.SeatA), s => Assert.True(s.HasVoted is null && s.Channel is null && s.Choice is null));
        Assert.Equal(voters.Count, (await place.App.Send(place.Town.VisitingWorker, new VisitSheetQuery(voteId))).Value.Lines.Count);
        Assert.Equal(0, (await place.App.SendAsProcess(new ListVisitsCommand(voteId))).Value);
    }

    [Fact]
    public async Task Turnout_by_bloc_is_told_once_every_bloc_has_three_ballots()
    {
        // One bloc only: everybody of the others is taken out.
        var (place, voters) = await SecretTown.Found(more: 4);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        foreach (var seat in new[] { place.Town.PropertySeat, place.Town.StreetSeat })
        {
            Assert.True((await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, seat, "arrears", "unpaid"))).IsGranted);
        }

        var tenants = voters.Where(v => v.Seat != place.Town.PropertySeat && v.Seat != place.Town.StreetSeat).ToList();
        await place.CastAll(voteId, tenants, Yes, No);
        Assert.Null((await place.App.Send(place.Town.TenantA, new CountSoFarQuery(voteId))).Value.SecretTurnout!.Voted);

        await place.Cast(voteId, tenants[2], Yes);
        var turnout = (await place.App.Send(place.Town.TenantA, new CountSoFarQuery(voteId))).Value.SecretTurnout!;
        Assert.Equal(3, turnout.Voted);
        Assert.Equal(("tenants", 7, 3), turnout.Blocs.Select(b => (b.Code, b.Seats, b.Voted)).Single());
    }

    [Fact]
    public async Task A_receipt_is_proved_by_its_code_alone_and_names_neither_seat_nor_choice()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        var codes = await place.CastAll(voteId, voters, Yes, No, Abstain, Yes, No, Yes, Yes);
        var held = (await place.App.Send(place.Town.Auditor, new CheckReceiptQuery(voteId, codes[3]))).Value;
        Assert.Equal((ReceiptState.Counts, null, null), (held.State, held.Seat, held.Choice));
        Assert.IsType<VoteNotCounted>((await place.App.Send(voters[3].Person, new ReceiptProofQuery(voteId, codes[3]))).Refusal);
        var counted = await place.Count(voteId);

        // Asked by somebody else altogether: the code is all there is.
        var proof = (await place.App.Send(place.Town.Observer, new ReceiptProofQuery(voteId, codes[3].ToLowerInvariant()))).Value;

        Assert.Equal((null, null, null, null), (proof.Seat, proof.Choice, proof.Channel, proof.CastAt));
        Assert.Equal(counted.ReceiptsRoot, proof.Root);
        Assert.Equal(7, proof.Size);
        Assert.True(MerkleTree.Includes(
            MerkleTree.LeafHash(Convert.FromHexString(proof.Leaf)), proof.Index, proof.Size, [.. proof.Path.Select(Convert.FromHexString)], Convert.FromHexString(proof.Root)));
        Assert.Equal(ReceiptState.Counts, (await place.App.Send(place.Town.Auditor, new CheckReceiptQuery(voteId, codes[0]))).Value.State);
        Assert.IsType<ReceiptUnknown>((await place.App.Send(place.Town.Auditor, new ReceiptProofQuery(voteId, "0000-0000-0000"))).Refusal);
        Assert.IsType<ReceiptUnknown>((await place.App.Send(place.Town.Auditor, new CheckReceiptQuery(voteId, "not a code"))).Refusal);
    }
}
