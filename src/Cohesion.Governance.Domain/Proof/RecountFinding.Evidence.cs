using System.Globalization;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Domain.Proof;

/// <content>Findings about what the ballots rest on.</content>
public sealed partial record RecountFinding
{
    internal static RecountFinding ServiceDiffers(Guid seat) => new("ServiceDiffers", new(
        $"The roll does not say of the seat {seat:D} what follows from the log of service: whether, when and by what its ballot paper was served.",
        $"席位 {seat:D} 在名册上的送达情况与送达记录不符。"));

    internal static RecountFinding ServedWithoutLog() => new("ServedWithoutLog", new(
        "The roll has seats as served of which the log of service has no line.", "名册中有席位标为已送达，送达记录中却没有相应内容。"));

    internal static RecountFinding ServiceOutOfTime(Guid seat, DateTimeOffset at) => new("ServiceOutOfTime", new(
        string.Create(CultureInfo.InvariantCulture, $"A service to the seat {seat:D} was written down at {at:u}: before it happened, or after ballots had ended."),
        string.Create(CultureInfo.InvariantCulture, $"席位 {seat:D} 的一条送达记录登记于 {at:u}：早于送达时间，或晚于投票截止。")));

    internal static RecountFinding PaperWithoutEntry(Guid seat) => new("PaperWithoutEntry", new(
        $"A ballot of the seat {seat:D} is from paper or from the door, and nothing says who entered it.", $"席位 {seat:D} 有一张纸质或上门选票，没有录入记录。"));

    internal static RecountFinding PaperNotChecked(Guid seat) => new("PaperNotChecked", new(
        $"A paper of the seat {seat:D} counts without a second person having read it.", $"席位 {seat:D} 有一张选票未经另一人复核即计入。"));

    internal static RecountFinding PaperNotSettled(Guid seat) => new("PaperNotSettled", new(
        $"Two people read a paper of the seat {seat:D} differently, and no third person settled what it says.", $"席位 {seat:D} 有一张选票两人录入不一致，未经第三人认定。"));

    internal static RecountFinding PaperReadsOtherwise(Guid seat) => new("PaperReadsOtherwise", new(
        $"A ballot of the seat {seat:D} does not say what was read from its paper.", $"席位 {seat:D} 有一张选票与录入、复核的内容不符。"));

    internal static RecountFinding PaperWithoutBallot(Guid seat) => new("PaperWithoutBallot", new(
        $"A paper of the seat {seat:D} was entered and checked, but the ballot it became is missing.", $"席位 {seat:D} 有一张选票已录入并复核，却没有对应的选票。"));

    internal static RecountFinding PaperOutOfTime(Guid seat) => new("PaperOutOfTime", new(
        $"A paper of the seat {seat:D} was given, entered, checked or settled at a time at which that could not be.", $"席位 {seat:D} 有一张选票的交付、录入、复核或认定时间不符合规定。"));

    internal static RecountFinding PaperUnproven(Guid seat, BallotChannel channel) => new("PaperUnproven", channel == BallotChannel.Paper
        ? new($"A paper ballot of the seat {seat:D} has no scan.", $"席位 {seat:D} 有一张纸质选票没有扫描件。")
        : new($"A ballot of the seat {seat:D} taken at the door has no witness.", $"席位 {seat:D} 有一张上门选票没有见证人。"));

    internal static RecountFinding ProxyWithoutMandate(Guid seat) => new("ProxyWithoutMandate", new(
        $"A ballot of the seat {seat:D} was cast by proxy, and there is no mandate for it.", $"席位 {seat:D} 有一张代投选票，没有相应的委托。"));

    internal static RecountFinding MandateNotValid(Guid seat, LocalText why) => new("MandateNotValid", new(
        $"A ballot of the seat {seat:D} was cast under a mandate that did not serve: {why.En}", $"席位 {seat:D} 有一张代投选票所依据的委托无效：{why.Zh}"));

    internal static RecountFinding MandateWithoutBallot(Guid seat) => new("MandateWithoutBallot", new(
        $"A mandate of the seat {seat:D} names a ballot that is missing, was not cast by proxy or belongs to another mandate.",
        $"席位 {seat:D} 的委托所列选票不存在、不是代投或属于另一份委托。"));

    internal static RecountFinding ProxyLimitExceeded(LocalText holder, LocalText limit) => new("ProxyLimitExceeded", new(
        $"{holder.En} cast more ballots for others than the rule allows: {limit.En}.", $"{holder.Zh}代投的选票超出规则限制：{limit.Zh}。"));

    internal static RecountFinding OtherBallotStands(Guid seat) => new("OtherBallotStands", new(
        $"Of the ballots of the seat {seat:D}, not the one counts that should by the rule and the council's policy on duplicates.",
        $"席位 {seat:D} 的几张选票中，计入的不是按规则和重复投票处理办法应当计入的那一张。"));

    internal static RecountFinding ShouldBeRefused(Guid seat, LocalText why) => new("ShouldBeRefused", new(
        $"A ballot of the seat {seat:D} should not have been taken: {why.En}", $"席位 {seat:D} 有一张选票本不应收下：{why.Zh}"));

    internal static RecountFinding SetAsideForOther(Guid seat) => new("SetAsideForOther", new(
        $"A ballot of the seat {seat:D} was set aside without a reason, or for another than the policy gives.", $"席位 {seat:D} 有一张选票不计入的理由缺失，或与重复投票处理办法不符。"));

    internal static RecountFinding SetAsideWithoutBallot() => new("SetAsideWithoutBallot", new(
        "A reason is given for setting aside a ballot that was not set aside or is missing.", "有不计入理由对应的选票不存在，或并未搁置。"));

    internal static RecountFinding ContestedSeatCounts(Guid seat) => new("ContestedSeatCounts", new(
        $"The co-owners of the seat {seat:D} differed to the end, and yet it has a ballot that counts.", $"席位 {seat:D} 的共有人到截止仍意见不一，却有计入的选票。"));

    internal static RecountFinding VoiceMissing(Guid seat) => new("VoiceMissing", new(
        $"The seat {seat:D} is co-owned, and of one of its ballots it is not said once whose voice it is.", $"席位 {seat:D} 为共有，却有选票没有唯一写明是哪位共有人的意见。"));

    internal static RecountFinding VoiceWithoutBallot() => new("VoiceWithoutBallot", new(
        "A co-owner's voice names a ballot that is missing.", "有共有人意见对应的选票不存在。"));

    internal static RecountFinding ChallengeDiffers() => new("ChallengeDiffers", new(
        "The last day for challenging the result is not the one that the rule gives.", "公布的撤销或起诉截止日与规则不符。"));
}
