using System.Globalization;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
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
        (vote.BallotChange == BallotChange.Never
            ? new LocalText("Vote until {1}: {0} Under the rule of this vote a ballot cannot be changed.", "请在{1}前投票：{0}按规则，投出后不得更改。")
            : new LocalText("Vote until {1}: {0} You can change your ballot until then.", "请在{1}前投票：{0}截止前可以更改。")).With(Asked(vote), until);

    public static LocalText CannotBeSecret(Vote vote, LocalText why) =>
        new LocalText("{0} {1}", "{0}{1}").With(Asked(vote), why);

    public static LocalText PutByName(Vote vote, string reason) =>
        new LocalText("The vote will be by name and not secret: {0} Reason: {1}", "本次表决改为记名表决：{0}原因：{1}").With(Asked(vote), reason);

    public static LocalText Reminder(Vote vote, LocalText until) =>
        new LocalText("Your ballot is still missing. Vote until {1}: {0}", "您还没有投票。请在{1}前投票：{0}").With(Asked(vote), until);

    public static LocalText Visits(Vote vote, int seats) =>
        new LocalText("{1} {1|seat has|seats have} not voted yet; please visit them: {0}", "还有{1}个席位没有投票，请安排走访：{0}").With(Asked(vote), seats);

    public static LocalText Decided(Vote vote, LocalText outcome) =>
        new LocalText("Result of the vote, {1}: {0}", "表决结果（{1}）：{0}").With(Asked(vote), outcome);

    public static LocalText Cancelled(Vote vote, string reason) =>
        new LocalText("The vote was cancelled: {0} Reason: {1}", "表决已取消：{0}原因：{1}").With(Asked(vote), reason);

    public static LocalText Recorded(Vote vote, LocalText channel, LocalText? whyNotCounted) => whyNotCounted is null
        ? new LocalText(
            "A ballot was recorded for your seat ({1}): {0} If it is not yours, tell the council secretary before the vote closes.",
            "已为您的席位登记一张选票（{1}）：{0}如非本人意愿，请在截止前联系议事会秘书。").With(Asked(vote), channel)
        : new LocalText(
            "A ballot came in for your seat ({1}) and is kept without counting: {0} {2}", "您的席位收到一张选票（{1}），予以保留但不计入：{0}{2}").With(Asked(vote), channel, whyNotCounted);

    public static LocalText EnvelopeRecorded(Vote vote, LocalText channel, LocalText? whyNotCounted) => whyNotCounted is null
        ? new LocalText(
            "An envelope was recorded for your seat ({1}): {0} It stays closed until the vote has ended, and there is no receipt for it. If it is not yours, tell the council secretary before the vote closes.",
            "已为您的席位登记一个信封（{1}）：{0}截止前不会拆开，也没有回执。如非本人意愿，请在截止前联系议事会秘书。").With(Asked(vote), channel)
        : new LocalText(
            "An envelope came in for your seat ({1}) and stays unopened: {0} {2}", "您的席位收到一个信封（{1}），不予开拆：{0}{2}").With(Asked(vote), channel, whyNotCounted);

    public static LocalText EnvelopesWait(Vote vote, int outer, int inner) => outer > 0
        ? new LocalText("The vote has closed and waits for its envelopes; check the {1} outer ones first: {0}", "表决已截止，待处理信封，请先复核 {1} 个外信封：{0}").With(Asked(vote), outer)
        : new LocalText("The vote has closed; please open its {1} inner envelopes together and enter the totals: {0}", "表决已截止，请统一开拆 {1} 个内信封并录入清点结果：{0}").With(Asked(vote), inner);

    public static LocalText EnvelopesToCheck(Vote vote) =>
        new LocalText("The totals of the envelopes are entered; please count the papers again and enter yours: {0}", "信封清点结果已录入，请重新清点并复核：{0}").With(Asked(vote));

    public static LocalText EntryDisputed(Vote vote) =>
        new LocalText("Two people read a ballot differently; please settle what it says: {0}", "有一张选票两人录入不一致，请认定：{0}").With(Asked(vote));

    public static LocalText EntriesWaiting(Vote vote, int entries) => (vote.Secret
        ? new LocalText("{1} envelopes are entered and not yet checked or settled; the count waits until that is done: {0}", "有 {1} 个信封已登记但尚未复核或认定，完成前不能计票：{0}")
        : new LocalText("{1} ballots are entered and not yet checked or settled; they do not count unless that is done before the end: {0}", "有 {1} 张选票已录入但尚未复核或认定，截止前未完成的不计入：{0}"))
        .With(Asked(vote), entries);

    public static LocalText EntriesUncounted(Vote vote, int entries) =>
        new LocalText("{1} entered ballots were not checked or settled in time and do not count: {0}", "有 {1} 张录入的选票未及时复核或认定，未计入：{0}").With(Asked(vote), entries);

    public static LocalText Contested(Vote vote, string seat) => new LocalText(
        "The co-owners of {1} have voted differently, so the seat counts as not having voted until you agree: {0}",
        "{1}的共有人投票不一致，协商一致前按未投票计：{0}").With(Asked(vote), seat);

    public static LocalText ContestEnded(Vote vote, string seat) =>
        new LocalText("The co-owners of {1} agree, and the seat's ballot counts: {0}", "{1}的共有人已达成一致，选票计入：{0}").With(Asked(vote), seat);

    /// <summary>What a co-owner with whom another differs is told with his receipt.</summary>
    public static readonly LocalText ContestedVoice = new(
        "Another co-owner of the seat has said otherwise. The seat counts as not having voted until you agree.", "该席位的其他共有人意见不同，协商一致前按未投票计。");

    /// <summary>Why an earlier ballot does not count.</summary>
    public static readonly LocalText ReplacedBallot = new("Another ballot of the seat took its place.", "该席位的另一张选票已取而代之。");

    public static LocalText GiverVoted(Vote vote) =>
        new LocalText("The seat that gave you its mandate has voted itself, which ends the mandate: {0}", "委托您的席位已自行投票，委托终止：{0}").With(Asked(vote));

    public static LocalText MandateGiven(string seat, Vote? vote) => vote is null
        ? new LocalText("You may vote for {0}.", "您受{0}委托，可代其投票。").With(seat)
        : new LocalText("You may vote for {1}: {0}", "您受{1}委托，可代其投票：{0}").With(Asked(vote), seat);

    public static LocalText MandateRecorded(string seat) => new LocalText(
        "The secretary recorded a written mandate of {0}. If it is not yours, take it back on the ballot's page or tell the secretary.",
        "秘书已登记{0}的书面委托。如非本人意愿，请在选票页面撤回或联系秘书。").With(seat);

    public static LocalText MandateRevoked(string seat) => new LocalText("The mandate to vote for {0} was taken back.", "{0}的投票委托已撤回。").With(seat);

    public static LocalText ExclusionObjected(Vote vote) =>
        new LocalText("An excluded seat objects; please decide before the vote closes: {0}", "被排除的席位提出异议，请在截止前处理：{0}").With(Asked(vote));

    public static LocalText ExclusionDecided(Vote vote, bool upheld, string finding) => (upheld
        ? new LocalText("Your objection was upheld and your seat takes part again: {0} {1}", "您的异议成立，席位恢复参加表决：{0}{1}")
        : new LocalText("Your objection was not upheld and your seat stays excluded: {0} {1}", "您的异议不成立，席位仍不参加表决：{0}{1}")).With(Asked(vote), finding);

    /// <summary>Where paper and visit ballots are entered and checked.</summary>
    public static string EntriesPageOf(Guid voteId) => $"/votes/{voteId:D}/entries";

    /// <summary>Where the inner envelopes of a secret vote are counted.</summary>
    public static string EnvelopesPageOf(Guid voteId) => $"/votes/{voteId:D}/envelopes";

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
        BallotChannel.Meeting => new("in the meeting", "会上"),
        BallotChannel.Unstated => new("way not stated", "方式未注明"),
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "A channel without a name"),
    };

    public static string PageOf(Guid voteId) => $"/votes/{voteId:D}";

    public static string BallotPageOf(Guid voteId) => $"/votes/{voteId:D}/ballot";

    // The question is the proposer's text and is shown in whatever language he wrote it.
    private static LocalText Asked(Vote vote) => new($"“{vote.Question}”.", $"“{vote.Question}”。");
}
