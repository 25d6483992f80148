using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.RulePreview;

/// <summary>What a rule would ask of the council's present register, before anything is proposed under it.</summary>
[Title("tries a rule on the council's numbers", "试算表决规则")]
[RequiresMembership]
[Refuses<RulePackUnknown>]
[Refuses<RollIsEmpty>]
internal sealed record RulePreviewQuery(Guid CouncilId, string RulePack) : IQuery<RulePreviewView>, IConcernsCouncil;

/// <summary>A rule against a register.</summary>
/// <param name="Seats">How many seats there are.</param>
/// <param name="Decision">Each condition with its threshold and the least that would meet it.</param>
internal sealed record RulePreviewView(RuleView Rule, int RegisterVersion, int Seats, DecisionView Decision);
