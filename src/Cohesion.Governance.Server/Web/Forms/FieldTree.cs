using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Cohesion.Governance.Server.Web.Forms;

/// <summary>A form's fields as the tree their names describe.</summary>
internal sealed class FieldTree
{
    /// <summary>Deepest and longest a name may go; no form of ours comes near.</summary>
    private const int MaxIndex = 10_000;

    public StringValues Values { get; private set; }

    public int Scale { get; private set; }

    /// <summary>Whether the page filled it in, not the writer: it is no reason to keep a row.</summary>
    public bool IsGiven { get; private set; }

    public Dictionary<string, FieldTree> Members { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<int, FieldTree> Items { get; } = [];

    /// <summary>Whether nothing was filled in here or below.</summary>
    public bool IsEmpty => (IsGiven || Values.All(string.IsNullOrWhiteSpace)) && Members.Values.All(m => m.IsEmpty) && Items.Values.All(i => i.IsEmpty);

    public static FieldTree Of(IEnumerable<KeyValuePair<string, StringValues>> fields)
    {
        var root = new FieldTree();
        foreach (var (name, values) in fields.Where(f => !f.Key.StartsWith('_')))
        {
            var node = root.Descend(FieldNames.JsonName(name));
            if (node is not null)
            {
                (node.Values, node.Scale, node.IsGiven) = (values, FieldNames.ScaleOf(name), name.EndsWith('?'));
            }
        }

        return root;
    }

    private FieldTree? Descend(string name)
    {
        var node = this;
        foreach (var part in name.Split('.'))
        {
            var pieces = part.Split('[', ']');
            node = node.Member(pieces[0]);
            foreach (var piece in pieces.Skip(1).Where(p => p.Length > 0))
            {
                if (!int.TryParse(piece, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index > MaxIndex)
                {
                    return null;
                }

                node = node.Item(index);
            }
        }

        return node;
    }

    private FieldTree Member(string name) => Members.TryGetValue(name, out var member) ? member : Members[name] = new FieldTree();

    private FieldTree Item(int index) => Items.TryGetValue(index, out var item) ? item : Items[index] = new FieldTree();
}
