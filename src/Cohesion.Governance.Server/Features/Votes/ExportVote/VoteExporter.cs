using System.Security.Cryptography;
using System.Text;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proof;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Journal;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.ExportVote;

/// <summary>Reads a counted vote with everything its outcome rests on, holds it against itself, and writes it down for whoever recounts.</summary>
internal sealed class VoteExporter(GovernanceDbContext db, VoteAttendance attendance, VoteEvidenceReading evidence, JournalKeys keys, TimeProvider clock)
{
    private readonly List<(ExportedSession Head, List<ExportedBallot> Ballots, ExportedSecretSession? Secret)> sessions = [];
    private Vote vote = null!;
    private Council council = null!;
    private List<Measure> measures = [];
    private List<RollEntry> roll = [];

    /// <summary>Reads the vote; refuses where its ballots are not those that were counted.</summary>
    public async Task<Outcome<Done>> Gather(Vote counted, CancellationToken ct)
    {
        vote = counted;
        council = await db.Councils.AsNoTracking().SingleAsync(c => c.Id == vote.CouncilId, ct);
        measures = await db.Measures.AsNoTracking().Where(m => m.CouncilId == vote.CouncilId).ToListAsync(ct);
        measures.Sort((a, b) => string.CompareOrdinal(a.Code, b.Code));
        for (Vote? session = vote; session is not null;)
        {
            if ((await GatherSession(session, ct)).Refused(out var refusal))
            {
                return refusal;
            }

            session = session.PreviousVoteId is { } before ? await db.Votes.AsNoTracking().SingleAsync(v => v.Id == before, ct) : null;
        }

        sessions.Reverse();
        return default(Done);
    }

    /// <summary>Writes what was read and signs it.</summary>
    public async Task WriteTo(Stream output, CancellationToken ct)
    {
        using var writer = new ExportWriter(output);
        await WriteHead(writer, ct);
        foreach (var seat in roll)
        {
            await writer.Seat(
                new ExportedSeat(
                    seat.SeatId, seat.Label, seat.PartyId, seat.PartyName, seat.BlocCode, [.. measures.Select(m => seat.Measures[m.Code])],
                    seat.ExcludedFor, seat.ExclusionNote, seat.ToldAt, seat.ServedAt, seat.ServiceProof),
                ct);
        }

        await evidence.WriteTo(writer, ct);
        writer.BeginSessions();
        foreach (var (head, ballots, secret) in sessions)
        {
            if (secret is not null)
            {
                await writer.SecretSession(head, secret, ct);
                continue;
            }

            writer.Session(head);
            foreach (var ballot in ballots)
            {
                await writer.Ballot(ballot, ct);
            }

            writer.EndSession();
        }

        await WriteJournal(writer, ct);
        await writer.Sign(keys.Current, ct);
    }

    private async Task<Outcome<Done>> GatherSession(Vote session, CancellationToken ct)
    {
        var entries = await db.RollEntries.AsNoTracking().Where(r => r.VoteId == session.Id).ToListAsync(ct);
        entries.Sort((a, b) => a.SeatId.CompareTo(b.SeatId));
        if (session.Id == vote.Id)
        {
            roll = entries;
        }

        if (session.Secret)
        {
            return await GatherSecret(session, entries, ct);
        }

        var excluded = entries.Where(r => r.ExcludedFor is not null).Select(r => r.SeatId).ToHashSet();
        var contested = entries.Where(r => r.ContestedSince is not null).Select(r => r.SeatId).ToHashSet();
        var valid = await db.Ballots.AsNoTracking().Where(b => b.VoteId == session.Id).ToDictionaryAsync(b => b.SeatId, ct);
        var records = await db.BallotRecords.AsNoTracking().Where(r => r.VoteId == session.Id).ToListAsync(ct);
        var ballots = new List<ExportedBallot>(records.Count);
        var found = 0;

        // Of two that came at the same moment, the one that was replaced was there first, and the one that was set aside met the other.
        int Rank(BallotRecord record) => record.SetAsideFor is not null ? 2 : valid.TryGetValue(record.SeatId, out var standing) && standing.Receipt == record.Receipt ? 1 : 0;
        records = [.. records.OrderBy(r => r.SeatId).ThenBy(r => r.CastAt).ThenBy(Rank).ThenBy(r => r.Id)];
        if (session.Id == vote.Id)
        {
            await evidence.Gather(session, entries, records, ct);
        }

        foreach (var record in records)
        {
            var isValid = valid.TryGetValue(record.SeatId, out var ballot) && ballot.Receipt == record.Receipt;
            if (isValid && (ballot!.Choice, ballot.Channel, ballot.CastAt) != (record.Choice, record.Channel, record.CastAt))
            {
                return new BallotsDisagree(entries.Find(r => r.SeatId == record.SeatId)?.Label ?? record.SeatId.ToString("D"));
            }

            found += isValid ? 1 : 0;
            ballots.Add(new ExportedBallot(
                record.SeatId, record.Choice, record.Channel, record.CastAt, BallotLeaf.HashOfReceipt(record.Receipt),
                isValid ? excluded.Contains(record.SeatId) ? BallotState.Excluded : BallotState.Counts
                : record.SetAsideFor is not null ? BallotState.SetAside
                : contested.Contains(record.SeatId) ? BallotState.Contested
                : BallotState.Replaced));
        }

        if (found != valid.Count || (session.BallotsRoot is { } root && root != BallotTree.Of(session.Id, entries, valid.Values).Root))
        {
            return new BallotsDisagree(null);
        }

        sessions.Add((await HeadOf(session, ct), ballots, null));
        return default(Done);
    }

    private async Task<Outcome<Done>> GatherSecret(Vote session, List<RollEntry> entries, CancellationToken ct)
    {
        var voting = entries.Where(r => r.ExcludedFor is null).Select(r => r.SeatId).ToHashSet();
        var marks = await db.SecretMarks.AsNoTracking().Where(m => m.VoteId == session.Id).ToListAsync(ct);
        var ballots = await db.SecretBallots.AsNoTracking().Where(b => b.VoteId == session.Id).ToListAsync(ct);
        var receipts = await db.SecretReceipts.AsNoTracking().Where(r => r.VoteId == session.Id).ToListAsync(ct);
        marks.Sort((a, b) => a.SeatId.CompareTo(b.SeatId));
        ballots.Sort((a, b) => a.Id.CompareTo(b.Id));
        receipts.Sort((a, b) => string.CompareOrdinal(a.Commitment, b.Commitment));
        if (session.Stage == VoteStage.Closed
            && (SecretCount.BallotsRootOf(session.Id, ballots) != session.BallotsRoot || SecretCount.ReceiptsRootOf(session.Id, receipts) != session.ReceiptsRoot))
        {
            return new BallotsDisagree(null);
        }

        if (session.Id == vote.Id)
        {
            await evidence.GatherService(session, ct);
        }

        sessions.Add((await HeadOf(session, ct), [], new ExportedSecretSession(
            session.ReceiptsRoot,
            marks.ConvertAll(m => new ExportedMark(m.SeatId, m.Channel, voting.Contains(m.SeatId))),
            ballots.ConvertAll(b => new ExportedSecretBallot(b.Id, b.Class, b.Choice)),
            receipts.ConvertAll(r => r.Commitment))));
        return default(Done);
    }

    private async Task<ExportedSession> HeadOf(Vote session, CancellationToken ct)
    {
        var attending = await attendance.Of(session, ct);
        attending.Sort();
        var objections = await db.Objections.AsNoTracking()
            .Where(o => o.SeatId != null && db.Postings.Any(p => p.Id == o.PostingId && p.VoteId == session.Id))
            .ToListAsync(ct);
        return new ExportedSession(
            session.Id, session.Session, session.SessionRound, session.CastingVote, session.BallotsRoot, attending,
            [.. objections.OrderBy(o => o.Id).Select(o => new ExportedObjection(o.SeatId!.Value, o.At, o.Stage.ToString().ToLowerInvariant(), o.SettledAt))]);
    }

    private async Task WriteHead(ExportWriter writer, CancellationToken ct)
    {
        var number = await db.Proposals.Where(p => p.Id == vote.ProposalId).Select(p => p.Number).SingleAsync(ct);
        var blocs = await TallyView.BlocsOf(db, vote.CouncilId, ct);
        var facts = await db.VoteFacts.AsNoTracking().Where(f => f.VoteId == vote.Id).ToListAsync(ct);
        var ruleHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(vote.RulePackJson)));
        await writer.Head(
            clock.GetUtcNow(),
            new ExportedCouncil(council.Id, council.Name, council.TimeZone),
            new ExportedVote(
                vote.Id, vote.ProposalId, number, vote.TextVersion, vote.Question, vote.Session, vote.RegisterVersion!.Value, vote.OpensAt!.Value, vote.ClosesAt!.Value,
                vote.SettledAt, vote.ClosedAt!.Value, vote.ConfirmedAt, vote.MeetingId, vote.DuplicatePolicy),
            new ExportedRule(vote.RulePack, ruleHash, vote.RulePackJson),
            [.. measures.Select(m => new ExportedMeasure(m.Code, m.Name, m.Unit, m.Scale))],
            [.. blocs.Select(b => new ExportedBloc(b.Code, b.Name))],
            [.. facts.OrderBy(f => f.Fact, StringComparer.Ordinal).Select(f => new ExportedFact(f.Fact, f.Holds, f.Source, f.StatedAt))],
            ct);
    }

    private async Task WriteJournal(ExportWriter writer, CancellationToken ct)
    {
        var head = await db.JournalHeads.AsNoTracking().SingleAsync(h => h.CouncilId == council.Id, ct);
        var entries = db.Journal.AsNoTracking().Where(e => e.CouncilId == council.Id && e.Sequence <= head.Sequence);
        var from = await entries.Where(e => e.SubjectId == vote.Id).MinAsync(e => (long?)e.Sequence, ct) ?? head.Sequence;
        var previous = await entries.Where(e => e.Sequence == from).Select(e => e.PreviousHash).SingleAsync(ct);
        var seals = await db.JournalSeals.AsNoTracking()
            .Where(s => s.CouncilId == council.Id && s.Sequence >= from - 1 && s.Sequence <= head.Sequence)
            .OrderBy(s => s.Sequence).ThenBy(s => s.Day).ToListAsync(ct);
        writer.Result(
            new ExportedResult(
                vote.Outcome!, vote.NextSession, vote.ConfirmWindow, ChallengeDay.Of(vote, council.TimeZone), vote.Overturned, vote.BallotsRoot!,
                sessions[^1].Secret?.Ballots.Count ?? sessions[^1].Ballots.Count(b => b.State == BallotState.Counts), vote.DecisionJson!),
            new ExportedJournal(
                from, previous, head.Sequence, head.Hash,
                [.. seals.Select(s => s.KeyId).Distinct(StringComparer.Ordinal).Select(keys.Find).OfType<PublicProofKey>().Select(k => k.Spki)], seals));
        await foreach (var entry in entries.Where(e => e.Sequence >= from).OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            // What was done in this vote is shown, except by whom a ballot was handed in: the ballots stand above, and who pressed the button is nobody's business.
            await (entry.SubjectId == vote.Id && !BallotCommands.Contains(entry.Command) ? writer.Entry(entry, ct) : writer.Digest(entry, ct));
        }
    }

    private static readonly HashSet<string> BallotCommands = new(["CastBallot", "EnterBallot", "CheckBallot", "SettleBallotEntry", "RecordAgreement"], StringComparer.Ordinal);
}
