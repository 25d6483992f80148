using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Streets.StreetFigures;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Streets;

public sealed class StreetFiguresTests
{
    private static readonly DateTimeOffset Now = GovernanceApp.Begin;

    private static Guid Id() => Guid.CreateVersion7(Now);

    private static FollowUpAction Action(Town town, int number, int dueInDays, FollowUpStage stage, int level = 0, int? keptInDays = null, Guid? council = null) => new()
    {
        Id = Id(), CouncilId = council ?? town.CouncilId, ResolutionId = Guid.Empty, ProposalId = Guid.Empty, Number = number, Title = $"Action {number}", OwnerPersonId = town.Property,
        DueAt = Now.AddDays(dueInDays), Stage = stage, ChaseLevel = level, AssignedAt = Now.AddDays(-400), KeptAt = keptInDays is { } days ? Now.AddDays(days) : null,
    };

    private static Proposal Proposal(Town town, int number, ProposalStage stage, int sinceInDays, int? untilInDays = null) => new()
    {
        Id = Id(), CouncilId = town.CouncilId, Number = number, Title = $"Proposal {number}", RaisedByPersonId = town.Property, RaisedAt = Now.AddDays(-99), Stage = stage,
        StageSince = Now.AddDays(sinceInDays), StageUntil = untilInDays is { } days ? Now.AddDays(days) : null, TextVersion = 1, RulePack = "council.each-bloc-consent",
    };

    private static async Task<StreetFiguresView> See(GovernanceApp app, Town town, int days = 90) => (await app.Send(town.Convenor, new StreetFiguresQuery(town.StreetId, days))).Value;

    [Fact]
    public async Task What_was_due_is_counted_by_how_it_was_kept_over_the_time_chosen()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await app.Db(db =>
        {
            db.FollowUps.AddRange(
                Action(town, 1, -10, FollowUpStage.Kept, keptInDays: -11), Action(town, 2, -20, FollowUpStage.Kept, keptInDays: -12), Action(town, 3, -25, FollowUpStage.Accepted, 2),
                Action(town, 4, -60, FollowUpStage.Kept, keptInDays: -60), Action(town, 5, -200, FollowUpStage.Kept, keptInDays: -201), Action(town, 6, -5, FollowUpStage.Cancelled),
                Action(town, 7, 5, FollowUpStage.Kept, keptInDays: -1), Action(town, 8, -400, FollowUpStage.Declined, 4));
            return Task.CompletedTask;
        });

        // By hand: 30 days hold actions 1, 2, 3; 90 add 4; 365 add 5.
        Assert.Equal((3, 2, 1), await RatesOver(30));
        Assert.Equal((4, 3, 2), await RatesOver(90));
        Assert.Equal((5, 4, 3), await RatesOver(365));

        async Task<(int Due, int Kept, int InTime)> RatesOver(int days)
        {
            var rates = (await See(app, town, days)).Rates;
            return (rates.Due, rates.Kept, rates.InTime);
        }
    }

    [Fact]
    public async Task Satisfied_are_those_who_said_yes_of_all_who_were_asked_the_silent_among_them()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var action = Action(town, 1, -1, FollowUpStage.Kept, keptInDays: -1);
        Confirmation Word(Guid person, bool kept, int round, int daysAgo) => new()
        {
            Id = Id(), FollowUpId = action.Id, Round = round, ByPersonId = person, RecordedByPersonId = person, Kept = kept, Note = "", At = Now.AddDays(-daysAgo),
        };
        var rated = Proposal(town, 1, ProposalStage.Closed, -2);
        await app.Db(db =>
        {
            db.FollowUps.Add(action);
            db.Confirmations.AddRange(Word(town.TenantA, true, 0, 3), Word(town.TenantB, false, 0, 3), Word(town.TenantA, true, 1, 2), Word(town.TenantC, true, 0, 100));
            db.FollowUpChanges.Add(new FollowUpChange { Id = Id(), FollowUpId = action.Id, Kind = FollowUpChangeKind.LeftToRuling, At = Now.AddDays(-4), OwnerPersonId = town.Property, DueAt = Now });
            db.Proposals.Add(rated);
            db.Appraisals.AddRange(
                new Appraisal { ProposalId = rated.Id, PersonId = town.TenantA, Rating = 5, Comment = "", At = Now.AddDays(-1) },
                new Appraisal { ProposalId = rated.Id, PersonId = town.TenantB, Rating = 2, Comment = "", At = Now.AddDays(-1) });
            return Task.CompletedTask;
        });

        var rates = (await See(app, town)).Rates;

        Assert.Equal((4, 2, 2, 7), (rates.Asked, rates.Satisfied, rates.Ratings, rates.RatingSum));
    }

    [Fact]
    public async Task What_is_overdue_is_told_by_rung_and_by_council()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var second = Id();
        await app.Db(async db =>
        {
            var first = await db.Councils.AsNoTracking().SingleAsync(c => c.Id == town.CouncilId);
            db.Councils.Add(new Council
            {
                Id = second, StreetId = town.StreetId, Name = new LocalText("Second", "第二"), TimeZone = first.TimeZone, NoticeDays = 7, DefaultRulePack = first.DefaultRulePack, EarlyDecision = true,
            });
            db.FollowUps.AddRange(
                Action(town, 1, -1, FollowUpStage.Accepted), Action(town, 2, -2, FollowUpStage.Evidenced, 1), Action(town, 3, -9, FollowUpStage.Accepted, 3),
                Action(town, 1, -30, FollowUpStage.Accepted, 3, council: second), Action(town, 4, 3, FollowUpStage.Accepted, 1), Action(town, 5, -3, FollowUpStage.Kept, 4, -2));
        });

        var figures = await See(app, town);

        Assert.Equal([1, 1, 0, 2, 0], figures.OverdueByLevel);
        Assert.Equal(4, figures.Rates.Overdue);
        Assert.Equal([(town.CouncilId, 3), (second, 1)], figures.Councils.Select(c => (c.CouncilId, c.Rates.Overdue)));
    }

    [Fact]
    public async Task What_is_stuck_is_told_with_its_reason_the_oldest_first()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await app.Db(db =>
        {
            db.FollowUps.AddRange(Action(town, 1, 5, FollowUpStage.Declined), Action(town, 2, -3, FollowUpStage.AwaitingRuling), Action(town, 3, -40, FollowUpStage.Accepted, 4), Action(town, 4, -39, FollowUpStage.Accepted, 3));
            db.Proposals.AddRange(
                Proposal(town, 1, ProposalStage.Consultation, -20, -2), Proposal(town, 2, ProposalStage.AwaitingAgenda, -31), Proposal(town, 3, ProposalStage.AwaitingAgenda, -29),
                Proposal(town, 4, ProposalStage.Closed, -90, -80), Proposal(town, 5, ProposalStage.Acting, -90),
                Proposal(town, 6, ProposalStage.OnAgenda, -9, 0));
            return Task.CompletedTask;
        });

        var figures = await See(app, town);

        Assert.Equal(
            [(StuckReason.Declined, 1), (StuckReason.Undecided, 1), (StuckReason.Chased, 1), (StuckReason.StageOver, 1), (StuckReason.Waiting, 1)], figures.Stuck.Select(s => (s.Reason, s.Count)));
        Assert.Equal(["Action 1", "Action 3", "Proposal 2", "Action 2", "Proposal 1"], figures.StuckLongest.Select(t => t.Title));
    }

    [Fact]
    public async Task What_falls_due_in_two_weeks_stands_in_order()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        Meeting Meeting(int number, int days) => new()
        {
            Id = Id(), CouncilId = town.CouncilId, Number = number, Title = $"Meeting {number}", Place = "Hall", StartsAt = Now.AddDays(days), ConvenedByPersonId = town.Convenor,
        };
        await app.Db(db =>
        {
            db.FollowUps.AddRange(Action(town, 1, 6, FollowUpStage.Accepted), Action(town, 2, 15, FollowUpStage.Accepted), Action(town, 3, 2, FollowUpStage.Kept, keptInDays: -1));
            db.Meetings.AddRange(Meeting(1, 3), Meeting(2, -3));
            return Task.CompletedTask;
        });

        Assert.Equal([(DeadlineKind.Meeting, "Meeting 1"), (DeadlineKind.Action, "Action 1")], (await See(app, town)).Deadlines.Select(d => (d.Kind, d.Title)));
    }

    [Fact]
    public async Task A_street_of_1569_councils_fits_on_one_page()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await app.Db(async db =>
        {
            var first = await db.Councils.AsNoTracking().SingleAsync(c => c.Id == town.CouncilId);
            for (var i = 0; i < 1568; i++)
            {
                var id = Id();
                db.Councils.Add(new Council
                {
                    Id = id, StreetId = town.StreetId, Name = new LocalText($"Council {i}", $"议事会{i}"), TimeZone = first.TimeZone, NoticeDays = 7, DefaultRulePack = first.DefaultRulePack, EarlyDecision = true,
                });
                db.FollowUps.Add(Action(town, 1, -(i % 40) - 1, i % 3 == 0 ? FollowUpStage.Accepted : FollowUpStage.Kept, i % 5, i % 3 == 0 ? null : -50, id));
            }
        });

        var figures = await See(app, town);
        using var visitor = await Visitor.SignedIn(app, town.Convenor);
        var page = await visitor.Get($"/streets/{town.StreetId}");

        // Every third of 1,568, from the first.
        Assert.Equal((1568, 523), (figures.Rates.Due, figures.Rates.Overdue));
        Assert.Equal(523, figures.OverdueByLevel.Sum());
        Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
        Assert.True(page.Text.Length < 100_000, $"{page.Text.Length} characters");
    }

    [Fact]
    public async Task It_is_for_offices_of_the_street_and_for_the_three_times()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.IsType<NotFound>((await app.Send(town.Secretary, new StreetFiguresQuery(town.StreetId))).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Outsider, new StreetFiguresQuery(town.StreetId))).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, new StreetFiguresQuery(town.StreetId))).Refusal);
        Assert.IsType<InvalidRequest>((await app.Send(town.Convenor, new StreetFiguresQuery(town.StreetId, 31))).Refusal);
    }
}
