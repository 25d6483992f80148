using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Domain.Resolutions;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.FollowUps.FollowUpPage;

/// <summary>Everything the page of an action shows.</summary>
[Title("reads a follow-up action", "查看跟进事项")]
[RequiresMembership]
internal sealed record FollowUpPageQuery(Guid FollowUpId) : IQuery<FollowUpView>, IConcernsFollowUp;

/// <summary>An action, what led to it, what shows that it was kept, who said so, and what the reader may do now.</summary>
internal sealed record FollowUpView(
    Guid Id, Guid CouncilId, LocalText Council, string TimeZone, int Number, string Title, FollowUpStage Stage, DateTimeOffset DueAt, bool Overdue,
    DateTimeOffset? StageUntil, int ChaseLevel, int Reopened, DateTimeOffset? KeptAt, string? DeclineReason, bool? FoundKept,
    PersonName Owner, FollowUpResolution Resolution, IReadOnlyList<EvidenceRow> Evidence, IReadOnlyList<AskedRow> Asked,
    IReadOnlyList<ChaseRow> Chases, IReadOnlyList<ChangeRow> Changes, FollowUpChoices May);

internal sealed record PersonName(Guid Id, LocalText Name);

internal sealed record FollowUpResolution(Guid Id, int Number, string Title, string Text, Guid ProposalId, int ProposalNumber, string ProposalTitle);

internal sealed record EvidenceRow(
    Guid Id, string Text, string? Uri, string? Sha256, int Round, LocalText By, DateTimeOffset At, IReadOnlyList<PhotographRow> Photographs);

/// <summary>A photograph of the evidence; its file is at <c>/api/follow-ups/{followUpId}/photographs/{id}</c>, the thumbnail with <c>?small=true</c>.</summary>
/// <param name="Alt">What it shows; null where nobody said.</param>
internal sealed record PhotographRow(Guid Id, int Position, string? Alt, int Width, int Height, string Sha256);

/// <summary>One of those who asked, with his word on the present evidence where he has given it.</summary>
internal sealed record AskedRow(Guid PersonId, LocalText Name, bool? Kept, string? Note, DateTimeOffset? At, LocalText? RecordedBy);

internal sealed record ChaseRow(int Level, int DaysLate, string Audience, DateTimeOffset At);

internal sealed record ChangeRow(FollowUpChangeKind Kind, DateTimeOffset At, LocalText? By, string? Note, LocalText Owner, DateTimeOffset DueAt);

/// <summary>What the reader may do with the action at present.</summary>
internal sealed record FollowUpChoices(
    bool Answer, bool HandIn, bool Confirm, IReadOnlyList<Guid> ConfirmFor, bool Rule, bool Reassign, bool Extend, bool Cancel);
