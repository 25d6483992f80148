using System.Globalization;
using System.Text;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>What a recount came to.</summary>
public sealed class RecountReport
{
    private readonly ExportHead head;
    private readonly RulePack pack;
    private readonly ExportedRoll roll;

    internal RecountReport(
        ExportHead head, RulePack pack, ExportedRoll roll, ExportedResult result, Decision decision, long counted, long received, long entries,
        string keyId, bool keyWasGiven, IReadOnlyList<RecountFinding> findings)
    {
        (this.head, this.pack, this.roll) = (head, pack, roll);
        (Result, Decision, Counted, Received, Entries, KeyId, KeyWasGiven, Findings) = (result, decision, counted, received, entries, keyId, keyWasGiven, findings);
    }

    /// <summary>Whether everything fits and the outcome is the one announced.</summary>
    public bool IsSame => Findings.Count == 0;

    /// <summary>What does not fit.</summary>
    public IReadOnlyList<RecountFinding> Findings { get; }

    public ExportedVote Vote => head.Vote;

    /// <summary>What was announced.</summary>
    public ExportedResult Result { get; }

    /// <summary>What the rule says of these ballots.</summary>
    public Decision Decision { get; }

    /// <summary>Ballots that count.</summary>
    public long Counted { get; }

    /// <summary>Ballots that came in, earlier sessions and replaced ones included.</summary>
    public long Received { get; }

    /// <summary>Seats on the roll.</summary>
    public int Seats => roll.Count;

    /// <summary>Journal entries read.</summary>
    public long Entries { get; }

    /// <summary>The key the file was signed with.</summary>
    public string KeyId { get; }

    /// <summary>Whether whoever recounts gave a key to trust.</summary>
    public bool KeyWasGiven { get; }

    /// <summary>The report for people.</summary>
    public string Tell(Language reader)
    {
        var language = reader == Language.Chinese ? RuleLanguage.Chinese : RuleLanguage.English;
        var text = new StringBuilder();
        void Line(LocalText line) => text.Append(line.In(reader)).Append('\n');
        void Values(string english, string chinese, params object[] values) => Line(new LocalText(english, chinese).With(values));

        Values("Council: {0}", "议事会：{0}", head.Council.Name);
        Values("Question: {0}", "表决事项：{0}", head.Vote.Question);
        Values("Rule: {0} ({1})", "规则：{0}（{1}）", new LocalText(pack.Title.English, pack.Title.Chinese ?? pack.Title.English), pack.Source);
        Values(
            "Roll: {0} {0|seat|seats}, register version {1}. Ballots: {2} came in, {3} {3|counts|count}.", "名册：{0} 个席位，登记第 {1} 版。选票：收到 {2} 张，计入 {3} 张。",
            Say(Seats), head.Vote.RegisterVersion, Say(Received), Say(Counted));
        Values("Root over the ballots: {0}", "选票的根：{0}", Result.BallotsRoot);
        Values("Journal entries checked: {0}", "已核对日志 {0} 条", Say(Entries));
        Values("Signed with the key: {0}", "签名密钥：{0}", KeyId);
        if (!KeyWasGiven)
        {
            Values(
                "No key was given: compare this key with the one the server publishes, or give it with --key; until then the file only agrees with itself.",
                "未指定密钥：请将上述密钥与服务器公布的密钥核对，或用 --key 指定；在此之前只能说明文件自身前后一致。");
        }

        text.Append('\n').Append(ExplanationText.Render(roll.Named(Decision, reader), language, Labels())).Append('\n');
        if (IsSame)
        {
            Values("The recount agrees with the result announced: {0}.", "复核结果与公布结果一致：{0}。", OutcomeWord(Decision.Outcome));
            return text.ToString();
        }

        Values("The recount does NOT agree with what was announced:", "复核结果与公布结果不一致：");
        foreach (var finding in Findings)
        {
            text.Append("- ").Append(finding.Code).Append(reader == Language.Chinese ? "：" : ": ").Append(finding.Text.In(reader)).Append('\n');
        }

        return text.ToString();
    }

    private static LocalText OutcomeWord(Outcome outcome) =>
        new(ExplanationText.OutcomeWord(outcome, RuleLanguage.English), ExplanationText.OutcomeWord(outcome, RuleLanguage.Chinese));

    private static string Say(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private MeasureLabels Labels() => MeasureLabels.Plain with
    {
        Measures = head.Measures.ToDictionary(
            m => m.Code,
            m => MeasureLabel.Of(m.Name, m.Unit, m.Scale),
            StringComparer.Ordinal),
        Blocs = head.Blocs.ToDictionary(b => b.Code, b => new BlocLabel(b.Name.En, b.Name.Zh), StringComparer.Ordinal),
    };
}
