using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Server.Features.Meetings;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Maps;
using Cohesion.Governance.Workflows.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Proposals.PlanProposal;

internal sealed class PlanProposalHandler(
    GovernanceDbContext db, IDefinitionSource definitions, IRulePackCatalogue packs, NoticeRules notices, TimeProvider clock)
    : IRequestHandler<PlanProposalQuery, Outcome<ProposalPlanView>>
{
    private const string Process = "proposal";

    // What each activity of a proposal's workflow is to a plan; all others take no time that could be known beforehand.
    private static readonly Dictionary<string, PlanStage> StageOf = new(StringComparer.Ordinal)
    {
        ["Governance.AwaitRevision"] = PlanStage.Revision,
        ["Governance.AwaitScreening"] = PlanStage.Screening,
        ["Governance.OpenConsultation"] = PlanStage.Consultation,
        ["Governance.AwaitAgenda"] = PlanStage.Notice,
        ["Governance.AwaitDeliberation"] = PlanStage.Meeting,
        ["Governance.ConductVote"] = PlanStage.Vote,
        ["Governance.OpenPosting"] = PlanStage.Posting,
        ["Governance.RecordResolutions"] = PlanStage.Resolution,
        ["Elsa.Delay"] = PlanStage.Pause,
    };

    public async Task<Outcome<ProposalPlanView>> Handle(PlanProposalQuery request, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.AsNoTracking().SingleAsync(p => p.Id == request.ProposalId, cancellationToken);
        if (StandsAt(proposal.Stage) is not { } stands)
        {
            return new PlanUnderWay(proposal.Stage);
        }

        var council = await db.LoadCouncil(proposal.CouncilId, cancellationToken);
        var zone = MeetingTime.ZoneOf(council);
        DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

        var (definition, here, values) = await RunningOf(proposal, cancellationToken);
        var start = definition.Find(here ?? string.Empty) ?? definition.Activities.FirstOrDefault(a => a.Descriptor.Type == stands) ?? definition.Start;
        var steps = MainCourse.Of(definition, start.Id, values)
            .TakeWhile(step => step.Type != "Governance.AwaitFollowUps")
            .Where(step => StageOf.ContainsKey(step.Type))
            .Select(step => new PlanStep(StageOf[step.Type], step.Takes is { } takes ? IsoPeriod.TryParse(takes.ToString()) : null))
            .ToList();
        if (steps.Count > 0 && proposal.StageUntil is { } until)
        {
            steps[0] = steps[0].Stage switch
            {
                PlanStage.Consultation => steps[0] with { EndsOn = DayOf(until) },
                PlanStage.Revision => steps[0] with { LapsesOn = DayOf(until) },
                _ => steps[0],
            };
        }

        var today = DayOf(clock.GetUtcNow());
        var pack = packs.Find(proposal.RulePack);
        var plan = ProposalPlan.Lay(today, steps, LawOf(notices.For(council, [proposal]), pack), request.Moves());
        return new ProposalPlanView(
            council.Id, council.Name, proposal.Number, proposal.Title, proposal.Stage, today,
            pack is null ? null : new PlanRuleLine(packs.Title(pack.Id), pack.Source, pack.Evidence),
            [.. plan.Stages.Select(s => new PlannedStageView(s.Stage, s.From, s.Until, s.Earliest, s.Movable, s.Why, s.Refused?.Wanted, s.Refused?.Message))]);
    }

    // A process keeps the definition and periods it began with; before it has begun, those it would begin with.
    private async Task<(WorkflowDefinition Definition, string? Here, IReadOnlyDictionary<string, string> Values)> RunningOf(Proposal proposal, CancellationToken ct)
    {
        var state = await db.ProcessInstances.Where(i => i.Id == ProcessOutbox.InstanceOf(Process, proposal.Id)).Select(i => i.State).SingleOrDefaultAsync(ct);
        if (state is not null)
        {
            var process = ProcessView.Of(StateJson.Read(state));
            if (await definitions.ByHashAsync(process.DefinitionHash, ct) is { } pinned)
            {
                return (pinned, process.Here.FirstOrDefault()?.ActivityId, process.Variables.Names
                    .Select(name => (name, Text: process.Variables[name].AsText())).Where(v => v.Text is not null)
                    .ToDictionary(v => v.name, v => v.Text!, StringComparer.Ordinal));
            }
        }

        var own = await db.WorkflowOverrides.AsNoTracking().Where(o => o.CouncilId == proposal.CouncilId && o.DefinitionId == Process)
            .ToDictionaryAsync(o => o.Variable, o => o.Value, StringComparer.Ordinal, ct);
        return (definitions.Current(Process) ?? throw new InvalidOperationException($"There is no workflow {Process}."), null, own);
    }

    private static PlanLaw LawOf(NoticePeriod notice, RulePack? pack) => pack is null
        ? new PlanLaw(notice, LocalText.Same(string.Empty), LocalText.Same(string.Empty))
        : new PlanLaw(
            notice, new LocalText(pack.Title.English, pack.Title.Chinese ?? pack.Title.English), pack.Source, pack.Silence.After,
            pack.Rounds[0].Confirm?.Window, pack.Challenge);

    // Until the notice has gone out; null from then on.
    private static string? StandsAt(ProposalStage stage) => stage switch
    {
        ProposalStage.Raised => "Governance.AwaitScreening",
        ProposalStage.Returned or ProposalStage.Rework => "Governance.AwaitRevision",
        ProposalStage.Consultation => "Governance.OpenConsultation",
        ProposalStage.AwaitingAgenda => "Governance.AwaitAgenda",
        _ => null,
    };
}
