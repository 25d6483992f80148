using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.MyMandates;

/// <summary>For whom the signed-in person speaks, in all councils, his own or not, and in which open votes: with a ballot for each.</summary>
[Title("reads for whom one speaks", "查看我受谁委托")]
[RequiresSignIn]
internal sealed record MyMandatesQuery : IQuery<IReadOnlyList<HeldMandateView>>;

/// <summary>A mandate the reader holds that was not taken back and is not over.</summary>
/// <param name="Of">What it is for, as people call it; null where it is until a date.</param>
/// <param name="IsWritten">Whether there is a document.</param>
/// <param name="Ballots">One for each open vote in which it could serve.</param>
internal sealed record HeldMandateView(
    Guid Id, LocalText Council, Guid SeatId, string Seat, MandateScope Scope, string? Of, DateTimeOffset? Until, DateTimeOffset GivenAt, bool IsWritten,
    IReadOnlyList<BallotToCast> Ballots);

/// <summary>A ballot to cast for somebody.</summary>
/// <param name="Said">What the holder has said for the seat; null while nothing, and where the seat voted itself.</param>
/// <param name="WhyNot">Why none is taken now; null where one would be.</param>
internal sealed record BallotToCast(Guid VoteId, string Question, DateTimeOffset ClosesAt, BallotChoice? Said, LocalText? WhyNot);
