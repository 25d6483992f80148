using System.Globalization;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using BallotChannel = Cohesion.Governance.Domain.Votes.BallotChannel;
using RuleOutcome = Cohesion.Governance.Domain.Rules.Outcome;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>How votes are spoken of in notices.</summary>
internal static class VoteWords
{
    /// <summary>The outcome in a word, the same as in explanations.</summary>
    public static LocalText OutcomeName(RuleOutcome outcome) =>
        new(ExplanationText.OutcomeWord(outcome, RuleLanguage.English), ExplanationText.OutcomeWord(outcome, RuleLanguage.Chinese));

    /// <summary>A moment as people in the council read it from their clocks.</summary>
    public static LocalText Moment(DateTimeOffset at, string timeZone)
    {
        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(timeZone));
        return new(
            local.ToString("d MMMM yyyy, HH:mm", CultureInfo.GetCultureInfo("en")),
            local.ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture));
    }

    public static LocalText Opened(Vote vote, LocalText until) =>
        new LocalText("Vote until {1}: {0} You can change your ballot until then.", "请在{1}前投票：{0}截止前可以更改。").With(Asked(vote), until);

    public static LocalText Reminder(Vote vote, LocalText until) =>
        new LocalText("Your ballot is still missing. Vote until {1}: {0}", "您还没有投票。请在{1}前投票：{0}").With(Asked(vote), until);

    public static LocalText Visits(Vote vote, int seats) =>
        new LocalText("{1} seats have not voted yet; please visit them: {0}", "还有{1}个席位没有投票，请安排走访：{0}").With(Asked(vote), seats);

    public static LocalText Decided(Vote vote, LocalText outcome) =>
        new LocalText("Result of the vote, {1}: {0}", "表决结果（{1}）：{0}").With(Asked(vote), outcome);

    public static LocalText Cancelled(Vote vote, string reason) =>
        new LocalText("The vote was cancelled: {0} Reason: {1}", "表决已取消：{0}原因：{1}").With(Asked(vote), reason);

    public static LocalText Recorded(Vote vote, LocalText channel) =>
        new LocalText(
            "A ballot was recorded for your seat ({1}): {0} If it is not yours, cast your own ballot online or tell the council secretary.",
            "已为您的席位登记一张选票（{1}）：{0}如非本人意愿，请在线重新投票或联系议事会秘书。").With(Asked(vote), channel);

    public static LocalText Excluded(Vote vote, string note) =>
        new LocalText("Your seat does not take part in this vote: {0} Reason: {1}", "您的席位不参加本次表决：{0}原因：{1}").With(Asked(vote), note);

    public static LocalText Readmitted(Vote vote) =>
        new LocalText("Your seat takes part in this vote again: {0}", "您的席位恢复参加本次表决：{0}").With(Asked(vote));

    public static LocalText Overturned(Vote vote) =>
        new LocalText("Objections in the posting overturned the adoption: {0}", "公示期内的异议使表决结果不能成立：{0}").With(Asked(vote));

    public static LocalText ChannelName(BallotChannel channel) => channel switch
    {
        BallotChannel.Online => new("online", "在线"),
        BallotChannel.Paper => new("on paper", "纸质"),
        BallotChannel.Visit => new("at the door", "上门"),
        BallotChannel.Proxy => new("by proxy", "委托"),
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "A channel without a name"),
    };

    public static string PageOf(Guid voteId) => $"/votes/{voteId:D}";

    public static string BallotPageOf(Guid voteId) => $"/votes/{voteId:D}/ballot";

    // The question is the proposer's text and is shown in whatever language he wrote it.
    private static LocalText Asked(Vote vote) => new($"“{vote.Question}”.", $"“{vote.Question}”。");
}
