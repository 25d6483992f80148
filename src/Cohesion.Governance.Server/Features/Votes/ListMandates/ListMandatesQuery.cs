using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.ListMandates;

/// <summary>The mandates of a council that are not taken back: all of them for the secretary, the convenor and auditors, else those the reader gave or holds.</summary>
[Title("lists mandates", "查看委托")]
[RequiresMembership]
internal sealed record ListMandatesQuery(Guid CouncilId) : IQuery<IReadOnlyList<MandateView>>, IConcernsCouncil;

/// <summary>A mandate.</summary>
/// <param name="Of">The vote or meeting it is for, as people call it; null where it is until a date.</param>
/// <param name="ByGiver">Whether the giver entered it himself; otherwise an officer recorded his paper.</param>
/// <param name="Serves">Whether its time is not over.</param>
/// <param name="MayRevoke">Whether the reader may take it back.</param>
internal sealed record MandateView(
    Guid Id, Guid SeatId, string Seat, Guid HolderPersonId, LocalText Holder, MandateScope Scope, Guid? VoteId, Guid? MeetingId, string? Of,
    DateTimeOffset? Until, DateTimeOffset GivenAt, bool ByGiver, string? DocumentHash, DateTimeOffset? UsedAt, bool Serves, bool MayRevoke);
