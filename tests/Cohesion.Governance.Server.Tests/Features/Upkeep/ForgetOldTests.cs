using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Upkeep.ForgetOld;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Upkeep;

public sealed class ForgetOldTests
{
    private static IdempotentAnswer Answer(string key, DateTimeOffset at) => new() { PersonId = Guid.Empty, Key = key, RequestHash = "", Answer = "{}", At = at };

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

        Assert.Equal(new Forgotten(1), forgotten);
        Assert.Equal(new Forgotten(0), (await p.App.SendAsProcess(new ForgetOldCommand())).Value);
        Assert.Equal(["young"], await p.App.Db(db => db.IdempotentAnswers.Select(a => a.Key).ToListAsync()));
    }

    [Fact]
    public async Task Is_not_for_people()
    {
        await using var p = await Promise.Adopted();
        Assert.IsType<ProcessNeeded>((await p.App.Send(p.Town.Administrator, new ForgetOldCommand())).Refusal);
        Assert.IsType<SignInNeeded>((await p.App.Send(null, new ForgetOldCommand())).Refusal);
    }
}
