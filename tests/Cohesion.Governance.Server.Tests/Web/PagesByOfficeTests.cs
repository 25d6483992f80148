using System.Net;
using System.Reflection;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Tests.Harness;
using Cohesion.Governance.Server.Web.Forms;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Web;

/// <summary>Every page for every office: members read all, outsiders nothing, and nobody is offered a form that would be refused for his office.</summary>
public sealed class PagesByOfficeTests
{
    private static readonly string[] Pages =
    [
        "/", "/notices", "/councils/{c}", "/councils/{c}/needs", "/councils/{c}/proposals", "/councils/{c}/proposals?view=board", "/councils/{c}/proposals?view=board&column=Consulted", "/councils/{c}/meetings", "/councils/{c}/actions",
        "/proposals/{p}/plan", "/councils/{c}/journal", "/councils/{c}/journal?verify=true", "/councils/{c}/rules", "/councils/{c}/rules/try", "/councils/{c}/rules/try?rule=council.each-bloc-consent&n.yes@tenants.heads=2", "/councils/{c}/mandates", "/mandates", "/proposals/{p}",
        "/councils/{c}/register", "/councils/{c}/register?version=1&find=a", "/councils/{c}/register/compare?from=0&to=1", "/councils/{c}/register/seats/{seat}", "/councils/{c}/people",
        "/councils/{c}/people?former=true", "/councils/{c}/public-page",
    ];

    [Fact]
    public async Task Every_member_sees_every_page_and_only_forms_of_his_office()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Consultation, GovernanceApp.Begin.AddDays(7));
        var town = proposal.Town;
        (Guid Person, Office Office, bool Seat)[] members =
        [
            (town.Convenor, Office.StreetConvenor, true), (town.Secretary, Office.CouncilSecretary, false), (town.Property, Office.PropertyManager, true),
            (town.TenantA, Office.TenantRepresentative, true), (town.PartyCommittee, Office.PartyCommitteeMember, false),
            (town.VisitingWorker, Office.VisitingWorker, false), (town.Observer, Office.Observer, false), (town.Auditor, Office.Auditor, false),
        ];
        foreach (var (person, office, seat) in members)
        {
            using var visitor = await Visitor.SignedIn(proposal.App, person, "zh-CN");
            foreach (var page in Pages)
            {
                var answer = await visitor.Get(AddressOf(page, proposal));

                Assert.True(answer.Status == HttpStatusCode.OK, $"{office} {page}: {answer.Status}");
                Assert.Equal("zh-Hans", answer.Document.DocumentElement.GetAttribute("lang"));
                Assert.All(
                    answer.Document.Forms.Select(f => f.GetAttribute("action")!).Where(a => a.StartsWith("/do/", StringComparison.Ordinal)),
                    action => Assert.True(MayPost(action["/do/".Length..], office, seat), $"{office} is offered {action} on {page}"));
            }
        }
    }

    [Theory]
    [InlineData("/councils/{c}/workflows")]
    [InlineData("/councils/{c}/workflows/proposal")]
    public async Task Pages_of_the_secretary_the_convenor_and_the_administrator_are_for_nobody_else(string page)
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Consultation, GovernanceApp.Begin.AddDays(7));
        var town = proposal.Town;
        (Guid? Person, HttpStatusCode Status)[] readers =
        [
            (town.Secretary, HttpStatusCode.OK), (town.Convenor, HttpStatusCode.OK), (town.Administrator, HttpStatusCode.OK), (town.Property, HttpStatusCode.Forbidden),
            (town.TenantA, HttpStatusCode.Forbidden), (town.PartyCommittee, HttpStatusCode.Forbidden), (town.Auditor, HttpStatusCode.Forbidden),
            (town.Outsider, HttpStatusCode.NotFound), (null, HttpStatusCode.Redirect),
        ];
        foreach (var (person, status) in readers)
        {
            using var visitor = person is { } id ? await Visitor.SignedIn(proposal.App, id) : Visitor.At(proposal.App);
            var answer = await visitor.Get(AddressOf(page, proposal));

            Assert.True(answer.Status == status, $"{page}: {answer.Status} in place of {status}");
            if (person == town.Administrator)
            {
                Assert.DoesNotContain(answer.Document.Forms, f => f.GetAttribute("action")!.StartsWith("/do/", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task Somebody_of_another_council_finds_none_of_its_pages()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Consultation, GovernanceApp.Begin.AddDays(7));
        using var visitor = await Visitor.SignedIn(proposal.App, proposal.Town.Outsider);

        foreach (var page in Pages.Where(p => p.Contains('{', StringComparison.Ordinal)).Append("/streets/{s}"))
        {
            var answer = await visitor.Get(AddressOf(page, proposal));

            Assert.True(answer.Status == HttpStatusCode.NotFound, $"{page}: {answer.Status}");
            Assert.DoesNotContain("Jinhongqiao", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Freight", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_signed_in_is_sent_to_sign_in_from_every_page()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Consultation, GovernanceApp.Begin.AddDays(7));
        using var visitor = Visitor.At(proposal.App);

        foreach (var page in Pages)
        {
            var answer = await visitor.Get(AddressOf(page, proposal));

            Assert.Equal(HttpStatusCode.Redirect, answer.Status);
            Assert.Contains("/sign-in?next=", answer.Location, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_convenor_sees_the_board_of_his_street()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Consultation, GovernanceApp.Begin.AddDays(7));
        using var visitor = await Visitor.SignedIn(proposal.App, proposal.Town.Convenor);

        var board = await visitor.Get($"/streets/{proposal.Town.StreetId}");

        Assert.Contains("1 in consultation", board.Words, StringComparison.Ordinal);
        Assert.Contains($"/streets/{proposal.Town.StreetId}", (await visitor.Get("/")).Text, StringComparison.Ordinal);
    }

    private static string AddressOf(string page, ProposalCase proposal) => page
        .Replace("{c}", proposal.Town.CouncilId.ToString(), StringComparison.Ordinal)
        .Replace("{seat}", proposal.Town.SeatA.ToString(), StringComparison.Ordinal)
        .Replace("{s}", proposal.Town.StreetId.ToString(), StringComparison.Ordinal)
        .Replace("{p}", proposal.ProposalId.ToString(), StringComparison.Ordinal);

    private static bool MayPost(string command, Office office, bool seat) => PostableCommands.Find(command)!.GetCustomAttribute<AccessAttribute>() switch
    {
        RequiresOfficeAttribute required => required.Offices.Contains(office) || (required.OrSeat && seat),
        RequiresSeatAttribute => seat,
        var declared => declared is not ProcessOnlyAttribute,
    };
}
