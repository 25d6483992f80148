using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.CallEnvelopeCounters;

/// <summary>Secretary, convenor and visiting workers are told that a secret vote which has closed waits for its envelopes. Answers with how many were told.</summary>
[Title("calls for the envelopes to be opened", "通知开拆信封")]
[ProcessOnly]
internal sealed record CallEnvelopeCountersCommand(Guid VoteId) : ICommand<int>, IConcernsVote;
