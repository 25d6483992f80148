using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Councils.ListWorkflowVariables;

/// <summary>Lists the periods of all procedures, as the workflows have them and as this council has set them.</summary>
[Title("looks at the periods of procedures", "查看流程期限")]
[RequiresMembership]
internal sealed record ListWorkflowVariablesQuery(Guid CouncilId) : IQuery<IReadOnlyList<CouncilDuration>>, IConcernsCouncil;

/// <param name="DefinitionId">The workflow.</param>
/// <param name="Variable">The variable that holds the period.</param>
/// <param name="Usual">The workflow's own value, ISO 8601.</param>
/// <param name="Own">What this council has set instead; absent where it has not.</param>
internal sealed record CouncilDuration(string DefinitionId, string Variable, string Usual, string? Own);
