using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Journal.SealJournals;

/// <summary>Seals the journal of each council for the day that has ended there, where something was added since its last seal. A second time changes nothing; after
/// days of standstill one seal covers them all.</summary>
[Title("seals the journals", "封存日志")]
[ProcessOnly]
internal sealed record SealJournalsCommand : ICommand<SealedJournals>;

/// <param name="Lines">The lines of the new seals, for the log and for whoever notes them down.</param>
internal sealed record SealedJournals(IReadOnlyList<string> Lines);
