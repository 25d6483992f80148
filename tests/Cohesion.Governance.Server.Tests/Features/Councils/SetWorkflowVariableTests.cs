using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Cohesion.Governance.Server.Features.Councils.ListWorkflowVariables;
using Cohesion.Governance.Server.Features.Councils.SetWorkflowVariable;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Councils;

public sealed class SetWorkflowVariableTests
{
    [Fact]
    public async Task A_period_is_set_changed_and_given_back()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var known = (await app.Send(town.Secretary, new ListWorkflowVariablesQuery(town.CouncilId))).Value.First(v => !v.Usual.StartsWith('-'));
        var command = new SetWorkflowVariableCommand(town.CouncilId, known.DefinitionId, known.Variable, "P10D");

        async Task<string?> Own() => (await app.Send(town.Secretary, new ListWorkflowVariablesQuery(town.CouncilId))).Value
            .Single(v => v.DefinitionId == known.DefinitionId && v.Variable == known.Variable).Own;

        Assert.True((await app.Send(town.Secretary, command)).IsGranted);
        Assert.Equal("P10D", await Own());
        Assert.True((await app.Send(town.Convenor, command with { Value = "P2W" })).IsGranted);
        Assert.Equal("P2W", await Own());
        Assert.True((await app.Send(town.Secretary, command with { Value = null })).IsGranted);
        Assert.Null(await Own());
        Assert.True((await app.Send(town.Secretary, command with { Value = null })).IsGranted);
    }

    [Theory]
    [InlineData("ten days")]
    [InlineData("10")]
    [InlineData("7.00:00:00")]
    [InlineData("-P7D")]
    [InlineData("PT0S")]
    [InlineData("P11Y")]
    [InlineData("P99999D")]
    [InlineData("P7D-")]
    public async Task What_is_no_usable_period_is_refused(string value)
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var known = (await app.Send(town.Secretary, new ListWorkflowVariablesQuery(town.CouncilId))).Value.First(v => !v.Usual.StartsWith('-'));

        var outcome = await app.Send(town.Secretary, new SetWorkflowVariableCommand(town.CouncilId, known.DefinitionId, known.Variable, value));

        Assert.IsType<DurationNotPossible>(outcome.Refusal);
        Assert.Empty(await app.Db(db => db.WorkflowOverrides.ToListAsync()));
    }

    [Fact]
    public async Task An_unknown_workflow_or_variable_is_refused()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.IsType<VariableUnknown>((await app.Send(town.Secretary, new SetWorkflowVariableCommand(town.CouncilId, "vote", "NoSuchPeriod", "P7D"))).Refusal);
        Assert.IsType<VariableUnknown>((await app.Send(town.Secretary, new SetWorkflowVariableCommand(town.CouncilId, "no-such", "Window", "P7D"))).Refusal);
        Assert.IsType<InvalidRequest>((await app.Send(town.Secretary, new SetWorkflowVariableCommand(town.CouncilId, "vote", "Window", ""))).Refusal);
    }

    [Fact]
    public async Task Others_may_not()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var command = new SetWorkflowVariableCommand(town.CouncilId, "vote", "Window", "P7D");

        Assert.IsType<OfficeNeeded>((await app.Send(town.TenantA, command)).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Outsider, command)).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, command)).Refusal);
    }
}
