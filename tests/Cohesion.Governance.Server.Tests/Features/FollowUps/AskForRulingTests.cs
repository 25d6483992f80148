using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Features.FollowUps.AskForRuling;
using Cohesion.Governance.Server.Features.FollowUps.EndConfirmation;
using Cohesion.Governance.Server.Features.FollowUps.RuleOnFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.SubmitEvidence;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.FollowUps;

public sealed class AskForRulingTests
{
    private static readonly TimeSpan Again = TimeSpan.FromDays(3);

    [Fact]
    public async Task The_secretary_is_asked_and_again_when_the_time_is_over()
    {
        await using var p = await Promise.Resolved();
        var id = await p.LeftToRuling();

        Assert.Equal(1, (await p.App.SendAsProcess(new AskForRulingCommand(id, Again))).Value);
        Assert.Equal(0, (await p.App.SendAsProcess(new AskForRulingCommand(id, Again))).Value);
        p.App.Clock.Advance(Again);
        Assert.Equal(1, (await p.App.SendAsProcess(new AskForRulingCommand(id, Again))).Value);

        Assert.Equal(["followup.accepted", "followup.ruling", "followup.ruling"], await p.Told(p.Town.Secretary));
        Assert.Empty(await p.Told(p.Town.PartyCommittee));
    }

    [Fact]
    public async Task The_party_committee_is_asked_where_the_promise_is_the_secretarys_own()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Assign(owner: p.Town.Secretary);
        await p.App.Send(p.Town.Secretary, new SubmitEvidenceCommand(id, "Done"));
        await p.App.SendAsProcess(new EndConfirmationCommand(id));

        Assert.Equal(1, (await p.App.SendAsProcess(new AskForRulingCommand(id, Again))).Value);

        Assert.Equal(["followup.ruling"], await p.Told(p.Town.PartyCommittee));
        Assert.Empty(await p.Told(p.Town.Secretary));
    }

    [Fact]
    public async Task Nobody_is_asked_about_what_is_decided()
    {
        await using var p = await Promise.Resolved();
        var id = await p.LeftToRuling();
        await p.App.Send(p.Town.Secretary, new RuleOnFollowUpCommand(id, true, "Seen"));
        Assert.Equal(0, (await p.App.SendAsProcess(new AskForRulingCommand(id, Again))).Value);
    }

    [Fact]
    public async Task Is_not_for_people()
    {
        await using var p = await Promise.Resolved();
        await p.IsNotForPeople(new AskForRulingCommand(await p.LeftToRuling(), Again));
    }
}
