using System.Text.Json;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Server.Features.Postings.OpenPosting;
using Cohesion.Governance.Server.Features.Postings.RaiseObjection;
using Cohesion.Governance.Server.Features.Postings.SettleObjection;
using Cohesion.Governance.Server.Features.Postings.WithdrawObjection;
using Cohesion.Governance.Server.Features.Votes.ConfirmVote;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

/// <summary>Objections of the confirmation window, from being raised to the recount (Taiwan, Condominium Act 32: more than half by heads and by share overturn).</summary>
public sealed class ConfirmedExportTests
{
    [Fact]
    public async Task Objections_that_overturn_the_adoption_are_exported_and_recounted()
    {
        // A, B and C are three of five heads and 700 of 1,000 shares.
        await using var place = await VoteTown.Found("tw.condominium.31-32");
        var voteId = await Posted(place);
        await Object(place, place.Town.TenantA, place.Town.TenantB, place.Town.TenantC);
        Assert.False(await Confirm(place, voteId));

        var (outcome, overturned, stages) = await Recounted(place, voteId);

        Assert.Equal((Outcome.Rejected, true), (outcome, overturned));
        Assert.Equal(["open", "open", "open"], stages);
    }

    [Fact]
    public async Task Objections_too_few_or_taken_back_before_the_confirmation_leave_it_standing()
    {
        await using var place = await VoteTown.Found("tw.condominium.31-32");
        var voteId = await Posted(place);
        var objections = await Object(place, place.Town.TenantA, place.Town.TenantB, place.Town.TenantC);
        place.App.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True((await place.App.Send(place.Town.TenantB, new WithdrawObjectionCommand(objections[1], "The route was changed."))).IsGranted);
        Assert.True(await Confirm(place, voteId));

        var (outcome, overturned, stages) = await Recounted(place, voteId);

        Assert.Equal((Outcome.Adopted, false), (outcome, overturned));
        Assert.Equal(["open", "open", "withdrawn"], stages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task One_taken_back_after_the_confirmation_changes_nothing_any_more()
    {
        await using var place = await VoteTown.Found("tw.condominium.31-32");
        var voteId = await Posted(place);
        var objections = await Object(place, place.Town.TenantA, place.Town.TenantB, place.Town.TenantC);
        Assert.False(await Confirm(place, voteId));
        place.App.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True((await place.App.Send(place.Town.TenantB, new WithdrawObjectionCommand(objections[1], "Too late."))).IsGranted);

        Assert.Equal((Outcome.Rejected, true), ((await Recounted(place, voteId)).Outcome, (await place.Vote(voteId)).Overturned));
    }

    [Fact]
    public async Task One_dismissed_by_mediation_still_counts_because_the_rule_counts_whoever_objects()
    {
        await using var place = await VoteTown.Found("tw.condominium.31-32");
        var voteId = await Posted(place);
        var objections = await Object(place, place.Town.TenantA, place.Town.TenantB, place.Town.TenantC);
        place.App.Clock.Advance(TimeSpan.FromHours(1));
        await place.App.Send(place.Town.Convenor, new SettleObjectionCommand(objections[0], Upheld: false, "The figures are right."));
        Assert.False(await Confirm(place, voteId));

        Assert.Equal(Outcome.Rejected, (await Recounted(place, voteId)).Outcome);
    }

    // The first call lacks its two thirds; at the recall property, A and street (700 of 1,000 shares) are all in favour, and the result is posted.
    private static async Task<Guid> Posted(VoteTown place)
    {
        await place.Weigh("share", property: 200, a: 400, b: 200, c: 100, street: 100);
        await place.Count(await place.Open());
        var recall = await place.Open();
        await place.Cast(recall, place.Town.Property, place.Town.PropertySeat, BallotChoice.Yes);
        await place.Cast(recall, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        await place.Cast(recall, place.Town.Convenor, place.Town.StreetSeat, BallotChoice.Yes);
        Assert.Equal("Adopted", (await place.Count(recall)).Outcome);
        Assert.True((await place.App.SendAsProcess(new OpenPostingCommand(place.ProposalId, place.App.Clock.GetUtcNow().AddDays(7)))).IsGranted);
        return recall;
    }

    private static async Task<List<Guid>> Object(VoteTown place, params Guid[] people)
    {
        var ids = new List<Guid>();
        foreach (var person in people)
        {
            place.App.Clock.Advance(TimeSpan.FromMinutes(1));
            ids.Add((await place.App.Send(person, new RaiseObjectionCommand(place.ProposalId, "The shares are wrong."))).Value);
        }

        return ids;
    }

    private static async Task<bool> Confirm(VoteTown place, Guid voteId)
    {
        place.App.Clock.Advance(TimeSpan.FromDays(8));
        return (await place.App.SendAsProcess(new ConfirmVoteCommand(voteId))).Value;
    }

    private static async Task<(Outcome Outcome, bool Overturned, List<string> Stages)> Recounted(VoteTown place, Guid voteId)
    {
        var bytes = await VoteFile.Export(place, voteId);
        var report = await VoteFile.Recount(place, bytes);
        Assert.Empty(report.Findings);
        using var file = JsonDocument.Parse(bytes);
        var session = file.RootElement.GetProperty("sessions").EnumerateArray().Last().GetProperty("session");
        return (
            report.Decision.Outcome, report.Result.Overturned,
            [.. session.GetProperty("objections").EnumerateArray().Select(o => o.GetProperty("stage").GetString()!)]);
    }
}
