using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.FollowUps.ConfirmFollowUp;
using Cohesion.Governance.Server.Features.MyDay.MyDay;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.MyDay;

public sealed class MyDayTests
{
    private static async Task<MyDayView> Day(Promise p, Guid person) => (await p.App.Send(person, new MyDayQuery())).Value;

    [Fact]
    public async Task Offers_and_actions_wait_for_their_owner()
    {
        await using var p = await Promise.Resolved();
        var offered = await p.Assign(title: "Train the porters");
        var accepted = await p.Accepted(days: 1);
        p.App.Clock.Advance(TimeSpan.FromDays(2));

        var day = await Day(p, p.Town.Property);

        Assert.Equal(offered, Assert.Single(day.Offers).Id);
        var action = Assert.Single(day.Actions);
        Assert.Equal((accepted, true, "Jinhongqiao council"), (action.Id, action.Overdue, action.Council.En));
        Assert.Equal(2, day.UnreadNotices);
        Assert.Empty((await Day(p, p.Town.TenantC)).Actions);
    }

    [Fact]
    public async Task A_confirmation_waits_for_those_who_asked_until_they_speak()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Evidenced();
        Assert.Equal(id, Assert.Single((await Day(p, p.Town.TenantA)).Confirmations).Id);
        Assert.Empty((await Day(p, p.Town.TenantC)).Confirmations);
        Assert.Empty((await Day(p, p.Town.Property)).Confirmations);

        await p.App.Send(p.Town.TenantA, new ConfirmFollowUpCommand(id, true));

        Assert.Empty((await Day(p, p.Town.TenantA)).Confirmations);
        Assert.Single((await Day(p, p.Town.TenantB)).Confirmations);
    }

    [Fact]
    public async Task What_was_declined_or_left_unconfirmed_waits_for_the_secretary()
    {
        await using var p = await Promise.Resolved();
        await p.Declined();
        await p.LeftToRuling(resolution: 1);

        Assert.Equal(
            new[] { FollowUpStage.Declined, FollowUpStage.AwaitingRuling }.Order(), (await Day(p, p.Town.Secretary)).Decisions.Select(d => d.Stage).Order());
        Assert.Empty((await Day(p, p.Town.Property)).Decisions);
    }

    [Fact]
    public async Task An_open_vote_waits_for_each_seat_that_has_not_voted()
    {
        await using var p = await Promise.Adopted();
        var vote = Guid.CreateVersion7(p.Now);
        await p.App.Db(db =>
        {
            db.Votes.Add(new Vote
            {
                Id = vote, CouncilId = p.Town.CouncilId, ProposalId = p.ProposalId, TextVersion = 3, Question = "And paint it?", Session = 1,
                RulePack = "r", RulePackJson = "{}", Window = "P7D", Stage = VoteStage.Open, OpensAt = p.Now, ClosesAt = p.Now.AddDays(7),
            });
            foreach (var (seat, label, excluded) in new[] { (p.Town.SeatA, "A", null), (p.Town.SeatB, "B", null), (p.Town.SeatC, "C", "arrears") })
            {
                db.RollEntries.Add(new RollEntry
                {
                    VoteId = vote, SeatId = seat, PartyId = seat, BlocCode = "tenants", Label = label, PartyName = LocalText.Same(label),
                    Measures = Cohesion.Governance.Domain.Councils.MeasureValues.None, ExcludedFor = excluded,
                });
            }

            db.Ballots.Add(new Ballot
            {
                VoteId = vote, SeatId = p.Town.SeatB, Choice = BallotChoice.Yes, Channel = BallotChannel.Online, CastByPersonId = p.Town.TenantB,
                CastAt = p.Now, TakenAt = p.Now, Receipt = "r",
            });
            return Task.CompletedTask;
        });

        var mine = Assert.Single((await Day(p, p.Town.TenantA)).Votes);
        Assert.Equal((vote, "And paint it?"), (mine.Id, mine.Question));
        Assert.Equal(["A"], mine.Seats);
        Assert.Empty((await Day(p, p.Town.TenantB)).Votes);
        Assert.Empty((await Day(p, p.Town.TenantC)).Votes);
        p.App.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Empty((await Day(p, p.Town.TenantA)).Votes);
    }

    [Fact]
    public async Task Meetings_to_come_and_minutes_to_check_are_shown_to_everybody_of_the_council()
    {
        await using var p = await Promise.Adopted();
        Meeting Meeting(int number, MeetingStage stage) => new()
        {
            Id = Guid.CreateVersion7(p.Now), CouncilId = p.Town.CouncilId, Number = number, Title = stage.ToString(), Place = "Lobby",
            StartsAt = p.Now.AddDays(number), ConvenedByPersonId = p.Town.Convenor, Stage = stage,
        };
        await p.App.Db(db =>
        {
            db.Meetings.AddRange(
                Meeting(1, MeetingStage.MinutesDrafted), Meeting(2, MeetingStage.Noticed), Meeting(3, MeetingStage.Cancelled),
                Meeting(4, MeetingStage.Planned), Meeting(5, MeetingStage.MinutesPublished));
            return Task.CompletedTask;
        });

        var day = await Day(p, p.Town.Observer);

        Assert.Equal(["Noticed", "Planned"], day.Meetings.Select(m => m.Title));
        Assert.Equal(["MinutesDrafted"], day.Minutes.Select(m => m.Title));
        Assert.Empty((await Day(p, p.Town.Outsider)).Meetings);
    }

    [Fact]
    public async Task An_appraisal_waits_for_those_who_asked()
    {
        await using var p = await Promise.Adopted();
        await p.App.Db(async db => { (await db.Proposals.SingleAsync()).Stage = ProposalStage.Appraisal; });

        Assert.Equal(p.ProposalId, Assert.Single((await Day(p, p.Town.TenantA)).Appraisals).ProposalId);
        Assert.Single((await Day(p, p.Town.Property)).Appraisals);
        Assert.Empty((await Day(p, p.Town.TenantC)).Appraisals);
    }

    [Fact]
    public async Task Refuses_nobody()
    {
        await using var p = await Promise.Adopted();
        Assert.IsType<SignInNeeded>((await p.App.Send(null, new MyDayQuery())).Refusal);
    }
}
