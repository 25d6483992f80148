using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;

namespace Cohesion.Governance.Server.Features.Registers;

/// <summary>What a column of a register file holds.</summary>
internal enum RegisterColumn
{
    Seat,
    Party,
    PartyEnglish,
    Kind,
    Bloc,
    PartyKey,
    SeatId,
}

/// <summary>Which column of a file holds what.</summary>
/// <param name="HeaderRow">Number of the row that names them.</param>
/// <param name="Places">The places of the columns that are there.</param>
/// <param name="Measures">The places of measures by code.</param>
/// <param name="Names">What each column is called in the file.</param>
/// <param name="Unknown">Columns that mean nothing here.</param>
/// <param name="Twice">Columns that mean the same as one before.</param>
internal sealed record RegisterColumns(
    int HeaderRow, IReadOnlyDictionary<RegisterColumn, int> Places, IReadOnlyDictionary<string, int> Measures, IReadOnlyList<string> Names, IReadOnlyList<string> Unknown,
    IReadOnlyList<string> Twice)
{
    /// <summary>Rows among which the one that names the columns is looked for: titles often stand above it.</summary>
    private const int HeaderRows = 10;

    private static readonly Dictionary<string, RegisterColumn> Words = WordsOf(
        (RegisterColumn.Seat, "席位 席位名称 房号 室号 房间号 房屋 户号 门牌 门牌号 seat seatname label room unit flat"),
        (RegisterColumn.Party, "单位/个人 单位或个人 单位 个人 单位名称 企业 企业名称 公司 业主 业主姓名 姓名 名称 party partyname name owner firm company"),
        (RegisterColumn.PartyEnglish, "英文名 英文名称 单位英文名 englishname nameinenglish"),
        (RegisterColumn.Kind, "类型 性质 kind type"),
        (RegisterColumn.Bloc, "界别 bloc"),
        (RegisterColumn.PartyKey, "单位/个人编号 单位编号 业主编号 个人编号 编号 partyid partykey"),
        (RegisterColumn.SeatId, "席位编号 seatid"));

    /// <summary>What measures are called beside their own names, by code.</summary>
    private static readonly Dictionary<string, string[]> MeasureWords = new(StringComparer.Ordinal)
    {
        ["heads"] = ["户数", "人数", "家数", "票数", "heads", "households", "parties", "persons"],
        ["area"] = ["面积", "建筑面积", "专有面积", "专有部分面积", "租赁面积", "产权面积", "area", "floorarea"],
        ["share"] = ["份额", "占比", "share"],
    };

    /// <summary>Finds the row that names the columns.</summary>
    /// <param name="rows">The file's rows.</param>
    /// <param name="measures">The council's measures.</param>
    public static Outcome<RegisterColumns> Find(IReadOnlyList<SheetRow> rows, IReadOnlyList<Measure> measures)
    {
        var columns = rows.Take(HeaderRows).Select(row => Read(row, measures)).FirstOrDefault(c => c is not null);
        return columns is not null
            ? columns
            : new RegisterColumnsMissing(string.Join(" | ", rows[0].Cells.Where(c => c.Trim().Length > 0).Take(8).Select(c => c.Length > 30 ? c[..30] : c)));
    }

    /// <summary>What stands in a row's cell of this column; null where the file has no such column.</summary>
    public string? Cell(SheetRow row, RegisterColumn column) => Places.TryGetValue(column, out var place) ? CellAt(row, place) : null;

    /// <summary>What a row has of a measure; null where the file has no such column.</summary>
    public string? Cell(SheetRow row, string measure) => Measures.TryGetValue(measure, out var place) ? CellAt(row, place) : null;

    /// <summary>What the file calls a column.</summary>
    public string? NameOf(RegisterColumn column) => Places.TryGetValue(column, out var place) ? Names[place] : null;

    private static string CellAt(SheetRow row, int place) => place < row.Cells.Count ? row.Cells[place] : string.Empty;

    private static RegisterColumns? Read(SheetRow row, IReadOnlyList<Measure> measures)
    {
        var places = new Dictionary<RegisterColumn, int>();
        var byMeasure = new Dictionary<string, int>(StringComparer.Ordinal);
        var (unknown, twice) = (new List<string>(), new List<string>());
        for (var place = 0; place < row.Cells.Count; place++)
        {
            var name = CellText.Column(row.Cells[place]);
            if (name.Length == 0)
            {
                continue;
            }

            if (MeasureOf(name, measures) is { } measure)
            {
                (byMeasure.TryAdd(measure.Code, place) ? null : twice)?.Add(row.Cells[place].Trim());
            }
            else if (Words.TryGetValue(name, out var column))
            {
                (places.TryAdd(column, place) ? null : twice)?.Add(row.Cells[place].Trim());
            }
            else
            {
                unknown.Add(row.Cells[place].Trim());
            }
        }

        return places.ContainsKey(RegisterColumn.Seat) && places.Count + byMeasure.Count > 1
            ? new RegisterColumns(row.Number, places, byMeasure, [.. row.Cells.Select(c => c.Trim())], unknown, twice)
            : null;
    }

    private static Measure? MeasureOf(string name, IReadOnlyList<Measure> measures) =>
        measures.FirstOrDefault(m => CellText.Column(m.Name.Zh) == name || CellText.Column(m.Name.En) == name || CellText.Fold(m.Code) == name)
        ?? measures.FirstOrDefault(m => MeasureWords.TryGetValue(m.Code, out var words) && words.Contains(name, StringComparer.Ordinal));

    private static Dictionary<string, RegisterColumn> WordsOf(params (RegisterColumn Column, string Words)[] all) =>
        all.SelectMany(a => a.Words.Split(' '), (a, word) => (a.Column, word)).ToDictionary(w => w.word, w => w.Column, StringComparer.Ordinal);
}
