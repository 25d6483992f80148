using System.Collections.Immutable;
using System.Text.Json;
using Cohesion.Governance.Workflows.Expressions;

namespace Cohesion.Governance.Workflows.Definitions;

/// <summary>Reads and checks every activity of the flowchart, its inputs, its outputs and its outcomes.</summary>
internal sealed class ActivityReader
{
    private static readonly OutcomeDescriptor Default = new("Default", new("otherwise", "其他情况"));

    private readonly Declarations declared;
    private readonly ProblemList problems;
    private readonly ExpressionReader expressions;

    private ActivityReader(Declarations declared, ProblemList problems)
    {
        this.declared = declared;
        this.problems = problems;
        expressions = new(declared, problems);
    }

    public static List<DraftActivity> Read(JsonElement flow, ActivityCatalogue catalogue, Declarations declared, ProblemList problems)
    {
        var reader = new ActivityReader(declared, problems);
        var drafts = new List<DraftActivity>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var json in flow.Elements("activities"))
        {
            var id = json.Text("id");
            var type = json.Text("type");
            if (string.IsNullOrWhiteSpace(id))
            {
                problems.Add(null, ProblemCodes.MissingProperty, $"an activity of type {type ?? "(none)"} has no id", $"类型为 {type ?? "（无）"} 的活动没有 id");
                continue;
            }

            if (!ids.Add(id))
            {
                problems.Add(id, ProblemCodes.DuplicateId, $"two activities have the id {id}", $"有两个活动的 id 都是 {id}");
                continue;
            }

            var draft = new DraftActivity { Index = drafts.Count, Id = id, Type = type ?? "", Json = json, Descriptor = catalogue.Find(type ?? "") };
            drafts.Add(draft);
            reader.Read(draft);
        }

        if (drafts.Count == 0)
            problems.Add(null, ProblemCodes.NoActivities, "the flowchart has no activities", "流程图里没有活动");
        return drafts;
    }

    private void Read(DraftActivity draft)
    {
        if (draft.Descriptor is not { } descriptor)
        {
            problems.Add(draft.Id, ProblemCodes.UnknownActivity, $"no activity is called {(draft.Type.Length == 0 ? "(no type)" : draft.Type)} here", $"没有名为 {(draft.Type.Length == 0 ? "（无类型）" : draft.Type)} 的活动");
            return;
        }

        if (draft.Json.Number("version") is { } version && (int)version != descriptor.Version)
            problems.Add(draft.Id, ProblemCodes.ActivityVersion, $"{draft.Type} is at version {descriptor.Version}, not {version}", $"{draft.Type} 的版本是 {descriptor.Version}，不是 {version}");

        CheckProperties(draft, descriptor);
        foreach (var input in descriptor.Inputs)
        {
            if (draft.Kind == ActivityKind.Switch && input.Name is "cases")
                ReadCases(draft);
            else if (draft.Kind == ActivityKind.SetVariable && input.Name is "variable")
                ReadVariable(draft);
            else
                ReadInput(draft, input);
        }

        foreach (var output in descriptor.Outputs)
            ReadOutput(draft, output);
        draft.Outcomes = Outcomes(draft, descriptor);
    }

    private void CheckProperties(DraftActivity draft, ActivityDescriptor descriptor)
    {
        foreach (var property in draft.Json.EnumerateObject())
        {
            var name = property.Name;
            if (ElsaActivities.CommonProperties.Contains(name)
                || SaysNothing(property.Value)
                || descriptor.Inputs.Any(input => string.Equals(input.Name, name, StringComparison.Ordinal))
                || descriptor.Outputs.Any(output => string.Equals(output.Name, name, StringComparison.Ordinal)))
                continue;
            var known = string.Join(", ", descriptor.Inputs.Select(input => input.Name).Concat(descriptor.Outputs.Select(output => output.Name)));
            problems.Add(draft.Id, ProblemCodes.UnknownInput, $"{draft.Type} has no input or output {name}; it has {(known.Length == 0 ? "none" : known)}",
                $"{draft.Type} 没有输入或输出 {name}；可用的有：{(known.Length == 0 ? "无" : known)}");
        }
    }

    /// <summary>Studio writes every input of a newer Elsa, most of them empty: what has no value changes nothing.</summary>
    private static bool SaysNothing(JsonElement property) => property.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.False => true,
        JsonValueKind.Object when property.Property("memoryReference")?.Text("id") is not null && property.Property("expression") is null => false,
        JsonValueKind.Object => property.Property("expression")?.Property("value") is not { } value
            || value.ValueKind == JsonValueKind.False
            || (value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString())),
        _ => false,
    };

    private void ReadInput(DraftActivity draft, InputDescriptor input)
    {
        var expression = expressions.Read(draft.Id, input.Name, draft.Json.Property(input.Name), input.Type, out var given);
        if (expression is not null)
            draft.Inputs.Add(new(input.Name, input.Type, expression));
        if (input.Required && (!given || expression is LiteralExpression { Value: { Kind: ValueKind.Text } text } && string.IsNullOrWhiteSpace(text.AsText())))
            Missing(draft, input.Name);
    }

    private void Missing(DraftActivity draft, string input) =>
        problems.Add(draft.Id, ProblemCodes.MissingInput, $"{draft.Type} needs the input {input}", $"{draft.Type} 需要输入 {input}");

    private void ReadOutput(DraftActivity draft, OutputDescriptor output)
    {
        if (draft.Json.Property(output.Name) is not { } json)
            return;
        if (json.Property("memoryReference")?.Text("id") is not { } id)
        {
            problems.Add(draft.Id, ProblemCodes.BadInput, $"the output {output.Name} names no variable in memoryReference.id", $"输出 {output.Name} 的 memoryReference.id 没有指定变量");
            return;
        }

        if (declared.VariableById(id) is >= 0 and var variable)
            draft.Outputs.Add(new(output.Name, variable));
        else
            problems.Add(draft.Id, ProblemCodes.UndeclaredVariable, $"{output.Name}: no variable has the id {id}", $"{output.Name}：没有 id 为 {id} 的变量");
    }

    private void ReadVariable(DraftActivity draft)
    {
        if (draft.Json.Property("variable") is not { } json)
        {
            Missing(draft, "variable");
            return;
        }

        var byId = declared.VariableById(json.Text("id"));
        draft.Variable = byId >= 0 ? byId : declared.Variable(json.Text("name"));
        if (draft.Variable < 0)
        {
            var name = json.Text("name") ?? json.Text("id") ?? "(no name)";
            problems.Add(draft.Id, ProblemCodes.UndeclaredVariable, $"variable: the variable {name} is not declared in this file", $"variable：本文件没有声明变量 {name}");
        }
    }

    private void ReadCases(DraftActivity draft)
    {
        var cases = ImmutableArray.CreateBuilder<SwitchCase>();
        foreach (var json in draft.Json.Elements("cases"))
        {
            var label = json.Text("label");
            if (string.IsNullOrWhiteSpace(label))
            {
                problems.Add(draft.Id, ProblemCodes.BadInput, "a case has no label", "有一种情况没有标签");
            }
            else if (cases.Any(known => string.Equals(known.Label, label, StringComparison.Ordinal)) || string.Equals(label, Default.Name, StringComparison.Ordinal))
            {
                problems.Add(draft.Id, ProblemCodes.DuplicateName, $"two cases are called {label}", $"有两种情况都叫 {label}");
            }
            else if (json.Property("condition") is not { } condition)
            {
                problems.Add(draft.Id, ProblemCodes.MissingInput, $"the case {label} has no condition", $"情况 {label} 没有条件");
            }
            else
            {
                var expression = expressions.ReadExpression(draft.Id, $"cases.{label}", condition, WorkflowType.Truth, out var given);
                if (!given)
                    problems.Add(draft.Id, ProblemCodes.MissingInput, $"the case {label} has no condition", $"情况 {label} 没有条件");
                cases.Add(new(label, expression ?? new LiteralExpression(WorkflowValue.False)));
            }
        }

        if (cases.Count == 0)
            Missing(draft, "cases");
        draft.Cases = cases.DrainToImmutable();
    }

    private ImmutableArray<OutcomeDescriptor>? Outcomes(DraftActivity draft, ActivityDescriptor descriptor)
    {
        switch (draft.Kind)
        {
            case ActivityKind.Switch:
                draft.MatchAny = OneOf(draft, "mode", "MatchFirst", "MatchFirst", "MatchAny") is "MatchAny";
                return draft.Cases.Length == 0 ? null : [.. draft.Cases.Select(@case => Named(@case.Label)), Default];
            case ActivityKind.Fork:
                return Branches(draft);
            case ActivityKind.Join:
                draft.JoinMode = Enum.Parse<JoinMode>(OneOf(draft, "mode", "WaitAll", "WaitAll", "WaitAllActive", "WaitAny"));
                return [.. descriptor.Outcomes];
            default:
                return [.. descriptor.Outcomes];
        }
    }

    private ImmutableArray<OutcomeDescriptor>? Branches(DraftActivity draft)
    {
        if (draft.Inputs.FirstOrDefault(input => input.Name is "branches") is not { } binding)
            return null;
        if (binding.Value is not LiteralExpression literal)
        {
            problems.Add(draft.Id, ProblemCodes.BadInput, "branches must be a literal list, so that every branch can be checked", "branches 必须是字面列表，才能逐一检查分支");
            return null;
        }

        string?[] names = [.. literal.Value.AsList().Select(name => name.AsText())];
        if (names.Length == 0 || names.Any(string.IsNullOrWhiteSpace) || names.Distinct(StringComparer.Ordinal).Count() != names.Length)
        {
            problems.Add(draft.Id, ProblemCodes.BadInput, "branches must be different names", "branches 应为互不相同的名称");
            return null;
        }

        return [.. names.Select(name => Named(name!))];
    }

    private string OneOf(DraftActivity draft, string input, string fallback, params ReadOnlySpan<string> allowed)
    {
        if (draft.Inputs.FirstOrDefault(binding => string.Equals(binding.Name, input, StringComparison.Ordinal)) is not { } binding)
            return fallback;
        if (binding.Value is LiteralExpression literal && literal.Value.AsText() is { } text && allowed.Contains(text))
            return text;
        var list = string.Join(", ", allowed.ToArray());
        problems.Add(draft.Id, ProblemCodes.BadInput, $"{input} must be the literal text {list.Replace(", ", " or ", StringComparison.Ordinal)}", $"{input} 必须是以下字面文本之一：{list}");
        return fallback;
    }

    private static OutcomeDescriptor Named(string name) => new(name, new(name, name));
}
