using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Jint;
using Jint.Native;
using Jint.Runtime;
using Jint.Runtime.Descriptors;
using Jint.Runtime.Interop;

namespace Cohesion.Governance.Workflows.Expressions;

/// <summary>
/// Runs the scripts of one turn: no .NET types, no eval, the turn's own time instead of the clock, and limits on statements, recursion,
/// memory and time. A fresh one per turn, so that nothing can leak from one process to another.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Without modules, debugger or .NET access the engine holds nothing but memory.")]
internal sealed class ScriptSandbox
{
    /// <summary>Statements one expression may run.</summary>
    public const int MaxStatements = 20_000;

    /// <summary>Calls within calls.</summary>
    public const int MaxRecursion = 64;

    /// <summary>Bytes one expression may allocate.</summary>
    public const long MaxMemory = 16_000_000;

    /// <summary>Time one expression may take: generous, since a slow machine must not change what a process does.</summary>
    public static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(2);

    private static readonly Prepared<Acornima.Ast.Script> TextCaps = Jint.Engine.PrepareScript("""
        (() => {
          const most = 100000;
          const cap = (owner, name, length) => {
            const inner = owner[name];
            Object.defineProperty(owner, name, { value: function (...given) {
              if (length(this, given) > most) throw new RangeError(name + ' would give more than ' + most + ' characters');
              return inner.apply(this, given);
            } });
          };
          cap(String.prototype, 'repeat', (text, given) => String(text).length * given[0]);
          cap(String.prototype, 'padStart', (text, given) => given[0]);
          cap(String.prototype, 'padEnd', (text, given) => given[0]);
          cap(String.prototype, 'concat', (text, given) => given.reduce((sum, part) => sum + String(part).length, String(text).length));
          cap(String.prototype, 'replaceAll', (text, given) => String(text).length * Math.max(1, String(given[1]).length));
          cap(Array.prototype, 'join', (list, given) => list.length * (given[0] === undefined ? 1 : String(given[0]).length)
            + Array.prototype.reduce.call(list, (sum, part) => sum + (Array.isArray(part) ? part.length : String(part).length), 0));
        })()
        """, strict: true);

    private readonly EvaluationScope scope;
    private readonly Jint.Engine engine;
    private readonly HashSet<string> defined = new(StringComparer.Ordinal);
    private bool textCapped;

    public ScriptSandbox(EvaluationScope scope)
    {
        this.scope = scope;
        engine = new Jint.Engine(options =>
        {
            options.Strict = true;
            options.Culture = CultureInfo.InvariantCulture;
            options.TimeZone = TimeZoneInfo.Utc;
            options.TimeSystem = new TurnTime(scope.Now);
            options.Host.StringCompilationAllowed = false;
            options.Constraints.MaxRecursionDepth = MaxRecursion;
            options.Constraints.StackOverflowGuard = true;
            options.Constraints.MaxArraySize = 16_384;
            options.Constraints.RegexTimeout = TimeSpan.FromMilliseconds(200);
            options.Constraints.Constraints.Add(new ScriptBudget());
        });
    }

    public WorkflowValue Evaluate(ScriptExpression expression)
    {
        try
        {
            Prepare(expression.References);
            return ScriptValues.From(engine.Evaluate(expression.Script));
        }
        catch (JavaScriptException exception)
        {
            throw Failure(exception.Message, exception);
        }
        catch (Exception exception) when (exception is JintException or OutOfBudgetException or TimeoutException
            or System.Text.RegularExpressions.RegexMatchTimeoutException or InsufficientExecutionStackException)
        {
            throw Failure(exception.Message, exception);
        }
    }

    private static EvaluationFailure Failure(string message, Exception cause) =>
        new(new($"the expression failed: {message}", $"表达式出错：{message}"), cause);

    private void Prepare(ScriptReferences references)
    {
        if (references.NeedsTextCaps && !textCapped)
        {
            textCapped = true;
            engine.Execute(TextCaps);
        }

        foreach (var function in references.Functions)
        {
            if (defined.Add(function.Name))
                engine.SetValue(function.Name, new ClrFunction(engine, function.Name, Body(function)));
        }

        if (!references.UsesVariables)
            return;
        var variables = new JsObject(engine);
        foreach (var index in references.Variables)
        {
            variables.FastSetProperty(scope.Declared.VariableNames[index],
                new PropertyDescriptor(ScriptValues.ToScript(engine, scope.Variables[index]), PropertyFlag.OnlyEnumerable));
        }

        variables.PreventExtensions();
        engine.SetValue("variables", variables);
    }

    private Func<JsValue, JsValue[], JsValue> Body(ScriptFunction function) => function.Kind switch
    {
        ScriptFunctionKind.GetInput => (_, given) => Read(scope.Inputs, Index(given, scope.Declared.Input, "input", "输入")),
        ScriptFunctionKind.GetVariable => (_, given) => Read(scope.Variables, Index(given, scope.Declared.Variable, "variable", "变量")),
        ScriptFunctionKind.SetVariable => (_, given) => Write(Index(given, scope.Declared.Variable, "variable", "变量"), given.Length > 1 ? given[1] : JsValue.Undefined),
        ScriptFunctionKind.GetCorrelationId => (_, _) => Text(scope.CorrelationId),
        ScriptFunctionKind.GetInstanceId => (_, _) => Text(scope.InstanceId),
        ScriptFunctionKind.GetDefinitionId => (_, _) => Text(scope.DefinitionId),
        ScriptFunctionKind.InputAccessor => (_, _) => Read(scope.Inputs, function.Index),
        ScriptFunctionKind.VariableGetter => (_, _) => Read(scope.Variables, function.Index),
        _ => (_, given) => Write(function.Index, given.Length > 0 ? given[0] : JsValue.Undefined),
    };

    private static JsValue Text(string? text) => text is null ? JsValue.Null : new JsString(text);

    private static int Index(JsValue[] given, Func<string, int> find, string kind, string kindZh)
    {
        var name = given.Length > 0 ? given[0].ToString() : "";
        var index = find(name);
        return index >= 0 ? index : throw new EvaluationFailure(new($"the {kind} {name} is not declared", $"没有声明{kindZh} {name}"));
    }

    private JsValue Read(WorkflowValue[] values, int index) => ScriptValues.ToScript(engine, values[index]);

    private JsValue Write(int index, JsValue value)
    {
        scope.SetVariable(index, ScriptValues.From(value));
        return JsValue.Undefined;
    }

    /// <summary>The turn's moment, in UTC, for every Date.now() of the turn.</summary>
    private sealed class TurnTime(DateTimeOffset now) : ITimeSystem
    {
        private static readonly DefaultTimeSystem Parsing = new(TimeZoneInfo.Utc, CultureInfo.InvariantCulture);

        public TimeZoneInfo DefaultTimeZone => TimeZoneInfo.Utc;

        public DateTimeOffset GetUtcNow() => now.ToUniversalTime();

        public bool TryParse(string date, out long epochMilliseconds) => Parsing.TryParse(date, out epochMilliseconds);

        public TimeSpan GetUtcOffset(long epochMilliseconds) => TimeSpan.Zero;
    }
}
