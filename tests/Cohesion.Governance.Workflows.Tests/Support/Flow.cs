using System.Text.Json.Nodes;
using Cohesion.Governance.Workflows.Definitions;
using Xunit;

namespace Cohesion.Governance.Workflows.Tests.Support;

/// <summary>Writes definition files for tests, in the shape that Elsa Studio exports.</summary>
internal sealed class Flow(string id)
{
    private const string Storage = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core";

    private readonly JsonArray variables = [];
    private readonly JsonArray inputs = [];
    private readonly JsonArray outputs = [];
    private readonly JsonArray activities = [];
    private readonly JsonArray connections = [];

    private readonly JsonObject root = [];
    private readonly JsonObject top = [];

    public string FileName => id + ".json";

    public static JsonObject Literal(JsonNode? value) => Expression("Literal", value);

    public static JsonObject Js(string code) => Expression("JavaScript", code);

    public static JsonObject Input(string name) => Expression("Input", new JsonObject { ["name"] = name, ["type"] = "String" });

    public static JsonObject Variable(string name) => Expression("Variable", new JsonObject { ["id"] = "v-" + name, ["name"] = name, ["typeName"] = "String" });

    public static JsonObject Output(string variable) => new() { ["typeName"] = "String", ["memoryReference"] = new JsonObject { ["id"] = "v-" + variable } };

    public static JsonObject Case(string label, string code) =>
        new() { ["label"] = label, ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = code } };

    public static JsonObject Expression(string type, JsonNode? value) =>
        new() { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };

    public Flow Var(string name, string type = "String", JsonNode? value = null, string? storage = Storage)
    {
        variables.Add(new JsonObject { ["id"] = "v-" + name, ["name"] = name, ["typeName"] = type, ["isArray"] = false, ["value"] = value, ["storageDriverTypeName"] = storage });
        return this;
    }

    public Flow In(string name, string type = "String", string? storage = Storage)
    {
        inputs.Add(new JsonObject { ["type"] = type, ["name"] = name, ["displayName"] = name, ["isArray"] = false, ["storageDriverType"] = storage });
        return this;
    }

    public Flow Out(string name)
    {
        outputs.Add(new JsonObject { ["name"] = name, ["type"] = "String" });
        return this;
    }

    public Flow Add(string activity, string type, params (string Name, JsonNode? Value)[] properties)
    {
        var json = new JsonObject { ["id"] = activity, ["name"] = activity, ["type"] = type, ["version"] = 1 };
        foreach (var (name, value) in properties)
            json[name] = value;
        activities.Add(json);
        return this;
    }

    /// <summary>Connects "a", "b:Port", … in a row: each arrow leaves at the port named by its source, or Done.</summary>
    public Flow Path(params string[] steps)
    {
        for (var i = 0; i + 1 < steps.Length; i++)
        {
            var source = steps[i].Split(':', 2);
            connections.Add(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = source[0], ["port"] = source.Length > 1 ? source[1] : "Done" },
                ["target"] = new JsonObject { ["activity"] = steps[i + 1].Split(':')[0], ["port"] = "In" },
            });
        }

        return this;
    }

    /// <summary>Sets a property of the flowchart.</summary>
    public Flow Root(string name, JsonNode? value)
    {
        root[name] = value;
        return this;
    }

    /// <summary>Sets a property of the file.</summary>
    public Flow Top(string name, JsonNode? value)
    {
        top[name] = value;
        return this;
    }

    public string Json()
    {
        var flow = new JsonObject { ["id"] = "flow", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["variables"] = new JsonArray() };
        flow["activities"] = activities.DeepClone();
        flow["connections"] = connections.DeepClone();
        foreach (var (name, value) in root)
            flow[name] = value?.DeepClone();
        var file = new JsonObject
        {
            ["id"] = id + "-v1",
            ["definitionId"] = id,
            ["name"] = id,
            ["version"] = 1,
            ["isLatest"] = true,
            ["isPublished"] = true,
            ["variables"] = variables.DeepClone(),
            ["inputs"] = inputs.DeepClone(),
            ["outputs"] = outputs.DeepClone(),
            ["outcomes"] = new JsonArray(),
            ["customProperties"] = new JsonObject(),
            ["root"] = flow,
        };
        foreach (var (name, value) in top)
            file[name] = value?.DeepClone();
        return file.ToJsonString();
    }

    public WorkflowDefinition Read()
    {
        var reading = WorkflowReader.Read(Json(), FileName, TestActivities.Catalogue);
        Assert.Empty(reading.Problems);
        return reading.Definition!;
    }

    public IReadOnlyList<WorkflowProblem> Problems() => WorkflowReader.Read(Json(), FileName, TestActivities.Catalogue).Problems;
}
