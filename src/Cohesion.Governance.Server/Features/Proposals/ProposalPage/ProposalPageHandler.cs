using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Proposals.ProposalPage;

internal sealed class ProposalPageHandler(GovernanceDbContext db, CurrentMember member, IRulePackCatalogue packs)
    : IRequestHandler<ProposalPageQuery, Outcome<ProposalPageAnswer>>
{
    /// <summary>Most comments the page carries.</summary>
    public const int MostComments = 200;

    public async Task<Outcome<ProposalPageAnswer>> Handle(ProposalPageQuery request, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var id = request.ProposalId;
        var proposal = await db.Proposals.AsNoTracking().SingleAsync(p => p.Id == id, ct);
        var council = await db.Councils.AsNoTracking().SingleAsync(c => c.Id == proposal.CouncilId, ct);
        var blocs = await db.Blocs.AsNoTracking().Where(b => b.CouncilId == council.Id).OrderBy(b => b.Position).ToListAsync(ct);
        var needs = await db.Needs.AsNoTracking().Where(n => n.ProposalId == id).OrderBy(n => n.Number).ToListAsync(ct);
        var texts = await db.ProposalTexts.AsNoTracking().Where(t => t.ProposalId == id).OrderByDescending(t => t.Number).ToListAsync(ct);
        var comments = await db.ProposalComments.AsNoTracking().Where(c => c.ProposalId == id).OrderByDescending(c => c.At).Take(MostComments).ToListAsync(ct);
        var positions = await db.BlocPositions.AsNoTracking().Where(p => p.ProposalId == id && p.TextVersion == proposal.TextVersion).ToListAsync(ct);
        var documents = await db.ProposalAttachments.AsNoTracking().Where(a => a.ProposalId == id).OrderBy(a => a.At).ToListAsync(ct);
        var objections = await db.Objections.AsNoTracking().Where(o => o.ProposalId == id).OrderBy(o => o.At).ToListAsync(ct);
        var actions = await db.FollowUps.AsNoTracking().Where(f => f.ProposalId == id).OrderBy(f => f.Number).ToListAsync(ct);
        var appraisals = await db.Appraisals.AsNoTracking().Where(a => a.ProposalId == id).OrderBy(a => a.At).ToListAsync(ct);
        var names = await PeopleNames.Of(
            db,
            [
                proposal.RaisedByPersonId, .. needs.Select(n => n.AskedByPersonId), .. texts.Select(t => t.ByPersonId), .. comments.Select(c => c.ByPersonId),
                .. positions.Select(p => p.ByPersonId), .. documents.Select(d => d.ByPersonId), .. objections.Select(o => o.ByPersonId),
                .. actions.Select(f => f.OwnerPersonId), .. appraisals.Select(a => a.PersonId),
            ],
            ct);
        return new ProposalPageAnswer(
            id, council.Id, council.Name, proposal.Number, proposal.Title, proposal.Stage, ProposalStageNames.Of(proposal.Stage), proposal.StageSince,
            proposal.StageUntil, proposal.Result, proposal.Reason, proposal.MergedIntoId, names[proposal.RaisedByPersonId], proposal.RaisedAt,
            new RuleLine(proposal.RulePack, packs.Exists(proposal.RulePack) ? packs.Title(proposal.RulePack) : LocalText.Same(proposal.RulePack)),
            proposal.TextVersion, await Versions(texts, blocs, names, ct),
            [.. needs.Select(n => new NeedView(n.Id, n.Number, n.Text, names[n.AskedByPersonId], n.Stage))],
            [.. comments.Select(c => new CommentView(c.Id, c.TextVersion, names[c.ByPersonId], c.At, c.Text))],
            comments.Count < MostComments ? comments.Count : await db.ProposalComments.CountAsync(c => c.ProposalId == id, ct),
            [.. blocs.Select(b => positions.Find(p => p.BlocCode == b.Code) is { } said
                ? new PositionView(b.Code, b.Name, said.Position, said.Note, names[said.ByPersonId], said.At)
                : new PositionView(b.Code, b.Name, null, null, null, null))],
            [.. documents.Select(d => new DocumentView(d.Id, d.Name, d.Uri, d.Sha256, names[d.ByPersonId], d.At))],
            await Agenda(id, ct), await Votes(id, ct), await Postings(id, objections, names, ct), await Resolutions(id, ct),
            [.. actions.Select(f => new FollowUpView(
                f.Id, f.ResolutionId, f.Number, f.Title, names[f.OwnerPersonId], f.DueAt, f.Stage, f.ChaseLevel, f.KeptAt))],
            [.. appraisals.Select(a => new AppraisalView(names[a.PersonId], a.Rating, a.Comment, a.At))],
            await You(proposal, needs.ConvertAll(n => n.AskedByPersonId), blocs, ct));
    }

    private async Task<List<VersionView>> Versions(List<ProposalText> texts, List<Bloc> blocs, IReadOnlyDictionary<Guid, LocalText> names, CancellationToken ct)
    {
        var id = texts[0].ProposalId;
        var items = await db.ProposalItems.AsNoTracking().Where(i => i.ProposalId == id).OrderBy(i => i.Position).ToListAsync(ct);
        var shares = await db.CostShares.AsNoTracking().Where(s => s.ProposalId == id).ToListAsync(ct);
        return [.. texts.Select(t => new VersionView(
            t.Number, t.Title, t.Text, names[t.ByPersonId], t.At, t.ChangeNote, t.CostCents, t.Currency,
            [.. items.Where(i => i.TextVersion == t.Number).Select(i => new ItemView(i.Id, i.Position, i.Title, i.Text))],
            [.. blocs.SelectMany(b => shares.Where(s => s.TextVersion == t.Number && s.BlocCode == b.Code)
                .Select(s => new ShareView(b.Code, b.Name, s.BasisPoints, s.Basis)))]))];
    }

    private Task<List<AgendaView>> Agenda(Guid id, CancellationToken ct) => db.AgendaItems
        .Where(i => i.ProposalId == id)
        .Join(db.Meetings, i => i.MeetingId, m => m.Id, (i, m) => new { Item = i, Meeting = m })
        .OrderByDescending(x => x.Meeting.StartsAt)
        .Select(x => new AgendaView(
            x.Meeting.Id, x.Meeting.Number, x.Meeting.Title, x.Meeting.StartsAt, x.Item.Decision, x.Item.DecisionNote))
        .ToListAsync(ct);

    private Task<List<VoteView>> Votes(Guid id, CancellationToken ct) => db.Votes
        .Where(v => v.ProposalId == id)
        .OrderByDescending(v => v.TextVersion).ThenByDescending(v => v.Session)
        .Select(v => new VoteView(v.Id, v.TextVersion, v.Session, v.Stage, v.OpensAt, v.ClosesAt, v.ClosedAt, v.Outcome))
        .ToListAsync(ct);

    private async Task<List<PostingView>> Postings(
        Guid id, List<Objection> objections, IReadOnlyDictionary<Guid, LocalText> names, CancellationToken ct)
    {
        var postings = await db.Postings.AsNoTracking().Where(p => p.ProposalId == id).OrderByDescending(p => p.From).ToListAsync(ct);
        var seats = objections.Where(o => o.SeatId is not null).Select(o => o.SeatId!.Value).Distinct().ToList();
        var labels = await db.SeatEntries.Where(s => seats.Contains(s.SeatId) && s.ToVersion == null)
            .ToDictionaryAsync(s => s.SeatId, s => s.Label, ct);
        return [.. postings.Select(p => new PostingView(
            p.Id, p.VoteId, p.From, p.Until, p.ClosedAt,
            [.. objections.Where(o => o.PostingId == p.Id).Select(o => new ObjectionView(
                o.Id, names[o.ByPersonId], o.SeatId, o.SeatId is { } seat ? labels.GetValueOrDefault(seat) : null, o.Text, o.At, o.Stage, o.Finding, o.SettledAt,
                o.ByPersonId == member.PersonId))]))];
    }

    private Task<List<ResolutionView>> Resolutions(Guid id, CancellationToken ct) => db.Resolutions
        .Where(r => r.ProposalId == id)
        .OrderBy(r => r.Number)
        .Select(r => new ResolutionView(r.Id, r.Number, r.Title, r.Text, r.AdoptedAt, r.KeptAt, r.NoActionNeeded))
        .ToListAsync(ct);

    private async Task<ReaderView> You(Proposal proposal, List<Guid> askers, List<Bloc> blocs, CancellationToken ct)
    {
        var seats = member.Holdings.Where(h => h.SeatId is not null).Select(h => h.SeatId!.Value).Distinct().ToList();
        var mine = await db.SeatEntries.Where(s => seats.Contains(s.SeatId) && s.ToVersion == null).Select(s => s.BlocId).ToListAsync(ct);
        var isAuthor = proposal.RaisedByPersonId == member.PersonId;
        return new ReaderView(
            isAuthor, member.Holds(Office.CouncilSecretary), isAuthor || askers.Exists(a => a == member.PersonId),
            [.. blocs.Where(b => mine.Contains(b.Id)).Select(b => b.Code)], seats);
    }
}
