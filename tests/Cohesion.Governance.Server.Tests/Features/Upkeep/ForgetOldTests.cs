using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Upkeep.ForgetOld;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Process;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Upkeep;

public sealed class ForgetOldTests
{
    private static IdempotentAnswer Answer(string key, DateTimeOffset at) => new() { PersonId = Guid.Empty, Key = key, RequestHash = "", Answer = "{}", At = at };

    private static ProcessSignal Kept(string name, DateTimeOffset? until, ProcessSignalState state) => new()
    {
        Id = Guid.CreateVersion7(GovernanceApp.Begin), Kind = ProcessSignalKind.Event, Name = name, Key = "k", Payload = "{}",
        At = GovernanceApp.Begin.AddDays(-2), KeepUntil = until, State = state,
    };

    [Fact]
    public async Task Answers_are_kept_for_thirty_days_and_then_forgotten()
    {
        await using var p = await Promise.Adopted();
        await p.App.Db(db =>
        {
            db.IdempotentAnswers.AddRange(Answer("old", p.Now.AddDays(-30).AddTicks(-1)), Answer("young", p.Now.AddDays(-30)));
            return Task.CompletedTask;
        });

        var forgotten = (await p.App.SendAsProcess(new ForgetOldCommand())).Value;

        Assert.Equal(new Forgotten(1, 0), forgotten);
        Assert.Equal(["young"], await p.App.Db(db => db.IdempotentAnswers.Select(a => a.Key).ToListAsync()));
    }

    [Fact]
    public async Task Events_nobody_took_in_their_time_are_given_up()
    {
        await using var p = await Promise.Adopted();
        await p.App.Db(db =>
        {
            db.ProcessSignals.AddRange(
                Kept("over", p.Now, ProcessSignalState.Kept), Kept("not yet", p.Now.AddTicks(1), ProcessSignalState.Kept),
                Kept("for good", null, ProcessSignalState.Kept), Kept("taken", p.Now, ProcessSignalState.Taken), Kept("new", p.Now, ProcessSignalState.New));
            return Task.CompletedTask;
        });

        Assert.Equal(new Forgotten(0, 1), (await p.App.SendAsProcess(new ForgetOldCommand())).Value);
        Assert.Equal(new Forgotten(0, 0), (await p.App.SendAsProcess(new ForgetOldCommand())).Value);

        Assert.Equal(["over"], await p.App.Db(db => db.ProcessSignals.Where(s => s.State == ProcessSignalState.Expired).Select(s => s.Name).ToListAsync()));
    }

    [Fact]
    public async Task Is_not_for_people()
    {
        await using var p = await Promise.Adopted();
        Assert.IsType<ProcessNeeded>((await p.App.Send(p.Town.Administrator, new ForgetOldCommand())).Refusal);
        Assert.IsType<SignInNeeded>((await p.App.Send(null, new ForgetOldCommand())).Refusal);
    }
}
