using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;

namespace Cohesion.Governance.Server.Features.Registers;

/// <summary>Something in a file that cannot be entered as it stands.</summary>
/// <param name="Row">Number of the row as spreadsheets show it; null where it is the file as a whole.</param>
/// <param name="Column">Name of the column, as the file has it where it does.</param>
/// <param name="Value">What stands there.</param>
/// <param name="What">What is wrong and what to do.</param>
internal sealed record RowError(int? Row, LocalText? Column, string Value, LocalText What);

/// <summary>What entering a file would come to, decided without changing anything.</summary>
/// <param name="Rows">Rows with a seat.</param>
/// <param name="Unchanged">Rows that say what stands already.</param>
/// <param name="Changes">The revision.</param>
/// <param name="Errors">All that is wrong, by row.</param>
/// <param name="Notes">What to look at before agreeing.</param>
internal sealed record RegisterPlan(int Rows, int Unchanged, RegisterChanges Changes, IReadOnlyList<RowError> Errors, IReadOnlyList<LocalText> Notes);
