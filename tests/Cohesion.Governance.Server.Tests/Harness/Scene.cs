using System.Collections.Concurrent;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Commands.Play;
using Cohesion.Governance.Server.Process;
using Microsoft.Extensions.DependencyInjection;

namespace Cohesion.Governance.Server.Tests.Harness;

/// <summary>A story played up to a step and stopped there: a database full of what people really leave behind, to look at and to go on with.</summary>
internal sealed class Scene
{
    private static readonly ConcurrentDictionary<(string Story, string Step, int Occurrence, Language Language), Lazy<Task<Scene>>> Played = new();

    private readonly string directory;

    private Scene(string directory, PlayProgress progress, CaseFile story) => (this.directory, Now, Names, Story) = (directory, progress.Now, progress.Aliases, story);

    /// <summary>When the story was stopped.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>What the story named: ids by alias.</summary>
    public IReadOnlyDictionary<string, string> Names { get; }

    /// <summary>The whole story.</summary>
    public CaseFile Story { get; }

    /// <summary>Plays, once for all who ask, to the end.</summary>
    public static Task<Scene> End(string story, Language language = Language.English) => Of((story, "", 0, language));

    /// <summary>Plays, once for all who ask, until a command was done.</summary>
    /// <param name="story">The case's name.</param>
    /// <param name="step">The command's name, without its ending.</param>
    /// <param name="occurrence">Which time it is done, from 1.</param>
    /// <param name="language">In which people write what they write.</param>
    public static Task<Scene> After(string story, string step, int occurrence = 1, Language language = Language.English) => Of((story, step, occurrence, language));

    /// <summary>A server over a copy of it; what is done there stays there.</summary>
    /// <param name="settings">Settings other than the usual ones of a test.</param>
    /// <param name="replacing">Puts other services in the place of the server's own.</param>
    public GovernanceApp Open(IReadOnlyDictionary<string, string>? settings = null, Action<IServiceCollection>? replacing = null) =>
        new(directory, "play.db", Now) { Settings = settings ?? new Dictionary<string, string>(StringComparer.Ordinal), Replacing = replacing };

    private static Task<Scene> Of((string Story, string Step, int Occurrence, Language Language) asked) =>
        Played.GetOrAdd(asked, key => new Lazy<Task<Scene>>(() => Play(key.Story, key.Step, key.Occurrence, key.Language))).Value;

    private static async Task<Scene> Play(string name, string step, int occurrence, Language language)
    {
        var story = CaseFile.Read(Path.Combine(WorkflowDirectory.Find(AppContext.BaseDirectory)!, "cases", name + ".json"));
        var steps = occurrence == 0 ? story.Steps.Count : 1 + story.Steps
            .Select((s, index) => (s, index)).Where(s => s.s.Do == step && s.s.Refused is null).Select(s => s.index).ElementAt(occurrence - 1);
        var folder = Directory.CreateTempSubdirectory("cohesion-scene-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        await new PlayStage(story with { Steps = [.. story.Steps.Take(steps)] }, language, folder).Play(TextWriter.Null, CancellationToken.None);
        return new Scene(folder, PlayProgress.Load(Path.Combine(folder, "progress.json"))!, story);
    }
}
