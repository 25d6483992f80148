using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Resolutions.OpenFollowUps;

/// <summary>The doing begins: the proposal stands at its actions, and whoever hands them out is asked to.</summary>
/// <remarks>Answers whether everything is settled already.</remarks>
[Title("opens the follow-up of the resolutions", "开始跟进决议")]
[ProcessOnly]
internal sealed record OpenFollowUpsCommand(Guid ProposalId) : ICommand<bool>, IConcernsProposal;
