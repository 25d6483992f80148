using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>Holds ballots from paper and from the door against their entries: two officers read each, and a third decided where they differed.</summary>
internal sealed class PaperCheck(ExportedVote vote, List<RecountFinding> findings)
{
    private readonly ReceiptTable<Entries> became = new();

    /// <summary>Adds an entry and checks it by itself.</summary>
    public void Add(ExportedPaper paper)
    {
        if (paper.Receipt is { } receipt)
        {
            (became.At(ReceiptKey.Of(receipt)) ??= new Entries()).Papers.Add(paper);
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
    public DateTimeOffset TakenAt(in SeatBallot ballot) =>
        BallotIntake.IsSigned(ballot.Channel) && became.TryGetValue(ballot.Receipt, out var entries) ? entries.Papers[0].TakenAt : ballot.At;

    /// <summary>Checks a ballot from paper or from the door.</summary>
    public void Check(Guid seat, in SeatBallot ballot)
    {
        if (!became.TryGetValue(ballot.Receipt, out var entries) || entries.AnyOfOther(seat, ballot.Channel))
        {
            findings.Add(RecountFinding.PaperWithoutEntry(seat));
            return;
        }

        foreach (var paper in entries.Papers)
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
        foreach (var (_, entries) in became.Lines)
        {
            if (!entries.AreFound)
            {
                findings.Add(RecountFinding.PaperWithoutBallot(entries.Papers[0].SeatId));
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

    /// <summary>What says that it became one ballot: a paper that was entered more than once has several entries.</summary>
    private sealed class Entries
    {
        public List<ExportedPaper> Papers { get; } = new(1);

        /// <summary>Whether the ballot is there.</summary>
        public bool AreFound { get; private set; }

        /// <summary>The ballot is there; whether an entry is of another seat or channel.</summary>
        public bool AnyOfOther(Guid seat, BallotChannel channel)
        {
            AreFound = true;
            foreach (var paper in Papers)
            {
                if (paper.SeatId != seat || paper.Channel != channel)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
