using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Postings.ClosePosting;

/// <summary>The window of the posted result is over.</summary>
[Title("closes the posting", "公示结束")]
[ProcessOnly]
internal sealed record ClosePostingCommand(Guid ProposalId) : ICommand<ClosedPosting>, IConcernsProposal;

/// <summary>What a posting came to.</summary>
/// <param name="Result">Whether objections need to be dealt with.</param>
/// <param name="VoteId">The vote whose result was posted.</param>
/// <param name="NeedsConfirmation">Whether the rule counts the objections by itself (a confirm window): the vote must then be confirmed.</param>
internal sealed record ClosedPosting(PostingResult Result, Guid VoteId, bool NeedsConfirmation);
