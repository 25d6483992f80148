using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps.FollowUpPage;

internal sealed class FollowUpPageHandler(GovernanceDbContext db, CurrentMember member, TimeProvider clock)
    : IRequestHandler<FollowUpPageQuery, Outcome<FollowUpView>>
{
    public async Task<Outcome<FollowUpView>> Handle(FollowUpPageQuery request, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var action = await db.FollowUps.AsNoTracking().SingleAsync(f => f.Id == request.FollowUpId, ct);
        var council = await db.Councils.AsNoTracking().SingleAsync(c => c.Id == action.CouncilId, ct);
        var resolution = await db.Resolutions.Where(r => r.Id == action.ResolutionId)
            .Join(db.Proposals, r => r.ProposalId, p => p.Id, (r, p) => new FollowUpResolution(r.Id, r.Number, r.Title, r.Text, p.Id, p.Number, p.Title))
            .SingleAsync(ct);
        var evidence = await db.Evidence.AsNoTracking().Where(e => e.FollowUpId == action.Id).OrderBy(e => e.At).ToListAsync(ct);
        var photographs = await db.EvidencePhotographs.Where(p => p.FollowUpId == action.Id).OrderBy(p => p.Position)
            .Select(p => new { p.EvidenceId, Row = new PhotographRow(p.Id, p.Position, p.Alt, p.Width, p.Height, p.Sha256) }).ToListAsync(ct);
        var words = await db.Confirmations.AsNoTracking().Where(c => c.FollowUpId == action.Id && c.Round == action.Reopened).ToListAsync(ct);
        var chases = await db.Chases.Where(c => c.FollowUpId == action.Id).OrderBy(c => c.At)
            .Select(c => new ChaseRow(c.Level, c.DaysLate, c.Audience, c.At)).ToListAsync(ct);
        var changes = await db.FollowUpChanges.AsNoTracking().Where(c => c.FollowUpId == action.Id).OrderBy(c => c.At).ToListAsync(ct);
        var asked = await ThoseWhoAsked.For(db, action, ct);
        var names = await Names(
            [
                action.OwnerPersonId, .. evidence.Select(e => e.ByPersonId), .. asked, .. words.Select(w => w.RecordedByPersonId),
                .. changes.Select(c => c.OwnerPersonId), .. changes.Select(c => c.ByPersonId).OfType<Guid>(),
            ],
            ct);

        return new FollowUpView(
            action.Id, council.Id, council.Name, council.TimeZone, action.Number, action.Title, action.Stage, action.DueAt,
            action.IsOverdue(clock.GetUtcNow()), action.StageUntil, action.ChaseLevel, action.Reopened, action.KeptAt, action.DeclineReason,
            action.FoundKept, new(action.OwnerPersonId, names[action.OwnerPersonId]), resolution,
            [.. evidence.Select(e => new EvidenceRow(
                e.Id, e.Text, e.Uri, e.Sha256, e.Round, names[e.ByPersonId], e.At, [.. photographs.Where(p => p.EvidenceId == e.Id).Select(p => p.Row)]))],
            [.. asked.Select(a => AskedRowOf(a, names, words.Find(w => w.ByPersonId == a))).OrderBy(a => a.PersonId)],
            chases,
            [.. changes.Select(c => new ChangeRow(
                c.Kind, c.At, c.ByPersonId is { } by ? names[by] : null, c.Note, names[c.OwnerPersonId], c.DueAt))],
            Choices(action, asked, words));
    }

    private static AskedRow AskedRowOf(Guid person, Dictionary<Guid, LocalText> names, Confirmation? word) => new(
        person, names[person], word?.Kept, word?.Note, word?.At, word is not null && word.RecordedByPersonId != person ? names[word.RecordedByPersonId] : null);

    private FollowUpChoices Choices(FollowUpAction action, IReadOnlyCollection<Guid> asked, List<Confirmation> words)
    {
        var me = member.PersonId;
        var owner = me == action.OwnerPersonId;
        var hands = member.Holds(Office.CouncilSecretary, Office.PartyCommitteeMember);
        var goesAndAsks = member.Holds(Office.CouncilSecretary, Office.VisitingWorker);
        var changeable = action.Stage is FollowUpStage.Assigned or FollowUpStage.Declined or FollowUpStage.Accepted;
        var confirmable = action is { Stage: FollowUpStage.Evidenced, FoundKept: null };
        List<Guid> open = confirmable ? [.. asked.Where(a => words.TrueForAll(w => w.ByPersonId != a))] : [];
        return new(
            Answer: owner && action.Stage == FollowUpStage.Assigned,
            HandIn: (owner || goesAndAsks) && action.FoundKept is null
                && action.Stage is FollowUpStage.Assigned or FollowUpStage.Accepted or FollowUpStage.Evidenced or FollowUpStage.AwaitingRuling,
            Confirm: open.Exists(a => a == me),
            ConfirmFor: goesAndAsks ? [.. open.Where(a => a != me)] : [],
            Rule: action is { Stage: FollowUpStage.AwaitingRuling, FoundKept: null } && !owner
                && member.Holds(Office.CouncilSecretary, Office.PartyCommitteeMember, Office.StreetConvenor),
            Reassign: hands && changeable,
            Extend: hands && changeable,
            Cancel: hands && changeable);
    }

    private async Task<Dictionary<Guid, LocalText>> Names(List<Guid> people, CancellationToken ct)
    {
        var ids = people.Distinct().ToList();
        var found = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(ct);
        return found.ToDictionary(p => p.Id, p => p.Name);
    }
}
