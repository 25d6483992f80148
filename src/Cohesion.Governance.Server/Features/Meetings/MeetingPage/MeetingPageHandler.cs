using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Meetings.MeetingPage;

internal sealed class MeetingPageHandler(GovernanceDbContext db, CurrentMember member, MeetingQuorums quorums, Agenda agenda, SpeakersList speakers)
    : IRequestHandler<MeetingPageQuery, Outcome<MeetingView>>
{
    public async Task<Outcome<MeetingView>> Handle(MeetingPageQuery request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        var council = await db.LoadCouncil(meeting.CouncilId, cancellationToken);
        var items = await db.LoadAgenda(meeting.Id, cancellationToken);
        var proposals = await agenda.ProposalsOf(items, cancellationToken);
        Guid[] onAgenda = [.. proposals.Keys];
        var open = await db.Votes.Where(v => onAgenda.Contains(v.ProposalId) && v.Stage == VoteStage.Open).ToDictionaryAsync(v => v.ProposalId, v => v.Id, cancellationToken);
        var minutes = await db.MinutesTexts.AsNoTracking().Where(m => m.MeetingId == meeting.Id)
            .OrderByDescending(m => m.Number).FirstOrDefaultAsync(cancellationToken);
        var corrections = await db.MinutesCorrections.AsNoTracking().Where(c => c.MeetingId == meeting.Id).OrderBy(c => c.At).ToListAsync(cancellationToken);
        var turns = meeting.Stage == MeetingStage.InSession ? await speakers.Of(meeting, cancellationToken) : [];
        Guid[] people = [.. corrections.Select(c => c.ByPersonId).Concat(turns.Select(t => t.PersonId)).Append(meeting.ConvenedByPersonId).Append(meeting.ChairPersonId ?? meeting.ConvenedByPersonId)];
        var names = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        var (blocs, mine, labels) = await SeatsOf(meeting, council, cancellationToken);
        return new MeetingView(
            meeting.Id, council.Id, council.Name, council.TimeZone, meeting.Number, meeting.Title, meeting.Place, meeting.StartsAt, meeting.Call,
            meeting.Stage, names[meeting.ConvenedByPersonId], meeting.ChairPersonId is { } chair ? names[chair] : null,
            meeting.NoticeSentAt, meeting.OpenedAt, meeting.ClosedAt, meeting.CancelReason, meeting.CurrentItemId,
            [.. items.Select(i => new AgendaLine(
                i.Id, i.Position, i.Title, i.ProposalId, i.ProposalId is { } id ? proposals[id].Number : null, i.Decision, i.DecisionNote, i.DecidedAt)
            {
                OpenVoteId = i.ProposalId is { } proposal && open.TryGetValue(proposal, out var vote) ? vote : null,
            })],
            await quorums.Read(meeting, meeting.IsEnded ? meeting.OpenedAt : null, cancellationToken), blocs, mine,
            minutes is null ? null : new MinutesView(minutes.Number, minutes.Text, minutes.At),
            [.. corrections.Select(c => new CorrectionLine(c.Id, names[c.ByPersonId], c.Text, c.At, c.Accepted, c.Answer))],
            meeting.CorrectionsUntil,
            member.Holds(Office.StreetConvenor, Office.CouncilSecretary), member.Holds(Office.CouncilSecretary))
        {
            Speakers = [.. turns.OrderByDescending(t => t.IsSpeaking).Select(t => new SpeakerLine(
                t.SeatId, labels.GetValueOrDefault(t.SeatId, string.Empty), names[t.PersonId], t.AskedAt, t.BeganAt))],
        };
    }

    private async Task<(IReadOnlyList<BlocAttendance> Blocs, IReadOnlyList<MySeat> Mine, IReadOnlyDictionary<Guid, string> Labels)> SeatsOf(Meeting meeting, Council council, CancellationToken ct)
    {
        var present = (await db.Attendances.Where(a => a.MeetingId == meeting.Id && a.Call == meeting.Call && a.LeftAt == null)
            .Select(a => a.SeatId).ToListAsync(ct)).ToHashSet();
        var seats = await db.SeatsInForce(council).Select(s => new { s.SeatId, s.BlocId, s.Label }).ToListAsync(ct);
        var blocs = await db.Blocs.AsNoTracking().Where(b => b.CouncilId == council.Id).OrderBy(b => b.Position).ToListAsync(ct);
        return (
            [.. blocs.Select(b => new BlocAttendance(
                b.Code, b.Name, seats.Count(s => s.BlocId == b.Id && present.Contains(s.SeatId)), seats.Count(s => s.BlocId == b.Id)))],
            [.. seats.Where(s => member.ActsFor(s.SeatId)).OrderBy(s => s.Label, StringComparer.Ordinal)
                .Select(s => new MySeat(s.SeatId, s.Label, present.Contains(s.SeatId)))],
            seats.ToDictionary(s => s.SeatId, s => s.Label));
    }
}
