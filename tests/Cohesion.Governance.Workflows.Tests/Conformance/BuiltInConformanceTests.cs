using System.Collections.Concurrent;
using Cohesion.Governance.Conformance;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Running;
using Cohesion.Governance.Workflows.Tests.Support;

namespace Cohesion.Governance.Workflows.Tests.Conformance;

/// <summary>The built-in engine keeps every promise of the port.</summary>
public sealed class BuiltInConformanceTests : ProcessPortConformance
{
    internal override async Task<EngineUnderTest> EngineAsync(params Flow[] flows)
    {
        var engine = new BuiltInEngine();
        await engine.DeployAsync(flows);
        return engine;
    }

    private sealed class BuiltInEngine : EngineUnderTest
    {
        private readonly ConcurrentDictionary<string, (string FileName, string Json)> texts = new(StringComparer.Ordinal);
        private Flow[] flows = [];
        private ProcessRunner? runner;

        public override IProcessPort Port => runner!;

        internal override Task DeployAsync(params Flow[] flows)
        {
            this.flows = flows;
            return RestartAsync();
        }

        public override Task RestartAsync()
        {
            var library = Library(flows);
            foreach (var definition in library.Definitions)
                texts[definition.Hash] = (definition.Id + ".json", definition.Source);
            var definitions = new PinnedDefinitions(library, TestActivities.Catalogue, (hash, _) => new(texts.TryGetValue(hash, out var text) ? text : null));
            runner = new ProcessRunner(Store, definitions, this, Clock);
            return Task.CompletedTask;
        }

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
