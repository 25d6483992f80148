using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Rules;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Meetings;

public sealed class QuorumRuleTests
{
    private static readonly Measure Area = new() { CouncilId = Guid.Empty, Code = "area", Name = new("area", "面积"), Unit = "m²", Scale = 2 };
    private static readonly Measure Heads = new() { CouncilId = Guid.Empty, Code = "heads", Name = new("heads", "人数"), Unit = "", Scale = 0 };

    private static RulePack Pack(string rounds) => RulePackReader.Read(
        $$"""[ { "id": "t", "jurisdiction": "CN", "title": {"en": "T", "zh": "试"}, "source": "s", "evidence": "draft", "rounds": {{rounds}} } ]""", "t.json")[0];

    private static RulePack Quorum(string conditions) => Pack($$"""[ { "name": "first", "quorum": {{conditions}}, "pass": ["yes.heads > no.heads"] } ]""");

    private static Guid Id(int n) => new(n, 0, 0, new byte[8]);

    private static QuorumSeat Seat(int n, long area, bool present, int? party = null, string bloc = "owners") =>
        new(Id(n), Id(100 + (party ?? n)), bloc, MeasureValues.Of(("area", area), ("heads", 1)), present);

    private static QuorumRoll Roll(params QuorumSeat[] seats) => new(
        seats, [Area, Heads],
        [.. seats.Select(s => s.BlocCode).Distinct().Select((code, i) => new Bloc { Id = Id(200 + i), CouncilId = Guid.Empty, Code = code, Name = new(code, code), Position = i })]);

    [Fact]
    public void Sixty_of_ninety_flats_of_equal_area_are_exactly_two_thirds()
    {
        var pack = Quorum("""["present.area >= 2/3 * all.area"]""");
        QuorumSeat[] seats = [.. Enumerable.Range(1, 90).Select(n => Seat(n, 8997, n <= 60))];

        Assert.True(QuorumRule.Read(pack, 1, Roll(seats)).IsMet);
        seats[59] = seats[59] with { IsPresent = false };
        Assert.False(QuorumRule.Read(pack, 1, Roll(seats)).IsMet);
    }

    [Fact]
    public void Two_thirds_taking_part_are_read_as_two_thirds_being_there()
    {
        // Civil Code 278: two thirds of the area and two thirds of the heads. By area 200 of 300 are enough, by heads one of three is not.
        var pack = Quorum("""["participating.area >= 2/3 * all.area", "participating.heads >= 2/3 * all.heads"]""");

        var reading = QuorumRule.Read(pack, 1, Roll(Seat(1, 20_000, true), Seat(2, 5_000, false), Seat(3, 5_000, false)));

        Assert.Equal([true, false], reading.Conditions.Select(c => c.Holds));
        Assert.False(reading.IsMet);
        Assert.True(QuorumRule.Read(pack, 1, Roll(Seat(1, 20_000, true), Seat(2, 5_000, true), Seat(3, 5_000, false))).IsMet);
    }

    [Fact]
    public void Silence_that_a_rule_counts_as_consent_brings_nobody_to_the_meeting()
    {
        var pack = RulePackReader.Read(
            """
            [ { "id": "t", "jurisdiction": "ES", "title": {"en": "T", "zh": "试"}, "source": "s", "evidence": "draft",
                "silence": {"mode": "assent"}, "rounds": [ { "name": "first", "quorum": ["participating.heads > 1/2 * all.heads"], "pass": ["yes.heads > no.heads"] } ] } ]
            """, "t.json")[0];

        Assert.False(QuorumRule.Read(pack, 1, Roll(Seat(1, 100, true), Seat(2, 100, false), Seat(3, 100, false))).IsMet);
    }

    [Fact]
    public void One_owner_of_several_units_is_one_head()
    {
        var pack = Quorum("""["present.heads >= 2"]""");

        Assert.False(QuorumRule.Read(pack, 1, Roll(Seat(1, 100, true, party: 1), Seat(2, 100, true, party: 1), Seat(3, 100, false))).IsMet);
        Assert.True(QuorumRule.Read(pack, 1, Roll(Seat(1, 100, true, party: 1), Seat(2, 100, false, party: 1), Seat(3, 100, true))).IsMet);
    }

    [Fact]
    public void Every_bloc_may_have_to_be_there()
    {
        var pack = Quorum("""[{"eachBloc": ["present.heads >= 1"]}]""");

        var reading = QuorumRule.Read(pack, 1, Roll(Seat(1, 100, true, bloc: "tenants"), Seat(2, 100, false, bloc: "street")));

        Assert.False(reading.IsMet);
        Assert.NotNull(reading.Conditions[0].Missing);
        Assert.True(QuorumRule.Read(pack, 1, Roll(Seat(1, 100, true, bloc: "tenants"), Seat(2, 100, true, bloc: "street"))).IsMet);
    }

    [Fact]
    public void One_of_two_ways_is_enough_where_the_rule_says_any()
    {
        var pack = Quorum("""["present.heads >= 2", {"any": ["present.heads >= 1/4 * all.heads", "present.area >= 1/4 * all.area"]}]""");

        Assert.True(QuorumRule.Read(pack, 1, Roll([Seat(1, 50_000, true), Seat(2, 100, true), .. Enumerable.Range(3, 18).Select(n => Seat(n, 100, false))])).IsMet);
    }

    [Fact]
    public void A_rule_without_quorum_or_no_rule_needs_somebody()
    {
        var none = Pack("""[ { "name": "only", "pass": ["yes.heads > no.heads"] } ]""");

        Assert.All(new[] { none, null }, pack =>
        {
            Assert.False(QuorumRule.Read(pack, 1, Roll(Seat(1, 100, false))).IsMet);
            Assert.True(QuorumRule.Read(pack, 1, Roll(Seat(1, 100, true), Seat(2, 100, false))).IsMet);
        });
    }

    [Fact]
    public void A_measure_that_nobody_has_is_never_met_and_says_so()
    {
        var reading = QuorumRule.Read(Quorum("""["present.share >= 1/2 * all.share"]"""), 1, Roll(Seat(1, 100, true)));

        Assert.False(reading.IsMet);
        Assert.NotEmpty(reading.Conditions[0].Missing!.Zh);
    }

    [Fact]
    public void A_second_call_is_a_round_that_follows_a_failed_quorum_without_a_gate()
    {
        var spain = Pack("""[ { "name": "1st", "quorum": ["present.heads > 1/2 * all.heads"], "pass": ["yes.heads > no.heads"] }, { "name": "2nd", "on": ["noQuorum"], "pass": ["yes.heads > no.heads"] } ]""");
        var france = Pack("""[ { "name": "a25", "pass": ["yes.heads > 1/2 * all.heads"] }, { "name": "a24", "on": ["rejected"], "gate": ["yes.heads >= 1/3 * all.heads"], "pass": ["yes.heads > no.heads"] } ]""");
        var roll = Roll(Seat(1, 100, true), Seat(2, 100, false), Seat(3, 100, false));

        Assert.True(QuorumRule.HasCall(spain, 2));
        Assert.False(QuorumRule.HasCall(spain, 3));
        Assert.False(QuorumRule.HasCall(france, 2));
        Assert.True(QuorumRule.HasCall(null, 2));
        Assert.False(QuorumRule.HasCall(null, 3));
        Assert.False(QuorumRule.Read(spain, 1, roll).IsMet);
        Assert.True(QuorumRule.Read(spain, 2, roll).IsMet);
    }

    [Fact]
    public void An_empty_register_has_no_quorum() => Assert.False(QuorumRule.Read(Quorum("""["present.heads >= 0"]"""), 1, Roll()).IsMet);
}
