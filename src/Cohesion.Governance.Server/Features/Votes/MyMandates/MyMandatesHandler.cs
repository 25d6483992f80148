using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.MyMandates;

internal sealed class MyMandatesHandler(GovernanceDbContext db, CurrentMember member, TimeProvider clock)
    : IRequestHandler<MyMandatesQuery, Outcome<IReadOnlyList<HeldMandateView>>>
{
    public async Task<Outcome<IReadOnlyList<HeldMandateView>>> Handle(MyMandatesQuery request, CancellationToken cancellationToken)
    {
        var (ct, now, me) = (cancellationToken, clock.GetUtcNow(), member.Id);
        var held = await db.Mandates.AsNoTracking()
            .Where(m => m.HolderPersonId == me && m.RevokedAt == null && (m.Until == null || m.Until > now)).OrderBy(m => m.GivenAt).ToListAsync(ct);
        var councils = held.Select(m => m.CouncilId).Distinct().ToList();
        var names = await db.Councils.Where(c => councils.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, ct);
        var seats = held.Select(m => m.SeatId).Distinct().ToList();
        var labels = (await db.SeatEntries.AsNoTracking().Where(s => seats.Contains(s.SeatId)).Select(s => new { s.SeatId, s.Label, s.FromVersion }).ToListAsync(ct))
            .GroupBy(s => s.SeatId).ToDictionary(g => g.Key, g => g.MaxBy(s => s.FromVersion)!.Label);
        var subjects = await Subjects(held, ct);
        var open = await db.Votes.AsNoTracking()
            .Where(v => councils.Contains(v.CouncilId) && v.Stage == VoteStage.Open && v.SettledAt == null && v.ClosesAt > now).OrderBy(v => v.ClosesAt).ToListAsync(ct);
        var votes = open.Select(v => v.Id).ToList();
        var lines = await db.RollEntries.AsNoTracking().Where(r => votes.Contains(r.VoteId) && seats.Contains(r.SeatId)).ToListAsync(ct);
        var ballots = await db.Ballots.AsNoTracking().Where(b => votes.Contains(b.VoteId) && seats.Contains(b.SeatId)).ToListAsync(ct);
        var voices = await db.BallotVoices.AsNoTracking().Where(v => votes.Contains(v.VoteId) && seats.Contains(v.SeatId)).ToListAsync(ct);

        var marks = await db.SecretMarks.AsNoTracking().Where(m => votes.Contains(m.VoteId) && seats.Contains(m.SeatId) && m.Channel != BallotChannel.Proxy)
            .Select(m => new { m.VoteId, m.SeatId }).ToListAsync(ct);

        BallotToCast Paper(Mandate mandate, Vote vote, RollEntry line)
        {
            var said = line.CoOwned
                ? voices.Find(v => v.VoteId == vote.Id && v.SeatId == line.SeatId && v.PersonId == (mandate.GivenByPersonId ?? BallotVoice.All)) is { } voice
                    ? (voice.Choice, voice.Channel) : ((BallotChoice Choice, BallotChannel Channel)?)null
                : ballots.Find(b => b.VoteId == vote.Id && b.SeatId == line.SeatId) is { } ballot ? (ballot.Choice, ballot.Channel) : null;
            var isOwn = said is { Channel: not BallotChannel.Proxy } || marks.Exists(m => m.VoteId == vote.Id && m.SeatId == line.SeatId);
            var refusal = line.ExcludedFor is not null ? new SeatIsExcluded(line.ExclusionNote ?? string.Empty)
                : mandate.RefusalAt(now, MandateBook.LimitsOf(vote))
                ?? (isOwn ? new SeatVotedItself() : said is not null && vote.BallotChange == BallotChange.Never ? new BallotIsIrrevocable() : (Refusal?)null);
            return new BallotToCast(vote.Id, vote.Question, vote.ClosesAt!.Value, isOwn ? null : said?.Choice, refusal?.Message);
        }

        return held.ConvertAll(m => new HeldMandateView(
            m.Id, names[m.CouncilId], m.SeatId, labels[m.SeatId], m.Scope, (m.VoteId ?? m.MeetingId) is { } of ? subjects.GetValueOrDefault(of) : null, m.Until, m.GivenAt,
            m.DocumentHash is not null,
            [.. from vote in open
                where vote.CouncilId == m.CouncilId && m.Covers(vote.Id, vote.MeetingId)
                let line = lines.Find(r => r.VoteId == vote.Id && r.SeatId == m.SeatId)
                where line is not null
                select Paper(m, vote, line)]));
    }

    private async Task<Dictionary<Guid, string>> Subjects(List<Mandate> held, CancellationToken ct)
    {
        var (votes, meetings) = (held.Select(m => m.VoteId).OfType<Guid>().ToList(), held.Select(m => m.MeetingId).OfType<Guid>().ToList());
        var subjects = await db.Votes.Where(v => votes.Contains(v.Id)).ToDictionaryAsync(v => v.Id, v => v.Question, ct);
        foreach (var meeting in await db.Meetings.Where(m => meetings.Contains(m.Id)).Select(m => new { m.Id, m.Title }).ToListAsync(ct))
        {
            subjects[meeting.Id] = meeting.Title;
        }

        return subjects;
    }
}
