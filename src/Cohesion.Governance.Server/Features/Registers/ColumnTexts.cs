using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;

namespace Cohesion.Governance.Server.Features.Registers;

/// <summary>What the columns of register files are called: in templates, exports and errors. Each is a name that <see cref="RegisterColumns"/> knows.</summary>
internal static class ColumnTexts
{
    public static readonly LocalText Firm = new("firm", "单位");
    public static readonly LocalText Person = new("person", "个人");

    /// <summary>The columns of a template in their order, measures left out.</summary>
    public static readonly IReadOnlyList<RegisterColumn> Order =
        [RegisterColumn.Seat, RegisterColumn.Bloc, RegisterColumn.Party, RegisterColumn.PartyEnglish, RegisterColumn.Kind, RegisterColumn.PartyKey];

    public static LocalText Of(RegisterColumn column) => column switch
    {
        RegisterColumn.Seat => new("Seat", "席位"),
        RegisterColumn.Party => new("Party", "单位/个人"),
        RegisterColumn.PartyEnglish => new("English name", "英文名称"),
        RegisterColumn.Kind => new("Kind", "类型"),
        RegisterColumn.Bloc => new("Bloc", "界别"),
        RegisterColumn.PartyKey => new("Party id", "单位/个人编号"),
        RegisterColumn.SeatId => new("Seat id", "席位编号"),
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "A column without a name"),
    };

    /// <summary>A measure's column: its name and, in brackets, its unit.</summary>
    public static LocalText Of(Measure measure) =>
        measure.Unit.Length == 0 ? measure.Name : new($"{measure.Name.In(Language.English)} ({measure.Unit})", $"{measure.Name.In(Language.Chinese)}（{measure.Unit}）");

    public static LocalText Of(PartyKind kind) => kind == PartyKind.Firm ? Firm : Person;
}
