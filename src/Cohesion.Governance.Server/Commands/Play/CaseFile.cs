using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Commands.Play;

/// <summary>A story told as data: who does what when, and what must be true in between and in the end. The player knows no story.</summary>
/// <param name="Id">The file's name without its ending.</param>
/// <param name="Title">What the story is called.</param>
/// <param name="Summary">What happens, in two or three sentences.</param>
/// <param name="Begins">The first moment, with its offset from UTC.</param>
/// <param name="Council">The template whose people, council and register the story is played with.</param>
/// <param name="Steps">What happens, in order.</param>
internal sealed record CaseFile(
    string Id, LocalText Title, LocalText Summary, DateTimeOffset Begins, string Council, IReadOnlyList<CaseStep> Steps)
{
    /// <summary>Reads a case.</summary>
    /// <exception cref="CaseFileException">The file cannot be played; says where and why.</exception>
    public static CaseFile Read(string path)
    {
        try
        {
            var file = JsonSerializer.Deserialize<CaseFile>(File.ReadAllText(path), Options) ?? throw new JsonException("The file is empty.");
            if (file.Id != Path.GetFileNameWithoutExtension(path))
            {
                throw new CaseFileException(path, "$.id", $"is '{file.Id}' but the file is called '{Path.GetFileName(path)}'; they must agree.");
            }

            for (var i = 0; i < file.Steps.Count; i++)
            {
                if (file.Steps[i].Problem() is { } problem)
                {
                    throw new CaseFileException(path, $"$.steps[{i}]", problem);
                }
            }

            return file;
        }
        catch (JsonException exception)
        {
            throw new CaseFileException(path, exception.Path ?? "$", exception.Message);
        }
    }

    private static readonly JsonSerializerOptions Options = new(Json.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };
}

/// <summary>One step of a story. Exactly one of Do, Ask and Tally is given, or none: then only time passes.</summary>
internal sealed record CaseStep
{
    /// <summary>Time that passes before the step (ISO 8601, days and shorter).</summary>
    public string? After { get; init; }

    /// <summary>Time of day (HH:mm, the council's time) the step waits for after <see cref="After"/> has passed.</summary>
    public string? At { get; init; }

    /// <summary>Who does or asks it: an alias of the template's people.</summary>
    public string? Who { get; init; }

    /// <summary>Aliases for each of which the step is done once, in this order; <c>$each</c> is the one whose turn it is.</summary>
    public IReadOnlyList<string>? Each { get; init; }

    /// <summary>A command's name without its ending.</summary>
    public string? Do { get; init; }

    /// <summary>A query's name without its ending.</summary>
    public string? Ask { get; init; }

    /// <summary>The alias of a vote whose count is shown.</summary>
    public string? Tally { get; init; }

    /// <summary>Fields of the command or query. Text beginning with <c>$</c> is an alias; an object of <c>en</c> and <c>zh</c> is one of the two.</summary>
    public JsonObject? With { get; init; }

    /// <summary>Alias the command's answer gets.</summary>
    public string? As { get; init; }

    /// <summary>Aliases taken from a query's answer, by JSON pointer (RFC 6901).</summary>
    public IReadOnlyDictionary<string, string>? Take { get; init; }

    /// <summary>What the query's answer must have, by JSON pointer.</summary>
    public IReadOnlyDictionary<string, JsonNode?>? Expect { get; init; }

    /// <summary>Code of the refusal the command must meet.</summary>
    public string? Refused { get; init; }

    /// <summary>What the teller says about the step.</summary>
    public LocalText? Say { get; init; }

    /// <summary>Why the step cannot be played; null when it can.</summary>
    public string? Problem()
    {
        if (new[] { Do, Ask, Tally }.Count(text => text is not null) > 1)
        {
            return "has more than one of do, ask and tally; make each a step of its own.";
        }

        if (Do is not null && Who is null)
        {
            return "does something but does not say who does it.";
        }

        if ((Take is not null || Expect is not null) && Ask is null)
        {
            return "takes or expects something but asks nothing.";
        }

        if (Each is not null && (Do is null || As is not null))
        {
            return "is done for each of several, so it must do something and can name nothing.";
        }

        return Refused is not null && Do is null ? "expects a refusal but does nothing." : null;
    }
}

/// <summary>A case file that cannot be played.</summary>
internal sealed class CaseFileException(string file, string path, string reason) : Exception($"{file}: {path}: {reason}");
