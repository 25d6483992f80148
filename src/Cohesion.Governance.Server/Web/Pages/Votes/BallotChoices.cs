using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Web.Forms;

namespace Cohesion.Governance.Server.Web.Pages.Votes;

/// <summary>What a ballot may say and how it may come, as forms offer it.</summary>
internal static class BallotChoices
{
    public static IEnumerable<Choice> Of(Reader reader) =>
    [
        new("yes", reader.Say(VoteTexts.Yes)),
        new("no", reader.Say(VoteTexts.No)),
        new("abstain", reader.Say(VoteTexts.Abstain), reader.Say(BallotTexts.AbstainNote)),
    ];

    /// <summary>For a secret vote: padded with spaces, so that not even the length of what is sent tells the choice to whoever sees lengths.</summary>
    public static IEnumerable<Choice> OfSecret(Reader reader) => Of(reader).Select(choice => choice with { Value = choice.Value.PadRight("abstain".Length) });

    /// <summary>How a choice is sent.</summary>
    public static string? ValueOf(BallotChoice? choice) => choice switch
    {
        BallotChoice.Yes => "yes",
        BallotChoice.No => "no",
        BallotChoice.Abstain => "abstain",
        _ => null,
    };

    /// <summary>The ways in which a ballot comes that somebody else enters.</summary>
    public static IEnumerable<Choice> Channels(Reader reader) =>
    [
        new("visit", reader.Say(VoteWords.ChannelName(BallotChannel.Visit))),
        new("paper", reader.Say(VoteWords.ChannelName(BallotChannel.Paper))),
    ];
}
