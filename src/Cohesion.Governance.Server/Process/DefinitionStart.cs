using Cohesion.Governance.Server.Operations;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Process;

/// <summary>Keeps the text of every definition version that this deployment runs, so that processes begun today end on it in a year.</summary>
internal sealed class DefinitionStart(IServiceScopeFactory scopes, WorkflowLibrary library, WorkflowDirectory directory, WriteGate gate, TimeProvider clock)
    : IHostedService, IReadyWhen
{
    public string Name => "workflow definitions";

    public bool IsReady { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDbContext>();
        using (await gate.Enter(cancellationToken))
        {
            foreach (var definition in library.Definitions)
            {
                if (!await db.ProcessDefinitions.AnyAsync(d => d.Hash == definition.Hash, cancellationToken))
                {
                    var file = definition.Id + ".json";
                    db.ProcessDefinitions.Add(new ProcessDefinition
                    {
                        Hash = definition.Hash,
                        DefinitionId = definition.Id,
                        FileName = file,
                        Json = await File.ReadAllTextAsync(Path.Combine(directory.Path, file), cancellationToken),
                        FirstSeenAt = clock.GetUtcNow(),
                    });
                }
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (Exception conflict) when (Conflicts.IsConflict(conflict))
            {
                // Another node starts with the same files at the same moment: theirs are there, which is all we want.
                db.ChangeTracker.Clear();
            }
        }

        IsReady = true;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
