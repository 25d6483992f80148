using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes.BallotPage;

/// <summary>The seats for which the reader may vote, his own and those of which he holds a mandate, with what they have said so far.</summary>
/// <param name="VoteId">The vote.</param>
/// <param name="Holder">Part of the name of whom a mandate is to be given to; needed in a large council.</param>
[Title("reads a ballot paper", "查看选票")]
[RequiresSeat(OrMandate = true)]
[Refuses<InvalidRequest>]
internal sealed record BallotPageQuery(Guid VoteId, string? Holder = null) : IQuery<BallotView>, IConcernsVote;

internal sealed class BallotPageValidator : AbstractValidator<BallotPageQuery>
{
    public BallotPageValidator() => RuleFor(q => q.Holder).MaximumLength(MandateHolders.LongestFind);
}

/// <summary>A ballot paper.</summary>
/// <param name="CouncilId">The council.</param>
/// <param name="CouncilName">Its name.</param>
/// <param name="TimeZone">IANA time zone in which the vote closes.</param>
/// <param name="NotOpen">Why no ballot is taken now, in the reader's language; null while they are.</param>
/// <param name="Silence">What the rule makes of a ballot that is not returned; whoever votes must be able to read it.</param>
/// <param name="Change">Whether a ballot may be changed.</param>
/// <param name="Given">Mandates that the reader's own seats have given and that could serve in this vote.</param>
/// <param name="Holders">Members of the council to whom a mandate could be given.</param>
/// <param name="EndsEarly">Whether the vote may end before its time, as soon as nothing can change.</param>
internal sealed record BallotView(
    Guid VoteId, Guid CouncilId, LocalText CouncilName, string TimeZone, Guid ProposalId, string Question, int TextVersion, VoteStage Stage, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt, string? NotOpen,
    SilenceMode Silence, bool EndsEarly, BallotChange Change, IReadOnlyList<MySeatView> Seats, IReadOnlyList<GivenMandateView> Given, MandateHolders Holders)
{
    /// <summary>Whether the vote is secret: what a seat said is not even shown to itself.</summary>
    public bool Secret { get; init; }
}

/// <summary>One of the seats the reader votes for.</summary>
/// <param name="Choice">What it has said; of a co-owned seat, what the reader has said; null while that is silent, and where a seat that gave a mandate voted itself.</param>
/// <param name="ExcludedFor">Why it does not take part.</param>
/// <param name="ByMandate">Whether the reader votes for it by mandate.</param>
/// <param name="MandateUntil">Until when that mandate serves, where it is until a date.</param>
/// <param name="IsContested">Whether its co-owners differ, so that it counts as silent.</param>
/// <param name="WhyNot">Why no ballot of the reader would be taken for it now, in his language; null where one would.</param>
/// <param name="Exclusion">Who took it out and what became of an objection; null where it takes part.</param>
internal sealed record MySeatView(
    Guid SeatId, string Label, LocalText Party, LocalText Bloc, IReadOnlyList<SeatMeasureView> Measures, BallotChoice? Choice, BallotChannel? Channel,
    DateTimeOffset? CastAt, string? ExcludedFor, bool ByMandate, DateTimeOffset? MandateUntil, bool IsContested, string? WhyNot, ExclusionView? Exclusion)
{
    /// <summary>Whether the reader has voted for it; in a secret vote its choice is null all the same.</summary>
    public bool HasVoted { get; init; }
}

/// <summary>A mandate that one of the reader's seats has given.</summary>
/// <param name="MayRevoke">Whether it can still be taken back.</param>
internal sealed record GivenMandateView(Guid Id, string Seat, LocalText Holder, MandateScope Scope, DateTimeOffset? Until, bool MayRevoke);

/// <summary>What a seat weighs by one measure, as exact decimal text in its unit.</summary>
internal sealed record SeatMeasureView(LocalText Name, string Value, string Unit);
