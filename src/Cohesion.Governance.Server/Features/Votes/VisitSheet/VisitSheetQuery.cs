using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.VisitSheet;

/// <summary>The seats that have not voted, for whoever goes to see them; while ballots are taken. A seat whose paper lies with the council already is not visited.
/// In a secret vote all seats that may vote, with the letters of their inner envelopes: who has voted is told nobody.</summary>
[Title("reads the visit sheet", "查看走访单")]
[RequiresOffice(Office.VisitingWorker, Office.CouncilSecretary)]
internal sealed record VisitSheetQuery(Guid VoteId) : IQuery<VisitSheetView>, IConcernsVote;

/// <summary>The sheet.</summary>
/// <param name="TextVersion">Which version of the proposal's text is voted on.</param>
/// <param name="NotTaking">Why no ballot is taken now; null while they are.</param>
/// <param name="Lines">One for each seat, by bloc and label.</param>
internal sealed record VisitSheetView(
    Guid VoteId, Guid CouncilId, LocalText CouncilName, string TimeZone, string Question, int TextVersion, DateTimeOffset? ClosesAt, LocalText? NotTaking, IReadOnlyList<VisitLine> Lines)
{
    /// <summary>Whether the vote is secret, so that all seats are listed.</summary>
    public bool Secret { get; init; }
}

/// <summary>A seat to visit.</summary>
/// <param name="IsContested">Whether its co-owners differ.</param>
/// <param name="IsServed">Whether its ballot paper was served.</param>
/// <param name="VisitedAt">When it was last visited.</param>
/// <param name="Note">What came of that.</param>
/// <param name="Letter">In a secret vote: the letter on the seat's inner envelope; null where all seats are of one group.</param>
internal sealed record VisitLine(
    Guid SeatId, string Seat, LocalText Party, LocalText Bloc, bool IsContested, bool IsServed, DateTimeOffset? VisitedAt, string? Note, string? Letter = null);
