using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>A decision rule as pages name it: with its source and how well that is known.</summary>
/// <param name="Evidence">statute, secondary or draft.</param>
/// <param name="AsksForFacts">Facts that must be answered before silence may count.</param>
internal sealed record RuleView(
    string Id, LocalText Title, string Jurisdiction, string Source, Evidence Evidence, SilenceMode Silence, bool ChairCasts, IReadOnlyList<string> AsksForFacts)
{
    public static RuleView Of(RulePack pack) => new(
        pack.Id, RulePacks.TitleOf(pack), pack.Jurisdiction, pack.Source, pack.Evidence, pack.Silence.Mode, pack.ChairCasts, pack.Silence.Needs);
}
