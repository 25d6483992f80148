using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Journal.VerifyJournal;

/// <summary>Recomputes the chain of the council's journal from its first entry, and holds every row of the council's record against it and the journal against its
/// seals.</summary>
/// <param name="CouncilId">The council.</param>
/// <param name="Noted">The line of a seal that somebody noted down, to hold the journal against that as well.</param>
[Title("verifies the journal", "核验日志")]
[RequiresMembership(OrProcess = true)]
[Refuses<InvalidRequest>]
internal sealed record VerifyJournalQuery(Guid CouncilId, string? Noted = null) : IQuery<JournalVerdict>, IConcernsCouncil;

internal sealed class VerifyJournalValidator : AbstractValidator<VerifyJournalQuery>
{
    public VerifyJournalValidator() => RuleFor(q => q.Noted).Must(line => line is null || NotedSeal.Read(line) is not null)
        .WithMessage("{PropertyName}: cohesion-governance/seal/1 COUNCIL DAY NUMBER HASH");
}

/// <param name="Intact">Whether every entry follows the one before, every row is as its last command left it, and every seal fits.</param>
/// <param name="Entries">How many entries were read.</param>
/// <param name="Rows">How many rows were held against them.</param>
/// <param name="FirstBroken">Sequence number of the first entry that does not fit, or that is missing; absent when all do.</param>
/// <param name="LastHash">Hash of the last entry: note it down, and any later change of the journal up to here can be proved.</param>
/// <param name="Seals">How many seals fit.</param>
/// <param name="SealedUpTo">Number of the last entry that a seal covers; 0 where there is none.</param>
/// <param name="UnsealedSince">When the oldest entry that no seal covers was written, where that is more than three days ago: the server was down, or seals were taken away.</param>
/// <param name="Findings">What was tampered with, in words; at most 1,000.</param>
internal sealed record JournalVerdict(
    bool Intact, long Entries, long Rows, long? FirstBroken, string LastHash, int Seals, long SealedUpTo, DateTimeOffset? UnsealedSince,
    IReadOnlyList<JournalFinding> Findings);

/// <summary>Something that was changed behind the server's back.</summary>
/// <param name="Kind">What happened to it.</param>
/// <param name="Table">The table, as it is called in the database; absent for entries and seals.</param>
/// <param name="Key">The row's key; for an entry its number, for a seal its day.</param>
/// <param name="Text">The same in words.</param>
internal sealed record JournalFinding(TamperKind Kind, string? Table, string Key, LocalText Text);

/// <summary>Kinds of tampering.</summary>
internal enum TamperKind
{
    /// <summary>An entry does not follow the one before.</summary>
    EntryBroken,

    /// <summary>The digests of the rows an entry left are not those it was written with.</summary>
    RowsBroken,

    /// <summary>A row is not as its last command left it.</summary>
    RowAltered,

    /// <summary>A row is there that no command left.</summary>
    RowAdded,

    /// <summary>A row is gone that no command deleted.</summary>
    RowRemoved,

    /// <summary>A seal's signature is not this server's.</summary>
    SealForged,

    /// <summary>The journal is not the one that was sealed: it was rewritten.</summary>
    Rewritten,
}
