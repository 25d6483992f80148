using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Process;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cohesion.Governance.Server.Commands.Play;

/// <summary>Plays a story on a database of its own, on an accelerated clock; without a name lists the stories.</summary>
internal static class PlayCommand
{
    /// <summary>Cases stand beside the workflows they play.</summary>
    private const string Folder = "cases";

    /// <returns>0 when the story went as told to its end; 1 when it did not; 2 when there is no such story or its file is wrong.</returns>
    public static async Task<int> Run(string? name, Language language, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var workflows = WorkflowDirectory.Find(Directory.GetCurrentDirectory()) ?? WorkflowDirectory.Find(AppContext.BaseDirectory)
            ?? throw new DirectoryNotFoundException("No folder 'workflows' was found here or above.");
        var folder = Path.Combine(workflows, Folder);
        try
        {
            if (name is null)
            {
                List(folder, language, output);
                return 0;
            }

            var file = Path.Combine(folder, name + ".json");
            if (!File.Exists(file))
            {
                error.WriteLine(new LocalText("There is no case '{0}'. These can be played:", "没有名为“{0}”的案例。可以演示的有：").With(name).In(language));
                List(folder, language, error);
                return 2;
            }

            return await Play(CaseFile.Read(file), language, output, error, ct);
        }
        catch (CaseFileException problem)
        {
            error.WriteLine(problem.Message);
            return 2;
        }
    }

    private static void List(string folder, Language language, TextWriter output)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var story = CaseFile.Read(file);
            output.WriteLine($"{story.Id}  {story.Title.In(language)}");
            output.WriteLine($"    {story.Summary.In(language)}");
        }
    }

    private static async Task<int> Play(CaseFile story, Language language, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var directory = Directory.CreateDirectory(Path.Combine(Directory.GetCurrentDirectory(), "data", "play", story.Id)).FullName;
        var stage = new PlayStage(story, language, directory);
        try
        {
            await stage.Play(output, ct);
            return 0;
        }
        catch (CaseFailedException failure)
        {
            error.WriteLine();
            error.WriteLine(new LocalText("The story did not go as told. {0}", "故事没有按预期进行。{0}").With(failure.Message).In(language));
            return 1;
        }
    }
}
