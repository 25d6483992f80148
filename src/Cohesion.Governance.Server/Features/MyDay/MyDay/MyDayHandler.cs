using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.MyDay.MyDay;

internal sealed class MyDayHandler(GovernanceDbContext db, CurrentMember member, TimeProvider clock) : IRequestHandler<MyDayQuery, Outcome<MyDayView>>
{
    /// <summary>Longest list of one kind; whoever has more sees the most urgent.</summary>
    private const int Most = 50;

    public async Task<Outcome<MyDayView>> Handle(MyDayQuery request, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var (me, now) = (member.Id, clock.GetUtcNow());
        var held = db.OfficeHoldings.Where(h => h.PersonId == me && h.Since <= now && (h.Until == null || h.Until > now));
        var councils = db.Councils.AsNoTracking().Where(c => held.Any(h => h.CouncilId == c.Id || h.StreetId == c.StreetId)
            || db.Mandates.Any(m => m.CouncilId == c.Id && m.HolderPersonId == me && m.RevokedAt == null && (m.Until == null || m.Until > now)));
        var names = await councils.ToDictionaryAsync(c => c.Id, c => c.Name, ct);
        var mine = await councils.Where(c => held.Any(h => h.CouncilId == c.Id || h.StreetId == c.StreetId)).Select(c => c.Id).ToListAsync(ct);

        var actions = await db.FollowUps.AsNoTracking()
            .Where(f => f.OwnerPersonId == me && (f.Stage == FollowUpStage.Assigned || f.Stage == FollowUpStage.Accepted) && mine.Contains(f.CouncilId))
            .OrderBy(f => f.DueAt).Take(Most).ToListAsync(ct);
        var meetings = await db.Meetings.AsNoTracking()
            .Where(m => mine.Contains(m.CouncilId) && (m.Stage == MeetingStage.Planned || m.Stage == MeetingStage.Noticed
                || m.Stage == MeetingStage.CheckIn || m.Stage == MeetingStage.InSession || m.Stage == MeetingStage.MinutesDrafted))
            .OrderBy(m => m.StartsAt).Take(Most).ToListAsync(ct);
        return new MyDayView(
            await db.Notifications.CountAsync(n => n.PersonId == me && n.ReadAt == null, ct),
            await Votes(held, me, names, mine, now, ct),
            Rows(actions.Where(f => f.Stage == FollowUpStage.Assigned)),
            Rows(actions.Where(f => f.Stage == FollowUpStage.Accepted)),
            Rows(await Confirmations(me, mine, ct)),
            Rows(await Decisions(held, me, ct)),
            Rooms(meetings.Where(m => m.Stage != MeetingStage.MinutesDrafted)),
            Rooms(meetings.Where(m => m.Stage == MeetingStage.MinutesDrafted)),
            await Appraisals(me, names, mine, ct),
            await Entries(held, me, names, mine, ct))
        {
            Envelopes = await Envelopes(held, me, names, now, ct),
            Proposals = await ProposalsOfMine.Of(db, me, held, names, mine, ct),
            Needs = await Needs(held, names, ct),
        };

        List<ActionOfMine> Rows(IEnumerable<FollowUpAction> found) => [.. found.Select(f => new ActionOfMine(
            f.Id, f.CouncilId, names[f.CouncilId], f.Number, f.Title, f.Stage, f.DueAt, f.IsOverdue(now), f.StageUntil))];

        List<MeetingOfMine> Rooms(IEnumerable<Meeting> found) => [.. found.Select(m => new MeetingOfMine(
            m.Id, m.CouncilId, names[m.CouncilId], m.Title, m.Place, m.StartsAt, m.Stage))];
    }

    private async Task<List<VoteToCast>> Votes(
        IQueryable<OfficeHolding> held, Guid me, Dictionary<Guid, LocalText> names, List<Guid> mine, DateTimeOffset now, CancellationToken ct)
    {
        // A mandate may come from a council to which he does not belong otherwise.
        var mandates = db.Mandates.Where(m => m.HolderPersonId == me && m.RevokedAt == null && (m.Until == null || m.Until > now));
        var found = await db.Votes
            .Where(v => (mine.Contains(v.CouncilId) || mandates.Any(m => m.CouncilId == v.CouncilId)) && v.Stage == VoteStage.Open && v.ClosesAt > now)
            .Join(db.RollEntries, v => v.Id, r => r.VoteId, (v, r) => new { Vote = v, Entry = r })
            .Where(x => x.Entry.ExcludedFor == null && (held.Any(h => h.SeatId == x.Entry.SeatId)
                    || mandates.Any(m => m.SeatId == x.Entry.SeatId && (m.Scope == MandateScope.Until || m.VoteId == x.Vote.Id
                        || (m.MeetingId != null && m.MeetingId == x.Vote.MeetingId))))
                && !db.Ballots.Any(b => b.VoteId == x.Vote.Id && b.SeatId == x.Entry.SeatId)
                && !db.SecretMarks.Any(m => m.VoteId == x.Vote.Id && m.SeatId == x.Entry.SeatId))
            .OrderBy(x => x.Vote.ClosesAt)
            .Select(x => new { x.Vote.Id, x.Vote.CouncilId, x.Vote.Question, x.Vote.ClosesAt, x.Entry.Label })
            .Take(Most * 4)
            .ToListAsync(ct);
        return [.. found.GroupBy(x => x.Id).Take(Most).Select(g => new VoteToCast(
            g.Key, g.First().CouncilId, names[g.First().CouncilId], g.First().Question, g.First().ClosesAt!.Value, [.. g.Select(x => x.Label).Order(StringComparer.Ordinal)]))];
    }

    private async Task<List<EntriesToRead>> Entries(
        IQueryable<OfficeHolding> held, Guid me, Dictionary<Guid, LocalText> names, List<Guid> mine, CancellationToken ct)
    {
        var found = await db.BallotEntries
            .Where(e => e.EnteredByPersonId != me && (e.Stage == BallotEntryStage.AwaitingCheck || (e.Stage == BallotEntryStage.Disputed && e.CheckedByPersonId != me)))
            .Join(db.Votes, e => e.VoteId, v => v.Id, (e, v) => new { Entry = e, Vote = v })
            .Where(x => mine.Contains(x.Vote.CouncilId) && x.Vote.Stage == VoteStage.Open)
            .Where(x => held.Any(h => (h.CouncilId == x.Vote.CouncilId && h.Office == Office.CouncilSecretary)
                || (h.CouncilId == x.Vote.CouncilId && h.Office == Office.VisitingWorker && x.Entry.Stage == BallotEntryStage.AwaitingCheck)
                || (h.Office == Office.StreetConvenor && x.Entry.Stage == BallotEntryStage.Disputed && db.Councils.Any(c => c.Id == x.Vote.CouncilId && c.StreetId == h.StreetId))))
            .OrderBy(x => x.Vote.ClosesAt)
            .Select(x => new { x.Vote.Id, x.Vote.CouncilId, x.Vote.Question, x.Vote.ClosesAt, x.Entry.Stage })
            .Take(Most * 10)
            .ToListAsync(ct);
        return [.. found.GroupBy(x => x.Id).OrderBy(g => g.First().ClosesAt).Take(Most).Select(g => new EntriesToRead(
            g.Key, g.First().CouncilId, names[g.First().CouncilId], g.First().Question, g.First().ClosesAt!.Value,
            g.Count(x => x.Stage == BallotEntryStage.AwaitingCheck), g.Count(x => x.Stage == BallotEntryStage.Disputed)))];
    }

    private async Task<List<EnvelopesToOpen>> Envelopes(
        IQueryable<OfficeHolding> held, Guid me, Dictionary<Guid, LocalText> names, DateTimeOffset now, CancellationToken ct)
    {
        var found = await db.Votes
            .Where(v => v.Secret && v.Stage == VoteStage.Open && (v.ClosesAt <= now || v.SettledAt != null)
                && held.Any(h => h.CouncilId == v.CouncilId && (h.Office == Office.CouncilSecretary || h.Office == Office.VisitingWorker))
                && !db.EnvelopeOpenings.Any(o => o.VoteId == v.Id && (o.CheckedByPersonId != null || o.EnteredByPersonId == me)))
            .OrderBy(v => v.ClosesAt)
            .Select(v => new
            {
                v.Id, v.CouncilId, v.Question,
                Standing = db.SecretMarks.Count(m => m.VoteId == v.Id && (m.Channel == BallotChannel.Paper || m.Channel == BallotChannel.Visit)
                    && db.RollEntries.Any(r => r.VoteId == v.Id && r.SeatId == m.SeatId && r.ExcludedFor == null)),
                IsEntered = db.EnvelopeOpenings.Any(o => o.VoteId == v.Id),
            })
            .Take(Most).ToListAsync(ct);
        return [.. found.Where(v => v.Standing > 0).Select(v => new EnvelopesToOpen(v.Id, v.CouncilId, names[v.CouncilId], v.Question, v.Standing, v.IsEntered))];
    }

    private async Task<List<NeedsToAnswer>> Needs(IQueryable<OfficeHolding> held, Dictionary<Guid, LocalText> names, CancellationToken ct)
    {
        var open = await db.Needs
            .Where(n => n.Stage == NeedStage.Open && held.Any(h => h.Office == Office.CouncilSecretary && h.CouncilId == n.CouncilId))
            .GroupBy(n => n.CouncilId)
            .Select(g => new { CouncilId = g.Key, Open = g.Count(), Since = g.Min(n => n.AskedAt) })
            .ToListAsync(ct);
        return [.. open.OrderBy(n => n.Since).Select(n => new NeedsToAnswer(n.CouncilId, names[n.CouncilId], n.Open, n.Since))];
    }

    private Task<List<FollowUpAction>> Confirmations(Guid me, List<Guid> mine, CancellationToken ct) => db.FollowUps.AsNoTracking()
        .Where(f => f.Stage == FollowUpStage.Evidenced && f.FoundKept == null && f.OwnerPersonId != me && mine.Contains(f.CouncilId))
        .Where(f => db.Needs.Any(n => n.ProposalId == f.ProposalId && n.AskedByPersonId == me)
            || db.Proposals.Any(p => p.Id == f.ProposalId && p.RaisedByPersonId == me))
        .Where(f => !db.Confirmations.Any(c => c.FollowUpId == f.Id && c.Round == f.Reopened && c.ByPersonId == me))
        .OrderBy(f => f.StageUntil).Take(Most).ToListAsync(ct);

    private Task<List<FollowUpAction>> Decisions(IQueryable<OfficeHolding> held, Guid me, CancellationToken ct) => db.FollowUps.AsNoTracking()
        .Where(f => held.Any(h => h.Office == Office.CouncilSecretary && h.CouncilId == f.CouncilId))
        .Where(f => f.Stage == FollowUpStage.Declined || (f.Stage == FollowUpStage.AwaitingRuling && f.FoundKept == null && f.OwnerPersonId != me))
        .OrderBy(f => f.DueAt).Take(Most).ToListAsync(ct);

    private async Task<List<AppraisalAsked>> Appraisals(Guid me, Dictionary<Guid, LocalText> names, List<Guid> mine, CancellationToken ct)
    {
        var found = await db.Proposals.AsNoTracking()
            .Where(p => p.Stage == ProposalStage.Appraisal && mine.Contains(p.CouncilId))
            .Where(p => p.RaisedByPersonId == me || db.Needs.Any(n => n.ProposalId == p.Id && n.AskedByPersonId == me))
            .Where(p => !db.Appraisals.Any(a => a.ProposalId == p.Id && a.PersonId == me))
            .OrderBy(p => p.StageUntil).Take(Most).ToListAsync(ct);
        return [.. found.Select(p => new AppraisalAsked(p.Id, p.CouncilId, names[p.CouncilId], p.Number, p.Title, p.StageUntil))];
    }
}
