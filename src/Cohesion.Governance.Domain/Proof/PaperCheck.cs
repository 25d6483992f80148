using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>Holds ballots from paper and from the door against their entries: two officers read each, and a third decided where they differed.</summary>
internal sealed class PaperCheck(ExportedVote vote, List<RecountFinding> findings)
{
    private readonly ReceiptTable<List<ExportedPaper>> became = new();
    private readonly HashSet<ReceiptKey> found = [];

    /// <summary>Adds an entry and checks it by itself.</summary>
    public void Add(ExportedPaper paper)
    {
        if (paper.Receipt is { } receipt)
        {
            (became.At(ReceiptKey.Of(receipt)) ??= []).Add(paper);
        }

        // Minutes are what people write down: what was taken in the minute of the opening was taken after it.
        var minute = vote.OpenedAt.AddTicks(-(vote.OpenedAt.Ticks % TimeSpan.TicksPerMinute));
        if (paper.TakenAt < minute || paper.TakenAt > paper.EnteredAt || paper.EnteredAt < vote.OpenedAt || paper.EnteredAt >= vote.ClosesAt || paper.EnteredAt > vote.SettledAt
            || paper.CheckedAt < paper.EnteredAt || paper.CheckedAt > vote.ClosedAt || paper.SettledAt < paper.CheckedAt || paper.SettledAt > vote.ClosedAt)
        {
            findings.Add(RecountFinding.PaperOutOfTime(paper.SeatId));
        }

        if (paper.Channel == BallotChannel.Paper ? paper.ScanHash is null : string.IsNullOrWhiteSpace(paper.Witness))
        {
            findings.Add(RecountFinding.PaperUnproven(paper.SeatId, paper.Channel));
        }

        if ((paper.Stage == BallotEntryStage.Entered) != (paper.Receipt is not null))
        {
            findings.Add(RecountFinding.PaperWithoutBallot(paper.SeatId));
        }
    }

    /// <summary>When the voter gave a ballot: what stands with its entry, else when it was cast.</summary>
    public DateTimeOffset TakenAt(in SeatBallot ballot) => became.TryGetValue(ballot.Receipt, out var papers) ? papers[0].TakenAt : ballot.At;

    /// <summary>Checks a ballot from paper or from the door.</summary>
    public void Check(Guid seat, in SeatBallot ballot)
    {
        var channel = ballot.Channel;
        found.Add(ballot.Receipt);
        if (!became.TryGetValue(ballot.Receipt, out var papers) || papers.Exists(p => p.SeatId != seat || p.Channel != channel))
        {
            findings.Add(RecountFinding.PaperWithoutEntry(seat));
            return;
        }

        foreach (var paper in papers)
        {
            if (paper.CheckedBy is null || paper.CheckedBy == paper.EnteredBy || paper.SecondChoice is null)
            {
                findings.Add(RecountFinding.PaperNotChecked(seat));
            }
            else if (paper.SecondChoice == paper.Choice)
            {
                Compare(seat, paper.Choice, ballot.Choice);
            }
            else if (paper.SettledBy is null || paper.SettledBy == paper.EnteredBy || paper.SettledBy == paper.CheckedBy)
            {
                findings.Add(RecountFinding.PaperNotSettled(seat));
            }
            else
            {
                Compare(seat, paper.SettledChoice, ballot.Choice);
            }
        }
    }

    /// <summary>An entry that says it became a ballot must have become one.</summary>
    public void End()
    {
        foreach (var (receipt, papers) in became.Lines)
        {
            if (!found.Contains(receipt))
            {
                findings.Add(RecountFinding.PaperWithoutBallot(papers[0].SeatId));
            }
        }
    }

    private void Compare(Guid seat, BallotChoice? read, BallotChoice counted)
    {
        if (read != counted)
        {
            findings.Add(RecountFinding.PaperReadsOtherwise(seat));
        }
    }
}
