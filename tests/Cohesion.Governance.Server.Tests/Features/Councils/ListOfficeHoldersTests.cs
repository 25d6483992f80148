using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Accounts.CreateMemberAccount;
using Cohesion.Governance.Server.Features.Councils.EndOffice;
using Cohesion.Governance.Server.Features.Councils.ListOfficeHolders;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Councils;

public sealed class ListOfficeHoldersTests
{
    [Fact]
    public async Task Those_in_office_and_those_who_were_are_told_apart()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var holding = await app.Db(db => db.OfficeHoldings.Where(h => h.PersonId == town.Observer).Select(h => h.Id).SingleAsync());
        await app.Send(town.Secretary, new EndOfficeCommand(town.CouncilId, holding));

        var now = (await app.Send(town.TenantA, new ListOfficeHoldersQuery(town.CouncilId))).Value;
        var former = (await app.Send(town.TenantA, new ListOfficeHoldersQuery(town.CouncilId, Former: true))).Value;

        // Ten people hold eleven offices in the town: the convenor acts for the street's seat as well. One has ended.
        Assert.Equal(10, now.Matching);
        Assert.DoesNotContain(now.Holders.Items, h => h.PersonId == town.Observer);
        Assert.Equal((town.Observer, Office.Observer, GovernanceApp.Begin), former.Holders.Items.Select(h => (h.PersonId, h.Office, h.Until!.Value)).Single());
        Assert.Equal("Galaxy Tech", now.Holders.Items.Single(h => h.PersonId == town.TenantA).Seat);
        Assert.Contains(now.Holders.Items, h => h.PersonId == town.Convenor && h.OfStreet);
    }

    [Fact]
    public async Task Whoever_appoints_can_choose_people_of_the_council_and_somebody_new_but_nobody_of_another()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var fresh = (await app.Send(town.Secretary, new CreateMemberAccountCommand(town.CouncilId, new("", "新人"), Language.Chinese, "fresh", "a long enough password"))).Value;

        var offered = (await app.Send(town.Secretary, new ListOfficeHoldersQuery(town.CouncilId, PersonId: fresh))).Value;
        var foreign = (await app.Send(town.Secretary, new ListOfficeHoldersQuery(town.CouncilId, PersonId: town.Outsider))).Value;
        var reader = (await app.Send(town.TenantA, new ListOfficeHoldersQuery(town.CouncilId, PersonId: fresh))).Value;

        Assert.Equal((fresh, 11, 5), (offered.People[0].PersonId, offered.People.Count, offered.Seats.Count));
        Assert.DoesNotContain(foreign.People, p => p.PersonId == town.Outsider);
        Assert.Empty(reader.People);
        Assert.Empty(reader.Seats);
    }

    [Fact]
    public async Task People_and_seats_are_found_by_a_part_of_their_name_page_by_page()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        async Task<IEnumerable<Guid>> Found(string find) => (await app.Send(town.TenantA, new ListOfficeHoldersQuery(town.CouncilId, Find: find))).Value.Holders.Items.Select(h => h.PersonId);

        Assert.Equal([town.TenantA], await Found("吴"));
        Assert.Equal([town.TenantB], await Found("blue harb"));
        Assert.Equal("4", (await app.Send(town.TenantA, new ListOfficeHoldersQuery(town.CouncilId, Size: 4))).Value.Holders.Next);
        Assert.Null((await app.Send(town.TenantA, new ListOfficeHoldersQuery(town.CouncilId, After: 8, Size: 4))).Value.Holders.Next);
    }

    [Fact]
    public async Task Pages_too_large_and_outsiders_are_refused()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.IsType<InvalidRequest>((await app.Send(town.TenantA, new ListOfficeHoldersQuery(town.CouncilId, Size: 201))).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Outsider, new ListOfficeHoldersQuery(town.CouncilId))).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, new ListOfficeHoldersQuery(town.CouncilId))).Refusal);
    }
}
