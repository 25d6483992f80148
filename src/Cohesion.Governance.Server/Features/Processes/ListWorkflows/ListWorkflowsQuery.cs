using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Processes.ListWorkflows;

/// <summary>The workflow definitions with their versions, and how many processes of the council run on each.</summary>
[Title("lists workflow definitions", "查看流程定义")]
[RequiresOffice(Office.CouncilSecretary, Office.StreetConvenor, Office.Administrator)]
internal sealed record ListWorkflowsQuery(Guid CouncilId) : IQuery<IReadOnlyList<WorkflowVersionLine>>, IConcernsCouncil;
