using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.ListEnvelopes;

/// <summary>The outer envelopes of a secret vote, those that stand and those that stay unopened, with their groups; and how far the inner ones are counted. What was counted is shown to
/// nobody.</summary>
[Title("lists the envelopes", "查看信封")]
[RequiresOffice(Office.CouncilSecretary, Office.VisitingWorker, Office.StreetConvenor)]
[Refuses<NoEnvelopes>]
internal sealed record ListEnvelopesQuery(Guid VoteId) : IQuery<EnvelopesView>, IConcernsVote;

/// <summary>The envelopes of a vote.</summary>
/// <param name="Groups">The groups in the order of their letters; one where the rule tells nobody apart.</param>
/// <param name="Unchecked">Outer envelopes that wait to be checked or settled.</param>
/// <param name="Opening">Who entered and checked totals; null where nobody has.</param>
/// <param name="NotNow">Why totals cannot be entered now; null where they can.</param>
/// <param name="MayEnter">Whether the reader may enter totals.</param>
/// <param name="MayCheck">Whether the reader may count again what another has entered.</param>
internal sealed record EnvelopesView(
    Guid VoteId, Guid CouncilId, LocalText CouncilName, string TimeZone, string Question, VoteStage Stage, IReadOnlyList<EnvelopeGroupView> Groups,
    IReadOnlyList<OuterEnvelopeView> Envelopes, int Unchecked, OpeningView? Opening, LocalText? NotNow, bool MayEnter, bool MayCheck);

/// <summary>A group of seats whose inner envelopes are mixed.</summary>
/// <param name="Letter">What stands on its inner envelopes.</param>
/// <param name="Name">The group as people call it.</param>
/// <param name="Seats">Seats of the roll in it.</param>
/// <param name="Standing">Its envelopes that stand.</param>
/// <param name="IsSmall">Whether so few stand that whoever opens them learns what single voters said.</param>
internal sealed record EnvelopeGroupView(string Letter, LocalText Name, int Seats, int Standing, bool IsSmall);

/// <summary>An outer envelope that two people have found in order.</summary>
/// <param name="StaysClosed">Why it is not opened; null where it is.</param>
internal sealed record OuterEnvelopeView(Guid SeatId, string Seat, string Letter, BallotChannel Channel, DateTimeOffset TakenAt, LocalText? StaysClosed);

/// <summary>The opening of the inner envelopes.</summary>
internal sealed record OpeningView(
    string Place, string Witness, DateTimeOffset OpenedAt, int Envelopes, LocalText EnteredBy, DateTimeOffset EnteredAt, LocalText? CheckedBy, DateTimeOffset? CheckedAt);
