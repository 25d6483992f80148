namespace Cohesion.Governance.Domain.Rules;

/// <summary>All packs of a folder by id; immutable once loaded.</summary>
public sealed class RulePackLibrary
{
    private readonly Dictionary<string, RulePack> _packs = new(StringComparer.Ordinal);

    private RulePackLibrary() { }

    /// <summary>The packs in the order of file name and place.</summary>
    public IReadOnlyList<RulePack> Packs { get; private set; } = [];

    /// <summary>
    /// Reads every <c>*.json</c> below the folder (or the one file named); one bad pack refuses the whole. Files of cases
    /// may lie among the packs and are left alone.
    /// </summary>
    /// <param name="path">A folder, or a single pack file.</param>
    /// <param name="except">A file in the folder that holds no packs, such as the cases to be checked against them.</param>
    /// <exception cref="RuleFormatException">The folder does not exist, a file is malformed, or two packs share an id.</exception>
    public static RulePackLibrary Load(string path, string? except = null)
    {
        var skip = except is null ? null : Path.GetFullPath(except);
        var files = File.Exists(path) ? [path]
            : Directory.Exists(path) ? Directory.GetFiles(path, "*.json", SearchOption.AllDirectories)
            : throw new RuleFormatException(path, "$", "there is no such folder of rule packs", "没有这个规则文件夹");
        Array.Sort(files, StringComparer.Ordinal);

        var library = new RulePackLibrary();
        var packs = new List<RulePack>();
        var origins = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files.Where(file => !string.Equals(Path.GetFullPath(file), skip, StringComparison.Ordinal)))
        {
            var json = File.ReadAllText(file);
            if (RulePackReader.HoldsCases(json, file))
                continue;
            foreach (var pack in RulePackReader.Read(json, file))
            {
                if (!library._packs.TryAdd(pack.Id, pack))
                    throw new RuleFormatException(file, "$", $"the pack '{pack.Id}' is already in {origins[pack.Id]}", $"规则“{pack.Id}”已见于 {origins[pack.Id]}");
                origins[pack.Id] = file;
                packs.Add(pack);
            }
        }

        library.Packs = packs;
        return library;
    }

    /// <summary>The pack of that id, or null.</summary>
    public RulePack? Find(string id) => _packs.GetValueOrDefault(id);
}
