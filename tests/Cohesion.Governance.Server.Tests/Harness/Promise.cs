using System.Text.Json;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.FollowUps.AcceptFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.AskForConfirmation;
using Cohesion.Governance.Server.Features.FollowUps.AssignFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.DeclineFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.EndConfirmation;
using Cohesion.Governance.Server.Features.FollowUps.SubmitEvidence;
using Cohesion.Governance.Server.Features.Resolutions.OpenFollowUps;
using Cohesion.Governance.Server.Features.Resolutions.RecordResolutions;
using Cohesion.Governance.Workflows.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Harness;

/// <summary>The town with an adopted proposal of the property manager: a freight elevator and a check-in machine, which a need of tenant A and one
/// of tenant B asked for.</summary>
internal sealed record Promise(GovernanceApp App, Town Town, Guid ProposalId) : IAsyncDisposable
{
    /// <summary>Its resolutions in the order of its items, once recorded.</summary>
    public IReadOnlyList<Guid> Resolutions { get; private set; } = [];

    public DateTimeOffset Now => App.Clock.GetUtcNow();

    /// <summary>Adopted, but nothing recorded yet.</summary>
    public static async Task<Promise> Adopted(GovernanceApp? app = null)
    {
        app ??= new GovernanceApp();
        var town = await Town.Found(app);
        var now = GovernanceApp.Begin;
        Guid Id() => Guid.CreateVersion7(now);
        var proposal = Id();
        await app.Db(db =>
        {
            db.Proposals.Add(new Proposal
            {
                Id = proposal, CouncilId = town.CouncilId, Number = 1, Title = "A freight elevator", RaisedByPersonId = town.Property,
                RaisedAt = now.AddDays(-20), Stage = ProposalStage.Posting, StageSince = now.AddDays(-7), TextVersion = 2,
                RulePack = "council.each-bloc-consent",
            });
            db.ProposalItems.AddRange(
                new ProposalItem { Id = Id(), ProposalId = proposal, TextVersion = 1, Position = 1, Title = "An older item", Text = "Not adopted." },
                new ProposalItem { Id = Id(), ProposalId = proposal, TextVersion = 2, Position = 1, Title = "Freight elevator", Text = "One is built." },
                new ProposalItem { Id = Id(), ProposalId = proposal, TextVersion = 2, Position = 2, Title = "Check-in machine", Text = "One is set up." });
            db.Votes.Add(new Vote
            {
                Id = Id(), CouncilId = town.CouncilId, ProposalId = proposal, TextVersion = 2, Question = "Build it?", Session = 1,
                RulePack = "council.each-bloc-consent", RulePackJson = "{}", Window = "P7D", Stage = VoteStage.Closed, ClosedAt = now.AddDays(-7),
                Outcome = "Adopted",
            });
            db.Needs.AddRange(
                new Need
                {
                    Id = Id(), CouncilId = town.CouncilId, Number = 1, Text = "The lifts are full", AskedByPersonId = town.TenantA,
                    AskedAt = now.AddDays(-30), Stage = NeedStage.Taken, ProposalId = proposal,
                },
                new Need
                {
                    Id = Id(), CouncilId = town.CouncilId, Number = 2, Text = "Nowhere to check in", AskedByPersonId = town.TenantB,
                    AskedAt = now.AddDays(-29), Stage = NeedStage.Taken, ProposalId = proposal,
                });
            return Task.CompletedTask;
        });
        return new Promise(app, town, proposal);
    }

    /// <summary>Recorded, and waiting for its actions.</summary>
    public static async Task<Promise> Resolved(GovernanceApp? app = null)
    {
        var promise = await Adopted(app);
        promise.Resolutions = (await promise.App.SendAsProcess(new RecordResolutionsCommand(promise.ProposalId))).Value;
        Assert.False((await promise.App.SendAsProcess(new OpenFollowUpsCommand(promise.ProposalId))).Value);
        return promise;
    }

    /// <summary>Assigns an action, to the property manager unless said otherwise, due in ten days.</summary>
    public async Task<Guid> Assign(Guid? owner = null, int days = 10, string title = "Order the elevator", int resolution = 0) =>
        (await App.Send(Town.Secretary, new AssignFollowUpCommand(Resolutions[resolution], owner ?? Town.Property, title, Now.AddDays(days)))).Value;

    public async Task<Guid> Accepted(int days = 10, int resolution = 0)
    {
        var id = await Assign(days: days, resolution: resolution);
        Assert.Null((await App.Send(Town.Property, new AcceptFollowUpCommand(id))).Refusal);
        return id;
    }

    public async Task<Guid> Declined()
    {
        var id = await Assign();
        Assert.Null((await App.Send(Town.Property, new DeclineFollowUpCommand(id, "Not our lift"))).Refusal);
        return id;
    }

    /// <summary>Accepted, with evidence before those who asked.</summary>
    public async Task<Guid> Evidenced(int days = 10, int resolution = 0)
    {
        var id = await Accepted(days, resolution);
        Assert.Null((await App.Send(Town.Property, new SubmitEvidenceCommand(id, "It runs"))).Refusal);
        Assert.Equal(2, (await App.SendAsProcess(new AskForConfirmationCommand(id, TimeSpan.FromDays(7)))).Value);
        return id;
    }

    /// <summary>Evidence that nobody confirmed in time.</summary>
    public async Task<Guid> LeftToRuling(int resolution = 0)
    {
        var id = await Evidenced(resolution: resolution);
        Assert.Null((await App.SendAsProcess(new EndConfirmationCommand(id))).Refusal);
        return id;
    }

    public Task<FollowUpAction> Action(Guid id) => App.Db(db => db.FollowUps.AsNoTracking().SingleAsync(f => f.Id == id));

    /// <summary>Kinds of notices left for a person, in order, without those about the resolutions.</summary>
    public Task<List<string>> Told(Guid person) => App.Db(db => db.Notifications
        .Where(n => n.PersonId == person && n.Kind.StartsWith("followup")).OrderBy(n => n.CreatedAt).Select(n => n.Kind).ToListAsync());

    /// <summary>Events left for a process, in order.</summary>
    public async Task<List<string>> Signalled(Guid subject)
    {
        var works = await App.Db(db => db.ProcessWorks.OrderBy(w => w.Sequence).Select(w => w.Content).ToListAsync());
        return [.. works.Select(w => JsonSerializer.Deserialize<ProcessWork>(w)!.Signal).OfType<ProcessSignal>()
            .Where(s => s.Key == subject.ToString("D")).Select(s => s.Name)];
    }

    /// <summary>Nobody but the server sends it: an officer of the council is told so, an outsider not even that.</summary>
    public async Task IsNotForPeople<T>(IRequest<Outcome<T>> request)
    {
        Assert.IsType<ProcessNeeded>((await App.Send(Town.Secretary, request)).Refusal);
        Assert.IsType<NotFound>((await App.Send(Town.Outsider, request)).Refusal);
        Assert.IsType<SignInNeeded>((await App.Send(null, request)).Refusal);
    }

    /// <summary>Those of another office are told whose it is; an outsider learns nothing.</summary>
    public async Task IsNotFor<T>(IRequest<Outcome<T>> request, params Guid[] people)
    {
        foreach (var person in people)
        {
            Assert.IsType<OfficeNeeded>((await App.Send(person, request)).Refusal);
        }

        await IsNotForOutsiders(request);
    }

    public async Task IsNotForOutsiders<T>(IRequest<Outcome<T>> request)
    {
        Assert.IsType<NotFound>((await App.Send(Town.Outsider, request)).Refusal);
        Assert.IsType<SignInNeeded>((await App.Send(null, request)).Refusal);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
