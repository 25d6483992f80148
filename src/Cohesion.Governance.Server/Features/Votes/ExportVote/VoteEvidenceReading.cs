using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proof;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.ExportVote;

/// <summary>Reads what the ballots of a counted vote rest on: the log of service, papers, mandates, co-owners' voices, and why ballots were set aside.</summary>
/// <remarks>Officers are told by id, for what they did in office; co-owners are numbered within their seat and named nowhere.</remarks>
internal sealed class VoteEvidenceReading(GovernanceDbContext db)
{
    private readonly Dictionary<(Guid Seat, Guid Person), int> voiceNumbers = [];
    private readonly Dictionary<Guid, int> voicesOfSeat = [];
    private List<DeliveryRecord> deliveries = [];
    private List<BallotEntry> papers = [];
    private List<BallotRecord> records = [];
    private List<Mandate> mandates = [];
    private List<OfficeHolding> holdings = [];
    private IReadOnlyDictionary<Guid, LocalText> holders = new Dictionary<Guid, LocalText>();
    private HashSet<Guid> coOwned = [];

    /// <summary>Reads it all.</summary>
    /// <param name="vote">The vote.</param>
    /// <param name="roll">Its frozen roll.</param>
    /// <param name="ballots">All ballots that came in, in the order in which the export has them.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task Gather(Vote vote, List<RollEntry> roll, List<BallotRecord> ballots, CancellationToken ct)
    {
        records = ballots;
        coOwned = roll.Where(r => r.CoOwned).Select(r => r.SeatId).ToHashSet();
        await GatherService(vote, ct);
        papers = await db.BallotEntries.AsNoTracking().Where(e => e.VoteId == vote.Id).ToListAsync(ct);

        // A mandate until a date could serve in this vote if it was given before the end and not over at the opening.
        var seats = roll.Select(r => r.SeatId).ToHashSet();
        mandates = (await db.Mandates.AsNoTracking().Where(m => m.CouncilId == vote.CouncilId && m.GivenAt <= vote.ClosedAt).ToListAsync(ct))
            .FindAll(m => seats.Contains(m.SeatId) && m.Covers(vote.Id, vote.MeetingId) && !(m.Until <= vote.OpensAt) && !(m.RevokedAt < vote.OpensAt));
        var people = mandates.Select(m => m.HolderPersonId).Distinct().ToList();
        holders = await PeopleNames.Of(db, people, ct);
        holdings = await db.OfficeHoldings.AsNoTracking()
            .Where(h => people.Contains(h.PersonId)
                && (h.CouncilId == vote.CouncilId || db.Councils.Any(c => c.Id == vote.CouncilId && c.StreetId == h.StreetId)))
            .ToListAsync(ct);
        foreach (var record in records)
        {
            Number(record.SeatId, record.VoiceOfPersonId);
        }
    }

    /// <summary>Reads the service log alone, which is all there is of a secret vote: papers, voices and what was set aside are not in it, and mandates would tell when a
    /// seat's ballot was cast.</summary>
    public async Task GatherService(Vote vote, CancellationToken ct) =>
        deliveries = await db.DeliveryRecords.AsNoTracking().Where(d => d.VoteId == vote.Id).ToListAsync(ct);

    /// <summary>Writes it, between the roll and the sessions.</summary>
    public async Task WriteTo(ExportWriter writer, CancellationToken ct)
    {
        writer.BeginService();
        foreach (var line in deliveries.OrderBy(d => d.SeatId).ThenBy(d => d.RecordedAt).ThenBy(d => d.Id))
        {
            await writer.Delivery(
                new(line.SeatId, line.Kind, line.At, line.Proof, line.ScanHash, line.Witness, line.Place, line.ByPersonId, line.RecordedAt), ct);
        }

        writer.BeginPapers();
        foreach (var e in papers.OrderBy(e => e.SeatId).ThenBy(e => e.EnteredAt).ThenBy(e => e.Id))
        {
            await writer.Paper(
                new(e.SeatId, e.Channel, Number(e.SeatId, e.SignedByPersonId), e.TakenAt, e.Place, e.Witness, e.ScanHash, e.Choice!.Value, e.EnteredByPersonId, e.EnteredAt,
                    e.SecondChoice, e.CheckedByPersonId, e.CheckedAt, e.SettledChoice, e.SettledByPersonId, e.SettledAt, e.SettledReason, e.Stage, HashOf(e.Receipt)),
                ct);
        }

        writer.BeginMandates();
        var cast = records.Where(r => r.MandateId is not null).ToLookup(r => r.MandateId!.Value);
        foreach (var mandate in mandates.OrderBy(m => m.SeatId).ThenBy(m => m.GivenAt).ThenBy(m => m.Id))
        {
            await writer.Mandate(Exported(mandate, [.. cast[mandate.Id]]), ct);
        }

        writer.BeginVoices();
        foreach (var record in records.Where(r => coOwned.Contains(r.SeatId)))
        {
            await writer.Voice(
                new(record.SeatId, Number(record.SeatId, record.VoiceOfPersonId)!.Value, HashOf(record.Receipt)!, record.AgreementReason, record.AgreementHash), ct);
        }

        writer.BeginSetAside();
        foreach (var record in records)
        {
            if (record.SetAsideFor is { } reason)
            {
                await writer.SetAside(new(record.SeatId, HashOf(record.Receipt)!, reason), ct);
            }
        }
    }

    private ExportedMandate Exported(Mandate mandate, List<BallotRecord> cast)
    {
        var at = cast.Count == 0 ? mandate.GivenAt : cast.Max(r => r.CastAt);
        var held = holdings.Where(h => h.PersonId == mandate.HolderPersonId && h.Since <= at && (h.Until is null || h.Until > at)).ToList();
        return new(
            mandate.Id, mandate.SeatId, Number(mandate.SeatId, mandate.GivenByPersonId), mandate.HolderPersonId, holders[mandate.HolderPersonId],
            mandate.RecordedByPersonId == mandate.GivenByPersonId, mandate.Scope, mandate.VoteId, mandate.MeetingId, mandate.Until, mandate.GivenAt, mandate.UsedAt,
            mandate.RevokedAt, mandate.DocumentHash, [.. held.Select(h => h.Office).Distinct().Order()],
            [.. held.Select(h => h.SeatId).OfType<Guid>().Distinct().Order()], [.. cast.Select(r => HashOf(r.Receipt)!).Order(StringComparer.Ordinal)]);
    }

    // Co-owners are numbered in the order in which they first spoke; 0 is all of them together.
    private int? Number(Guid seat, Guid? person)
    {
        if (!coOwned.Contains(seat))
        {
            return null;
        }

        if (person is not { } voice || voice == BallotVoice.All)
        {
            return 0;
        }

        if (!voiceNumbers.TryGetValue((seat, voice), out var number))
        {
            number = voicesOfSeat[seat] = voicesOfSeat.GetValueOrDefault(seat) + 1;
            voiceNumbers.Add((seat, voice), number);
        }

        return number;
    }

    private static string? HashOf(string? receipt) => receipt is null ? null : Convert.ToHexStringLower(BallotLeaf.HashOfReceipt(receipt));
}
