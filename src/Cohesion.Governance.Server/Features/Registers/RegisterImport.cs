using System.Text.Json;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Features.Councils;

namespace Cohesion.Governance.Server.Features.Registers;

/// <summary>A file that was sent to be entered in a register and waits until its sender has looked at what would come of it. The rows are kept, the file is not.</summary>
internal sealed class RegisterImport : IVersioned
{
    /// <summary>How long it waits. Whoever takes longer sends the file again, which by then is an old one anyway.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }

    /// <summary>Whose it is: nobody else sees or enters it.</summary>
    public required Guid ByPersonId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file, by which the journal names it.</summary>
    public required string FileHash { get; init; }

    /// <summary>What parties are where a row does not say.</summary>
    public required PartyKind Kind { get; init; }

    /// <summary>Whether seats that the file does not name are gone.</summary>
    public required bool WholeRegister { get; init; }

    /// <summary>The rows as JSON; empty once they have been entered.</summary>
    public required string RowsJson { get; set; }

    /// <summary>The version of the register that came of it; null as long as none has.</summary>
    public int? AppliedVersion { get; set; }
    public int Version { get; set; }

    public static string Write(IReadOnlyList<SheetRow> rows) => JsonSerializer.Serialize(rows, Web.Json.Options);

    /// <summary>What entering it now would come to.</summary>
    public Outcome<RegisterPlan> Plan(RegisterState state, DateTimeOffset now) =>
        RegisterRows.Plan(state, JsonSerializer.Deserialize<List<SheetRow>>(RowsJson, Web.Json.Options)!, Kind, WholeRegister, now);
}
