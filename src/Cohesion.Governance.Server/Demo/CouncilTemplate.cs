using System.Text.Json;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Features.Councils;
using Cohesion.Governance.Server.Features.Councils.FoundCouncil;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Demo;

/// <summary>A ready council: <c>workflows/templates/{id}.json</c>.</summary>
/// <param name="Id">Its name, which is the file's.</param>
/// <param name="Source">Where it comes from and how far it is true.</param>
/// <param name="Street">The street it stands in.</param>
/// <param name="Buildings">Its buildings.</param>
/// <param name="Council">The council itself.</param>
/// <param name="Seats">Its register.</param>
/// <param name="People">Who takes part.</param>
internal sealed record CouncilTemplate(
    string Id, LocalText Source, TemplateStreet Street, IReadOnlyList<TemplateBuilding> Buildings, TemplateCouncil Council,
    IReadOnlyList<TemplateSeat> Seats, IReadOnlyList<TemplatePerson> People)
{
    /// <exception cref="InvalidDataException">The file is not there or not of this form; says where and what.</exception>
    public static CouncilTemplate Read(string workflows, string id)
    {
        var file = Path.Combine(workflows, "templates", id + ".json");
        try
        {
            return JsonSerializer.Deserialize<CouncilTemplate>(File.ReadAllText(file), Json.Options)
                ?? throw new InvalidDataException($"{file}: is empty.");
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"{file}: {problem.Path}: {problem.Message}", problem);
        }
        catch (FileNotFoundException missing)
        {
            throw new InvalidDataException($"There is no template {file}.", missing);
        }
    }
}

internal sealed record TemplateStreet(LocalText Name);

internal sealed record TemplateBuilding(LocalText Name, string Address);

internal sealed record TemplateCouncil(
    LocalText Name, string TimeZone, CouncilRules Rules, IReadOnlyList<NewBloc> Blocs, IReadOnlyList<NewMeasure> Measures);

/// <param name="Key">What people of the template name it by.</param>
/// <param name="Label">What the register calls it.</param>
/// <param name="Bloc">Code of its bloc.</param>
/// <param name="Party">The firm or person behind it.</param>
/// <param name="Kind">Firm or person.</param>
/// <param name="Measures">What it weighs, in the measures' own units.</param>
internal sealed record TemplateSeat(string Key, string Label, string Bloc, LocalText Party, PartyKind Kind, IReadOnlyDictionary<string, decimal> Measures);

/// <param name="Alias">What stories call the person.</param>
/// <param name="Name">The name.</param>
/// <param name="UserName">What the person signs in with; the same one in two templates is the same person.</param>
/// <param name="Offices">What the person is.</param>
internal sealed record TemplatePerson(string Alias, LocalText Name, string UserName, IReadOnlyList<TemplateOffice> Offices);

/// <param name="Office">The office.</param>
/// <param name="Seat">Key of the seat acted for, where it is one.</param>
internal sealed record TemplateOffice(Office Office, string? Seat = null);
