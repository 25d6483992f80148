using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using BallotChannel = Cohesion.Governance.Domain.Votes.BallotChannel;
using BallotChoice = Cohesion.Governance.Domain.Votes.BallotChoice;

namespace Cohesion.Governance.Server.Features.Votes.BallotPage;

/// <summary>The seats for which the reader may vote, with what they have said so far.</summary>
[Title("reads a ballot paper", "查看选票")]
[RequiresSeat]
internal sealed record BallotPageQuery(Guid VoteId) : IQuery<BallotView>, IConcernsVote;

/// <summary>A ballot paper.</summary>
/// <param name="CouncilId">The council.</param>
/// <param name="CouncilName">Its name.</param>
/// <param name="TimeZone">IANA time zone in which the vote closes.</param>
/// <param name="NotOpen">Why no ballot is taken now, in the reader's language; null while they are.</param>
/// <param name="Silence">What the rule makes of a ballot that is not returned; whoever votes must be able to read it.</param>
/// <param name="EndsEarly">Whether the vote may end before its time, as soon as nothing can change.</param>
internal sealed record BallotView(
    Guid VoteId, Guid CouncilId, LocalText CouncilName, string TimeZone, Guid ProposalId, string Question, int TextVersion, VoteStage Stage, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt, string? NotOpen,
    SilenceMode Silence, bool EndsEarly, IReadOnlyList<MySeatView> Seats);

/// <summary>One of the reader's seats.</summary>
/// <param name="Choice">What it has said; null while it is silent.</param>
/// <param name="ExcludedFor">Why it does not take part.</param>
internal sealed record MySeatView(
    Guid SeatId, string Label, LocalText Party, LocalText Bloc, IReadOnlyList<SeatMeasureView> Measures, BallotChoice? Choice, BallotChannel? Channel,
    DateTimeOffset? CastAt, string? ExcludedFor);

/// <summary>What a seat weighs by one measure, as exact decimal text in its unit.</summary>
internal sealed record SeatMeasureView(LocalText Name, string Value, string Unit);
