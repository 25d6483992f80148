using Cohesion.Governance.Domain.Proof;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Journal.PublicKey;
using Cohesion.Governance.Server.Features.Votes.ExportVote;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

/// <summary>The file of a counted vote, and what the recount makes of it.</summary>
internal static class VoteFile
{
    /// <summary>The file as the auditor gets it.</summary>
    public static async Task<byte[]> Export(VoteTown place, Guid voteId)
    {
        // In one scope: the file is written while the request that asked for it lives.
        await using var scope = place.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().SignIn(place.Town.Auditor);
        var file = (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ExportVoteQuery(voteId))).Value;
        using var stream = new MemoryStream();
        await file.WriteTo(stream, CancellationToken.None);
        return stream.ToArray();
    }

    /// <summary>The recount, with the key that the server publishes.</summary>
    public static async Task<RecountReport> Recount(VoteTown place, byte[] bytes)
    {
        using var key = PublicProofKey.FromPem((await place.App.Send(null, new PublicKeyQuery())).Value.Pem)!;
        return VoteRecount.Of(new MemoryStream(bytes), key);
    }
}
