using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>Destroys the keys of secret votes that are counted or called off: after the commit that says so is on the disk, and at the start for those of which a crash
/// came between. Safe for concurrent use.</summary>
internal sealed partial class SecretKeyShredder(SecretKeys keys, AfterCommit commits, IServiceScopeFactory scopes, ILogger<SecretKeyShredder> log) : IHostedService
{
    private readonly Lock gate = new();
    private Task work = Task.CompletedTask;

    /// <summary>Completes when every key is gone that was due by now.</summary>
    public Task Idle()
    {
        lock (gate)
        {
            return work;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        commits.Subscribe(Enqueue, typeof(Vote));
        Enqueue();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Idle().WaitAsync(cancellationToken);

    private void Enqueue()
    {
        lock (gate)
        {
            var before = work;
            work = Task.Run(async () =>
            {
                await before;
                await Sweep();
            });
        }
    }

    private async Task Sweep()
    {
        try
        {
            var files = keys.All();
            if (files.Count == 0)
            {
                return;
            }

            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<GovernanceDbContext>();
            var ids = files.Select(f => f.VoteId).Distinct().ToList();
            var votes = await db.Votes.Where(v => ids.Contains(v.Id)).Select(v => new { v.Id, v.Stage, v.SecretKeyId }).ToDictionaryAsync(v => v.Id);
            foreach (var file in files)
            {
                // One of another vote's or database's is nobody's to destroy. One of an attempt to open that was rolled back is, once the vote is open under its own.
                if (votes.TryGetValue(file.VoteId, out var vote)
                    && (vote.Stage is VoteStage.Closed or VoteStage.Cancelled || (vote.Stage == VoteStage.Open && !file.IsOf(vote.SecretKeyId))))
                {
                    SecretKeys.Destroy(file);
                    Destroyed(log, file.VoteId);
                }
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Nobody awaits this; the next vote that changes and the next start try again.
            Failed(log, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The key of the secret vote {VoteId} is destroyed")]
    private static partial void Destroyed(ILogger log, Guid voteId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Keys of secret votes that are over could not be destroyed; it is tried again")]
    private static partial void Failed(ILogger log, Exception exception);
}
