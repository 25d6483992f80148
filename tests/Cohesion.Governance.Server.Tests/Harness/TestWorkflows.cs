namespace Cohesion.Governance.Server.Tests.Harness;

/// <summary>Small workflow files in a folder of their own, one for each definition the server insists on.</summary>
internal static class TestWorkflows
{
    private static readonly string[] Ids = ["proposal", "meeting", "vote", "follow-up"];

    /// <summary>Waits for the event "go", then as long as the variable Pause says, then ends.</summary>
    public const string WaitAndPause = """
        { "id": "ID-v1", "definitionId": "ID", "name": "ID", "version": 1, "isLatest": true, "isPublished": true,
          "variables": [ {"id": "v-pause", "name": "Pause", "typeName": "String", "isArray": false, "value": "P40D",
            "storageDriverTypeName": "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core"} ],
          "inputs": [], "outputs": [], "outcomes": [], "customProperties": {},
          "root": { "id": "flow", "type": "Elsa.Flowchart", "version": 1, "variables": [],
            "activities": [
              { "id": "go", "type": "Elsa.Event", "version": 1, "eventName": {"typeName": "String", "expression": {"type": "Literal", "value": "go"}} },
              { "id": "pause", "type": "Elsa.Delay", "version": 1, "timeSpan": {"typeName": "TimeSpan", "expression": {"type": "Variable", "value": {"id": "v-pause", "name": "Pause", "typeName": "String"}}} },
              { "id": "end", "type": "Elsa.Finish", "version": 1 } ],
            "connections": [
              {"source": {"activity": "go", "port": "Done"}, "target": {"activity": "pause", "port": "In"}},
              {"source": {"activity": "pause", "port": "Done"}, "target": {"activity": "end", "port": "In"}} ] } }
        """;

    /// <summary>Waits for the event "go", then fails in a script, then would end.</summary>
    public const string Faulty = """
        { "id": "ID-v1", "definitionId": "ID", "name": "ID", "version": 1, "isLatest": true, "isPublished": true,
          "variables": [ {"id": "v-x", "name": "X", "typeName": "String", "isArray": false, "value": "",
            "storageDriverTypeName": "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core"} ],
          "inputs": [], "outputs": [], "outcomes": [], "customProperties": {},
          "root": { "id": "flow", "type": "Elsa.Flowchart", "version": 1, "variables": [],
            "activities": [
              { "id": "go", "type": "Elsa.Event", "version": 1, "eventName": {"typeName": "String", "expression": {"type": "Literal", "value": "go"}} },
              { "id": "fail", "type": "Elsa.SetVariable", "version": 1, "variable": {"id": "v-x", "name": "X", "typeName": "String"},
                "value": {"typeName": "Object", "expression": {"type": "JavaScript", "value": "getVariable('X').nobody.there"}} },
              { "id": "end", "type": "Elsa.Finish", "version": 1 } ],
            "connections": [
              {"source": {"activity": "go", "port": "Done"}, "target": {"activity": "fail", "port": "In"}},
              {"source": {"activity": "fail", "port": "Done"}, "target": {"activity": "end", "port": "In"}} ] } }
        """;

    /// <summary>Writes the same definition under every id.</summary>
    /// <returns>The folder.</returns>
    public static string Write(string definition)
    {
        var directory = Directory.CreateTempSubdirectory("cohesion-workflows-").FullName;
        foreach (var id in Ids)
        {
            Rewrite(directory, id, definition);
        }

        return directory;
    }

    public static void Rewrite(string directory, string id, string definition) =>
        File.WriteAllText(Path.Combine(directory, id + ".json"), definition.Replace("ID", id, StringComparison.Ordinal));
}
