using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Cohesion.Governance.Server.Features.Journal.JournalPage;
using Cohesion.Governance.Server.Features.Needs.RaiseNeed;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Journal;

public sealed class JournalPageTests
{
    [Fact]
    public async Task Members_read_newest_first_who_did_what_page_by_page()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        for (var i = 1; i <= 5; i++)
        {
            await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, $"Need {i}"));
        }

        var first = (await app.Send(town.Auditor, new JournalPageQuery(town.CouncilId, Size: 3))).Value;
        var second = (await app.Send(town.TenantB, new JournalPageQuery(
            town.CouncilId, After: long.Parse(first.Next!, System.Globalization.CultureInfo.InvariantCulture), Size: 3))).Value;

        Assert.Equal([5L, 4L, 3L], first.Items.Select(e => e.Sequence));
        Assert.Equal([2L, 1L], second.Items.Select(e => e.Sequence));
        Assert.Null(second.Next);
        Assert.Equal(("RaiseNeed", "吴女士", "Need 5"), (first.Items[0].Command, first.Items[0].Person!.Zh, first.Items[0].Content.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task One_subject_can_be_asked_for_alone()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "One"));
        var second = await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "Two"));

        var page = (await app.Send(town.Auditor, new JournalPageQuery(town.CouncilId, second.Value))).Value;

        Assert.Equal(2, Assert.Single(page.Items).Sequence);
    }

    [Fact]
    public async Task Outsiders_and_pages_too_large_are_refused()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.IsType<NotFound>((await app.Send(town.Outsider, new JournalPageQuery(town.CouncilId))).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, new JournalPageQuery(town.CouncilId))).Refusal);
        Assert.IsType<InvalidRequest>((await app.Send(town.Auditor, new JournalPageQuery(town.CouncilId, Size: 0))).Refusal);
    }
}
