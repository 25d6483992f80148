using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.EntityFrameworkCore;
using Ballot = Cohesion.Governance.Domain.Votes.Ballot;
using CastBallotItem = Cohesion.Governance.Server.Pipeline.BatchItem<Cohesion.Governance.Server.Features.Votes.CastBallot.CastBallotCommand, Cohesion.Governance.Server.Features.Votes.BallotReceipt>;

namespace Cohesion.Governance.Server.Features.Votes.CastBallot;

/// <summary>Takes the ballots that many cast at the same moment, each for a seat of his own: the crowd of a vote's last minutes. What <see cref="BallotIntake"/> rules
/// on each is the same as when it comes alone (<see cref="BallotBox"/>).</summary>
/// <remarks>
/// Secret votes, proxies, seats of co-owners and seats that have given a mandate are left to be handled one by one. The vote's row is taken once for all: of the ballots and the
/// count that come at the same instant, either all are counted or all are refused.
/// </remarks>
internal sealed class CastBallotBatch(GovernanceDbContext db, WriteGate gate, TallyAnnouncer announcer, TimeProvider clock) : IBatchHandler<CastBallotCommand, BallotReceipt>
{
    private static readonly CompiledQuery<Func<GovernanceDbContext, Guid, CancellationToken, Task<OpenVote>>> VoteOf =
        new(() => EF.CompileAsyncQuery((GovernanceDbContext db, Guid voteId, CancellationToken ct) => db.Votes.Where(v => v.Id == voteId)
            .Select(v => new OpenVote(new BallotWindow(v.Stage, v.OpensAt, v.ClosesAt, v.SettledAt), v.DuplicatePolicy, v.BallotChange, v.Secret))
            .Single()));

    private static readonly CompiledQuery<Func<GovernanceDbContext, Guid, List<Guid>, IAsyncEnumerable<SeatLine>>> LinesOf =
        new(() => EF.CompileAsyncQuery((GovernanceDbContext db, Guid voteId, List<Guid> seats) => db.RollEntries
            .Where(r => r.VoteId == voteId && seats.Contains(r.SeatId))
            .Select(r => new SeatLine(
                r.SeatId, new RollLine(r.ExcludedFor, r.ExclusionNote), r.CoOwned,
                db.Mandates.Any(m => m.VoteId == voteId && m.RevokedAt == null && m.SeatId == r.SeatId)))));

    private static readonly CompiledQuery<Func<GovernanceDbContext, Guid, List<Guid>, IAsyncEnumerable<Ballot>>> BallotsOf =
        new(() => EF.CompileAsyncQuery((GovernanceDbContext db, Guid voteId, List<Guid> seats) => db.Ballots
            .Where(b => b.VoteId == voteId && seats.Contains(b.SeatId))));

    public async Task Handle(IReadOnlyList<CastBallotItem> items, CancellationToken ct)
    {
        foreach (var vote in items.Where(i => i.Member.ActsFor(i.Command.SeatId)).GroupBy(i => i.Command.VoteId))
        {
            await Take(vote.Key, [.. vote], ct);
        }
    }

    private async Task Take(Guid voteId, List<CastBallotItem> items, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var vote = await VoteOf.For(db)(db, voteId, ct);
        if (vote.Secret)
        {
            return;
        }

        var terms = new IntakeTerms(vote.DuplicatePolicy, vote.BallotChange);
        List<Guid> seats = [.. items.Select(i => i.Command.SeatId).Distinct()];
        var lines = await LinesOf.For(db)(db, voteId, seats).ToDictionaryAsync(l => l.SeatId, cancellationToken: ct);
        items.RemoveAll(i => lines.TryGetValue(i.Command.SeatId, out var line) && (line.IsCoOwned || line.HasMandate));

        IntakeRuling Rule(CastBallotItem item, Ballot? present) => BallotIntake.Decide(
            vote.Window, lines.TryGetValue(item.Command.SeatId, out var line) ? line.Line : null,
            present is null ? null : new PresentBallot(present.Choice, present.Channel, present.CastByPersonId, present.TakenAt),
            new ArrivingBallot(item.Command.Choice, BallotChannel.Online, item.Member.Id, now, now), terms);

        // A first look, so that what is refused or was there already disturbs nobody.
        var present = await BallotsOf.For(db)(db, voteId, seats).ToDictionaryAsync(b => b.SeatId, cancellationToken: ct);
        items.RemoveAll(i => AnswersAtOnce(i, present, Rule));
        if (items.Count == 0)
        {
            return;
        }

        if (!await VoteRow.Take(db, voteId, now, items.Count, ct))
        {
            items.ForEach(i => i.Reply(new VoteHasClosed()));
            return;
        }

        // From here on the vote's row is ours: what is read now stays true until the commit, and who comes later is recorded later. Where nobody else can write at all,
        // what was read before has stayed true as well.
        now = clock.GetUtcNow();
        if (!gate.IsForOne)
        {
            foreach (var old in present.Values)
            {
                db.Entry(old).State = EntityState.Detached;
            }

            present = await BallotsOf.For(db)(db, voteId, seats).ToDictionaryAsync(b => b.SeatId, cancellationToken: ct);
        }

        foreach (var item in items.Where(i => !AnswersAtOnce(i, present, Rule)))
        {
            Put(item, Rule(item, present.GetValueOrDefault(item.Command.SeatId)), present, now);
        }

        announcer.Touch(voteId);
    }

    private static bool AnswersAtOnce(CastBallotItem item, Dictionary<Guid, Ballot> present, Func<CastBallotItem, Ballot?, IntakeRuling> rule)
    {
        var onFile = present.GetValueOrDefault(item.Command.SeatId);
        var ruling = rule(item, onFile);
        if (ruling.Kind == IntakeKind.Refused)
        {
            item.Reply(ruling.Refusal!);
        }
        else if (ruling.Kind == IntakeKind.Same)
        {
            item.Reply(new BallotReceipt(onFile!.Receipt, onFile.CastAt, BallotEffect.Same));
        }

        return item.Answer is not null;
    }

    private void Put(CastBallotItem item, IntakeRuling ruling, Dictionary<Guid, Ballot> present, DateTimeOffset now)
    {
        var record = BallotBox.Record(
            new IncomingBallot(item.Command.VoteId, item.Command.SeatId, item.Command.Choice, BallotChannel.Online, item.Member.Id), now, now, ruling.Reason);
        db.Inserts.Add(record);
        if (ruling.Reason is { } reason)
        {
            item.Reply(new BallotReceipt(record.Receipt, now, BallotEffect.SetAside, IntakeWords.Of(reason)), db.Ledger.DigestNow(db, record));
            return;
        }

        if (present.TryGetValue(record.SeatId, out var ballot))
        {
            BallotBox.Overwrite(ballot, record);
        }
        else
        {
            ballot = present[record.SeatId] = BallotBox.BallotOf(record);
            db.Inserts.Add(ballot);
        }

        item.Reply(
            new BallotReceipt(record.Receipt, now, ruling.Kind == IntakeKind.TakenFirst ? BallotEffect.First : BallotEffect.Changed),
            db.Ledger.DigestNow(db, record), db.Ledger.DigestNow(db, ballot));
    }
}

/// <summary>What of a vote decides about ballots.</summary>
internal sealed record OpenVote(BallotWindow Window, DuplicatePolicy DuplicatePolicy, BallotChange BallotChange, bool Secret);

/// <summary>A seat's line of the roll, and what makes its ballot other than plain.</summary>
internal sealed record SeatLine(Guid SeatId, RollLine Line, bool IsCoOwned, bool HasMandate);
