using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Proposals;

/// <summary>What watchers and people are told of a proposal, in the same way by every slice.</summary>
internal static class ProposalNews
{
    public static string PathOf(Guid proposalId) => $"/proposals/{proposalId:D}";

    /// <summary>Watchers of the proposal and of its council see the stage it has come to.</summary>
    public static async Task AnnounceStage(this LiveFeed live, Proposal proposal, CancellationToken ct)
    {
        var payload = new { proposal.Id, proposal.Number, proposal.Title, proposal.Stage, Since = proposal.StageSince, Until = proposal.StageUntil };
        await live.Announce(Topics.Proposal(proposal.Id), "proposal.stage", payload, ct);
        await live.Announce(Topics.Council(proposal.CouncilId), "proposal.stage", payload, ct);
    }

    /// <summary>Tells whoever raised it.</summary>
    public static void TellAuthor(this NoticeBoard notices, Proposal proposal, string kind, LocalText text) =>
        notices.Tell(proposal.RaisedByPersonId, proposal.CouncilId, kind, text, PathOf(proposal.Id));

    /// <summary>Those who asked: whoever raised the proposal and whoever voiced a need it answers, each once.</summary>
    public static async Task<IReadOnlyList<Guid>> ThoseWhoAsked(GovernanceDbContext db, Proposal proposal, CancellationToken ct)
    {
        var askers = await db.Needs.Where(n => n.ProposalId == proposal.Id).Select(n => n.AskedByPersonId).ToListAsync(ct);
        return [.. askers.Append(proposal.RaisedByPersonId).Distinct()];
    }

    /// <summary>The number and title as sentences name it.</summary>
    public static LocalText NameOf(Proposal proposal) =>
        new LocalText("Proposal {0} “{1}”", "第 {0} 号议题“{1}”").With(proposal.Number, proposal.Title);
}
