using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cohesion.Governance.Workflows.Expressions;

namespace Cohesion.Governance.Workflows.Definitions;

/// <summary>Reads and checks the variables and inputs of a definition.</summary>
internal static partial class DeclarationReader
{
    public static Declarations Read(JsonElement file, JsonElement? flow, ProblemList problems)
    {
        var variables = ImmutableArray.CreateBuilder<VariableDeclaration>();
        var inputs = ImmutableArray.CreateBuilder<InputDeclaration>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var accessors = new HashSet<string>(StringComparer.Ordinal);

        // Elsa keeps variables of the workflow and of its flowchart apart; expressions see both alike.
        foreach (var json in file.Elements("variables").Concat(flow?.Elements("variables") ?? []))
        {
            if (Name(json, "variable", "变量", accessors, problems) is not { } name)
                continue;
            var id = json.Text("id") ?? name;
            if (!ids.Add(id))
                problems.Add(null, ProblemCodes.DuplicateId, $"two variables have the id {id}", $"有两个变量的 id 都是 {id}");
            CheckStorage(json, "variable", "变量", name, problems);
            var type = Type(json, "typeName", "variable", "变量", name, problems);
            var initial = json.Property("value") is { } value ? WorkflowValue.FromJson(value) : WorkflowValue.Nothing;
            // Studio writes "" for a value that was never given.
            if (type != WorkflowType.Text && type != WorkflowType.Any && initial is { Kind: ValueKind.Text } && initial.AsText()!.Length == 0)
                initial = WorkflowValue.Nothing;
            if (!ValueConversion.TryConvert(initial, type, out var converted, out var why))
                problems.Add(null, ProblemCodes.BadLiteral, $"variable {name}: {why!.En}", $"变量 {name}：{why.Zh}");
            variables.Add(new(id, name, type, converted));
        }

        foreach (var json in file.Elements("inputs"))
        {
            if (Name(json, "input", "输入", accessors, problems) is not { } name)
                continue;
            CheckStorage(json, "input", "输入", name, problems);
            inputs.Add(new(name, Type(json, "type", "input", "输入", name, problems), json.Text("displayName") ?? name));
        }

        return new(variables.DrainToImmutable(), inputs.DrainToImmutable());
    }

    private static string? Name(JsonElement json, string kind, string kindZh, HashSet<string> accessors, ProblemList problems)
    {
        var name = json.Text("name");
        if (string.IsNullOrEmpty(name))
        {
            problems.Add(null, ProblemCodes.MissingProperty, $"a {kind} has no name", $"有一个{kindZh}没有名称");
            return null;
        }

        if (!Identifier().IsMatch(name))
            problems.Add(null, ProblemCodes.BadName, $"the {kind} name {name} must be letters, digits and underscores, so that scripts can use it", $"{kindZh}名 {name} 只能用字母、数字和下划线，脚本才能使用");
        else if (!accessors.Add(Declarations.Accessor(name)))
            problems.Add(null, ProblemCodes.DuplicateName, $"{name} is declared twice: get{Declarations.Accessor(name)}() would be ambiguous", $"{name} 重复声明：get{Declarations.Accessor(name)}() 会有歧义");
        return name;
    }

    /// <summary>Elsa forgets, at the first wait, whatever names no storage driver.</summary>
    private static void CheckStorage(JsonElement json, string kind, string kindZh, string name, ProblemList problems)
    {
        if (string.IsNullOrWhiteSpace(json.Text("storageDriverTypeName")) && string.IsNullOrWhiteSpace(json.Text("storageDriverType")))
        {
            problems.Add(null, ProblemCodes.NoStorage,
                $"the {kind} {name} names no storage driver, so Elsa would lose it at the first wait; set it to Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core",
                $"{kindZh} {name} 没有指定存储，Elsa 会在第一次等待后丢失它；请设为 Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core");
        }
    }

    private static WorkflowType Type(JsonElement json, string property, string kind, string kindZh, string name, ProblemList problems)
    {
        var written = json.Text(property) ?? "Object";
        if (!WorkflowTypeNames.TryRead(written, out var type))
            problems.Add(null, ProblemCodes.UnknownTypeName, $"the {kind} {name} has the type {written}, which neither engine can keep", $"{kindZh} {name} 的类型 {written} 无法保存");
        return json.Property("isArray") is { ValueKind: JsonValueKind.True } ? WorkflowType.List : type;
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Identifier();
}
