using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Councils.SetPublicPage;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Councils;

public sealed class SetPublicPageTests
{
    private static Task<bool> IsPublic(GovernanceApp app, Town town) => app.Db(db => db.Councils.Where(c => c.Id == town.CouncilId).Select(c => c.PublicPage).SingleAsync());

    [Fact]
    public async Task The_secretary_opens_it_and_takes_it_back_and_the_journal_says_so()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.False(await IsPublic(app, town));
        Assert.True((await app.Send(town.Secretary, new SetPublicPageCommand(town.CouncilId, true))).IsGranted);
        Assert.True(await IsPublic(app, town));
        Assert.True((await app.Send(town.Secretary, new SetPublicPageCommand(town.CouncilId, true))).IsGranted);
        Assert.True((await app.Send(town.Secretary, new SetPublicPageCommand(town.CouncilId, false))).IsGranted);

        Assert.False(await IsPublic(app, town));
        Assert.Equal(3, await app.Db(db => db.Journal.CountAsync(e => e.Command == "SetPublicPage" && e.PersonId == town.Secretary)));
    }

    [Fact]
    public async Task It_is_for_the_secretary_alone()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var command = new SetPublicPageCommand(town.CouncilId, true);

        foreach (var person in (Guid[])[town.Convenor, town.Property, town.TenantA, town.Observer, town.Auditor, town.PartyCommittee])
        {
            Assert.IsType<OfficeNeeded>((await app.Send(person, command)).Refusal);
        }

        Assert.IsType<NotFound>((await app.Send(town.Outsider, command)).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, command)).Refusal);
        Assert.False(await IsPublic(app, town));
    }
}
