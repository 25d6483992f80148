using Cohesion.Governance.Conformance;
using Cohesion.Governance.Workflows.Tests.Support;

namespace Cohesion.Governance.Elsa.Tests.Conformance;

/// <summary>The same promises on Elsa 3.7.1.</summary>
public sealed class ElsaConformanceTests : ProcessPortConformance
{
    internal override async Task<EngineUnderTest> EngineAsync(params Flow[] flows)
    {
        var engine = new ElsaEngine();
        await engine.DeployAsync(flows);
        return engine;
    }
}
