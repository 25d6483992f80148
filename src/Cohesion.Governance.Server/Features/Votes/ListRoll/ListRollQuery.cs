using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes.ListRoll;

/// <summary>The roll of a vote, page by page: who may vote, who has, who was served. Empty until the roll is frozen. Who has voted in a secret vote is told when it is
/// counted, and before of the reader's own seats only.</summary>
/// <param name="VoteId">The vote.</param>
/// <param name="Show">Which lines.</param>
/// <param name="Find">Part of a seat's label or of its party's name, in capitals or not; null or blank: every line.</param>
/// <param name="Page">From 1.</param>
[Title("reads the roll", "查看选民名册")]
[RequiresMembership]
[Refuses<InvalidRequest>]
[Refuses<SecretUntilCounted>]
internal sealed record ListRollQuery(Guid VoteId, RollLines Show = RollLines.All, string? Find = null, int Page = 1) : IQuery<RollPage>, IConcernsVote;

internal sealed class ListRollValidator : AbstractValidator<ListRollQuery>
{
    public ListRollValidator()
    {
        RuleFor(q => q.Show).IsInEnum();
        RuleFor(q => q.Find).MaximumLength(100);
        RuleFor(q => q.Page).InclusiveBetween(1, 100_000);
    }
}

/// <summary>Which lines of a roll.</summary>
internal enum RollLines
{
    /// <summary>Every one.</summary>
    All,

    /// <summary>Those with a valid ballot.</summary>
    Voted,

    /// <summary>Those that may vote and have not.</summary>
    Silent,

    /// <summary>Those that may vote and whose ballot paper was not served.</summary>
    Unserved,

    /// <summary>Those whose co-owners differ.</summary>
    Contested,

    /// <summary>Those that may not vote.</summary>
    Excluded,
}

/// <summary>A page of a roll.</summary>
/// <param name="Blocs">The council's blocs by code.</param>
/// <param name="Matching">How many lines there are of the kind asked for, on all pages.</param>
/// <param name="Pages">How many pages they make.</param>
internal sealed record RollPage(
    Guid VoteId, Guid CouncilId, LocalText CouncilName, string TimeZone, string Question, bool IsCounted, IReadOnlyDictionary<string, LocalText> Blocs,
    IReadOnlyList<SeatView> Seats, int Matching, int Page, int Pages);
