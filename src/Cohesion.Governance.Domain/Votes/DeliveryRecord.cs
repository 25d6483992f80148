using System.Runtime.InteropServices;

namespace Cohesion.Governance.Domain.Votes;

/// <summary>One line of the log of a ballot paper's service (送达). Nothing is ever overwritten here.</summary>
public sealed class DeliveryRecord
{
    public required Guid Id { get; init; }
    public required Guid VoteId { get; init; }
    public required Guid SeatId { get; init; }
    public required DeliveryKind Kind { get; init; }

    /// <summary>What proves it: a signature, a courier's number, a photograph's name.</summary>
    public required string Proof { get; init; }

    /// <summary>SHA-256 of the proof's scan, 64 hexadecimal digits; null where there is none.</summary>
    public string? ScanHash { get; init; }
    public string? Witness { get; init; }
    public string? Place { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }
    public required Guid ByPersonId { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>What became of bringing a ballot paper.</summary>
public enum DeliveryKind
{
    /// <summary>It was handed over or signed for.</summary>
    Delivered,

    /// <summary>It was offered and not accepted (拒收).</summary>
    Refused,

    /// <summary>Nobody could be reached (无法送达).</summary>
    Undeliverable,

    /// <summary>It was posted on the notice board (张贴公告).</summary>
    Posted,
}

/// <summary>By what a ballot paper counts as served.</summary>
public enum ServedBy
{
    Delivery,

    /// <summary>A refusal before a witness.</summary>
    WitnessedRefusal,

    /// <summary>It could not be delivered and was posted.</summary>
    Posting,
}

/// <summary>Whether a ballot paper was served, and why.</summary>
/// <param name="At">From when on; null while it was not.</param>
/// <param name="By">By what.</param>
/// <param name="Proof">The proof of the line that completed it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ServiceFinding(DateTimeOffset? At, ServedBy? By, string? Proof)
{
    /// <summary>Reads the log of one seat. What served first counts: a delivery, or a refusal before a witness, at once; a paper that could not be
    /// delivered only together with a posting, from the later of the two.</summary>
    /// <remarks>After the service of court papers: refusal before witnesses counts as service (Civil Procedure Law of the PRC, 留置送达), and what cannot be
    /// served is announced. How ballot papers are served is for the bylaws; a council whose bylaws ask for more states that as a fact of the rule.</remarks>
    public static ServiceFinding Of(IEnumerable<DeliveryRecord> log)
    {
        var lines = log.OrderBy(l => l.At).ToList();
        var ways = new List<ServiceFinding>();
        if (lines.Find(l => l.Kind == DeliveryKind.Delivered) is { } delivered)
        {
            ways.Add(new(delivered.At, ServedBy.Delivery, delivered.Proof));
        }

        if (lines.Find(l => l.Kind == DeliveryKind.Refused && !string.IsNullOrWhiteSpace(l.Witness)) is { } refused)
        {
            ways.Add(new(refused.At, ServedBy.WitnessedRefusal, refused.Proof));
        }

        if (lines.Find(l => l.Kind == DeliveryKind.Undeliverable) is { } tried && lines.Find(l => l.Kind == DeliveryKind.Posted) is { } posted)
        {
            ways.Add(new(tried.At > posted.At ? tried.At : posted.At, ServedBy.Posting, posted.Proof));
        }

        return ways.OrderBy(w => w.At).FirstOrDefault();
    }

    /// <summary>Why a paper counts as served or does not yet, in a sentence, from the kinds the log has.</summary>
    public static LocalText Why(ServedBy? by, IReadOnlyCollection<DeliveryKind> kinds) => by switch
    {
        ServedBy.Delivery => new("handed over", "已送达"),
        ServedBy.WitnessedRefusal => new("refused before a witness, which serves", "当面拒收并有见证人，视为送达"),
        ServedBy.Posting => new("could not be delivered and was posted, which serves", "无法送达并已张贴公告，视为送达"),
        _ when kinds.Contains(DeliveryKind.Refused) => new("refused without a witness: try again with one", "拒收但无见证人，请在见证人在场时再次送达"),
        _ when kinds.Contains(DeliveryKind.Undeliverable) => new("could not be delivered: post it on the notice board", "无法送达，请张贴公告"),
        _ when kinds.Contains(DeliveryKind.Posted) => new("only posted: try to deliver it first", "仅张贴公告，请先尝试送达"),
        _ => new("no service recorded", "尚无送达记录"),
    };
}
