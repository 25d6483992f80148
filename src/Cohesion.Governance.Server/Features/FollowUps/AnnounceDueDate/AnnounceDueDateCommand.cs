using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.FollowUps.AnnounceDueDate;

/// <summary>The owner is told the due date that holds now, where it is another than he was told.</summary>
[Title("announces the due date", "提示到期")]
[ProcessOnly]
internal sealed record AnnounceDueDateCommand(Guid FollowUpId) : ICommand<Done>, IConcernsFollowUp;
