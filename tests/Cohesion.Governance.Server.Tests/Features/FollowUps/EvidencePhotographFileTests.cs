using System.Net;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.FollowUps.EvidencePhotographFile;
using Cohesion.Governance.Server.Features.FollowUps.SubmitEvidence;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.FollowUps;

public sealed class EvidencePhotographFileTests
{
    private static async Task<(Guid Action, Guid Photograph)> Photographed(Promise p)
    {
        var id = await p.Accepted();
        Assert.Null((await p.App.Send(
            p.Town.Property, new SubmitEvidenceCommand(id, "It runs", Photographs: [new(Convert.ToBase64String(Pictures.FromTelephone(width: 1000, height: 500)), "The lift")]))).Refusal);
        return (id, await p.App.Db(db => db.EvidencePhotographs.Select(r => r.Id).SingleAsync()));
    }

    [Fact]
    public async Task Everybody_of_the_council_sees_it_large_and_small()
    {
        await using var p = await Promise.Resolved();
        var (action, photograph) = await Photographed(p);

        var large = (await p.App.Send(p.Town.Observer, new EvidencePhotographFileQuery(action, photograph))).Value;
        var small = (await p.App.Send(p.Town.TenantB, new EvidencePhotographFileQuery(action, photograph, Small: true))).Value;

        Assert.True(large.Content.Length > small.Content.Length);
        Assert.Equal(await p.App.Db(db => db.EvidencePhotographs.Select(r => ValueTuple.Create(r.Sha256, r.ThumbnailSha256)).SingleAsync()), (large.Sha256, small.Sha256));
    }

    [Fact]
    public async Task Is_not_there_for_another_council_or_under_another_action()
    {
        await using var p = await Promise.Resolved();
        var (action, photograph) = await Photographed(p);
        var other = await p.Accepted(resolution: 1);

        await p.IsNotForOutsiders(new EvidencePhotographFileQuery(action, photograph));
        Assert.IsType<NotFound>((await p.App.Send(p.Town.Observer, new EvidencePhotographFileQuery(other, photograph))).Refusal);
        Assert.IsType<NotFound>((await p.App.Send(p.Town.Observer, new EvidencePhotographFileQuery(action, Guid.Empty))).Refusal);
    }

    [Fact]
    public async Task One_that_was_exchanged_in_the_database_is_not_shown()
    {
        await using var p = await Promise.Resolved();
        var (action, photograph) = await Photographed(p);
        var another = Pictures.Jpeg();
        await p.App.Db(db => db.PhotographBytes.ExecuteUpdateAsync(b => b.SetProperty(x => x.View, another)));

        Assert.IsType<PhotographAltered>((await p.App.Send(p.Town.Observer, new EvidencePhotographFileQuery(action, photograph))).Refusal);
        Assert.True((await p.App.Send(p.Town.Observer, new EvidencePhotographFileQuery(action, photograph, Small: true))).IsGranted);
    }

    [Fact]
    public async Task A_browser_is_told_what_it_is_and_to_keep_it_to_itself()
    {
        await using var p = await Promise.Resolved();
        var (action, photograph) = await Photographed(p);
        using var member = await Visitor.SignedIn(p.App, p.Town.Observer);
        using var outsider = await Visitor.SignedIn(p.App, p.Town.Outsider);

        var answer = await member.Get($"/api/follow-ups/{action}/photographs/{photograph}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
        Assert.Equal("no-cache, private", string.Join(", ", answer.Headers["Cache-Control"].Split(", ").Order(StringComparer.Ordinal)));
        Assert.Equal(HttpStatusCode.NotFound, (await outsider.Get($"/api/follow-ups/{action}/photographs/{photograph}")).Status);
    }
}
