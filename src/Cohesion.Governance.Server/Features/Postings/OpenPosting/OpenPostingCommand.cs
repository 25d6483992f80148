using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Postings.OpenPosting;

/// <summary>The result of an adopting vote is posted, so that whoever objects can say so.</summary>
/// <param name="ProposalId">The proposal.</param>
/// <param name="Until">The end of the window; later where the decision's own confirm window is longer.</param>
[Title("posts the result", "公示结果")]
[ProcessOnly]
[Refuses<NoAdoptingVote>]
internal sealed record OpenPostingCommand(Guid ProposalId, DateTimeOffset Until) : ICommand<OpenedPosting>, IConcernsProposal;

/// <summary>A posting as it was opened.</summary>
internal sealed record OpenedPosting(Guid PostingId, DateTimeOffset Until);

/// <summary>There is no result to post: the process came here by a wrong way.</summary>
internal sealed record NoAdoptingVote : Refusal
{
    public override LocalText Message => new(
        "No vote has adopted the current version of this proposal, so there is nothing to post.",
        "该议题的现行版本没有通过表决的结果，无法公示。");
}
