using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.ListDeliveries;
using Cohesion.Governance.Server.Features.Votes.RecordService;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class ListDeliveriesTests
{
    [Fact]
    public async Task Every_line_stands_with_proof_witness_place_and_who_wrote_it_in_the_order_it_happened()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var first = place.App.Clock.GetUtcNow();
        place.App.Clock.Advance(TimeSpan.FromHours(1));
        await place.App.Send(place.Town.VisitingWorker, new RecordServiceCommand(voteId, [place.Town.SeatA], "Photograph 8", DeliveryKind.Posted));
        await place.App.Send(
            place.Town.Secretary, new RecordServiceCommand(voteId, [place.Town.SeatA], "Photograph 7", DeliveryKind.Undeliverable, first, "Ms He", "Door", VoteTown.Scan));

        var lines = (await place.App.Send(place.Town.Auditor, new ListDeliveriesQuery(voteId))).Value;

        Assert.Equal([DeliveryKind.Undeliverable, DeliveryKind.Posted], lines.Select(l => l.Kind));
        Assert.Equal(
            ("Galaxy Tech", "Photograph 7", "Ms He", "Door", VoteTown.Scan, first, "Secretary Lin"),
            (lines[0].Seat, lines[0].Proof, lines[0].Witness, lines[0].Place, lines[0].ScanHash, lines[0].At, lines[0].RecordedBy.En));
    }

    [Fact]
    public async Task A_stranger_finds_nothing()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, new ListDeliveriesQuery(voteId))).Refusal);
    }
}
