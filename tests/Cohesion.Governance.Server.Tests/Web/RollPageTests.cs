using AngleSharp.Html.Dom;
using Cohesion.Governance.Server.Tests.Features.Votes;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Web;

public sealed class RollPageTests
{
    [Fact]
    public async Task A_long_roll_is_looked_up_on_a_page_of_its_own_by_name_and_kind_without_scripts()
    {
        await using var place = await VoteTown.Found();
        await place.AddSeats(210);
        var vote = await place.Open();
        using var visitor = await Visitor.SignedIn(place.App, place.Town.VisitingWorker, "zh-CN");

        var page = await visitor.Get($"/votes/{vote}");
        var roll = await visitor.Get($"/votes/{vote}/roll");
        var found = await visitor.Get($"/votes/{vote}/roll?find=shop%20210&show=silent");
        var nobody = await visitor.Get($"/votes/{vote}/roll?find=shop%20210&show=voted");

        Assert.Contains("选民名册共有 215 个席位", page.Words, StringComparison.Ordinal);
        Assert.Contains("共 215 个席位，第 1 页，共 3 页", roll.Words, StringComparison.Ordinal);
        Assert.NotNull(roll.Document.QuerySelector("a[rel=next][href$='page=2']"));
        Assert.Contains("Shop 210", found.Words, StringComparison.Ordinal);
        Assert.Contains("没有符合条件的席位", nobody.Words, StringComparison.Ordinal);

        // From a line the worker comes to the forms with that seat chosen, though it is not among the first two hundred.
        var link = (IHtmlAnchorElement)found.Document.QuerySelector("ul.seats a")!;
        var door = await visitor.Get(link.PathName + link.Search);
        Assert.Equal("Shop 210", door.Document.QuerySelector("#visits select[name=seatId] option[selected]")!.TextContent);
    }
}
