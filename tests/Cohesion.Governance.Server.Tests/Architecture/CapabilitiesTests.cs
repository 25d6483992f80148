using Cohesion.Governance.Server.Capabilities;
using Cohesion.Governance.Server.Pipeline;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Architecture;

public sealed class CapabilitiesTests
{
    [Fact]
    public void The_table_in_the_documents_is_what_the_code_says()
    {
        var written = File.ReadAllText(Path.Combine(Repository.Root, "docs", "capabilities.md"));

        Assert.True(
            CapabilitiesDocument.Write() == written,
            "docs/capabilities.md is stale. Write it anew: dotnet run --project src/Cohesion.Governance.Server -- capabilities > docs/capabilities.md");
    }

    [Fact]
    public void It_names_every_request_once()
    {
        var text = CapabilitiesDocument.Write();

        Assert.All(RequestCatalogue.All, r => Assert.Equal(2, text.Split($"| **{CapabilitiesDocument.NameOf(r)}**").Length));
    }
}
