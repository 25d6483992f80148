using System.Text.Json;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>Every decision rule the server knows, read once at start-up; a malformed file stops it there. Immutable.</summary>
internal sealed class RulePacks : IRulePackCatalogue
{
    private readonly SortedDictionary<string, KnownPack> packs = new(StringComparer.Ordinal);

    /// <param name="directory">The folder of rule packs, <c>workflows/rules</c>.</param>
    /// <exception cref="RuleFormatException">A file is not a list of rule packs, or two packs share an id; says where.</exception>
    public RulePacks(string directory)
    {
        foreach (var file in Directory.EnumerateFiles(directory, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            foreach (var text in TextsOf(File.ReadAllText(file), file))
            {
                var pack = Read(text, file);
                if (!packs.TryAdd(pack.Id, new KnownPack(pack, text)))
                {
                    throw new RuleFormatException(file, "$", $"the pack '{pack.Id}' stands in another file already", $"规则“{pack.Id}”已见于另一个文件");
                }
            }
        }
    }

    public IReadOnlyList<string> Ids => [.. packs.Keys];

    /// <summary>All packs in the order of their ids.</summary>
    public IEnumerable<RulePack> All => packs.Values.Select(known => known.Pack);

    public bool Exists(string id) => packs.ContainsKey(id);

    public LocalText Title(string id) => TitleOf(packs[id].Pack);

    public int? NoticeDays(string id) => packs[id].Pack.Notice is { } notice ? (notice.Months * 31) + (int)Math.Ceiling(notice.Time.TotalDays) : null;

    /// <summary>The pack of this id; null where there is none.</summary>
    public RulePack? Find(string id) => packs.GetValueOrDefault(id)?.Pack;

    /// <summary>The pack's text, to be kept with a vote: a rule never changes mid-vote, whatever becomes of its file.</summary>
    public string TextOf(string id) => packs[id].Text;

    /// <summary>The pack that a vote keeps the text of.</summary>
    public static RulePack Read(string text, string origin) => RulePackReader.Read(text, origin)[0];

    public static LocalText TitleOf(RulePack pack) => new(pack.Title.English, pack.Title.Chinese ?? pack.Title.English);

    private static IEnumerable<string> TextsOf(string json, string file)
    {
        // The reader has the say on what is well formed; this only cuts a well-formed file into its packs.
        _ = RulePackReader.Read(json, file);
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("packs", out var listed))
        {
            root = listed;
        }

        return root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray().Select(pack => pack.GetRawText())] : [root.GetRawText()];
    }

    private sealed record KnownPack(RulePack Pack, string Text);
}
