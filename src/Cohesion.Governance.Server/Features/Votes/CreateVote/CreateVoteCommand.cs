using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes.CreateVote;

/// <summary>A proposal that a meeting sent to the vote gets one, which starts the vote's process. Sent again while the vote is not over, it answers with the same one;
/// after a session that ended without a decision it makes the next, where the rule has one.</summary>
/// <param name="ProposalId">What is voted on, in its present text.</param>
/// <param name="Window">ISO 8601 period the ballots stay open.</param>
/// <param name="Secret">Whether it is to be secret; it is as well where the meeting that sent it to the vote said so. A second call is as the first was.</param>
[Title("prepares a vote", "准备表决")]
[ProcessOnly]
[Refuses<InvalidRequest>]
[Refuses<RulePackUnknown>]
[Refuses<ProposalHasEnded>]
[Refuses<AlreadyVotedOn>]
internal sealed record CreateVoteCommand(Guid ProposalId, string Window, bool Secret = false) : ICommand<Guid>, IConcernsProposal;

internal sealed class CreateVoteValidator : AbstractValidator<CreateVoteCommand>
{
    public CreateVoteValidator() => RuleFor(c => c.Window)
        .Must(window => IsoPeriod.TryParse(window) is not null)
        .WithMessage("The window must be an ISO 8601 period such as P7D. 表决期限须为 ISO 8601 时段，例如 P7D。");
}
