using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Features.Proposals.RaiseProposal;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Web.Forms;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Web;

public sealed class FormReadingTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly Guid Council = Guid.Parse("0197a0aa-0000-7000-8000-000000000001");

    private sealed record Sample(
        Guid CouncilId, string Title, DateTimeOffset DueAt, bool Agreed, IReadOnlyList<Guid> Ids, int? Count = null, AgendaDecision? Decision = null);

    [Fact]
    public void Fields_become_what_the_command_asks_for()
    {
        var sample = Read<Sample>(
            ("councilId", [Council.ToString()]), ("title", ["Two\r\nlines"]), ("dueAt", ["2026-11-20T18:00"]), ("agreed", ["on"]),
            ("ids", [Council.ToString(), Council.ToString()]), ("count", ["1,200"]), ("decision", ["toVote"]));

        Assert.Equal("Two\nlines", sample.Title);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 18, 0, 0, TimeSpan.FromHours(8)), sample.DueAt);
        Assert.True(sample.Agreed);
        Assert.Equal([Council, Council], sample.Ids);
        Assert.Equal(1200, sample.Count);
        Assert.Equal(AgendaDecision.ToVote, sample.Decision);
    }

    [Fact]
    public void What_is_left_empty_is_absent_and_a_box_not_ticked_is_no()
    {
        var sample = Read<Sample>(("councilId", [Council.ToString()]), ("title", [""]), ("dueAt", ["2026-11-20T18:00"]), ("count", [" "]), ("ids", [""]));

        Assert.Equal((string.Empty, false, null, null), (sample.Title, sample.Agreed, sample.Count, sample.Decision));
        Assert.Empty(sample.Ids);
    }

    [Fact]
    public void Numbered_fields_are_a_list_and_an_empty_row_falls_away()
    {
        var command = Read<RaiseProposalCommand>(
            ("councilId", [Council.ToString()]), ("title", ["Lift"]), ("text", ["A lift"]),
            ("items[0].title", ["First"]), ("items[0].text", ["one"]), ("items[1].title", [""]), ("items[1].text", [""]),
            ("items[2].title", ["Third"]), ("items[2].text", ["three"]),
            ("costCents@2", ["1,860,000.50"]), ("currency", ["CNY"]),
            ("costShares[0].blocCode", ["property"]), ("costShares[0].basisPoints@2", ["60"]), ("costShares[0].basis", ["once"]));

        Assert.Equal(["First", "Third"], command.Items.Select(i => i.Title));
        Assert.Equal(186_000_050, command.CostCents);
        Assert.Equal(6000, command.CostShares!.Single().BasisPoints);
        Assert.Null(command.NeedIds);
    }

    [Theory]
    [InlineData("dueAt", "next week")]
    [InlineData("dueAt", "")]
    [InlineData("count", "many")]
    [InlineData("ids", "not-an-id")]
    [InlineData("decision", "perhaps")]
    public void What_cannot_be_read_is_named_by_its_field(string field, string value)
    {
        Dictionary<string, StringValues> fields = new(StringComparer.Ordinal)
        {
            ["councilId"] = Council.ToString(), ["title"] = "x", ["dueAt"] = "2026-11-20T18:00", ["ids"] = Council.ToString(), [field] = value,
        };

        var refusal = FormReading.Read(typeof(Sample), fields, Shanghai, Language.English, out var rename).Refusal;

        var error = Assert.Single(Assert.IsType<InvalidRequest>(refusal).Errors);
        Assert.StartsWith(field, rename(error.Field), StringComparison.Ordinal);
    }

    [Fact]
    public void A_finer_fraction_than_the_field_holds_is_refused()
    {
        Dictionary<string, StringValues> fields = new(StringComparer.Ordinal)
        {
            ["councilId"] = Council.ToString(), ["title"] = "x", ["text"] = "y", ["costCents@2"] = "12.345",
        };

        var refusal = FormReading.Read(typeof(RaiseProposalCommand), fields, Shanghai, Language.English, out _).Refusal;

        Assert.Equal("costCents", Assert.Single(Assert.IsType<InvalidRequest>(refusal).Errors).Field);
    }

    [Fact]
    public void An_error_behind_an_empty_row_leads_back_to_the_row_that_was_filled_in()
    {
        Dictionary<string, StringValues> fields = new(StringComparer.Ordinal)
        {
            ["councilId"] = Council.ToString(), ["title"] = "x", ["text"] = "y", ["items[3].title"] = "Only one", ["items[3].text"] = "z",
        };

        FormReading.Read(typeof(RaiseProposalCommand), fields, Shanghai, Language.English, out var rename);

        Assert.Equal("items[3].title", rename("items[0].title"));
    }

    private static T Read<T>(params (string Name, string[] Values)[] fields)
    {
        var outcome = FormReading.Read(
            typeof(T), fields.Select(f => KeyValuePair.Create(f.Name, new StringValues(f.Values))), Shanghai, Language.English, out _);
        Assert.True(outcome.IsGranted, outcome.Refusal?.Message.En);
        return (T)outcome.Value;
    }
}
