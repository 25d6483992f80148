using System.Text.Json;
using Cohesion.Governance.Workflows.Expressions;

namespace Cohesion.Governance.Workflows.Definitions;

/// <summary>Reads the expression of one property: Literal, Object, Input, Variable or JavaScript.</summary>
internal sealed class ExpressionReader(Declarations declared, ProblemList problems)
{
    /// <summary>
    /// Reads <c>{"typeName": …, "expression": {"type": …, "value": …}}</c>. Gives null both when nothing is given and, after reporting it,
    /// when it is wrong; <paramref name="given"/> tells the two apart.
    /// </summary>
    public Expression? Read(string activityId, string property, JsonElement? json, WorkflowType type, out bool given)
    {
        given = false;
        if (json is null)
            return null;
        given = true;
        if (json.Value.ValueKind != JsonValueKind.Object || json.Value.Property("expression") is not { ValueKind: JsonValueKind.Object } expression)
        {
            // A memory reference alone is what Elsa leaves of an input that nobody filled in.
            if (json.Value.ValueKind == JsonValueKind.Object && json.Value.Property("expression") is null)
            {
                given = false;
                return null;
            }

            problems.Add(activityId, ProblemCodes.BadInput, $"{property} must be an object with an expression", $"{property} 应为带 expression 的对象");
            return null;
        }

        return ReadExpression(activityId, property, expression, type, out given);
    }

    /// <summary>Reads <c>{"type": …, "value": …}</c>.</summary>
    public Expression? ReadExpression(string activityId, string property, JsonElement expression, WorkflowType type, out bool given)
    {
        given = true;
        var value = expression.Property("value");
        switch (expression.Text("type"))
        {
            case "Literal":
                return Literal(activityId, property, value, type, asJson: false, out given);
            case "Object":
                return Literal(activityId, property, value, type, asJson: true, out given);
            case "Input":
                var input = value?.Text("name") ?? (value is { ValueKind: JsonValueKind.String } plainInput ? plainInput.GetString() : null);
                if (declared.Input(input) is >= 0 and var inputIndex)
                    return new InputExpression(inputIndex);
                problems.Add(activityId, ProblemCodes.UndeclaredInput, $"{property}: the input {input ?? "(no name)"} is not declared in this file", $"{property}：本文件没有声明输入 {input ?? "（无名称）"}");
                return null;
            case "Variable":
                var byId = declared.VariableById(value?.Text("id"));
                var index = byId >= 0 ? byId : declared.Variable(value?.Text("name"));
                if (index >= 0)
                    return new VariableExpression(index);
                var name = value?.Text("name") ?? value?.Text("id") ?? "(no name)";
                problems.Add(activityId, ProblemCodes.UndeclaredVariable, $"{property}: the variable {name} is not declared in this file", $"{property}：本文件没有声明变量 {name}");
                return null;
            case "JavaScript":
                var code = value is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";
                if (string.IsNullOrWhiteSpace(code))
                {
                    given = false;
                    return null;
                }

                return ScriptCompiler.Compile(code, declared, (problem, reason) =>
                    problems.Add(activityId, problem, $"{property}: {reason.En}", $"{property}：{reason.Zh}"));
            case var kind:
                problems.Add(activityId, ProblemCodes.UnknownExpression,
                    $"{property}: expressions are Literal, Object, Input, Variable or JavaScript, not {kind ?? "nothing"}",
                    $"{property}：表达式可用 Literal、Object、Input、Variable 或 JavaScript，不能是 {kind ?? "空"}");
                return null;
        }
    }

    private LiteralExpression? Literal(string activityId, string property, JsonElement? json, WorkflowType type, bool asJson, out bool given)
    {
        given = true;
        var value = json is { } found ? WorkflowValue.FromJson(found) : WorkflowValue.Nothing;
        if (value.IsNothing || (value.Kind == ValueKind.Text && string.IsNullOrWhiteSpace(value.AsText())))
        {
            // Studio writes "" where nothing was entered; blank text is a value only where text is wanted.
            given = value.Kind == ValueKind.Text && type == WorkflowType.Text;
            return given ? new(value) : null;
        }

        if (asJson && value.Kind == ValueKind.Text)
        {
            try
            {
                using var document = JsonDocument.Parse(value.AsText()!);
                value = WorkflowValue.FromJson(document.RootElement);
            }
            catch (JsonException exception)
            {
                problems.Add(activityId, ProblemCodes.BadLiteral, $"{property}: not valid JSON: {exception.Message}", $"{property}：不是合法的 JSON：{exception.Message}");
                return null;
            }
        }

        if (ValueConversion.TryConvert(value, type, out var converted, out var why))
            return new(converted);
        problems.Add(activityId, ProblemCodes.BadLiteral, $"{property}: {why!.En}", $"{property}：{why.Zh}");
        return null;
    }
}
