using Cohesion.Governance.Domain.Rules;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Rules;

public sealed class TrialLineTests
{
    private static readonly string[] Blocs = ["owners", "tenants", "street"];

    [Fact]
    public void A_rule_of_everybody_asks_for_everybody_once_a_measure() =>
        Assert.Equal([(null, "area"), (null, "heads")], Lines("""["participating.area >= 2/3 * all.area", "yes.heads > 1/2 * participating.heads", "yes.area > no.area"]"""));

    [Fact]
    public void Blocs_that_are_named_are_asked_for_and_no_others() =>
        Assert.Equal([("tenants", "area"), ("riders", "area")], Lines("""["yes@tenants.area > 1/2 * all@tenants.area", "no@riders.area <= 0"]"""));

    [Fact]
    public void Each_bloc_without_names_is_every_bloc_of_the_council() =>
        Assert.Equal([("owners", "heads"), ("tenants", "heads"), ("street", "heads")], Lines("""[{"eachBloc": ["yes.heads > no.heads"]}]"""));

    [Fact]
    public void Where_everybody_counts_beside_a_bloc_all_blocs_are_asked_for_and_add_up() =>
        Assert.Equal([("owners", "heads"), ("tenants", "heads"), ("street", "heads")], Lines("""["yes.heads > 1/2 * all.heads", "yes@tenants.heads > 0"]"""));

    [Fact]
    public void Attendance_and_objections_are_asked_for_where_the_rule_reads_them()
    {
        var pack = RulePackReader.Read(
            """[{ "id": "t", "jurisdiction": "CN", "title": {"en": "T"}, "source": "none", "evidence": "draft", "rounds": [ { "quorum": ["present.heads >= 2"], "pass": ["yes.heads > no.heads"], "confirm": {"window": "P7D", "failIf": ["objected.heads > 1"]} } ] }]""", "t")[0];

        Assert.Equal([Tally.Present, Tally.Objected], Assert.Single(TrialLine.Of(pack, Blocs)).Also);
    }

    private static IEnumerable<(string?, string)> Lines(string pass) =>
        TrialLine.Of(RulePackReader.Read($$"""[{ "id": "t", "jurisdiction": "CN", "title": {"en": "T"}, "source": "none", "evidence": "draft", "rounds": [ { "pass": {{pass}} } ] }]""", "t")[0], Blocs).Select(l => (l.Bloc, l.Measure));
}
