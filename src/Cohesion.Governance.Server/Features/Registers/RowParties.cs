using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Features.Councils;

namespace Cohesion.Governance.Server.Features.Registers;

/// <summary>The party a row comes to: one that is known, or a new one.</summary>
/// <param name="Id">A known party; null for a new one or where nothing changes.</param>
/// <param name="Name">Name of a new one.</param>
/// <param name="Kind">Firm or person.</param>
/// <param name="Key">Rows with the same key come to the same new party.</param>
internal sealed record RowParty(Guid? Id, LocalText? Name, PartyKind Kind, string? Key);

/// <summary>Finds out which rows of a file belong to one firm or person.</summary>
/// <remarks>
/// It matters: a party with several seats is one head. Firms of one name are one firm. People of one name are different people unless an id says otherwise, for there are many
/// Wang Weis in an estate and none of them may lose his head to another.
/// </remarks>
internal sealed class RowParties
{
    private readonly Dictionary<Guid, Party> known;
    private readonly Dictionary<string, Guid> standingFirms;
    private readonly HashSet<string> standingPeople;
    private readonly PartyKind usual;
    private readonly List<RowError> errors;
    private readonly Dictionary<string, (RegisterRow First, Guid? Party)> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> newPeople = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> namesakes = new(StringComparer.Ordinal);

    public RowParties(RegisterState state, PartyKind usual, List<RowError> errors)
    {
        (this.usual, this.errors) = (usual, errors);
        known = state.Parties.ToDictionary(p => p.Id);
        var standing = state.Lines.Select(s => s.PartyId).Distinct().Select(id => known[id]).ToList();
        standingFirms = standing.Where(p => p.Kind == PartyKind.Firm).SelectMany(p => Spellings(p.Name), (p, name) => (p.Id, name))
            .GroupBy(p => p.name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Id, StringComparer.Ordinal);
        standingPeople = standing.Where(p => p.Kind == PartyKind.Person).SelectMany(p => Spellings(p.Name)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Names that several people of the file or the register have, and that are entered as different people.</summary>
    public IEnumerable<string> Namesakes => namesakes.Values;

    /// <summary>Learns which ids of the file stand for which party, before any row is decided on.</summary>
    public void Learn(IEnumerable<RegisterRow> rows)
    {
        foreach (var row in rows.Where(r => r.Key is not null))
        {
            var key = CellText.Fold(row.Key!);
            Guid? party = Guid.TryParse(row.Key, out var id) && known.TryGetValue(id, out var one) && (row.Party is null || IsCalled(one, row)) ? id : KeptBy(row);
            if (byKey.TryAdd(key, (row, party)))
            {
                continue;
            }

            var (first, earlier) = byKey[key];
            if (row.Party is not null && first.Party is not null && CellText.Fold(row.Party) != CellText.Fold(first.Party))
            {
                errors.Add(new RowError(row.Number, ColumnTexts.Of(RegisterColumn.PartyKey), row.Key!, RegisterRowTexts.KeyTwice.With(row.Key!, first.Number)));
            }

            byKey[key] = (first.Party is null ? row : first, earlier ?? party);
        }
    }

    public RowParty Of(RegisterRow row)
    {
        var present = row.Seat is { } seat ? known.GetValueOrDefault(seat.PartyId) : null;
        var kind = row.Kind ?? present?.Kind ?? usual;
        var nothing = new RowParty(null, null, kind, null);
        if (row.Key is { } key)
        {
            var (first, party) = byKey[CellText.Fold(key)];
            if (party is { } id)
            {
                return id == present?.Id ? nothing : new RowParty(id, null, known[id].Kind, null);
            }

            return row.Party is null && first.Party is null ? nothing : new RowParty(null, NameOf(row.Party is null ? first : row), kind, "id:" + CellText.Fold(key));
        }

        if (row.Party is null || (present is not null && IsCalled(present, row)))
        {
            return nothing;
        }

        var name = CellText.Fold(row.Party);
        if (kind == PartyKind.Person)
        {
            newPeople[name] = newPeople.GetValueOrDefault(name) + 1;
            if (newPeople[name] > 1 || standingPeople.Contains(name))
            {
                namesakes.TryAdd(name, row.Party);
            }

            return new RowParty(null, NameOf(row), kind, null);
        }

        return standingFirms.TryGetValue(name, out var firm) ? new RowParty(firm, null, kind, null) : new RowParty(null, NameOf(row), kind, "firm:" + name);
    }

    // The party of a seat that keeps it.
    private Guid? KeptBy(RegisterRow row) =>
        row.Seat is { } seat && known.TryGetValue(seat.PartyId, out var present) && (row.Party is null || IsCalled(present, row)) ? present.Id : null;

    private static bool IsCalled(Party party, RegisterRow row) =>
        Spellings(party.Name).Contains(CellText.Fold(row.Party!), StringComparer.Ordinal)
        && (row.English is null || CellText.Fold(row.English) == CellText.Fold(party.Name.En))
        && (row.Kind is null || row.Kind == party.Kind);

    private static IEnumerable<string> Spellings(LocalText name) =>
        new[] { CellText.Fold(name.Zh), CellText.Fold(name.En) }.Where(n => n.Length > 0).Distinct(StringComparer.Ordinal);

    private static LocalText NameOf(RegisterRow row) => row.English is { } english ? new LocalText(english, row.Party!) : LocalText.Same(row.Party!);
}
