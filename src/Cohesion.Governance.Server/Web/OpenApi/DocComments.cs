using System.Collections.Frozen;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Cohesion.Governance.Server.Web.OpenApi;

/// <summary>What the doc comments of our types say, read from the files the compiler writes beside the assemblies.</summary>
internal static partial class DocComments
{
    private static readonly FrozenDictionary<string, XElement> Members = Read();

    /// <summary>The summary of a type, as one line; null where it has none.</summary>
    public static string? SummaryOf(Type type) => Text(Member($"T:{NameOf(type)}")?.Element("summary"));

    /// <summary>What a record says of one of its parameters, or a class of one of its properties; null where nothing is said.</summary>
    public static string? Of(Type type, string property)
    {
        var parameter = Member($"T:{NameOf(type)}")?.Elements("param")
            .FirstOrDefault(p => string.Equals((string?)p.Attribute("name"), property, StringComparison.OrdinalIgnoreCase));
        return Text(parameter ?? Member($"P:{NameOf(type)}.{property}")?.Element("summary"));
    }

    private static XElement? Member(string id) => Members.GetValueOrDefault(id);

    private static string NameOf(Type type) => (type.FullName ?? type.Name).Replace('+', '.');

    private static string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var words = element.Nodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement { Name.LocalName: "see" or "paramref" } reference =>
                ((string?)reference.Attribute("cref") ?? (string?)reference.Attribute("name") ?? string.Empty).Split('.', ':')[^1],
            XElement other => other.Value,
            _ => string.Empty,
        });
        return Space().Replace(string.Concat(words), " ").Trim();
    }

    private static FrozenDictionary<string, XElement> Read()
    {
        Assembly[] ours = [typeof(DocComments).Assembly, typeof(Domain.Refusal).Assembly];
        return ours
            .Select(assembly => Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml"))
            .Where(File.Exists)
            .SelectMany(file => XDocument.Load(file).Descendants("member"))

            // What generators add to several assemblies stands in several files.
            .DistinctBy(member => (string)member.Attribute("name")!, StringComparer.Ordinal)
            .ToFrozenDictionary(member => (string)member.Attribute("name")!, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Space();
}
