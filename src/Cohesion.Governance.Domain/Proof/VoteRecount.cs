using System.Security.Cryptography;
using System.Text;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>Reads an exported vote, checks everything in it against everything else and decides it anew. A pure function of the file: no database, no network,
/// no clock.</summary>
public sealed class VoteRecount : IDisposable
{
    private readonly ExportScan scan;
    private readonly PublicProofKey? trusted;
    private readonly List<RecountFinding> findings = [];

    private VoteRecount(Stream input, PublicProofKey? trusted) => (scan, this.trusted) = (new ExportScan(input), trusted);

    /// <summary>Recounts a vote.</summary>
    /// <param name="input">The file, read once from its beginning.</param>
    /// <param name="trusted">The key the server publishes; null takes the file's own, which proves only that the file is consistent in itself.</param>
    /// <exception cref="ExportFormatException">The file is not an export of a version this program knows.</exception>
    public static RecountReport Of(Stream input, PublicProofKey? trusted)
    {
        using var recount = new VoteRecount(input, trusted);
        return recount.Run();
    }

    public void Dispose() => scan.Dispose();

    private RecountReport Run()
    {
        scan.Opening();
        var head = ExportHead.Read(scan);
        var pack = RuleOf(head);
        var roll = new ExportedRoll(head.Measures);
        scan.BeginList("roll");
        while (scan.NextItem("roll", out var seat))
        {
            var line = new LineJson(seat, scan.Line, "roll", roll.Count);
            roll.Add(ref line);
        }

        var evidence = VoteEvidence.Read(scan, head, roll, pack, findings);
        var ballots = new BallotCheck(scan, roll, head.Vote, pack, evidence, findings);
        var rounds = ballots.Read();
        var result = ExportHead.ReadResult(scan);
        ballots.CompareWith(result);
        var journal = new JournalCheck(scan, head, result, findings) { ReceiptsRoot = ballots.ReceiptsRoot };
        journal.Read();
        var (keyId, isTrusted) = CheckSignature(journal);

        var election = Election.OfCheckedRoll(roll.ForRule(), rounds) with { Facts = FactsOf(head, pack) };
        var decision = ballots.Weakness is { } weakness ? new SecrecyClasses(pack).Unopened(election.Roll!, weakness) : RuleEvaluator.Decide(pack, election);
        Compare(pack, decision, head, result);
        return new RecountReport(head, pack, roll, result, decision, ballots.Counted, ballots.Received, journal.Entries, keyId, isTrusted, findings);
    }

    private RulePack RuleOf(ExportHead head)
    {
        if (Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(head.Rule.Text))) != head.Rule.Sha256)
        {
            findings.Add(RecountFinding.RuleHash());
        }

        try
        {
            var pack = RulePackReader.Read(head.Rule.Text, "rule")[0];
            if (pack.Id != head.Rule.Id)
            {
                findings.Add(RecountFinding.RuleId(head.Rule.Id, pack.Id));
            }

            return pack;
        }
        catch (RuleFormatException fault)
        {
            throw scan.Fault($"rule.text {fault.Path}", new(fault.Reason, fault.ReasonInChinese));
        }
    }

    private (string KeyId, bool IsTrusted) CheckSignature(JournalCheck journal)
    {
        var spki = scan.PropertyJson("key").Base64();
        var (hash, keyId, signature) = scan.Signature();
        using var own = PublicProofKey.FromSpki(spki)
            ?? throw scan.Fault("key", new("This is not a P-256 public key.", "这不是 P-256 公钥。"));
        if (own.Id != keyId)
        {
            findings.Add(RecountFinding.KeyDiffers(keyId, own.Id));
        }

        if (trusted is not null && trusted.Id != own.Id)
        {
            findings.Add(RecountFinding.OtherKey(own.Id, trusted.Id));
        }

        if (!own.Verifies(hash, signature))
        {
            findings.Add(RecountFinding.Signature());
        }

        journal.CheckSeals(own);
        return (own.Id, trusted is not null);
    }

    private static Dictionary<string, bool> FactsOf(ExportHead head, RulePack pack)
    {
        var facts = head.Facts.ToDictionary(f => f.Fact, f => f.Holds, StringComparer.Ordinal);
        if (pack.Silence.After is { } period)
        {
            facts["periodElapsed"] = period.After(head.Vote.OpenedAt) <= head.Vote.ClosedAt;
        }

        return facts;
    }

    private void Compare(RulePack pack, Decision decision, ExportHead head, ExportedResult result)
    {
        var vote = head.Vote;
        if (decision.Outcome.ToString() != result.Outcome)
        {
            findings.Add(RecountFinding.Outcome(result.Outcome, decision.Outcome));
        }

        var isOverturned = vote.ConfirmedAt is not null && decision.Outcome != Outcome.Adopted;
        if (isOverturned != result.Overturned)
        {
            findings.Add(RecountFinding.Overturned(result.Overturned));
        }

        // What a vote says of further sessions is said when it is counted, before any objection.
        if (vote.ConfirmedAt is null && (decision.NextSession != result.NextSession || decision.ConfirmWindow?.Text != result.ConfirmWindow))
        {
            findings.Add(RecountFinding.Next());
        }

        // Where this machine does not know the council's time zone, the day cannot be told.
        if (pack.Challenge is not { } challenge
            ? result.ChallengeUntil is not null
            : TimeZoneInfo.TryFindSystemTimeZoneById(head.Council.TimeZone, out var zone) && challenge.LastDay(vote.ClosedAt, zone) != result.ChallengeUntil)
        {
            findings.Add(RecountFinding.ChallengeDiffers());
        }

        if (decision.ToJson() != result.DecisionJson)
        {
            findings.Add(RecountFinding.Decision());
        }
    }
}
