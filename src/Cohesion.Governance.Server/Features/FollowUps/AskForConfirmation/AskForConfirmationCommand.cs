using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.FollowUps.AskForConfirmation;

/// <summary>Those who asked are asked whether it was done, and have a while to answer.</summary>
/// <remarks>Answers how many are to say so; sent again it tells nobody twice.</remarks>
[Title("asks those who asked to confirm", "请诉求人确认")]
[ProcessOnly]
internal sealed record AskForConfirmationCommand(Guid FollowUpId, TimeSpan Window) : ICommand<int>, IConcernsFollowUp;
