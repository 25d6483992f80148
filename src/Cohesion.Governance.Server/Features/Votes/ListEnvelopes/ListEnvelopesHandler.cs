using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.ListEnvelopes;

internal sealed class ListEnvelopesHandler(GovernanceDbContext db, EnvelopeCounting envelopes, VoteDecision decisions, CurrentMember member, TimeProvider clock)
    : IRequestHandler<ListEnvelopesQuery, Outcome<EnvelopesView>>
{
    public async Task<Outcome<EnvelopesView>> Handle(ListEnvelopesQuery request, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == request.VoteId, ct);
        if (!vote.Secret || vote.RegisterVersion is null)
        {
            return new NoEnvelopes();
        }

        var council = await db.Councils.AsNoTracking().SingleAsync(c => c.Id == vote.CouncilId, ct);
        var electorate = await decisions.ElectorateOf(vote, ct);
        var marks = await db.SecretMarks.AsNoTracking().Where(m => m.VoteId == vote.Id).ToListAsync(ct);
        var state = await envelopes.Read(vote, electorate, marks, ct);
        var labels = DecisionView.LabelsOf(electorate.Measures, await TallyView.BlocsOf(db, vote.CouncilId, ct));
        LocalText? notNow = vote.MayOpenEnvelopesAt(clock.GetUtcNow()).Refused(out var refusal) ? refusal.Message : state.RefusalToOpen?.Message;
        return new EnvelopesView(
            vote.Id, council.Id, council.Name, council.TimeZone, vote.Question, vote.Stage,
            [.. state.Groups.All.Select(g => View(g, state, labels))],
            await Outer(vote, electorate, state.Groups, ct), state.Unchecked, await Opening(state.Opening, ct), notNow,
            notNow is null && member.Holds(Office.CouncilSecretary, Office.VisitingWorker),
            notNow is null && state.Opening is { } opening && opening.EnteredByPersonId != member.Id);
    }

    private static EnvelopeGroupView View(EnvelopeGroup group, EnvelopeState state, MeasureLabels labels)
    {
        var standing = state.Standing.GetValueOrDefault(group.Letter);
        return new(
            group.Letter, new LocalText(ExplanationText.ClassName(group.Class, labels, chinese: false), ExplanationText.ClassName(group.Class, labels, chinese: true)),
            group.Seats, standing, standing is > 0 and < SecrecyClasses.Fewest);
    }

    private async Task<List<OuterEnvelopeView>> Outer(Vote vote, FrozenElectorate electorate, EnvelopeGroups groups, CancellationToken ct)
    {
        var lines = electorate.Roll.ToDictionary(r => r.SeatId);
        var entries = await db.BallotEntries.AsNoTracking().Where(e => e.VoteId == vote.Id && e.Stage == BallotEntryStage.Entered).ToListAsync(ct);

        // In the order in which they are looked for, by label; times would be that of the door.
        return [.. entries.Select(e => new OuterEnvelopeView(
                e.SeatId, lines[e.SeatId].Label, groups.Of(e.SeatId).Letter, e.Channel, e.TakenAt,
                lines[e.SeatId].ExcludedFor is not null ? new SeatIsExcluded(lines[e.SeatId].ExclusionNote ?? string.Empty).Message
                : e.SetAsideFor is { } reason ? IntakeWords.Of(reason) : null))
            .OrderBy(e => e.Letter.Length).ThenBy(e => e.Letter, StringComparer.Ordinal).ThenBy(e => e.Seat, StringComparer.Ordinal).ThenBy(e => e.TakenAt)];
    }

    private async Task<OpeningView?> Opening(EnvelopeOpening? opening, CancellationToken ct)
    {
        if (opening is null)
        {
            return null;
        }

        var people = await PeopleNames.Of(db, new[] { opening.EnteredByPersonId, opening.CheckedByPersonId }.OfType<Guid>(), ct);
        return new(
            opening.Place, opening.Witness, opening.OpenedAt, opening.Envelopes, people[opening.EnteredByPersonId], opening.EnteredAt,
            opening.CheckedByPersonId is { } second ? people[second] : null, opening.CheckedAt);
    }
}
