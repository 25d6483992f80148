using System.Reflection;
using System.Text.RegularExpressions;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Capabilities;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.Extensions.Hosting;
using NetArchTest.Rules;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Architecture;

public sealed partial class ArchitectureTests(ITestOutputHelper output)
{
    /// <summary>Lines from which on a file is reported, and from which on it has to be divided.</summary>
    private const int Long = 300, TooLong = 400;

    private static readonly Assembly Server = typeof(CurrentMember).Assembly;
    private static readonly Assembly Domain = typeof(Refusal).Assembly;
    private static readonly Assembly Workflows = typeof(Cohesion.Governance.Workflows.Definitions.WorkflowDefinition).Assembly;

    [Fact]
    public void The_domain_references_nothing_but_the_platform() => Assert.All(
        Domain.GetReferencedAssemblies(), a => Assert.StartsWith("System", a.Name, StringComparison.Ordinal));

    [Fact]
    public void The_engine_references_nothing_but_the_platform_and_its_script_interpreter() => Assert.All(
        Workflows.GetReferencedAssemblies(), a => Assert.True(a.Name!.StartsWith("System", StringComparison.Ordinal) || a.Name is "Jint" or "Acornima", a.Name));

    [Fact]
    public void The_pure_projects_touch_no_clock_file_or_network()
    {
        foreach (var assembly in new[] { Domain, Workflows })
        {
            var result = Types.InAssembly(assembly).ShouldNot().HaveDependencyOnAny("System.Net", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore").GetResult();
            Assert.True(result.IsSuccessful, Names(result));
        }
    }

    [Fact]
    public void Every_request_declares_exactly_once_who_may()
    {
        Assert.NotEmpty(RequestCatalogue.All);
        Assert.All(RequestCatalogue.All, r => Assert.Single(r.GetCustomAttributes<AccessAttribute>()));
    }

    [Fact]
    public void Every_request_says_in_both_languages_what_it_does() => Assert.All(RequestCatalogue.All, r =>
    {
        var title = r.GetCustomAttribute<TitleAttribute>();
        Assert.True(title is { Text: { En.Length: > 0, Zh.Length: > 0 } }, $"{r.Name} has no [Title]");
    });

    [Fact]
    public void Every_request_has_a_test_class_of_its_name_that_mirrors_its_folder()
    {
        var tests = typeof(ArchitectureTests).Assembly.GetTypes().Select(t => t.FullName!).ToHashSet(StringComparer.Ordinal);

        var missing = RequestCatalogue.All
            .Select(r => $"{r.Namespace!.Replace("Server.Features", "Server.Tests.Features", StringComparison.Ordinal)[..^(r.Namespace.Split('.')[^1].Length + 1)]}.{CapabilitiesDocument.TestOf(r)}")
            .Where(name => !tests.Contains(name))
            .ToList();

        Assert.True(missing.Count == 0, $"{missing.Count} requests without their tests: {string.Join(", ", missing.Select(m => m["Cohesion.Governance.Server.Tests.Features.".Length..]))}");
    }

    [Fact]
    public void No_slice_references_a_sibling()
    {
        var slices = Server.GetTypes().Select(t => t.Namespace).OfType<string>().Distinct(StringComparer.Ordinal)
            .Where(n => n.StartsWith("Cohesion.Governance.Server.Features.", StringComparison.Ordinal) && n.Split('.').Length == 6).ToList();
        var areas = slices.GroupBy(n => n[..n.LastIndexOf('.')]);
        var wrong = new List<string>();
        foreach (var slice in slices)
        {
            var siblings = slices.Where(s => s != slice).ToArray();
            var result = Types.InAssembly(Server).That().ResideInNamespaceMatching($"^{Regex.Escape(slice)}$").ShouldNot().HaveDependencyOnAny(siblings).GetResult();
            if (!result.IsSuccessful)
            {
                wrong.Add(Names(result));
            }
        }

        Assert.NotEmpty(areas);
        Assert.True(wrong.Count == 0, string.Join(", ", wrong));
    }

    [Fact]
    public void No_type_has_a_name_that_says_nothing()
    {
        var wrong = new[] { Server, Domain, Workflows }.SelectMany(a => a.GetTypes())
            .Where(t => t.Namespace?.StartsWith("Cohesion.Governance", StringComparison.Ordinal) == true && !t.Name.Contains('<', StringComparison.Ordinal)
                && !t.Namespace.Contains(".Migrations", StringComparison.Ordinal))
            .Where(t => Banned().IsMatch(t.Name) && !(t.Name.EndsWith("Service", StringComparison.Ordinal) && typeof(IHostedService).IsAssignableFrom(t)))
            .Select(t => t.FullName)
            .ToList();

        Assert.True(wrong.Count == 0, string.Join(", ", wrong));
    }

    [Fact]
    public void No_file_is_much_longer_than_one_subject_needs()
    {
        var source = Path.Combine(Repository.Root, "src");
        var separator = Path.DirectorySeparatorChar;

        var files = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{separator}obj{separator}", StringComparison.Ordinal) && !f.Contains($"{separator}Migrations{separator}", StringComparison.Ordinal))
            .Select(f => (File: Path.GetRelativePath(source, f), Lines: File.ReadLines(f).Count()))
            .Where(f => f.Lines > Long)
            .ToList();
        files.ForEach(f => output.WriteLine($"{f.File}: {f.Lines} lines"));

        Assert.DoesNotContain(files, f => f.Lines > TooLong);
    }

    private static string Names(NetArchTest.Rules.TestResult result) => string.Join(", ", result.FailingTypeNames ?? []);

    [GeneratedRegex("(Manager|Helper|Util|Utils|Common|Base|Service)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Banned();
}
