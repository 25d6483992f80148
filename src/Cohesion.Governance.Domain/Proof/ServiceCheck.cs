using Cohesion.Governance.Domain.Votes;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>Reads the log of service and holds the roll against it: who counts as served follows from the log, and from nothing else.</summary>
internal sealed class ServiceCheck
{
    private readonly ExportedVote vote;
    private readonly ExportedRoll roll;
    private readonly List<RecountFinding> findings;
    private readonly List<ExportedDelivery> seatLines = [];
    private readonly List<DeliveryRecord> log = [];
    private int seatsLogged;

    private ServiceCheck(ExportedVote vote, ExportedRoll roll, List<RecountFinding> findings) => (this.vote, this.roll, this.findings) = (vote, roll, findings);

    public static void Read(ExportScan scan, ExportedVote vote, ExportedRoll roll, List<RecountFinding> findings)
    {
        var check = new ServiceCheck(vote, roll, findings);
        scan.BeginList("service");
        for (var item = 0L; scan.NextItem("service", out var line); item++)
        {
            var delivery = EvidenceLines.Delivery(new LineJson(line, scan.Line, "service", item));
            var order = check.seatLines.Count == 0 ? 0 : delivery.SeatId.CompareTo(check.seatLines[0].SeatId);
            if (order < 0 || (order == 0 && check.seatLines.Count > 0 && delivery.RecordedAt < check.seatLines[^1].RecordedAt))
            {
                throw scan.Fault("service", VoteEvidence.OutOfOrder);
            }

            if (order > 0)
            {
                check.EndSeat();
            }

            check.seatLines.Add(delivery);
        }

        check.EndSeat();
        if (check.seatsLogged != roll.ServedCount)
        {
            findings.Add(RecountFinding.ServedWithoutLog());
        }
    }

    private void EndSeat()
    {
        if (seatLines.Count == 0)
        {
            return;
        }

        // What served first serves: a proof written down later changes nothing, even of something that happened before.
        var (seat, served) = (seatLines[0].SeatId, default(ServiceFinding));
        log.Clear();
        foreach (var line in seatLines)
        {
            if (line.At > line.RecordedAt || line.RecordedAt >= vote.ClosesAt || line.RecordedAt > vote.SettledAt)
            {
                findings.Add(RecountFinding.ServiceOutOfTime(seat, line.RecordedAt));
            }

            log.Add(new DeliveryRecord
            {
                Id = Guid.Empty, VoteId = vote.Id, SeatId = seat, Kind = line.Kind, Proof = line.Proof, Witness = line.Witness, At = line.At, ByPersonId = line.RecordedBy,
                RecordedAt = line.RecordedAt,
            });
            served = served.At is null ? ServiceFinding.Of(log) : served;
        }

        var stated = roll.ServiceOf(seat);
        if (stated != (served.At, served.Proof))
        {
            findings.Add(RecountFinding.ServiceDiffers(seat));
        }

        seatsLogged += stated.At is null ? 0 : 1;
        seatLines.Clear();
    }
}
