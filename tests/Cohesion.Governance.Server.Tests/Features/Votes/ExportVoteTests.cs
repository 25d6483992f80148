using Cohesion.Governance.Domain.Proof;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Journal.SealJournals;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Features.Votes.ExcludeSeat;
using Cohesion.Governance.Server.Features.Votes.ExportVote;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class ExportVoteTests
{
    [Fact]
    public async Task An_export_is_recounted_to_the_same_result_with_the_published_key()
    {
        await using var place = await VoteTown.Found();
        var voteId = await Counted(place);
        place.App.Clock.Advance(TimeSpan.FromDays(1));
        await place.App.SendAsProcess(new SealJournalsCommand());

        var report = await VoteFile.Recount(place, await VoteFile.Export(place, voteId));

        Assert.Empty(report.Findings);
        Assert.Equal((5, 4L, 6L), (report.Seats, report.Counted, report.Received));
        Assert.Equal((await place.Vote(voteId)).Outcome, report.Decision.Outcome.ToString());
    }

    [Fact]
    public async Task Every_byte_of_it_that_is_changed_is_found()
    {
        await using var place = await VoteTown.Found();
        var bytes = await VoteFile.Export(place, await Counted(place));

        for (var at = 0; at < bytes.Length; at++)
        {
            bytes[at] ^= (byte)(1 << (at % 8));
            Assert.False(await Passes(place, bytes), $"byte {at} changed was not found");
            bytes[at] ^= (byte)(1 << (at % 8));
        }

        Assert.True(await Passes(place, bytes));
    }

    [Theory]
    [InlineData("council.each-bloc-consent", "heads")]
    [InlineData("cn.civil-code.278.ordinary", "heads")]
    [InlineData("cn.civil-code.278.ordinary.silence-follows", "heads")]
    [InlineData("council.consent-unless-objected", "heads")]
    [InlineData("es.lph.17-3", "quota")]
    [InlineData("fr.1965.25", "sh")]
    [InlineData("it.cc.1136.ordinary", "mm")]
    public async Task It_is_recounted_alike_under_rules_of_other_countries(string rule, string measure)
    {
        await using var place = await VoteTown.Found(rule);
        if (measure != "heads")
        {
            await place.Weigh(measure, property: 200, a: 400, b: 200, c: 100, street: 100);
        }

        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        await place.Cast(voteId, place.Town.TenantC, place.Town.SeatC, BallotChoice.No);
        await place.Count(voteId);

        Assert.Empty((await VoteFile.Recount(place, await VoteFile.Export(place, voteId))).Findings);
    }

    [Fact]
    public async Task A_second_call_takes_the_ballots_of_the_first_along()
    {
        await using var place = await VoteTown.Found("it.cc.1136.ordinary");
        await place.Weigh("mm", property: 200, a: 400, b: 200, c: 100, street: 100);
        var first = await place.Open();
        await place.Cast(first, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        await place.Count(first);
        var second = await place.Open();
        await place.Cast(second, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        await place.Cast(second, place.Town.TenantC, place.Town.SeatC, BallotChoice.Yes);
        await place.Count(second);

        var report = await VoteFile.Recount(place, await VoteFile.Export(place, second));

        Assert.Empty(report.Findings);
        Assert.Equal(("2nd", 2L, 3L), (report.Decision.Round, report.Counted, report.Received));
    }

    [Fact]
    public async Task It_shows_what_was_done_in_the_vote_and_of_everything_else_only_that_it_was()
    {
        await using var place = await VoteTown.Found();
        var voteId = await Counted(place);
        await place.App.Send(place.Town.TenantA, new Server.Features.Needs.RaiseNeed.RaiseNeedCommand(place.Town.CouncilId, "A private need"));

        var text = System.Text.Encoding.UTF8.GetString(await VoteFile.Export(place, voteId));

        Assert.Contains("\"command\":\"ExcludeSeat\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("A private need", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"command\":\"CastBallot\"", text, StringComparison.Ordinal);
        Assert.All(
            await place.App.Db(db => db.BallotRecords.Select(b => b.Receipt).ToListAsync()),
            receipt => Assert.DoesNotContain(receipt, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_vote_still_open_is_exported_to_nobody()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.CastAll(voteId);

        Assert.IsType<VoteNotCounted>((await place.App.Send(place.Town.Auditor, new ExportVoteQuery(voteId))).Refusal);
        Assert.IsType<VoteNotCounted>((await place.App.SendAsProcess(new ExportVoteQuery(voteId))).Refusal);
    }

    [Fact]
    public async Task Only_auditor_secretary_and_convenor_may_take_it_away()
    {
        await using var place = await VoteTown.Found();
        var voteId = await Counted(place);

        foreach (var allowed in new[] { place.Town.Auditor, place.Town.Secretary, place.Town.Convenor })
        {
            Assert.True((await place.App.Send(allowed, new ExportVoteQuery(voteId))).IsGranted);
        }

        Assert.IsType<OfficeNeeded>((await place.App.Send(place.Town.TenantA, new ExportVoteQuery(voteId))).Refusal);
        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, new ExportVoteQuery(voteId))).Refusal);
        Assert.IsType<SignInNeeded>((await place.App.Send(null, new ExportVoteQuery(voteId))).Refusal);
        Assert.IsType<NotFound>((await place.App.Send(place.Town.Auditor, new ExportVoteQuery(Guid.CreateVersion7(place.App.Clock.GetUtcNow())))).Refusal);
    }

    [Theory]
    [InlineData("UPDATE Ballots SET Choice = 'No'")]
    [InlineData("UPDATE BallotRecords SET Choice = 'No'")]
    [InlineData("DELETE FROM Ballots WHERE Channel = 'Online'")]
    [InlineData("UPDATE Votes SET BallotsRoot = replace(BallotsRoot, substr(BallotsRoot, 1, 4), '0000')")]
    public async Task Ballots_that_are_not_those_that_were_counted_are_not_signed(string tampering)
    {
        await using var place = await VoteTown.Found();
        var voteId = await Counted(place);
        await place.App.Db(db => db.Database.ExecuteSqlRawAsync(tampering));

        Assert.IsType<BallotsDisagree>((await place.App.Send(place.Town.Auditor, new ExportVoteQuery(voteId))).Refusal);
    }

    private static async Task<Guid> Counted(VoteTown place)
    {
        var voteId = await place.Open();
        await place.CastAll(voteId, a: BallotChoice.No);
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, place.Town.SeatC, "arrears", "Fees."));
        await place.Count(voteId);
        return voteId;
    }

    private static async Task<bool> Passes(VoteTown place, byte[] bytes)
    {
        try
        {
            return (await VoteFile.Recount(place, bytes)).IsSame;
        }
        catch (ExportFormatException)
        {
            return false;
        }
    }
}
