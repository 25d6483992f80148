using Cohesion.Governance.Workflows.Running;
using Elsa.Workflows.Management;

namespace Cohesion.Governance.Elsa.Engine;

/// <summary>Reads what Elsa has published, after Elsa has been fed the files. Elsa logs what it could not take in and goes on; the server does not.</summary>
internal sealed class DefinitionsReading(ElsaDefinitions definitions, WorkflowLibrary library, IServiceScopeFactory scopes) : IHostedService
{
    /// <exception cref="ElsaRefusedException">Elsa has not taken in a file.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await definitions.ReadAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<IWorkflowDefinitionStore>();
        var problems = library.Definitions
            .Select(d => FlowMode.Problem(d) is { } problem ? $"{d.Id}.json: {problem.En} {problem.Zh}" : null).OfType<string>().ToList();
        foreach (var definition in library.Definitions.Where(d => !definitions.Knows(d)))
        {
            problems.Add(await FileWorkflowsProvider.IsChangedAsync(store, definition, cancellationToken)
                ? $"{definition.Id}.json: version {definition.Version} is known with another text; give the changed file a higher version."
                    + $" 版本 {definition.Version} 已有不同的内容；修改后的文件请使用更高的版本号。"
                : $"{definition.Id}.json: Elsa did not take it in; its log says why. Elsa 未能载入；原因见其日志。");
        }

        if (problems.Count > 0)
        {
            throw new ElsaRefusedException(problems);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Elsa did not take in workflow files that are in order by our own checks.</summary>
internal sealed class ElsaRefusedException(IReadOnlyList<string> problems)
    : Exception("The workflow files cannot be used on Elsa as they are; nothing was started:" + Environment.NewLine + string.Join(Environment.NewLine, problems));
