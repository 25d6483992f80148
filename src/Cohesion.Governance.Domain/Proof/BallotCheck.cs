using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>Reads the sessions of an export: their ballots against the roll, against each other and against the published root.</summary>
internal sealed class BallotCheck(ExportScan scan, ExportedRoll roll, ExportedVote vote, RulePack pack, VoteEvidence evidence, List<RecountFinding> findings)
{
    private readonly List<SeatBallot> ofSeat = [];
    private readonly List<ulong> receipts = [];
    private string? computedRoot;

    /// <summary>Of a secret vote: the root over the commitments to the receipts.</summary>
    public string? ReceiptsRoot { get; private set; }

    /// <summary>Why the ballots of this session, a secret one, were not opened; null where they were.</summary>
    public SecrecyWeakness? Weakness { get; private set; }

    /// <summary>Ballots of this session that count.</summary>
    public long Counted { get; private set; }

    /// <summary>Ballots of all sessions that came in.</summary>
    public long Received { get; private set; }

    /// <summary>What the sessions brought in, in the order of the rule's rounds.</summary>
    public ElectionRound[] Read()
    {
        var rounds = new ElectionRound[pack.Rounds.Count];
        Array.Fill(rounds, new ElectionRound());
        receipts.EnsureCapacity(roll.Count + (roll.Count / 4));
        scan.BeginList("sessions");
        bool? follows = null;
        var (number, isLast) = (0, false);
        while (scan.NextSession(follows, out var head))
        {
            var path = $"sessions[{number++}]";
            var isSecret = ExportScan.IsSecret(head);
            string? receiptsRoot = null;
            var session = SessionHead.Read(new LineJson(isSecret ? scan.SecretHead(head, path, out receiptsRoot) : head, scan.Line, path + ".session"));
            isLast = session.VoteId == vote.Id;
            var marks = new SeatMarks(roll.Count) { Served = roll.Served(pack.Silence.Mode) };
            bool another;
            if (isSecret)
            {
                ReadSecret(session, marks, receiptsRoot, path, isLast, out another);
            }
            else
            {
                ReadBallots(session, marks, path + ".ballots", isLast, out another);
            }

            follows = another;
            var index = session.Round is null ? 0 : pack.Rounds.ToList().FindIndex(round => round.Name == session.Round);
            if (index < 0)
            {
                throw scan.Fault(path, new($"The rule has no round '{session.Round}'.", $"规则中没有名为“{session.Round}”的轮次。"));
            }

            if (isLast == another || (isLast && session.Number != vote.Session))
            {
                throw scan.Fault(path, new("The last session must be that of this vote, and no other.", "最后一次召集必须是本次表决，且仅此一次。"));
            }

            MarkSession(session, marks, isLast);
            rounds[index] = new ElectionRound { Marks = marks, CastingVote = session.CastingVote };
        }

        if (!isLast)
        {
            throw scan.Fault("sessions", new("The session of this vote is missing.", "缺少本次表决的内容。"));
        }

        CheckReceipts();
        evidence.End();
        return rounds;
    }

    public void CompareWith(ExportedResult result)
    {
        if (result.BallotsRoot != computedRoot)
        {
            findings.Add(RecountFinding.Root(result.BallotsRoot, computedRoot!));
        }

        if (result.Ballots != Counted)
        {
            findings.Add(RecountFinding.BallotCount(result.Ballots, Counted));
        }
    }

    private void ReadBallots(ExportedSession session, SeatMarks marks, string path, bool isThisVote, out bool another)
    {
        var came = session.Attending.Select(SeatAt).Where(seat => seat >= 0).ToHashSet();
        var tree = new MerkleBatches(BallotLeaf.Length);
        Span<byte> receipt = stackalloc byte[SHA256.HashSizeInBytes];
        var (at, item, previousSeat, previousAt, isSettled) = (0, 0L, default(Guid), default(DateTimeOffset), true);
        while (scan.NextBallot(path, out var line, out another))
        {
            var json = new LineJson(line, scan.Line, path, item++);
            json.BeginObject();
            json.Field("seat"u8);
            var seat = json.Id();
            json.Field("choice"u8);
            var choice = ExportWords.Choice(json.Word()) ?? throw json.Expected("yes, no or abstain", " yes、no 或 abstain");
            json.Field("channel"u8);
            var channel = ExportWords.Channel(json.Word()) ?? throw json.Expected("online, paper, visit or proxy", " online、paper、visit 或 proxy");
            json.Field("at"u8);
            var castAt = json.Time();
            json.Field("receipt"u8);
            json.Hash(receipt);
            json.Field("state"u8);
            var state = ExportWords.State(json.Word()) ?? throw json.Expected("counts, replaced, excluded, setAside or contested", " counts、replaced、excluded、setAside 或 contested");
            json.EndObject();
            json.End();

            var order = item == 1 ? 1 : seat.CompareTo(previousSeat);
            if (order < 0 || (order == 0 && castAt < previousAt))
            {
                throw json.Fault(new("Ballots are not in the order of seats and times.", "选票未按席位和时间排序。"));
            }

            isSettled = order > 0 ? Begin(isSettled, previousSeat) : isSettled;
            if (isThisVote)
            {
                HoldAgainstEvidence(order > 0 && item > 1, previousSeat);
                ofSeat.Add(new(choice, channel, castAt, ReceiptKey.Of(receipt), state));
            }

            var isSeats = state is BallotState.Counts or BallotState.Excluded;
            var isSecond = isSettled && isSeats;
            if (isSecond)
            {
                findings.Add(RecountFinding.TwoBallots(seat));
            }

            isSettled |= isSeats || state == BallotState.Contested;

            while (at < roll.Count && roll.Seats[at].CompareTo(seat) < 0)
            {
                at++;
            }

            var onRoll = at < roll.Count && roll.Seats[at] == seat;
            if (isThisVote)
            {
                Check(seat, state, channel, onRoll, at, castAt);
            }

            if (state == BallotState.Counts)
            {
                BallotLeaf.Write(session.VoteId, seat, choice, channel, castAt, receipt, tree.Add());
            }

            if (onRoll && isSeats && !isSecond)
            {
                marks.Vote(at, choice, inPerson: channel != BallotChannel.Proxy && came.Contains(at));
            }

            receipts.Add(BinaryPrimitives.ReadUInt64BigEndian(receipt));
            (previousSeat, previousAt) = (seat, castAt);
            Received++;
        }

        Begin(isSettled, previousSeat);
        HoldAgainstEvidence(ofSeat.Count > 0, previousSeat);
        var computed = Convert.ToHexStringLower(tree.Root());
        if (session.BallotsRoot is { } stated && stated != computed)
        {
            findings.Add(RecountFinding.SessionRoot(session.Number, stated, computed));
        }

        if (isThisVote)
        {
            (computedRoot, Counted) = (computed, tree.Count);
        }
    }

    private void ReadSecret(ExportedSession session, SeatMarks marks, string? receiptsRoot, string path, bool isThisVote, out bool another)
    {
        var check = new SecretSessionCheck(scan, roll, pack, findings);
        foreach (var ballot in check.Read(session, receiptsRoot, path, isThisVote))
        {
            marks.Vote(SeatAt(Guid.Parse(ballot.Seat)), ballot.Choice, ballot.InPerson);
        }

        another = check.AnotherFollows;
        Received += check.Marks;
        if (isThisVote)
        {
            (computedRoot, Counted, ReceiptsRoot, Weakness) = (check.BallotsRoot, check.Counted, receiptsRoot, check.Weakness);
        }
    }

    // Of a seat's ballots one must be its ballot, unless its co-owners differed to the end.
    private bool Begin(bool isSettled, Guid seatBefore)
    {
        if (!isSettled)
        {
            findings.Add(RecountFinding.BallotLost(seatBefore));
        }

        return false;
    }

    private void HoldAgainstEvidence(bool seatIsOver, Guid seat)
    {
        if (seatIsOver)
        {
            evidence.Check(seat, ofSeat);
            ofSeat.Clear();
        }
    }

    private void Check(Guid seat, BallotState state, BallotChannel channel, bool onRoll, int at, DateTimeOffset castAt)
    {
        if (!onRoll)
        {
            findings.Add(RecountFinding.NotOnRoll(seat));
        }
        else if (state is BallotState.Counts or BallotState.Excluded && roll.IsExcluded(at) != (state == BallotState.Excluded))
        {
            findings.Add(RecountFinding.ExclusionDiffers(seat));
        }

        // A paper entered in time may be checked by a second person until the count.
        var isEntered = channel is BallotChannel.Paper or BallotChannel.Visit;
        if (castAt < vote.OpenedAt || castAt > vote.ClosedAt || (!isEntered && castAt >= vote.ClosesAt))
        {
            findings.Add(RecountFinding.OutOfTime(seat, castAt));
        }
    }

    // What a session brought in beside its ballots.
    private void MarkSession(ExportedSession session, SeatMarks marks, bool isThisVote)
    {
        // Until a vote is looked at again after its posting, no objection has been weighed.
        IEnumerable<ExportedObjection> weighed = isThisVote
            ? session.Objections.Where(o => vote.ConfirmedAt is { } confirmed && o.At <= confirmed && (o.Stage != "withdrawn" || o.SettledAt > confirmed))
            : session.Objections.Where(o => o.Stage != "withdrawn");
        foreach (var seat in session.Attending.Select(SeatAt).Where(seat => seat >= 0))
        {
            marks.Acts[seat] |= SeatActs.Present | SeatActs.InPerson;
        }

        foreach (var seat in weighed.Select(o => SeatAt(o.SeatId)).Where(seat => seat >= 0))
        {
            marks.Acts[seat] |= SeatActs.Objected;
        }
    }

    private int SeatAt(Guid seat) => roll.Seats.BinarySearch(seat);

    private void CheckReceipts()
    {
        // Eight of thirty-two bytes tell a million codes apart; two alike are a code given twice.
        if (Repeats.Any(CollectionsMarshal.AsSpan(receipts)))
        {
            findings.Add(RecountFinding.ReceiptTwice());
        }
    }
}
