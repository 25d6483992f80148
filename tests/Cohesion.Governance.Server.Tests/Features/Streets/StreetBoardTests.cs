using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Features.Needs.RaiseNeed;
using Cohesion.Governance.Server.Features.Streets.StreetBoard;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Streets;

public sealed class StreetBoardTests
{
    [Fact]
    public async Task The_convenor_sees_each_council_of_the_street_and_what_is_late()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var now = app.Clock.GetUtcNow();
        await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "A lift"));
        await app.Db(async db =>
        {
            db.Proposals.AddRange(Proposal(town, now, 1, ProposalStage.Voting), Proposal(town, now, 2, ProposalStage.Voting), Proposal(town, now, 3, ProposalStage.Closed));
            db.FollowUps.AddRange(
                Action(town, now, 1, now.AddDays(-1), FollowUpStage.Accepted, 3), Action(town, now, 2, now.AddDays(1), FollowUpStage.Assigned, 0),
                Action(town, now, 3, now.AddDays(-9), FollowUpStage.Kept, 4));
            db.Meetings.AddRange(Meeting(town, now, 1, now.AddDays(9)), Meeting(town, now, 2, now.AddDays(5)), Meeting(town, now, 3, now.AddDays(-5)));
            await Task.CompletedTask;
        });

        var board = (await app.Send(town.Convenor, new StreetBoardQuery(town.StreetId))).Value;

        var council = Assert.Single(board.Councils);
        Assert.Equal(town.CouncilId, council.CouncilId);
        Assert.Equal([(ProposalStage.Voting, 2), (ProposalStage.Closed, 1)], council.ProposalsByStage.Select(s => (s.Key, s.Value)).Order());
        Assert.Equal((1, 2, 1, 3), (council.OpenNeeds, council.OpenActions, council.OverdueActions, council.HighestChase));
        Assert.Equal(now.AddDays(5), council.NextMeeting);
    }

    [Fact]
    public async Task It_is_not_for_those_who_hold_no_office_in_the_street()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.IsType<NotFound>((await app.Send(town.Secretary, new StreetBoardQuery(town.StreetId))).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Administrator, new StreetBoardQuery(town.StreetId))).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, new StreetBoardQuery(town.StreetId))).Refusal);
    }

    private static Proposal Proposal(Town town, DateTimeOffset now, int number, ProposalStage stage) => new()
    {
        Id = Guid.CreateVersion7(now), CouncilId = town.CouncilId, Number = number, Title = "A lift", RaisedByPersonId = town.Property, RaisedAt = now,
        Stage = stage, StageSince = now, RulePack = "council.each-bloc-consent",
    };

    private static FollowUpAction Action(Town town, DateTimeOffset now, int number, DateTimeOffset due, FollowUpStage stage, int chase) => new()
    {
        Id = Guid.CreateVersion7(now), CouncilId = town.CouncilId, ResolutionId = Guid.Empty, ProposalId = Guid.Empty, Number = number, Title = "Order it",
        OwnerPersonId = town.Property, DueAt = due, Stage = stage, ChaseLevel = chase, AssignedAt = now,
    };

    private static Meeting Meeting(Town town, DateTimeOffset now, int number, DateTimeOffset starts) => new()
    {
        Id = Guid.CreateVersion7(now), CouncilId = town.CouncilId, Number = number, Title = "Session", Place = "Hall", StartsAt = starts, ConvenedByPersonId = town.Convenor,
    };
}
