using System.Runtime.InteropServices;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>A ballot of a seat as the evidence is held against it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SeatBallot(BallotChoice Choice, BallotChannel Channel, DateTimeOffset At, ReceiptKey Receipt, BallotState State);

/// <summary>What an export says that its ballots rest on: read before them, held against them seat by seat.</summary>
internal sealed class VoteEvidence
{
    private readonly PaperCheck papers;
    private readonly MandateCheck mandates;
    private readonly DuplicateCheck duplicates;

    private VoteEvidence(PaperCheck papers, MandateCheck mandates, ExportHead head, RulePack pack, List<RecountFinding> findings) =>
        (this.papers, this.mandates, duplicates) = (papers, mandates, new DuplicateCheck(head.Vote, pack, papers, findings));

    public static VoteEvidence Read(ExportScan scan, ExportHead head, ExportedRoll roll, RulePack pack, List<RecountFinding> findings)
    {
        ServiceCheck.Read(scan, head.Vote, roll, findings);
        var read = new VoteEvidence(new PaperCheck(head.Vote, findings), new MandateCheck(head.Vote, roll, pack, findings), head, pack, findings);
        List(scan, "papers", EvidenceLines.Paper, line => line.SeatId).ForEach(read.papers.Add);
        List(scan, "mandates", EvidenceLines.Mandate, line => line.SeatId).ForEach(read.mandates.Add);
        List(scan, "voices", EvidenceLines.Voice, line => line.SeatId).ForEach(read.duplicates.Add);
        List(scan, "setAside", EvidenceLines.SetAside, line => line.SeatId).ForEach(read.duplicates.Add);
        return read;
    }

    /// <summary>Holds all ballots of a seat against what they rest on.</summary>
    /// <param name="seat">The seat; seats come in the order of their ids.</param>
    /// <param name="ballots">In the order in which they came in.</param>
    public void Check(Guid seat, List<SeatBallot> ballots)
    {
        foreach (var ballot in ballots)
        {
            if (ballot.Channel == BallotChannel.Proxy)
            {
                mandates.Check(seat, ballot);
            }
            else if (ballot.Channel != BallotChannel.Online && !duplicates.IsAgreement(ballot.Receipt))
            {
                papers.Check(seat, ballot);
            }
        }

        // A ballot that met no other, and no voice, was taken, whatever rule and policy say.
        if (ballots is not [{ State: BallotState.Counts or BallotState.Excluded }] || duplicates.HasVoices(seat))
        {
            duplicates.Check(seat, ballots);
        }
    }

    /// <summary>When all ballots have been read: what is said to have become a ballot must have, and what one holder may cast has its limits.</summary>
    public void End()
    {
        papers.End();
        mandates.End();
        duplicates.End();
    }

    private static List<T> List<T>(ExportScan scan, string name, LineReader<T> read, Func<T, Guid> seatOf)
    {
        var lines = new List<T>();
        scan.BeginList(name);
        while (scan.NextItem(name, out var item))
        {
            var line = read(new LineJson(item, scan.Line, name, lines.Count));
            if (lines.Count > 0 && seatOf(line).CompareTo(seatOf(lines[^1])) < 0)
            {
                throw scan.Fault(name, OutOfOrder);
            }

            lines.Add(line);
        }

        return lines;
    }

    internal static LocalText OutOfOrder { get; } = new("Lines are not in the order of seats.", "各行未按席位排序。");

    private delegate T LineReader<T>(LineJson json);
}
