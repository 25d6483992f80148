using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.ExportVote;

/// <summary>Exports a counted vote as one signed file, to be recounted without this server.</summary>
/// <remarks>
/// For those who answer for the vote and for the auditor; they decide to whom it goes on. It names parties and seats as the roll does, because a roll nobody can
/// recognise cannot be checked against the register; it leaves out who pressed the button for a seat, accounts, contacts and what others did in the council.
/// </remarks>
[Title("exports a vote for recounting", "导出表决供复核")]
[RequiresOffice(Office.Auditor, Office.CouncilSecretary, Office.StreetConvenor, OrProcess = true)]
[Refuses<VoteNotCounted>]
[Refuses<BallotsDisagree>]
internal sealed record ExportVoteQuery(Guid VoteId) : IQuery<VoteExportFile>, IConcernsVote;

/// <summary>The file, written when it is asked for: a large vote does not fit into an answer.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="WriteTo">Writes and signs it.</param>
internal sealed record VoteExportFile(string Name, Func<Stream, CancellationToken, Task> WriteTo);
