using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Proposals.ProposalBoard;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Proposals;

public sealed class ProposalBoardTests
{
    private static Proposal Proposal(Town town, int number, ProposalStage stage, int daysAgo, int? untilInDays = null) => new()
    {
        Id = Guid.CreateVersion7(GovernanceApp.Begin), CouncilId = town.CouncilId, Number = number, Title = $"Proposal {number}", RaisedByPersonId = town.Property,
        RaisedAt = GovernanceApp.Begin.AddDays(-60), Stage = stage, StageSince = GovernanceApp.Begin.AddDays(-daysAgo),
        StageUntil = untilInDays is { } days ? GovernanceApp.Begin.AddDays(days) : null, TextVersion = 1, RulePack = "council.each-bloc-consent",
    };

    [Fact]
    public async Task Each_proposal_stands_in_the_column_of_its_stage_the_longest_waiting_first()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await app.Db(db =>
        {
            db.Proposals.AddRange(
                Proposal(town, 1, ProposalStage.Raised, 3), Proposal(town, 2, ProposalStage.Returned, 9), Proposal(town, 3, ProposalStage.Voting, 2, 5),
                Proposal(town, 4, ProposalStage.Closed, 1), Proposal(town, 5, ProposalStage.Failed, 4));
            return Task.CompletedTask;
        });

        var board = (await app.Send(town.Observer, new ProposalBoardQuery(town.CouncilId))).Value;

        Assert.Equal(
            [(BoardColumn.Raised, "2 1"), (BoardColumn.Consulted, ""), (BoardColumn.Agenda, ""), (BoardColumn.Voting, "3"), (BoardColumn.Posted, ""), (BoardColumn.Doing, ""), (BoardColumn.Ended, "4 5")],
            board.Columns.Select(c => (c.Column, string.Join(' ', c.Cards.Select(card => card.Number)))));
        var voting = board.Columns[3].Cards[0];
        Assert.Equal((2, "ballots", false), (voting.DaysInStage, voting.WaitsFor?.En, voting.IsLate));
        Assert.All(board.Columns[6].Cards, card => Assert.Null(card.WaitsFor));
    }

    [Fact]
    public async Task What_should_have_moved_on_is_late_and_so_is_what_has_an_overdue_action()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var acting = Proposal(town, 2, ProposalStage.Acting, 2);
        var kept = Proposal(town, 3, ProposalStage.Acting, 1);
        FollowUpAction Action(int number, Guid proposal, FollowUpStage stage) => new()
        {
            Id = Guid.CreateVersion7(GovernanceApp.Begin), CouncilId = town.CouncilId, ResolutionId = Guid.Empty, ProposalId = proposal, Number = number, Title = "Order it",
            OwnerPersonId = town.Property, DueAt = GovernanceApp.Begin.AddDays(-1), Stage = stage, AssignedAt = GovernanceApp.Begin.AddDays(-9),
        };
        await app.Db(db =>
        {
            db.Proposals.AddRange(Proposal(town, 1, ProposalStage.Consultation, 9, -1), acting, kept);
            db.FollowUps.AddRange(Action(1, acting.Id, FollowUpStage.Accepted), Action(2, kept.Id, FollowUpStage.Kept));
            return Task.CompletedTask;
        });

        var board = (await app.Send(town.Observer, new ProposalBoardQuery(town.CouncilId))).Value;

        Assert.True(board.Columns[(int)BoardColumn.Consulted].Cards[0].IsLate);
        Assert.Equal([true, false], board.Columns[(int)BoardColumn.Doing].Cards.Select(c => c.IsLate));
    }

    [Fact]
    public async Task On_an_agenda_it_is_late_a_day_after_the_meeting_began_not_while_it_sits()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await app.Db(db =>
        {
            db.Proposals.Add(Proposal(town, 1, ProposalStage.OnAgenda, 9, 0));
            return Task.CompletedTask;
        });
        async Task<bool> IsLate() => (await app.Send(town.Observer, new ProposalBoardQuery(town.CouncilId))).Value.Columns[(int)BoardColumn.Agenda].Cards[0].IsLate;

        app.Clock.Advance(TimeSpan.FromHours(23));
        Assert.False(await IsLate());
        app.Clock.Advance(TimeSpan.FromHours(2));
        Assert.True(await IsLate());
    }

    [Fact]
    public async Task Of_hundreds_it_shows_eight_a_column_and_a_column_by_itself_in_pieces()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await app.Db(db =>
        {
            db.Proposals.AddRange(Enumerable.Range(1, 120).Select(n => Proposal(town, n, ProposalStage.AwaitingAgenda, 200 - n)));
            return Task.CompletedTask;
        });

        var whole = (await app.Send(town.Observer, new ProposalBoardQuery(town.CouncilId))).Value.Columns[(int)BoardColumn.Agenda];
        var last = Assert.Single((await app.Send(town.Observer, new ProposalBoardQuery(town.CouncilId, BoardColumn.Agenda, 100))).Value.Columns);

        Assert.Equal((120, 8, 8), (whole.Count, whole.Cards.Count, whole.Next));
        Assert.Equal((20, 101, null), (last.Cards.Count, last.Cards[0].Number, last.Next));
    }

    [Fact]
    public void Every_stage_has_a_column_and_all_but_the_last_wait_for_something()
    {
        Assert.All(Enum.GetValues<ProposalStage>(), stage => Assert.Equal(BoardColumns.Of(stage) == BoardColumn.Ended, BoardColumns.WaitsFor(stage) is null));
    }

    [Fact]
    public async Task Is_not_there_for_another_council_and_refuses_to_skip_backwards()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.IsType<NotFound>((await app.Send(town.Outsider, new ProposalBoardQuery(town.CouncilId))).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, new ProposalBoardQuery(town.CouncilId))).Refusal);
        Assert.IsType<InvalidRequest>((await app.Send(town.Observer, new ProposalBoardQuery(town.CouncilId, BoardColumn.Agenda, -1))).Refusal);
    }
}
