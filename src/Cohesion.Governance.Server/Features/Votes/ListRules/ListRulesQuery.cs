using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.ListRules;

/// <summary>Every decision rule there is to choose from.</summary>
[Title("lists decision rules", "查看表决规则")]
[RequiresSignIn]
internal sealed record ListRulesQuery : IQuery<IReadOnlyList<RuleView>>;
