using System.Globalization;
using System.Text;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using Cohesion.Governance.Server.Web;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Cohesion.Governance.Server.Demo;

/// <summary>In Development only: a street with two councils to look at, where the database has no street of its own, and a word on how to sign in.</summary>
internal sealed class DemonstrationStreet(IServiceProvider services, WorkflowDirectory workflows) : IHostedLifecycleService
{
    /// <summary>The councils of the demonstration street.</summary>
    public static readonly IReadOnlyList<string> Councils = ["jinhongqiao", "anshun-road-lift"];

    private readonly List<CouncilTemplate> founded = [];

    public static IServiceCollection Add(IServiceCollection services, IHostEnvironment environment) =>
        environment.IsDevelopment() ? services.AddHostedService<DemonstrationStreet>() : services;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var id in Councils)
        {
            var template = CouncilTemplate.Read(workflows.Path, id);
            if (await IsOurs(template, cancellationToken))
            {
                await CouncilTemplates.Found(services, id, cancellationToken);
                founded.Add(template);
            }
        }

        ShowAtSignIn();
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (founded.Count > 0)
        {
            Console.Out.WriteLine(Welcome());
        }

        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // A database with streets of its own is somebody's work: nothing is put beside it.
    private async Task<bool> IsOurs(CouncilTemplate template, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDbContext>();
        return !await db.Streets.AnyAsync(ct) || await db.Streets.AnyAsync(s => s.Name.Zh == template.Street.Name.Zh, ct);
    }

    // The offices, and the first of those that there are many of.
    private void ShowAtSignIn()
    {
        var shown = services.GetRequiredService<IOptions<DemoAccounts>>().Value.Accounts;
        foreach (var template in founded)
        {
            foreach (var person in template.People.DistinctBy(p => p.Offices[0].Office).Where(p => shown.All(s => s.Name != p.UserName)).ToList())
            {
                var office = OfficeNames.Of(person.Offices[0].Office);
                shown.Add(new DemoAccount(
                    person.UserName, CouncilTemplates.Password,
                    new LocalText($"{person.Name.En}, {office.En}, {template.Council.Name.En}", $"{person.Name.Zh}，{template.Council.Name.Zh}{office.Zh}")));
            }
        }
    }

    private string Welcome()
    {
        var address = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? string.Empty;
        var text = new StringBuilder();
        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"  Cohesion Governance 凝聚议事   {address}   (API {address}/api-docs)");
        text.AppendLine(CultureInfo.InvariantCulture, $"  Demonstration street 演示街道 {founded[0].Street.Name.Zh}; everybody's password 统一密码: {CouncilTemplates.Password}");
        foreach (var template in founded)
        {
            text.AppendLine();
            text.AppendLine(CultureInfo.InvariantCulture, $"  {template.Council.Name.Zh}  {template.Council.Name.En}");
            foreach (var person in template.People)
            {
                var offices = string.Join("; ", person.Offices.Select(o => Office(template, o)).Distinct(StringComparer.Ordinal));
                text.AppendLine(CultureInfo.InvariantCulture, $"    {person.UserName,-10} {person.Name.Zh} {person.Name.En} · {offices}");
            }
        }

        text.AppendLine();
        text.AppendLine("  admin      系统管理员 Administrator");
        return text.ToString();
    }

    private static string Office(CouncilTemplate template, TemplateOffice office)
    {
        var name = OfficeNames.Of(office.Office);
        var seat = template.Seats.FirstOrDefault(s => s.Key == office.Seat)?.Label;
        return $"{name.In(Language.Chinese)} {name.In(Language.English)}{(seat is null ? string.Empty : $" ({seat})")}";
    }
}
