using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Needs.AnswerNeed;
using Cohesion.Governance.Server.Features.Needs.RaiseNeed;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Needs;

public sealed class AnswerNeedTests
{
    private static async Task<(GovernanceApp App, Town Town, Guid Need)> WithNeed()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        return (app, town, (await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "Nowhere to check in"))).Value);
    }

    [Fact]
    public async Task The_secretary_answers_and_whoever_asked_is_told()
    {
        var (app, town, need) = await WithNeed();
        await using var _ = app;

        Assert.True((await app.Send(town.Secretary, new AnswerNeedCommand(need, "There is a desk on floor 2"))).IsGranted);

        var answered = await app.Db(db => db.Needs.SingleAsync());
        Assert.Equal((NeedStage.Answered, "There is a desk on floor 2"), (answered.Stage, answered.Answer));
        var notice = await app.Db(db => db.Notifications.SingleAsync());
        Assert.Equal(town.TenantA, notice.PersonId);
        Assert.Contains("There is a desk on floor 2", notice.Text.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_sent_twice_is_refused_the_second_time()
    {
        var (app, town, need) = await WithNeed();
        await using var _ = app;

        await app.Send(town.Secretary, new AnswerNeedCommand(need, "Yes"));

        Assert.IsType<NeedIsSettled>((await app.Send(town.Secretary, new AnswerNeedCommand(need, "No"))).Refusal);
        Assert.Equal("Yes", await app.Db(db => db.Needs.Select(n => n.Answer).SingleAsync()));
    }

    [Fact]
    public async Task Of_two_answers_at_once_one_stands()
    {
        var (app, town, need) = await WithNeed();
        await using var _ = app;

        var answers = await Task.WhenAll(
            app.Send(town.Secretary, new AnswerNeedCommand(need, "Yes")), app.Send(town.Convenor, new AnswerNeedCommand(need, "No")));

        Assert.Single(answers, a => a.IsGranted);
        Assert.IsType<NeedIsSettled>(answers.Single(a => !a.IsGranted).Refusal);
    }

    [Fact]
    public async Task An_answer_without_words_is_refused()
    {
        var (app, town, need) = await WithNeed();
        await using var _ = app;

        Assert.IsType<InvalidRequest>((await app.Send(town.Secretary, new AnswerNeedCommand(need, " "))).Refusal);
    }

    [Fact]
    public async Task A_tenant_may_not_answer_and_an_outsider_sees_nothing()
    {
        var (app, town, need) = await WithNeed();
        await using var _ = app;

        Assert.IsType<OfficeNeeded>((await app.Send(town.TenantB, new AnswerNeedCommand(need, "Yes"))).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Outsider, new AnswerNeedCommand(need, "Yes"))).Refusal);
    }
}
