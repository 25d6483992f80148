using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Votes;

namespace Cohesion.Governance.Server.Features.Proposals.ProposalPage;

/// <summary>A proposal with everything that belongs to it.</summary>
/// <param name="Versions">All versions, newest first.</param>
/// <param name="Comments">The newest comments, newest first; at most <see cref="ProposalPageHandler.MostComments"/>.</param>
/// <param name="CommentCount">How many comments there are.</param>
/// <param name="Positions">What each bloc says of the current version, in the order of the blocs; those without a word included.</param>
/// <param name="Agenda">The meetings that had or have it on their agenda, newest first.</param>
/// <param name="Votes">Its votes, newest first.</param>
/// <param name="Postings">Its postings with their objections, newest first.</param>
internal sealed record ProposalPageAnswer(
    Guid Id, Guid CouncilId, LocalText CouncilName, int Number, string Title, ProposalStage Stage, LocalText StageName, DateTimeOffset StageSince,
    DateTimeOffset? StageUntil, ProposalResult? Result, string? Reason, Guid? MergedIntoId, LocalText RaisedBy, DateTimeOffset RaisedAt, RuleLine Rule,
    int TextVersion, IReadOnlyList<VersionView> Versions, IReadOnlyList<NeedView> Needs, IReadOnlyList<CommentView> Comments, int CommentCount,
    IReadOnlyList<PositionView> Positions, IReadOnlyList<DocumentView> Documents, IReadOnlyList<AgendaView> Agenda, IReadOnlyList<VoteView> Votes,
    IReadOnlyList<PostingView> Postings, IReadOnlyList<ResolutionView> Resolutions, IReadOnlyList<FollowUpView> FollowUps,
    IReadOnlyList<AppraisalView> Appraisals, ReaderView You)
{
    /// <summary>The version that counts now.</summary>
    public VersionView Current => Versions[0];
}

/// <summary>The rule that decides.</summary>
internal sealed record RuleLine(string Id, LocalText Title);

/// <summary>One version of the text.</summary>
internal sealed record VersionView(
    int Number, string Title, string Text, LocalText By, DateTimeOffset At, string? ChangeNote, long? CostCents, string? Currency,
    IReadOnlyList<ItemView> Items, IReadOnlyList<ShareView> Shares);

internal sealed record ItemView(Guid Id, int Position, string Title, string Text);

/// <summary>A bloc's part of the cost, in hundredths of a percent.</summary>
internal sealed record ShareView(string BlocCode, LocalText Bloc, int BasisPoints, string Basis);

internal sealed record NeedView(Guid Id, int Number, string Text, LocalText AskedBy, NeedStage Stage);

internal sealed record CommentView(Guid Id, int TextVersion, LocalText By, DateTimeOffset At, string Text);

/// <summary>What a bloc says of the current version; without a position it has said nothing yet.</summary>
internal sealed record PositionView(string BlocCode, LocalText Bloc, PositionTaken? Position, string? Note, LocalText? By, DateTimeOffset? At);

internal sealed record DocumentView(Guid Id, string Name, string Uri, string Sha256, LocalText By, DateTimeOffset At);

internal sealed record AgendaView(Guid MeetingId, int MeetingNumber, string MeetingTitle, DateTimeOffset StartsAt, AgendaDecision Decision, string? Note);

internal sealed record VoteView(
    Guid Id, int TextVersion, int Session, VoteStage Stage, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt, DateTimeOffset? ClosedAt, string? Outcome);

internal sealed record PostingView(
    Guid Id, Guid VoteId, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset? ClosedAt, IReadOnlyList<ObjectionView> Objections);

/// <param name="Mine">Whether the reader raised it and may withdraw it.</param>
internal sealed record ObjectionView(
    Guid Id, LocalText By, Guid? SeatId, string? Seat, string Text, DateTimeOffset At, ObjectionStage Stage, string? Finding, DateTimeOffset? SettledAt, bool Mine);

internal sealed record ResolutionView(Guid Id, int Number, string Title, string Text, DateTimeOffset AdoptedAt, DateTimeOffset? KeptAt, string? NoActionNeeded);

internal sealed record FollowUpView(
    Guid Id, Guid ResolutionId, int Number, string Title, LocalText Owner, DateTimeOffset DueAt, FollowUpStage Stage, int ChaseLevel, DateTimeOffset? KeptAt);

internal sealed record AppraisalView(LocalText By, int Rating, string Comment, DateTimeOffset At);

/// <summary>What the reader is to this proposal, so that a page offers what he may do.</summary>
/// <param name="IsAuthor">Whether he raised it.</param>
/// <param name="IsSecretary">Whether he is secretary of the council.</param>
/// <param name="Asked">Whether he is one of those who asked, and appraises in the end.</param>
/// <param name="Blocs">Codes of the blocs for which he may speak.</param>
/// <param name="Seats">The seats he acts for.</param>
internal sealed record ReaderView(bool IsAuthor, bool IsSecretary, bool Asked, IReadOnlyList<string> Blocs, IReadOnlyList<Guid> Seats);
