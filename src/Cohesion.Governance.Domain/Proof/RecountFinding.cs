using System.Globalization;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>Something in an exported vote that does not fit: the vote cannot be relied on as it was announced.</summary>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Text">The sentence, for people.</param>
public sealed partial record RecountFinding(string Code, LocalText Text)
{
    internal static RecountFinding Signature() => new("SignatureWrong", new(
        "The signature is not that of this text: the file was changed after the server signed it.", "签名与内容不符：文件在服务器签名之后被改动过。"));

    internal static RecountFinding KeyDiffers(string stated, string computed) => new("KeyMislabelled", new(
        $"The file says it was signed with the key {stated}, but the key in it is {computed}.", $"文件称签名密钥为 {stated}，所附密钥却是 {computed}。"));

    internal static RecountFinding OtherKey(string signedBy, string trusted) => new("OtherKey", new(
        $"The file was signed with the key {signedBy}, not with the one you gave, {trusted}. Take the key the server publishes, or the earlier one if it was changed since.",
        $"文件签名所用的密钥是 {signedBy}，不是您给出的 {trusted}。请使用服务器公布的密钥；如果之后更换过密钥，请使用当时的密钥。"));

    internal static RecountFinding RuleHash() => new("RuleChanged", new(
        "The rule's text does not have the hash stated with it.", "规则文本与所附散列值不符。"));

    internal static RecountFinding RuleId(string stated, string found) => new("RuleMislabelled", new(
        $"The rule is called '{stated}', but its text is that of '{found}'.", $"规则标为“{stated}”，文本却是“{found}”。"));

    internal static RecountFinding Root(string stated, string computed) => new("RootDiffers", new(
        $"The ballots give the root {computed}, but the result was announced with {stated}.", $"由选票算得的根是 {computed}，公布的却是 {stated}。"));

    internal static RecountFinding SessionRoot(int number, string stated, string computed) => new("SessionRootDiffers", new(
        $"The ballots of session {number} give the root {computed}, but {stated} was announced.", $"第 {number} 次召集的选票算得的根是 {computed}，公布的却是 {stated}。"));

    internal static RecountFinding BallotCount(long stated, long counted) => new("BallotCountDiffers", new(
        $"The result says {stated} ballots; {counted} count.", $"结果称有 {stated} 张选票，实际计入 {counted} 张。"));

    internal static RecountFinding TwoBallots(Guid seat) => new("TwoBallots", new(
        $"The seat {seat:D} has two ballots that count.", $"席位 {seat:D} 有两张计入的选票。"));

    internal static RecountFinding BallotLost(Guid seat) => new("BallotLost", new(
        $"The last ballot of the seat {seat:D} is said to be replaced, but there is none in its place.", $"席位 {seat:D} 的最后一张选票标为已被替换，却没有替换它的选票。"));

    internal static RecountFinding NotOnRoll(Guid seat) => new("SeatNotOnRoll", new(
        $"A ballot was cast for the seat {seat:D}, which is not on the roll.", $"席位 {seat:D} 不在名册上，却有选票。"));

    internal static RecountFinding ExclusionDiffers(Guid seat) => new("ExclusionDiffers", new(
        $"Roll and ballot disagree on whether the seat {seat:D} is excluded.", $"席位 {seat:D} 是否被排除，名册与选票说法不一。"));

    internal static RecountFinding OutOfTime(Guid seat, DateTimeOffset at) => new("OutOfTime", new(
        string.Create(CultureInfo.InvariantCulture, $"The ballot of the seat {seat:D} was cast at {at:u}, when the vote was not open."),
        string.Create(CultureInfo.InvariantCulture, $"席位 {seat:D} 的选票投于 {at:u}，不在表决期间内。")));

    internal static RecountFinding ReceiptTwice() => new("ReceiptTwice", new(
        "Two ballots have the same receipt.", "有两张选票的回执相同。"));

    internal static RecountFinding Chain() => new("ChainBroken", new(
        "The journal entries do not lead to the hash at the journal's end: one was changed, left out or added.", "日志各条不能推出日志末尾的散列值：有内容被改动、删除或添加。"));

    internal static RecountFinding CountMissing() => new("CountMissing", new(
        "The journal has no entry of the counting of this vote.", "日志中没有本次表决的计票记录。"));

    internal static RecountFinding CountDiffers() => new("CountDiffers", new(
        "What the journal says of the counting is not what was announced.", "日志中的计票记录与公布的结果不符。"));

    internal static RecountFinding SealHash(string day) => new("SealDiffers", new(
        $"The journal is not the one that was sealed for {day}: it was rewritten.", $"日志与 {day} 的封存记录不符：日志被改写过。"));

    internal static RecountFinding SealSignature(string day) => new("SealSignatureWrong", new(
        $"The seal of {day} does not have a valid signature.", $"{day} 的封存签名无效。"));

    internal static RecountFinding SealElsewhere() => new("SealElsewhere", new(
        "A seal in the file is of no entry in the file.", "文件中有封存记录不对应任何日志条目。"));

    internal static RecountFinding Outcome(string stated, Outcome computed) => new("OutcomeDiffers", new(
        $"Announced was {stated}; by the rule it is {computed}.", $"公布的结果是 {stated}，按规则应为 {computed}（{ExplanationText.OutcomeWord(computed, RuleLanguage.Chinese)}）。"));

    internal static RecountFinding Overturned(bool stated) => new("OverturnDiffers", stated
        ? new("The result is said to be overturned by objections, but the rule lets it stand.", "结果标为被异议推翻，但按规则应当成立。")
        : new("The objections overturn the result by the rule, but it is said to stand.", "按规则异议应推翻结果，结果却标为成立。"));

    internal static RecountFinding Next() => new("NextSessionDiffers", new(
        "What was announced of a further session or of the objection window is not what the rule says.", "公布的再次召集或异议期与规则不符。"));

    internal static RecountFinding Decision() => new("DecisionDiffers", new(
        "The numbers of the decision are not those that the recount comes to.", "决定中的数字与复核所得不符。"));
}
