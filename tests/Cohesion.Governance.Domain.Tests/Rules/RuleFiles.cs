using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Domain.Tests.Rules;

/// <summary>The packs and case files of this repository, found from wherever the tests run.</summary>
internal static class RuleFiles
{
    public static string Root { get; } = FindRoot();

    public static string Packs { get; } = Path.Combine(Root, "workflows", "rules");

    public static RulePackLibrary Library { get; } = RulePackLibrary.Load(Packs);

    public static string Cases(string name) => Path.Combine(Root, "tests", "Cohesion.Governance.Domain.Tests", "Rules", name);

    public static RulePack Pack(string rounds, string more = "")
        => RulePackReader.Read($$"""{"id":"t","jurisdiction":"T","title":{"en":"t"},"source":"t","evidence":"draft",{{more}}"rounds":{{rounds}}}""", "t.json")[0];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Cohesion.Governance.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
