using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Features.Councils;
using Cohesion.Governance.Server.Features.Councils.SetCouncilRules;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Councils;

public sealed class SetCouncilRulesTests
{
    private static readonly CouncilRules Rules = new(10, "council.simple-majority", "council.simple-majority", EarlyDecision: false);

    [Fact]
    public async Task Convenor_and_secretary_set_them()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.True((await app.Send(town.Convenor, new SetCouncilRulesCommand(town.CouncilId, Rules))).IsGranted);
        Assert.True((await app.Send(town.Secretary, new SetCouncilRulesCommand(town.CouncilId, Rules with { NoticeDays = 12 }))).IsGranted);

        var council = await app.Db(db => db.Councils.SingleAsync(c => c.Id == town.CouncilId));
        Assert.Equal((12, "council.simple-majority", false), (council.NoticeDays, council.DefaultRulePack, council.EarlyDecision));
    }

    [Fact]
    public async Task An_unknown_rule_and_a_notice_beyond_reason_are_refused()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.IsType<NoSuchRulePack>((await app.Send(town.Convenor, new SetCouncilRulesCommand(town.CouncilId, Rules with { MeetingQuorumPack = "no.such" }))).Refusal);
        Assert.IsType<InvalidRequest>((await app.Send(town.Convenor, new SetCouncilRulesCommand(town.CouncilId, Rules with { NoticeDays = 91 }))).Refusal);
        Assert.Equal(7, await app.Db(db => db.Councils.Where(c => c.Id == town.CouncilId).Select(c => c.NoticeDays).SingleAsync()));
    }

    [Fact]
    public async Task Others_may_not()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var command = new SetCouncilRulesCommand(town.CouncilId, Rules);

        Assert.IsType<OfficeNeeded>((await app.Send(town.Property, command)).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Outsider, command)).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, command)).Refusal);
    }

    [Fact]
    public async Task They_say_which_of_two_ballots_counts_and_online_prevails_where_they_say_nothing()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        Assert.Equal(DuplicatePolicy.OnlinePrevails, Rules.DuplicatePolicy);

        await app.Send(town.Convenor, new SetCouncilRulesCommand(town.CouncilId, Rules with { DuplicatePolicy = DuplicatePolicy.PaperPrevails }));

        Assert.Equal(DuplicatePolicy.PaperPrevails, (await app.Db(db => db.Councils.SingleAsync(c => c.Id == town.CouncilId))).DuplicatePolicy);
        Assert.IsType<InvalidRequest>((await app.Send(
            town.Convenor, new SetCouncilRulesCommand(town.CouncilId, Rules with { DuplicatePolicy = (DuplicatePolicy)9 }))).Refusal);
    }
}
