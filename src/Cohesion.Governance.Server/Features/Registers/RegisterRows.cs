using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Features.Councils;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Registers;

/// <summary>Turns the rows of a file into one revision of the register, or into all that is wrong with them. Pure: the same rows and register give the same plan.</summary>
internal sealed class RegisterRows
{
    private readonly RegisterState state;
    private readonly RegisterColumns columns;
    private readonly Dictionary<Guid, SeatEntry> byId;
    private readonly Dictionary<string, SeatEntry> byLabel;
    private readonly Dictionary<string, SeatEntry> byFoldedLabel;
    private readonly List<RowError> errors = [];

    private RegisterRows(RegisterState state, RegisterColumns columns)
    {
        (this.state, this.columns) = (state, columns);
        byId = state.Lines.ToDictionary(s => s.SeatId);

        // Labels differ by more than capitals; where two differ by width or spaces alone, only the exact one is meant.
        byLabel = state.Lines.ToDictionary(s => s.Label, StringComparer.OrdinalIgnoreCase);
        byFoldedLabel = state.Lines.GroupBy(s => CellText.Fold(s.Label), StringComparer.Ordinal).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single(), StringComparer.Ordinal);
    }

    /// <summary>Plans the revision that a file asks for.</summary>
    /// <param name="state">The register as it is.</param>
    /// <param name="rows">The file's rows.</param>
    /// <param name="kind">What parties are where a row does not say.</param>
    /// <param name="whole">Whether the file is the whole register, so that seats it does not name are gone.</param>
    /// <param name="now">The time, of which ids are made to try the revision.</param>
    public static Outcome<RegisterPlan> Plan(RegisterState state, IReadOnlyList<SheetRow> rows, PartyKind kind, bool whole, DateTimeOffset now) =>
        RegisterColumns.Find(rows, state.Measures).Granted(out var columns, out var refusal)
            ? new RegisterRows(state, columns).Plan(rows.Where(r => r.Number > columns.HeaderRow), kind, whole, now)
            : refusal;

    private RegisterPlan Plan(IEnumerable<SheetRow> rows, PartyKind kind, bool whole, DateTimeOffset now)
    {
        errors.AddRange(columns.Twice.Select(name => new RowError(columns.HeaderRow, LocalText.Same(name), string.Empty, RegisterRowTexts.ColumnTwice)));
        var read = rows.Select(Read).ToList();
        RefuseRepeated(read);
        var parties = new RowParties(state, kind, errors);
        parties.Learn(read);
        var (add, change) = (new List<SeatToAdd>(), new List<SeatToChange>());
        foreach (var row in read)
        {
            var party = parties.Of(row);
            if (row.Seat is null)
            {
                add.Add(New(row, party));
            }
            else
            {
                change.Add(Changed(row, party, row.Seat));
            }
        }

        var named = read.Select(r => r.Seat?.SeatId).ToHashSet();
        List<Guid> gone = whole ? [.. state.Lines.Select(s => s.SeatId).Where(s => !named.Contains(s))] : [];
        return Decided(read.Count, new RegisterChanges(add, change, gone), Notes(parties), now);
    }

    private RegisterPlan Decided(int rows, RegisterChanges changes, List<LocalText> notes, DateTimeOffset now)
    {
        var unchanged = 0;
        if (errors.Count == 0)
        {
            var outcome = state.Decide(state.Council.RegisterVersion, changes, now);
            if (outcome.Granted(out var revised, out var refusal))
            {
                unchanged = rows - revised.Added.Count;
            }
            else if (refusal is NothingToRevise)
            {
                unchanged = rows;
            }
            else
            {
                errors.Add(new RowError(null, null, string.Empty, refusal.Message));
            }
        }

        return new RegisterPlan(rows, unchanged, changes, [.. errors.OrderBy(e => e.Row ?? 0)], notes);
    }

    private List<LocalText> Notes(RowParties parties)
    {
        var notes = parties.Namesakes.Select(name => RegisterRowTexts.Namesakes.With(name)).ToList();
        if (columns.Unknown.Count > 0)
        {
            notes.Insert(0, RegisterRowTexts.Unknown.With(string.Join(", ", columns.Unknown.Select(n => n.Length > 60 ? n[..60] : n))));
        }

        return notes;
    }

    private RegisterRow Read(SheetRow row)
    {
        var label = Named(row, RegisterColumn.Seat);
        var (seat, wrongId) = SeatOf(row, label);
        if (label is null && seat is null && !wrongId)
        {
            Wrong(row, RegisterColumn.Seat, RegisterRowTexts.SeatMissing);
        }

        var (party, english) = (Named(row, RegisterColumn.Party), Named(row, RegisterColumn.PartyEnglish));
        if (party is null && english is not null)
        {
            Wrong(row, RegisterColumn.PartyEnglish, RegisterRowTexts.EnglishAlone);
        }

        if (party is null && english is null && seat is null && !wrongId)
        {
            Wrong(row, RegisterColumn.Party, RegisterRowTexts.PartyNeeded);
        }

        return new RegisterRow(
            row.Number, seat, label, BlocOf(row, seat is null && !wrongId), party, english, KindOf(row), Named(row, RegisterColumn.PartyKey), MeasuresOf(row));
    }

    private (SeatEntry? Seat, bool WrongId) SeatOf(SheetRow row, string? label)
    {
        if (Named(row, RegisterColumn.SeatId) is { } id)
        {
            if (Guid.TryParse(id, out var seatId) && byId.TryGetValue(seatId, out var standing))
            {
                return (standing, false);
            }

            Wrong(row, RegisterColumn.SeatId, RegisterRowTexts.SeatIdUnknown);
            return (null, true);
        }

        return (label is null ? null : byLabel.GetValueOrDefault(label) ?? byFoldedLabel.GetValueOrDefault(CellText.Fold(label)), false);
    }

    private string? BlocOf(SheetRow row, bool isNew)
    {
        var all = new LocalText(string.Join(", ", state.Blocs.Select(b => b.Name.In(Language.English))), string.Join("、", state.Blocs.Select(b => b.Name.In(Language.Chinese))));
        if (Named(row, RegisterColumn.Bloc) is not { } name)
        {
            if (isNew && state.Blocs.Count > 1)
            {
                Wrong(row, RegisterColumn.Bloc, RegisterRowTexts.BlocNeeded.With(all));
            }

            return isNew && state.Blocs.Count > 0 ? state.Blocs[0].Code : null;
        }

        var folded = CellText.Fold(name);
        if (state.Blocs.FirstOrDefault(b => CellText.Fold(b.Name.Zh) == folded || CellText.Fold(b.Name.En) == folded || CellText.Fold(b.Code) == folded) is { } bloc)
        {
            return bloc.Code;
        }

        Wrong(row, RegisterColumn.Bloc, RegisterRowTexts.BlocUnknown.With(all));
        return null;
    }

    private PartyKind? KindOf(SheetRow row)
    {
        switch (CellText.Fold(Named(row, RegisterColumn.Kind) ?? string.Empty))
        {
            case "":
                return null;
            case "单位" or "企业" or "公司" or "法人" or "firm" or "company":
                return PartyKind.Firm;
            case "个人" or "自然人" or "业主" or "person" or "individual":
                return PartyKind.Person;
            default:
                Wrong(row, RegisterColumn.Kind, RegisterRowTexts.KindUnknown);
                return null;
        }
    }

    private Dictionary<string, decimal> MeasuresOf(SheetRow row)
    {
        var values = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var measure in state.Measures)
        {
            var cell = columns.Cell(row, measure.Code);
            if (string.IsNullOrWhiteSpace(cell))
            {
                continue;
            }

            var value = CellText.Number(cell, measure);
            var what = value switch
            {
                null => RegisterRowTexts.NoNumber,
                < 0 => RegisterRowTexts.Negative,
                _ when measure.Units(value.Value) is not { } units => decimal.Truncate(value.Value) == value ? RegisterRowTexts.TooMuch
                    : measure.Scale == 0 ? RegisterRowTexts.WholeOnly : RegisterRowTexts.TooFine.With(measure.Scale),
                _ => measure.Units(value.Value) > RegisterRevision.MaxUnits ? RegisterRowTexts.TooMuch : null,
            };
            if (what is null)
            {
                values[measure.Code] = value!.Value;
            }
            else
            {
                errors.Add(new RowError(row.Number, LocalText.Same(columns.Names[columns.Measures[measure.Code]]), cell.Trim(), what));
            }
        }

        return values;
    }

    // Two rows about one seat, whether it stands already or not.
    private void RefuseRepeated(IEnumerable<RegisterRow> rows)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows.Where(r => r.Seat is not null || r.Label is not null))
        {
            var key = row.Seat?.SeatId.ToString("N") ?? CellText.Fold(row.Label!);
            if (!first.TryAdd(key, row.Number))
            {
                errors.Add(new RowError(row.Number, NameOf(RegisterColumn.Seat), row.Label ?? string.Empty, RegisterRowTexts.SeatTwice.With(first[key])));
            }
        }
    }

    private static SeatToAdd New(RegisterRow row, RowParty party) =>
        new(row.Bloc ?? string.Empty, row.Label ?? string.Empty, party.Name, party.Kind, row.Measures, party.Id, party.Key);

    private SeatToChange Changed(RegisterRow row, RowParty party, SeatEntry seat)
    {
        var measures = state.Measures.ToDictionary(m => m.Code, m => row.Measures.TryGetValue(m.Code, out var given) ? given : m.Value(seat.Measures[m.Code]), StringComparer.Ordinal);

        // Written wider, narrower or with other spaces a label is still the same one.
        var label = row.Label is null || CellText.Fold(row.Label) == CellText.Fold(seat.Label) ? null : row.Label;
        return new SeatToChange(seat.SeatId, label, measures, party.Id, row.Bloc, party.Id is null ? party.Name : null, party.Name is null ? null : party.Kind, party.Key);
    }

    private string? Named(SheetRow row, RegisterColumn column)
    {
        var cell = CellText.Name(columns.Cell(row, column) ?? string.Empty);
        if (cell.Length == 0)
        {
            return null;
        }

        if (cell is "#REF!" or "#N/A" or "#VALUE!" or "#NAME?" or "#DIV/0!" or "#NUM!" or "#NULL!")
        {
            Wrong(row, column, RegisterRowTexts.FormulaError);
        }
        else if (cell.Length > ValidationRules.MaxName)
        {
            Wrong(row, column, RegisterRowTexts.TooLong);
        }

        return cell;
    }

    private void Wrong(SheetRow row, RegisterColumn column, LocalText what)
    {
        var value = (columns.Cell(row, column) ?? string.Empty).Trim();
        errors.Add(new RowError(row.Number, NameOf(column), value.Length > 80 ? value[..80] + "…" : value, what));
    }

    private LocalText NameOf(RegisterColumn column) => columns.NameOf(column) is { } name ? LocalText.Same(name) : ColumnTexts.Of(column);
}

/// <summary>A row as it was read.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Seat">The seat it is about, where it stands already.</param>
/// <param name="Label">What it calls the seat.</param>
/// <param name="Bloc">Code of the bloc.</param>
/// <param name="Party">Name of the firm or person.</param>
/// <param name="English">Its English name.</param>
/// <param name="Kind">Firm or person, where it says so.</param>
/// <param name="Key">What tells parties of one name apart, and shows which rows belong to one.</param>
/// <param name="Measures">What it weighs, as far as the row says.</param>
internal sealed record RegisterRow(
    int Number, SeatEntry? Seat, string? Label, string? Bloc, string? Party, string? English, PartyKind? Kind, string? Key, IReadOnlyDictionary<string, decimal> Measures);
