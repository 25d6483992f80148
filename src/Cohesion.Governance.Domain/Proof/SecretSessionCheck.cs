using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>Reads a secret session of an export: who voted against the roll, the ballots of each class against the marks of that class, and both trees.</summary>
internal sealed class SecretSessionCheck(ExportScan scan, ExportedRoll roll, RulePack pack, List<RecountFinding> findings)
{
    private readonly Dictionary<string, BallotChannel> marked = new(StringComparer.Ordinal);
    private readonly List<(string Class, BallotChoice Choice)> ballots = [];

    /// <summary>Whether another session follows.</summary>
    public bool AnotherFollows { get; private set; }

    /// <summary>Seats that voted.</summary>
    public long Marks { get; private set; }

    /// <summary>Ballots that count.</summary>
    public long Counted => ballots.Count;

    /// <summary>The root over the ballots, as computed.</summary>
    public string BallotsRoot { get; private set; } = string.Empty;

    /// <summary>Why the ballots were not opened; null where they were.</summary>
    public SecrecyWeakness? Weakness { get; private set; }

    /// <summary>Reads the session from its marks to its end.</summary>
    /// <returns>The ballots, those of a class on the marked seats of the class in arbitrary order.</returns>
    public List<RuleBallot> Read(ExportedSession session, string? receiptsRoot, string path, bool isThisVote)
    {
        ReadMarks(path + ".marks", isThisVote);
        ReadBallots(session, path + ".secretBallots");
        ReadReceipts(session, receiptsRoot, path + ".receipts");

        var seats = roll.ForRule();
        var classes = new SecrecyClasses(pack);
        Weakness = isThisVote ? classes.WeaknessOf(seats, marked.Keys) : null;
        if (Weakness is not null)
        {
            if (ballots.Count > 0)
            {
                findings.Add(SecretFinding.Betrayed(Weakness.Class));
            }

            return [];
        }

        if (ballots.Count == 0 && !isThisVote)
        {
            return [];
        }

        if (classes.Assign(seats, marked.Keys.ToHashSet(StringComparer.Ordinal), ballots) is not { } assigned)
        {
            findings.Add(SecretFinding.ClassesDiffer());
            return [];
        }

        var came = session.Attending.Select(seat => seat.ToString("D")).ToHashSet(StringComparer.Ordinal);
        return [.. assigned.Select(b => new RuleBallot(b.Seat, b.Choice, marked[b.Seat], InPerson: marked[b.Seat] != BallotChannel.Proxy && came.Contains(b.Seat)))];
    }

    private void ReadMarks(string path, bool isThisVote)
    {
        Guid? before = null;
        while (scan.NextItem(path, out var line))
        {
            var json = new LineJson(line, scan.Line, path, Marks);
            json.BeginObject();
            json.Field("seat"u8);
            var seat = json.Id();
            json.Field("channel"u8);
            var channel = ExportWords.Channel(json.Word()) ?? throw json.Expected("online, paper, visit or proxy", " online、paper、visit 或 proxy");
            json.Field("counts"u8);
            var counts = json.Flag();
            json.EndObject();
            json.End();
            if (before is { } last && seat.CompareTo(last) <= 0)
            {
                throw json.Fault(new("Marks are not in the order of seats, or one stands twice.", "投票标记未按席位排序或有重复。"));
            }

            before = seat;
            Marks++;
            var at = roll.Seats.BinarySearch(seat);
            if (at < 0)
            {
                findings.Add(RecountFinding.NotOnRoll(seat));
            }
            else if (isThisVote && roll.IsExcluded(at) == counts)
            {
                findings.Add(RecountFinding.ExclusionDiffers(seat));
            }
            else if (counts)
            {
                marked.Add(roll.NameOf(at), channel);
            }
        }
    }

    private void ReadBallots(ExportedSession session, string path)
    {
        scan.BeginList("secretBallots");
        var tree = new MerkleFrontier();
        Guid? before = null;
        while (scan.NextItem(path, out var line))
        {
            var json = new LineJson(line, scan.Line, path, ballots.Count);
            json.BeginObject();
            json.Field("id"u8);
            var id = json.Id();
            json.Field("class"u8);
            var seats = json.String();
            json.Field("choice"u8);
            var choice = ExportWords.Choice(json.Word()) ?? throw json.Expected("yes, no or abstain", " yes、no 或 abstain");
            json.EndObject();
            json.End();
            if (before is { } last && id.CompareTo(last) <= 0)
            {
                throw json.Fault(new("Ballots are not in the order of their ids, or one stands twice.", "选票未按编号排序或有重复。"));
            }

            before = id;
            ballots.Add((seats, choice));
            tree.Add(MerkleTree.LeafHash(SecretLeaf.OfBallot(session.VoteId, id, seats, choice)));
        }

        BallotsRoot = Convert.ToHexStringLower(tree.Root());
        if (session.BallotsRoot is { } stated && stated != BallotsRoot)
        {
            findings.Add(RecountFinding.SessionRoot(session.Number, stated, BallotsRoot));
        }
    }

    private bool NextReceipt(string path, out ReadOnlySpan<byte> line)
    {
        var found = scan.NextBallot(path, out line, out var another);
        AnotherFollows = another;
        return found;
    }

    private void ReadReceipts(ExportedSession session, string? stated, string path)
    {
        scan.BeginList("receipts");
        var tree = new MerkleFrontier();
        string? before = null;
        while (NextReceipt(path, out var line))
        {
            var json = new LineJson(line, scan.Line, path, tree.Count);
            var commitment = json.HashText();
            json.End();
            if (before is not null && string.CompareOrdinal(commitment, before) <= 0)
            {
                throw json.Fault(new("Receipts are not in order, or one stands twice.", "回执未排序或有重复。"));
            }

            before = commitment;
            tree.Add(MerkleTree.LeafHash(SecretLeaf.OfReceipt(session.VoteId, Convert.FromHexString(commitment))));
        }

        var root = Convert.ToHexStringLower(tree.Root());
        if (stated is not null && stated != root)
        {
            findings.Add(SecretFinding.ReceiptsRoot(session.Number, stated, root));
        }

        // Who voted in an envelope was given no code; where nothing was opened there are none at all.
        var envelopes = ballots.Count == 0 ? 0 : marked.Values.Count(BallotIntake.IsSigned);
        if (tree.Count != ballots.Count - envelopes)
        {
            findings.Add(SecretFinding.ReceiptCount(ballots.Count, envelopes, tree.Count));
        }
    }
}

/// <summary>What may be wrong with a secret session.</summary>
internal static class SecretFinding
{
    public static RecountFinding ClassesDiffer() => new("SecretClassesDiffer", new(
        "A group of seats has more or fewer secret ballots than seats that voted.", "有的组中无记名选票数与已投票席位数不符。"));

    public static RecountFinding Betrayed(string seats) => new("SecrecyBetrayed", new(
        $"So few of the group '{seats}' voted that nothing may have been opened, yet there are ballots.", $"“{seats}”组投票者过少，选票本不应打开，文件中却有选票。"));

    public static RecountFinding ReceiptsRoot(int number, string stated, string computed) => new("ReceiptsRootDiffers", new(
        $"The receipts of session {number} give the root {computed}, but {stated} was announced.", $"第 {number} 次召集的回执算得的根是 {computed}，公布的却是 {stated}。"));

    public static RecountFinding ReceiptCount(long ballots, long envelopes, long receipts) => new("ReceiptCountDiffers", new(
        $"There are {receipts} receipts for {ballots} secret ballots, of which {envelopes} came in envelopes and have none.",
        $"无记名选票有 {ballots} 张，其中信封选票 {envelopes} 张没有回执，回执却有 {receipts} 个。"));
}
