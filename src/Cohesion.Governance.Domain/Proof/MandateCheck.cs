using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>Holds ballots by proxy against the mandates under which they were cast and against the rule's limits.</summary>
internal sealed class MandateCheck(ExportedVote vote, ExportedRoll roll, RulePack pack, List<RecountFinding> findings)
{
    private readonly Dictionary<ReceiptKey, (ExportedMandate Mandate, bool IsFound)> used = [];
    private readonly Dictionary<Guid, Holder> holders = [];

    /// <summary>Adds a mandate.</summary>
    public void Add(ExportedMandate mandate)
    {
        foreach (var receipt in mandate.Receipts)
        {
            if (!used.TryAdd(ReceiptKey.Of(receipt), (mandate, false)))
            {
                findings.Add(RecountFinding.MandateWithoutBallot(mandate.SeatId));
            }
        }
    }

    /// <summary>Checks a ballot cast by proxy.</summary>
    public void Check(Guid seat, in SeatBallot ballot)
    {
        ref var use = ref CollectionsMarshal.GetValueRefOrNullRef(used, ballot.Receipt);
        if (Unsafe.IsNullRef(ref use) || use.Mandate.SeatId != seat)
        {
            findings.Add(RecountFinding.ProxyWithoutMandate(seat));
            return;
        }

        use.IsFound = true;
        var mandate = use.Mandate;
        if (WhyNot(mandate, ballot.At) is { } refusal)
        {
            findings.Add(RecountFinding.MandateNotValid(seat, refusal.Message));
        }

        if (ballot.State is BallotState.Counts or BallotState.Excluded)
        {
            if (!holders.TryGetValue(mandate.HolderId, out var holder))
            {
                holders.Add(mandate.HolderId, holder = new Holder(mandate.HolderName, [], [], []));
            }

            holder.Spoken.Add(seat);
            holder.Own.UnionWith(mandate.OwnSeats);
            holder.Offices.UnionWith(mandate.Offices);
        }
    }

    /// <summary>What a mandate lists must be ballots by proxy, and no holder may have gone beyond the rule's limits.</summary>
    public void End()
    {
        foreach (var (mandate, isFound) in used.Values)
        {
            if (!isFound)
            {
                findings.Add(RecountFinding.MandateWithoutBallot(mandate.SeatId));
            }
        }

        if (pack.Proxy is not { Limits.Count: > 0 } limits)
        {
            return;
        }

        // So many seats are at most so many givers: whoever keeps a number needs no look at the roll, which may be long.
        var inDoubt = holders.Values.Where(holder => !limits.Limits.All(limit => limit.AnyOf.Any(bound => bound.Givers >= holder.Spoken.Count))).ToList();
        if (inDoubt.Count == 0)
        {
            return;
        }

        // Limits are held when a ballot is cast, against the roll as it stood then. A seat excluded or readmitted later changes the whole and breaks nothing:
        // only what exceeds the limits of the roll as it ended and of the roll as it began was never allowed.
        var (atTheEnd, atTheBeginning) = (roll.Entries(vote.Id, withExclusions: true), roll.Entries(vote.Id, withExclusions: false));
        foreach (var holder in inDoubt)
        {
            Refusal? Under(IReadOnlyCollection<RollEntry> lines) => new ProxyReach(lines, holder.Spoken, holder.Own, [.. holder.Offices]).RefusalUnder(limits);
            if (Under(atTheEnd) is ProxyLimitReached reached && Under(atTheBeginning) is ProxyLimitReached)
            {
                findings.Add(RecountFinding.ProxyLimitExceeded(holder.Name, reached.Limit.Words));
            }
        }
    }

    private Refusal? WhyNot(ExportedMandate mandate, DateTimeOffset at)
    {
        var standing = new Mandate
        {
            Id = mandate.Id, CouncilId = Guid.Empty, SeatId = mandate.SeatId, HolderPersonId = mandate.HolderId, RecordedByPersonId = Guid.Empty, GivenAt = mandate.GivenAt,
            Scope = mandate.Scope, VoteId = mandate.VoteId, MeetingId = mandate.MeetingId, Until = mandate.Until, DocumentHash = mandate.DocumentHash,
            RevokedAt = mandate.RevokedAt <= at ? mandate.RevokedAt : null,
        };
        if (mandate.GivenAt > at)
        {
            return new MandateGivenLater();
        }

        if (!standing.Covers(vote.Id, vote.MeetingId))
        {
            return new MandateForAnotherVote();
        }

        if (standing.RefusalAt(at, pack.Proxy) is { } refusal)
        {
            return refusal;
        }

        var barred = pack.Proxy?.NotHeldBy.Where(mandate.Offices.Contains).ToList();
        return barred is [var office, ..] ? new HolderMayNotHoldProxies(office) : null;
    }

    private sealed record Holder(LocalText Name, HashSet<Guid> Spoken, HashSet<Guid> Own, HashSet<Office> Offices);

    private sealed record MandateGivenLater : Refusal
    {
        public override LocalText Message => new("It was given only after the ballot.", "委托晚于投票。");
    }
}
