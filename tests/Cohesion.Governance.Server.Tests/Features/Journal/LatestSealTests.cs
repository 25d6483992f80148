using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Journal.LatestSeal;
using Cohesion.Governance.Server.Features.Journal.SealJournals;
using Cohesion.Governance.Server.Features.Needs.RaiseNeed;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Journal;

public sealed class LatestSealTests
{
    [Fact]
    public async Task Members_read_the_line_to_note_down()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        Assert.Null((await app.Send(town.TenantA, new LatestSealQuery(town.CouncilId))).Value.Line);
        await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "A need"));
        app.Clock.Advance(TimeSpan.FromDays(1));
        var lines = (await app.SendAsProcess(new SealJournalsCommand())).Value.Lines;

        var seal = (await app.Send(town.TenantA, new LatestSealQuery(town.CouncilId))).Value;

        Assert.Equal((Assert.Single(lines), "2026-11-02", 1L), (seal.Line, seal.Day, seal.Sequence));
    }

    [Fact]
    public async Task Outsiders_are_refused()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.IsType<NotFound>((await app.Send(town.Outsider, new LatestSealQuery(town.CouncilId))).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, new LatestSealQuery(town.CouncilId))).Refusal);
    }
}
