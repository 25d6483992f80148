using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.FreezeRoll;

/// <summary>The electorate of a vote is frozen from the register in force; what changes in the register afterwards counts from the next vote on. Answers with the number of
/// seats. A second session has the roll of the first, so that its rule compares like with like. A rule that counts by a measure nobody has is refused,
/// before anybody votes under it in vain; so is a secret vote
/// with a roll of which what is published would give single voters away. A roll once frozen, or of a cancelled vote, stays as it is.</summary>
[Title("freezes the roll", "冻结选民名册")]
[ProcessOnly]
[Refuses<RollIsEmpty>]
[Refuses<MeasureNobodyHas>]
[Refuses<WeightsBetrayVoters>]
internal sealed record FreezeRollCommand(Guid VoteId) : ICommand<int>, IConcernsVote;
