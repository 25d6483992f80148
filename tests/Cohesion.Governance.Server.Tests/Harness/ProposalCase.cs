using System.Text.Json;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Proposals.RaiseProposal;
using Cohesion.Governance.Server.Process.Activities;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cohesion.Governance.Server.Tests.Harness;

/// <summary>A town in which the property manager has raised one proposal: the freight elevator and the check-in machine, 1,860,000 yuan.</summary>
internal sealed class ProposalCase(GovernanceApp app, Town town, Guid proposalId) : IAsyncDisposable
{
    public GovernanceApp App { get; } = app;

    public Town Town { get; } = town;

    public Guid ProposalId { get; } = proposalId;

    public DateTimeOffset Now => App.Clock.GetUtcNow();

    public static RaiseProposalCommand Draft(Guid councilId) => new(
        councilId, "Freight elevator", "The lifts are full at nine.",
        [new ItemDraft("Freight elevator", "A freight elevator of 2 t is added on the north side."), new ItemDraft("Check-in", "A check-in machine stands in the lobby.")],
        CostCents: 186_000_000, CostShares: [new ShareDraft("property", 6000, "alone"), new ShareDraft("tenants", 4000, "area")]);

    public static async Task<ProposalCase> Raise(params Guid[] needs)
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        return await Raise(app, town, needs);
    }

    public static async Task<ProposalCase> Raise(GovernanceApp app, Town town, params Guid[] needs) =>
        new(app, town, (await app.Send(town.Property, Draft(town.CouncilId) with { NeedIds = needs })).Value);

    /// <summary>Raises one and puts it at a stage, as if its course had brought it there.</summary>
    public static async Task<ProposalCase> At(ProposalStage stage, DateTimeOffset? until = null)
    {
        var proposal = await Raise();
        await proposal.Put(stage, until);
        return proposal;
    }

    public Task Put(ProposalStage stage, DateTimeOffset? until = null) =>
        App.Db(async db => (await db.Proposals.SingleAsync(p => p.Id == ProposalId)).Enter(stage, App.Clock.GetUtcNow(), until));

    public Task<Proposal> Read() => App.Db(db => db.Proposals.AsNoTracking().SingleAsync(p => p.Id == ProposalId));

    public Task<Outcome<T>> Send<T>(Guid? person, IRequest<Outcome<T>> request) => App.Send(person, request);

    /// <summary>How often processes were told of something.</summary>
    public Task<int> Signals(string name) => App.Db(db => db.ProcessWorks.CountAsync(w => w.Content.Contains(name)));

    /// <summary>The kinds of notices a person has, in the order they were written: ids of one frozen millisecond have no order.</summary>
    public Task<List<string>> Notices(Guid person) =>
        App.Db(db => db.Database.SqlQuery<string>($"SELECT Kind AS Value FROM Notifications WHERE PersonId = {person} ORDER BY rowid").ToListAsync());

    /// <summary>A vote on the current text that ended so.</summary>
    public async Task<Guid> Voted(string? outcome, string? confirmWindow = null, string rule = "{}")
    {
        var proposal = await Read();
        var vote = new Vote
        {
            Id = Guid.CreateVersion7(Now), CouncilId = Town.CouncilId, ProposalId = ProposalId, TextVersion = proposal.TextVersion, Question = proposal.Title,
            Session = 1, RulePack = proposal.RulePack, RulePackJson = rule, Window = "P7D", Stage = VoteStage.Closed, OpensAt = Now.AddDays(-7),
            ClosesAt = Now, ClosedAt = Now, Outcome = outcome, ConfirmWindow = confirmWindow,
        };
        await App.Db(async db =>
        {
            db.Votes.Add(vote);
            await Task.CompletedTask;
        });
        return vote.Id;
    }

    /// <summary>A vote of the three tenants, adopted by all of them under a rule whose confirm window is ten days.</summary>
    public async Task AdoptedByThreeTenants(string rule)
    {
        var vote = await Voted("Adopted", "P10D", rule);
        await App.Db(async db =>
        {
            foreach (var (person, seat) in new[] { (Town.TenantA, Town.SeatA), (Town.TenantB, Town.SeatB), (Town.TenantC, Town.SeatC) })
            {
                db.RollEntries.Add(new RollEntry
                {
                    VoteId = vote, SeatId = seat, PartyId = seat, BlocCode = "tenants", Label = "seat", PartyName = LocalText.Same("firm"),
                    Measures = MeasureValues.Of(("heads", 1)),
                });
                db.Ballots.Add(new Ballot
                {
                    VoteId = vote, SeatId = seat, Choice = BallotChoice.Yes, Channel = BallotChannel.Online, CastByPersonId = person, CastAt = Now, TakenAt = Now,
                    Receipt = seat.ToString("N")[^20..],
                });
            }

            await Task.CompletedTask;
        });
    }

    /// <summary>A posting of an adopting vote, open for seven days.</summary>
    public async Task<Guid> Posted()
    {
        var vote = await Voted("Adopted");
        var posting = new Posting { Id = Guid.CreateVersion7(Now), ProposalId = ProposalId, VoteId = vote, From = Now, Until = Now.AddDays(7) };
        await App.Db(async db =>
        {
            db.Postings.Add(posting);
            await Task.CompletedTask;
        });
        await Put(ProposalStage.Posting, Now.AddDays(7));
        return posting.Id;
    }

    /// <summary>Runs one step of an activity as the engine would: in the name of the server.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="inputs">Its inputs beside the proposal.</param>
    /// <param name="resumption">What woke it; null: it is reached.</param>
    public async Task<ActivityStep> Perform(GovernanceActivity activity, IReadOnlyDictionary<string, object?>? inputs = null, ActivityResumption? resumption = null)
    {
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().ActAsProcess();
        var values = new Dictionary<string, object?>(inputs ?? new Dictionary<string, object?>(), StringComparer.Ordinal) { ["proposalId"] = ProposalId.ToString("D") };
        var context = new ActivityContext(scope.ServiceProvider.GetRequiredService<IMediator>(), $"proposal:{ProposalId:D}", "step-1", Now, values);
        return resumption is null ? await activity.Begin(context, default) : await activity.Resume(context, resumption, default);
    }

    /// <summary>An event with its payload.</summary>
    public static ActivityResumption Event(string name, object? payload = null) => new(name, JsonSerializer.SerializeToElement(payload ?? new { }));

    /// <summary>The time an activity waited until has come.</summary>
    public static ActivityResumption TimeIsUp => new(null, default);

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
