using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Journal.VerifyJournal;

/// <summary>Recomputes the chain of the council's journal from its first entry.</summary>
[Title("verifies the journal", "核验日志")]
[RequiresMembership]
internal sealed record VerifyJournalQuery(Guid CouncilId) : IQuery<JournalVerdict>, IConcernsCouncil;

/// <param name="Intact">Whether every entry has the hash it should have and follows the one before.</param>
/// <param name="Entries">How many entries were read.</param>
/// <param name="FirstBroken">Sequence number of the first entry that does not fit, or that is missing; absent when all do.</param>
/// <param name="LastHash">Hash of the last entry: note it down, and any later change of the journal up to here can be proved.</param>
internal sealed record JournalVerdict(bool Intact, long Entries, long? FirstBroken, string LastHash);
