using Cohesion.Governance.Domain.Votes;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Votes;

public sealed class ServiceFindingTests
{
    private static readonly DateTimeOffset Day = new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_empty_log_serves_nobody() => Assert.Null(ServiceFinding.Of([]).At);

    [Fact]
    public void A_delivery_serves_at_once()
    {
        var finding = ServiceFinding.Of([Line(DeliveryKind.Undeliverable, 1), Line(DeliveryKind.Delivered, 2)]);

        Assert.Equal((Day.AddDays(2), ServedBy.Delivery), (finding.At, finding.By));
    }

    [Fact]
    public void A_refusal_serves_before_a_witness_and_not_without()
    {
        Assert.Null(ServiceFinding.Of([Line(DeliveryKind.Refused, 1)]).At);
        Assert.Null(ServiceFinding.Of([Line(DeliveryKind.Refused, 1, " ")]).At);
        Assert.Equal((Day.AddDays(1), ServedBy.WitnessedRefusal), Pair(ServiceFinding.Of([Line(DeliveryKind.Refused, 1, "Ms He")])));
    }

    [Theory]
    [InlineData(1, 3, 3)]
    [InlineData(3, 1, 3)]
    public void What_could_not_be_delivered_serves_together_with_a_posting_from_the_later_of_the_two(int tried, int posted, int served)
    {
        var finding = ServiceFinding.Of([Line(DeliveryKind.Posted, posted), Line(DeliveryKind.Undeliverable, tried)]);

        Assert.Equal((Day.AddDays(served), ServedBy.Posting), Pair(finding));
    }

    [Fact]
    public void Neither_a_posting_nor_a_failed_delivery_serves_alone()
    {
        Assert.Null(ServiceFinding.Of([Line(DeliveryKind.Undeliverable, 1), Line(DeliveryKind.Undeliverable, 2)]).At);
        Assert.Null(ServiceFinding.Of([Line(DeliveryKind.Posted, 1)]).At);
    }

    [Fact]
    public void What_served_first_counts()
    {
        var finding = ServiceFinding.Of([Line(DeliveryKind.Delivered, 5), Line(DeliveryKind.Refused, 2, "Ms He"), Line(DeliveryKind.Undeliverable, 1), Line(DeliveryKind.Posted, 4)]);

        Assert.Equal((Day.AddDays(2), ServedBy.WitnessedRefusal), Pair(finding));
    }

    [Fact]
    public void It_says_what_is_missing()
    {
        Assert.Contains("witness", ServiceFinding.Why(null, [DeliveryKind.Refused]).En, StringComparison.Ordinal);
        Assert.Contains("张贴", ServiceFinding.Why(null, [DeliveryKind.Undeliverable]).Zh, StringComparison.Ordinal);
        Assert.Contains("deliver", ServiceFinding.Why(null, [DeliveryKind.Posted]).En, StringComparison.Ordinal);
    }

    private static (DateTimeOffset?, ServedBy?) Pair(ServiceFinding finding) => (finding.At, finding.By);

    private static DeliveryRecord Line(DeliveryKind kind, int day, string? witness = null) => new()
    {
        Id = Guid.CreateVersion7(Day), VoteId = Guid.Empty, SeatId = Guid.Empty, Kind = kind, Proof = "list 1", Witness = witness, At = Day.AddDays(day),
        ByPersonId = Guid.Empty, RecordedAt = Day.AddDays(day),
    };
}
