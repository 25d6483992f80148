using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>A decision rule as pages name it: with its source and how well that is known.</summary>
/// <param name="Evidence">statute, secondary or draft.</param>
/// <param name="Silence">What a ballot that does not come back means.</param>
/// <param name="AsksForFacts">Facts that must be answered before silence may count.</param>
/// <param name="SilenceNeverIn">Matters in which silence stays silence.</param>
/// <param name="Change">Whether a ballot may be changed until closing, or never.</param>
/// <param name="Proxy">What the rule says of proxies; null where it says nothing.</param>
/// <param name="Challenge">How long a decision can be challenged; null where the source names no period.</param>
/// <param name="Grounds">The only grounds on which seats are taken out; null where any may be given.</param>
internal sealed record RuleView(
    string Id, LocalText Title, string Jurisdiction, LocalText Source, Evidence Evidence, SilenceMode Silence, bool ChairCasts, IReadOnlyList<string> AsksForFacts,
    IReadOnlyList<string> SilenceNeverIn, IReadOnlyList<string>? Grounds, BallotChange Change, ProxyRuleView? Proxy,
    ChallengeRuleView? Challenge)
{
    public static RuleView Of(RulePack pack) => new(
        pack.Id, RulePacks.TitleOf(pack), pack.Jurisdiction, pack.Source, pack.Evidence, pack.Silence.Mode, pack.ChairCasts, pack.Silence.Needs,
        pack.Silence.Except, pack.Exclude is { } listed ? [.. listed.Select(e => e.Reason).OfType<string>()] : null,
        pack.Change, pack.Proxy is { } proxy ? ProxyRuleView.Of(proxy) : null,
        pack.Challenge is { } challenge ? new(challenge.Period.Text, challenge.From, challenge.Source, challenge.Evidence) : null);
}

/// <summary>What a rule says of proxies, as pages show it.</summary>
/// <param name="Limits">How much one holder may speak for, in words; all must be kept.</param>
internal sealed record ProxyRuleView(LocalText? Source, bool Allowed, bool Written, string? Longest, IReadOnlyList<Office> NotHeldBy, int? HeadsOver, IReadOnlyList<LocalText> Limits)
{
    public static ProxyRuleView Of(ProxyLimits limits) => new(
        limits.Source, limits.Allowed, limits.Written, limits.Longest?.Text, limits.NotHeldBy, limits.HeadsOver, [.. limits.Limits.Select(l => l.Words)]);
}

/// <summary>How long a decision can be challenged.</summary>
/// <param name="Period">ISO 8601 period.</param>
/// <param name="From">From what on.</param>
internal sealed record ChallengeRuleView(string Period, ChallengeStart From, LocalText Source, Evidence Evidence);
