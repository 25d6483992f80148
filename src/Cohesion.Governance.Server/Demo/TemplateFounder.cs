using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Accounts.AppointFirstAdministrator;
using Cohesion.Governance.Server.Features.Accounts.CreateAccount;
using Cohesion.Governance.Server.Features.Accounts.CreateMemberAccount;
using Cohesion.Governance.Server.Features.Councils.AppointOffice;
using Cohesion.Governance.Server.Features.Councils.FoundCouncil;
using Cohesion.Governance.Server.Features.Councils.ReviseRegister;
using Cohesion.Governance.Server.Features.Streets.AddBuilding;
using Cohesion.Governance.Server.Features.Streets.AppointConvenor;
using Cohesion.Governance.Server.Features.Streets.FoundStreet;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Demo;

/// <summary>Founds one template step by step, each by whoever may; what is there already is left as it is.</summary>
internal sealed class TemplateFounder(IServiceScopeFactory scopes, CouncilTemplate template)
{
    private readonly Dictionary<string, Guid> people = new(StringComparer.Ordinal);

    public async Task<IReadOnlyDictionary<string, Guid>> Found(CancellationToken ct)
    {
        var administrator = await Look(db => db.OfficeHoldings.Where(h => h.Office == Office.Administrator && h.Until == null).Select(h => (Guid?)h.PersonId).FirstOrDefaultAsync(ct))
            ?? await Do(null, new AppointFirstAdministratorCommand(new("Administrator", "系统管理员"), Language.Chinese, "admin", CouncilTemplates.Password), ct);
        var street = await Look(db => db.Streets.Where(s => s.Name.Zh == template.Street.Name.Zh).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(ct))
            ?? await Do(administrator, new FoundStreetCommand(template.Street.Name), ct);
        foreach (var person in template.People.Where(p => p.Offices.Any(o => o is { Office: Office.StreetConvenor, Seat: null })))
        {
            people[person.Alias] = await Known(person, ct) ?? await Do(administrator, new CreateAccountCommand(person.Name, Language.Chinese, person.UserName, CouncilTemplates.Password), ct);
            await Appoint(person, new TemplateOffice(Office.StreetConvenor), null, h => h.StreetId == street,
                id => Do(administrator, new AppointConvenorCommand(street, id), ct), ct);
        }

        var convenor = people.Values.FirstOrDefault();
        if (convenor == Guid.Empty)
        {
            throw new InvalidDataException($"The template {template.Id} names no street convenor.");
        }

        var council = await Look(db => db.Councils.Where(c => c.StreetId == street && c.Name.Zh == template.Council.Name.Zh).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(ct))
            ?? await FoundCouncil(street, convenor, ct);
        await Appoint(council, convenor, o => o.Office is Office.CouncilSecretary or Office.Auditor, null, ct);
        var secretary = people[template.People.First(p => p.Offices.Any(o => o.Office == Office.CouncilSecretary)).Alias];
        var seats = await Register(council, secretary, ct);
        await Appoint(council, secretary, o => o.Office is not (Office.CouncilSecretary or Office.Auditor) && o is not { Office: Office.StreetConvenor, Seat: null }, seats, ct);
        return Named(street, council, seats);
    }

    private Dictionary<string, Guid> Named(Guid street, Guid council, Dictionary<string, Guid> seats)
    {
        var named = new Dictionary<string, Guid>(people, StringComparer.Ordinal) { ["street"] = street, ["council"] = council };
        foreach (var person in template.People)
        {
            if (person.Offices.FirstOrDefault(o => o.Seat is not null) is { Seat: { } key })
            {
                named[person.Alias + ".seat"] = seats[key];
            }
        }

        return named;
    }

    private async Task<Guid> FoundCouncil(Guid street, Guid convenor, CancellationToken ct)
    {
        var buildings = new List<Guid>();
        foreach (var building in template.Buildings)
        {
            buildings.Add(await Look(db => db.Buildings.Where(b => b.StreetId == street && b.Address == building.Address).Select(b => (Guid?)b.Id).FirstOrDefaultAsync(ct))
                ?? await Do(convenor, new AddBuildingCommand(street, building.Name, building.Address), ct));
        }

        var council = template.Council;
        return await Do(convenor, new FoundCouncilCommand(street, council.Name, buildings, council.Blocs, council.Measures, council.Rules, council.TimeZone), ct);
    }

    private async Task<Dictionary<string, Guid>> Register(Guid council, Guid secretary, CancellationToken ct)
    {
        if (await Look(db => db.Councils.Where(c => c.Id == council).Select(c => c.RegisterVersion).SingleAsync(ct)) == 0)
        {
            await Do(
                secretary,
                new ReviseRegisterCommand(council, 0, "初始名册", [.. template.Seats.Select(s => new SeatToAdd(s.Bloc, s.Label, s.Party, s.Kind, s.Measures))]),
                ct);
        }

        var byLabel = await Look(db => db.SeatEntries.Where(s => s.CouncilId == council && s.ToVersion == null).ToDictionaryAsync(s => s.Label, s => s.SeatId, StringComparer.Ordinal, ct));
        return template.Seats.Where(s => byLabel.ContainsKey(s.Label)).ToDictionary(s => s.Key, s => byLabel[s.Label], StringComparer.Ordinal);
    }

    private async Task Appoint(Guid council, Guid by, Func<TemplateOffice, bool> which, Dictionary<string, Guid>? seats, CancellationToken ct)
    {
        foreach (var person in template.People)
        {
            foreach (var office in person.Offices.Where(which))
            {
                if (!people.ContainsKey(person.Alias))
                {
                    people[person.Alias] = await Known(person, ct)
                        ?? await Do(by, new CreateMemberAccountCommand(council, person.Name, Language.Chinese, person.UserName, CouncilTemplates.Password), ct);
                }

                Guid? seat = office.Seat is null ? null : seats![office.Seat];
                await Appoint(person, office, seat, h => h.CouncilId == council, id => Do(by, new AppointOfficeCommand(council, id, office.Office, seat), ct), ct);
            }
        }
    }

    private async Task Appoint(
        TemplatePerson person, TemplateOffice office, Guid? seat, System.Linq.Expressions.Expression<Func<OfficeHolding, bool>> where, Func<Guid, Task> appoint, CancellationToken ct)
    {
        var id = people[person.Alias];
        if (!await Look(db => db.OfficeHoldings.Where(where).AnyAsync(h => h.PersonId == id && h.Office == office.Office && h.SeatId == seat && h.Until == null, ct)))
        {
            await appoint(id);
        }
    }

    private Task<Guid?> Known(TemplatePerson person, CancellationToken ct) =>
        Look(db => db.Users.Where(a => a.UserName == person.UserName).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(ct));

    private async Task<T> Look<T>(Func<GovernanceDbContext, Task<T>> look)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<GovernanceDbContext>());
    }

    private async Task<T> Do<T>(Guid? person, IRequest<Outcome<T>> command, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var member = scope.ServiceProvider.GetRequiredService<CurrentMember>();
        if (person is { } id)
        {
            member.SignIn(id);
        }
        else
        {
            member.ActAsProcess();
        }

        var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, ct);
        return outcome.Granted(out var value, out var refusal)
            ? value
            : throw new InvalidDataException($"The template {template.Id} was refused at {command.GetType().Name}: {refusal.Message.En}");
    }
}
