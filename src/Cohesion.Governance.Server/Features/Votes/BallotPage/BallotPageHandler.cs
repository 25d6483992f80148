using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.BallotPage;

internal sealed class BallotPageHandler(GovernanceDbContext db, CurrentMember member, Reader reader, TimeProvider clock)
    : IRequestHandler<BallotPageQuery, Outcome<BallotView>>
{
    public async Task<Outcome<BallotView>> Handle(BallotPageQuery request, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var now = clock.GetUtcNow();
        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == request.VoteId, ct);
        var council = await db.Councils.AsNoTracking().SingleAsync(c => c.Id == vote.CouncilId, ct);
        var rule = RulePacks.Read(vote.RulePackJson, vote.RulePack);
        var own = member.Holdings.Where(h => h.SeatId is not null).Select(h => h.SeatId!.Value).Distinct().ToList();
        var held = (await db.Mandates.AsNoTracking().Where(m => m.CouncilId == vote.CouncilId && m.HolderPersonId == member.Id && m.RevokedAt == null).ToListAsync(ct))
            .FindAll(m => m.Covers(vote.Id, vote.MeetingId) && !own.Contains(m.SeatId));
        List<Guid> mine = [.. own, .. held.Select(m => m.SeatId)];

        var seats = await db.RollEntries.AsNoTracking().Where(r => r.VoteId == vote.Id && mine.Contains(r.SeatId)).ToListAsync(ct);
        var ballots = await db.Ballots.AsNoTracking().Where(b => b.VoteId == vote.Id && mine.Contains(b.SeatId)).ToDictionaryAsync(b => b.SeatId, ct);
        var marks = await db.SecretMarks.AsNoTracking().Where(m => m.VoteId == vote.Id && mine.Contains(m.SeatId)).ToDictionaryAsync(m => m.SeatId, ct);
        var voices = await db.BallotVoices.AsNoTracking().Where(v => v.VoteId == vote.Id && mine.Contains(v.SeatId)).ToListAsync(ct);
        var blocs = (await TallyView.BlocsOf(db, vote.CouncilId, ct)).ToDictionary(b => b.Code, b => b.Name, StringComparer.Ordinal);
        var measures = await db.Measures.AsNoTracking().Where(m => m.CouncilId == vote.CouncilId).OrderBy(m => m.Code).ToListAsync(ct);
        var exclusions = await ExclusionView.Of(db, vote.Id, ct);
        var refusal = vote.BallotWindow.RefusalAt(now);

        MySeatView Seat(RollEntry line)
        {
            var mandate = own.Contains(line.SeatId) ? null : held.Find(m => m.SeatId == line.SeatId && m.RefusalAt(now, rule.Proxy) is null) ?? held.Find(m => m.SeatId == line.SeatId);
            var mark = marks.GetValueOrDefault(line.SeatId);
            var said = mark is not null ? new OwnWord(null, mark.Channel, mark.CastAt) : Said(line, mandate, ballots.GetValueOrDefault(line.SeatId), voices);
            var coOwnerVoted = mark is not null && line.CoOwned && mark.CastByPersonId != member.Id && (mark.Channel != BallotChannel.Proxy || mandate is not null);
            var votedItself = mandate is not null && said is { Channel: not BallotChannel.Proxy };
            var whyNot = mandate?.RefusalAt(now, rule.Proxy)
                ?? (votedItself ? new SeatVotedItself() : coOwnerVoted ? new CoOwnerHasVoted() : said is not null && vote.BallotChange == BallotChange.Never ? new BallotIsIrrevocable() : (Refusal?)null);
            return new MySeatView(
                line.SeatId, line.Label, line.PartyName, blocs[line.BlocCode],
                [.. measures.Where(m => line.Measures[m.Code] != 0).Select(m => new SeatMeasureView(m.Name, TallyLine.Say(line.Measures[m.Code], m), m.Unit))],
                votedItself ? null : said?.Choice, said?.Channel, said?.CastAt, line.ExclusionNote, mandate is not null, mandate?.Until,
                line.ContestedSince is not null, whyNot is null ? null : reader.Say(whyNot.Message),
                exclusions.FindLast(e => e.SeatId == line.SeatId && e.EndedAt is null)) { HasVoted = said is not null && !votedItself };
        }

        return new BallotView(
            vote.Id, vote.CouncilId, council.Name, council.TimeZone, vote.ProposalId, vote.Question, vote.TextVersion, vote.Stage, vote.OpensAt, vote.ClosesAt,
            refusal is null ? null : reader.Say(refusal.Message), rule.Silence.Mode, council.EarlyDecision, vote.BallotChange,
            [.. seats.OrderBy(s => own.Contains(s.SeatId) ? 0 : 1).ThenBy(s => s.Label, StringComparer.Ordinal).Select(Seat)],
            await Given(vote, own, now, ct), own.Count == 0 ? new([], false) : await Holders(vote.CouncilId, own, request.Holder, now, ct)) { Secret = vote.Secret };
    }

    // Of a co-owned seat everybody sees his own voice, or what all said together.
    private OwnWord? Said(RollEntry line, Mandate? mandate, Ballot? ballot, List<BallotVoice> voices)
    {
        if (!line.CoOwned)
        {
            return ballot is null ? null : new OwnWord(ballot.Choice, ballot.Channel, ballot.CastAt);
        }

        var person = mandate is null ? member.Id : mandate.GivenByPersonId ?? BallotVoice.All;
        var voice = voices.Find(v => v.SeatId == line.SeatId && v.PersonId == person) ?? voices.Find(v => v.SeatId == line.SeatId && v.PersonId == BallotVoice.All);
        return voice is null ? null : new OwnWord(voice.Choice, voice.Channel, voice.CastAt);
    }

    private async Task<List<GivenMandateView>> Given(Vote vote, List<Guid> own, DateTimeOffset now, CancellationToken ct)
    {
        var given = (await db.Mandates.AsNoTracking().Where(m => own.Contains(m.SeatId) && m.RevokedAt == null).OrderBy(m => m.GivenAt).ToListAsync(ct))
            .FindAll(m => m.Covers(vote.Id, vote.MeetingId) && m.RefusalAt(now, null) is null);
        var people = await PeopleNames.Of(db, given.Select(m => m.HolderPersonId), ct);
        var seats = given.Select(m => m.SeatId).ToList();
        var labels = await db.RollEntries.Where(r => r.VoteId == vote.Id && seats.Contains(r.SeatId)).ToDictionaryAsync(r => r.SeatId, r => r.Label, ct);
        return given.ConvertAll(m => new GivenMandateView(
            m.Id, labels.GetValueOrDefault(m.SeatId, string.Empty), people[m.HolderPersonId], m.Scope, m.Until, !(m.Scope == MandateScope.Vote && m.UsedAt is not null)));
    }

    private Task<MandateHolders> Holders(Guid councilId, List<Guid> own, string? find, DateTimeOffset now, CancellationToken ct)
    {
        var me = member.Id;
        return MandateHolders.Among(
            db,
            h => h.CouncilId == councilId && h.Since <= now && (h.Until == null || h.Until > now) && h.Office != Office.Observer && h.Office != Office.Auditor
                && h.PersonId != me && (h.SeatId == null || !own.Contains(h.SeatId.Value)),
            find,
            ct);
    }

    private sealed record OwnWord(BallotChoice? Choice, BallotChannel Channel, DateTimeOffset CastAt);
}
