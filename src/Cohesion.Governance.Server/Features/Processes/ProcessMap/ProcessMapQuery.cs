using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Maps;

namespace Cohesion.Governance.Server.Features.Processes.ProcessMap;

/// <summary>The map of a subject's process: its steps, the ways between them, and how far it has come.</summary>
/// <param name="DefinitionId">Which kind: proposal, meeting, vote, follow-up.</param>
/// <param name="About">What the process is about.</param>
[Title("looks at the map of a process", "查看流程图")]
[RequiresMembership]
internal sealed record ProcessMapQuery(Guid CouncilId, string DefinitionId, Guid About) : IQuery<ProcessMapView>, IConcernsCouncil;

/// <summary>A process on its map.</summary>
internal sealed record ProcessMapView(ProcessStatus Status, IReadOnlyList<ProcessStepView> Steps, IReadOnlyList<ProcessWayView> Ways);

/// <param name="X">Left edge as the designer placed it, in CSS pixels.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Since">When it was last entered.</param>
/// <param name="Left">When it was last left.</param>
/// <param name="DueAt">When it goes on by itself, while the process waits here.</param>
internal sealed record ProcessStepView(
    string Id, LocalText Name, double X, double Y, MapState State, DateTimeOffset? Since, DateTimeOffset? Left, DateTimeOffset? DueAt);

/// <param name="Label">The outcome that leads this way; null where there is no other.</param>
/// <param name="Taken">Whether the process last went this way.</param>
internal sealed record ProcessWayView(string From, string To, LocalText? Label, bool Taken);
