using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>Takes the ballots of a seat once more, one after the other, as the council took them: which of them counts follows from the rule, the policy on
/// duplicates and the co-owners' voices, and from nothing else.</summary>
internal sealed class DuplicateCheck(ExportedVote vote, RulePack pack, PaperCheck papers, List<RecountFinding> findings)
{
    private static readonly BallotWindow Open = new(VoteStage.Open, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, null);

    private readonly ReceiptTable<ExportedVoice> voices = new();
    private readonly ReceiptTable<ExportedSetAside> aside = new();
    private readonly List<Guid> seatsWithVoices = [];
    private readonly Dictionary<int, PresentBallot> standing = [];
    private int nextWithVoices;
    private long voicesFound;
    private long asideFound;

    public void Add(ExportedVoice voice)
    {
        seatsWithVoices.Add(voice.SeatId);
        if (!voices.TryAdd(ReceiptKey.Of(voice.Receipt), voice))
        {
            findings.Add(RecountFinding.VoiceMissing(voice.SeatId));
        }
    }

    public void Add(ExportedSetAside line)
    {
        if (!aside.TryAdd(ReceiptKey.Of(line.Receipt), line))
        {
            findings.Add(RecountFinding.SetAsideForOther(line.SeatId));
        }
    }

    /// <summary>Whether the seat is co-owned and has said something. Seats are asked for in the order of their ids, which is that of the voices.</summary>
    public bool HasVoices(Guid seat)
    {
        while (nextWithVoices < seatsWithVoices.Count && seatsWithVoices[nextWithVoices].CompareTo(seat) < 0)
        {
            nextWithVoices++;
        }

        return nextWithVoices < seatsWithVoices.Count && seatsWithVoices[nextWithVoices] == seat;
    }

    /// <summary>Whether a ballot is what the secretary recorded that co-owners agreed on.</summary>
    public bool IsAgreement(ReceiptKey receipt) => voices.TryGetValue(receipt, out var voice) && voice.Agreement is not null;

    public void Check(Guid seat, List<SeatBallot> ballots)
    {
        standing.Clear();
        var isCoOwned = HasVoices(seat);
        var (last, present, isContested) = (-1, (PresentBallot?)null, false);
        for (var i = 0; i < ballots.Count; i++)
        {
            var ballot = ballots[i];
            var voice = 0;
            if (isCoOwned)
            {
                if (!voices.TryGetValue(ballot.Receipt, out var stated) || stated.SeatId != seat)
                {
                    findings.Add(RecountFinding.VoiceMissing(seat));
                    return;
                }

                voicesFound++;
                voice = stated.Voice;
                present = Met(voice);
            }

            // Who cast it is not in the file, and is not asked: the same words from the same person leave no second record.
            var arriving = new ArrivingBallot(ballot.Choice, ballot.Channel, new Guid(i + 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), papers.TakenAt(ballot), vote.OpenedAt);
            if (!(isCoOwned && IsAgreement(ballot.Receipt)) && !Follows(seat, ballot, present, arriving))
            {
                continue;
            }

            (last, present) = (i, new PresentBallot(arriving.Choice, arriving.Channel, arriving.By, arriving.TakenAt));
            if (isCoOwned)
            {
                isContested = Weigh(voice, present.Value);
            }
        }

        // Said once a seat.
        if (isContested && ballots.Exists(b => Counts(b.State)))
        {
            findings.Add(RecountFinding.ContestedSeatCounts(seat));
        }
        else if (AnyDiffers(ballots, isContested, last))
        {
            findings.Add(RecountFinding.OtherBallotStands(seat));
        }
    }

    /// <summary>What is said of a ballot must be said of one that is there.</summary>
    public void End()
    {
        if (voicesFound < voices.Count)
        {
            findings.Add(RecountFinding.VoiceWithoutBallot());
        }

        if (asideFound < aside.Count)
        {
            findings.Add(RecountFinding.SetAsideWithoutBallot());
        }
    }

    // Whether the ballot was taken; one that was set aside must have been, and for the reason stated.
    private bool Follows(Guid seat, in SeatBallot ballot, PresentBallot? present, ArrivingBallot arriving)
    {
        var ruling = BallotIntake.Decide(Open, new RollLine(null, null), present, arriving, new IntakeTerms(vote.Duplicates, pack.Change));
        var isAside = ballot.State == BallotState.SetAside;
        if (isAside && aside.TryGetValue(ballot.Receipt, out var stated) && stated.SeatId == seat)
        {
            asideFound++;
            if (ruling.Kind == IntakeKind.SetAside && ruling.Reason != stated.Reason)
            {
                findings.Add(RecountFinding.SetAsideForOther(seat));
            }
        }
        else if (isAside)
        {
            findings.Add(RecountFinding.SetAsideForOther(seat));
        }

        switch (ruling.Kind)
        {
            case IntakeKind.Refused or IntakeKind.Same:
                findings.Add(RecountFinding.ShouldBeRefused(seat, ruling.Refusal?.Message ?? new("It was there already.", "此前已有同一张选票。")));
                return !isAside;
            case IntakeKind.SetAside when !isAside:
                findings.Add(RecountFinding.OtherBallotStands(seat));
                return false;
            case IntakeKind.SetAside:
                return false;
            default:
                if (isAside)
                {
                    findings.Add(RecountFinding.OtherBallotStands(seat));
                }

                return !isAside;
        }
    }

    // A new voice meets the person's own, else what all said together; what all signed meets the last that anybody said.
    private PresentBallot? Met(int voice)
    {
        if (standing.TryGetValue(voice, out var met) || standing.TryGetValue(0, out met))
        {
            return met;
        }

        return voice == 0 && standing.Count > 0 ? standing.Values.MaxBy(v => v.TakenAt) : null;
    }

    private bool Weigh(int voice, PresentBallot said)
    {
        if (voice == 0)
        {
            standing.Clear();
        }

        standing[voice] = said;
        return VoicesFinding.Of(standing.Values.Select(v => v.Choice)).IsContested;
    }

    private static bool AnyDiffers(List<SeatBallot> ballots, bool isContested, int last)
    {
        for (var i = 0; i < ballots.Count; i++)
        {
            if (ballots[i].State != BallotState.SetAside && !Fits(ballots[i].State, isContested, i == last))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Counts(BallotState state) => state is BallotState.Counts or BallotState.Excluded;

    private static bool Fits(BallotState state, bool isContested, bool isLast) => isContested
        ? state == BallotState.Contested
        : isLast ? Counts(state) : state == BallotState.Replaced;
}
