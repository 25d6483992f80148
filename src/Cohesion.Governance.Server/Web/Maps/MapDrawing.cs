using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Cohesion.Governance.Server.Web.Maps;

/// <summary>Where everything of a map goes: boxes, ways around them, labels on free stretches of the ways. Lengths are SVG pixels.</summary>
internal sealed class MapDrawing
{
    private const int Margin = 60;
    private const int LabelHeight = 16;

    // A definition's geometry never changes, and there are few of them: both languages of each are drawn once.
    private static readonly ConcurrentDictionary<string, MapDrawing> Drawn = new(StringComparer.Ordinal);

    private MapDrawing(MapModel model)
    {
        var (left, top) = (model.Nodes.Min(n => n.X), model.Nodes.Min(n => n.Y));
        var stretch = StretchOf(model);
        foreach (var node in model.Nodes)
        {
            Boxes[node.Id] = new MapBox(
                Grid((node.X - left) * stretch) + (MapBox.Width / 2) + Margin, Grid(node.Y - top) + (MapBox.Height / 2) + Margin + 10);
        }

        var router = new MapRouter(Boxes, Boxes.Values.Max(b => b.Right) + Margin, Boxes.Values.Max(b => b.Bottom) + Margin);
        var known = model.Edges.Where(e => Boxes.ContainsKey(e.From) && Boxes.ContainsKey(e.To)).ToList();
        foreach (var edge in known.OrderBy(Distance))
        {
            Ways[edge with { Taken = false }] = router.Route(edge.From, edge.To);
        }

        foreach (var edge in known.Where(e => e.Label is not null))
        {
            PlaceLabel(edge with { Taken = false });
        }

        Frame = FrameOf();
    }

    /// <summary>What of the plane is drawn on.</summary>
    public MapArea Frame { get; }

    public int Width => Frame.Right - Frame.Left;

    public int Height => Frame.Bottom - Frame.Top;

    public Dictionary<string, MapBox> Boxes { get; } = new(StringComparer.Ordinal);

    /// <summary>The corner points of each way, by its edge (as not taken).</summary>
    public Dictionary<MapEdge, IReadOnlyList<MapPoint>> Ways { get; } = [];

    /// <summary>The middle of each label.</summary>
    public Dictionary<MapEdge, MapPoint> Labels { get; } = [];

    public static MapDrawing Of(MapModel model) => Drawn.GetOrAdd(KeyOf(model), _ => new MapDrawing(model));

    /// <summary>A label's text in lines that fit into a box.</summary>
    public static IReadOnlyList<string> Lines(string label)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in Words(label))
        {
            if (line.Length > 0 && WidthOf(line + word, 14) > MapBox.Width - 16)
            {
                lines.Add(line.ToString().Trim());
                line.Clear();
            }

            line.Append(word);
        }

        lines.Add(line.ToString().Trim());
        return lines;
    }

    /// <summary>A way as an SVG path with round corners.</summary>
    public static string Path(IReadOnlyList<MapPoint> way)
    {
        const int radius = 8;
        var path = new StringBuilder();
        path.Append(CultureInfo.InvariantCulture, $"M{way[0].X} {way[0].Y}");
        for (var i = 1; i < way.Count - 1; i++)
        {
            var (before, corner, after) = (way[i - 1].Towards(way[i], -radius), way[i], way[i].Towards(way[i + 1], radius));
            path.Append(CultureInfo.InvariantCulture, $"L{before.X} {before.Y}Q{corner.X} {corner.Y} {after.X} {after.Y}");
        }

        path.Append(CultureInfo.InvariantCulture, $"L{way[^1].X} {way[^1].Y}");
        return path.ToString();
    }

    /// <summary>The arrow's head at the end of a way.</summary>
    public static string Arrow(IReadOnlyList<MapPoint> way)
    {
        var (end, back) = (way[^1], way[^2].Towards(way[^1], -8));
        var (dx, dy) = (Math.Sign(end.X - back.X), Math.Sign(end.Y - back.Y));
        return string.Create(CultureInfo.InvariantCulture, $"M{end.X} {end.Y}L{back.X - (dy * 5)} {back.Y - (dx * 5)}L{back.X + (dy * 5)} {back.Y + (dx * 5)}Z");
    }

    private static int Grid(double value) => (int)Math.Round(value / MapRouter.Cell) * MapRouter.Cell;

    // Designers place steps as they see them, in one language; a label between two of a row must fit in the other as well.
    private static double StretchOf(MapModel model)
    {
        const double most = 2;
        const int air = 48;
        var places = model.Nodes.ToDictionary(n => n.Id, StringComparer.Ordinal);
        return model.Edges
            .Where(e => e.Label is not null && places.ContainsKey(e.From) && places.ContainsKey(e.To))
            .Select(e => (Across: Math.Abs(places[e.To].X - places[e.From].X), Down: Math.Abs(places[e.To].Y - places[e.From].Y), Width: WidthOf(e.Label!, 12)))
            .Where(e => e.Across > 0 && e.Down < MapBox.Height)
            .Select(e => Math.Min(most, (MapBox.Width + e.Width + air) / e.Across))
            .Append(1)
            .Max();
    }

    private double Distance(MapEdge edge) =>
        Math.Abs(Boxes[edge.From].X - Boxes[edge.To].X) + Math.Abs(Boxes[edge.From].Y - Boxes[edge.To].Y);

    private void PlaceLabel(MapEdge edge)
    {
        var way = Ways[edge];
        var width = WidthOf(edge.Label!, 12) + 8;
        var others = Ways.Where(w => w.Key != edge).SelectMany(w => Segments(w.Value)).ToList();
        MapPoint? fallback = null;
        foreach (var (from, to) in Segments(way))
        {
            for (var share = 1; share <= 9; share += 2)
            {
                // From the source on: people read the outcome where they leave the step.
                var at = new MapPoint(from.X + ((to.X - from.X) * share / 10), from.Y + ((to.Y - from.Y) * share / 10));
                var area = new MapArea(at.X - (width / 2), at.Y - (LabelHeight / 2), at.X + (width / 2), at.Y + (LabelHeight / 2));
                if (Boxes.Values.Any(b => area.Meets(b.Area)) || Labels.Any(l => area.Meets(AreaOf(l.Key, l.Value))))
                {
                    continue;
                }

                fallback ??= at;
                if (!others.Any(o => area.Meets(MapArea.Of(o.From, o.To))))
                {
                    Labels[edge] = at;
                    return;
                }
            }
        }

        Labels[edge] = fallback ?? way[way.Count / 2];
    }

    private MapArea FrameOf()
    {
        const int edge = 8;
        var areas = Boxes.Values.Select(b => b.Area).Concat(Ways.Values.SelectMany(Segments).Select(s => MapArea.Of(s.From, s.To)))
            .Concat(Labels.Select(l => AreaOf(l.Key, l.Value))).ToList();
        return new MapArea(areas.Min(a => a.Left) - edge, areas.Min(a => a.Top) - edge, areas.Max(a => a.Right) + edge, areas.Max(a => a.Bottom) + edge);
    }

    /// <summary>What a label covers.</summary>
    public static MapArea AreaOf(MapEdge edge, MapPoint at)
    {
        var width = WidthOf(edge.Label!, 12) + 8;
        return new MapArea(at.X - (width / 2), at.Y - (LabelHeight / 2), at.X + (width / 2), at.Y + (LabelHeight / 2));
    }

    private static IEnumerable<(MapPoint From, MapPoint To)> Segments(IReadOnlyList<MapPoint> way) => way.Zip(way.Skip(1));

    // Chinese breaks between any two characters, English between words; full-width characters are as wide as the font is high.
    private static IEnumerable<string> Words(string label)
    {
        var word = new StringBuilder();
        foreach (var c in label)
        {
            if (c > '\u2e7f' || c == ' ')
            {
                if (c == ' ')
                {
                    word.Append(c);
                }

                if (word.Length > 0)
                {
                    yield return word.ToString();
                    word.Clear();
                }

                if (c != ' ')
                {
                    yield return c.ToString();
                }
            }
            else
            {
                word.Append(c);
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    private static int WidthOf(string text, int fontSize) => (int)text.Sum(c => c > '\u2e7f' ? fontSize : fontSize * 0.56);

    private static string KeyOf(MapModel model)
    {
        var key = new StringBuilder();
        foreach (var node in model.Nodes)
        {
            key.Append(CultureInfo.InvariantCulture, $"{node.Id}\u001f{node.X}\u001f{node.Y}\u001e");
        }

        foreach (var edge in model.Edges)
        {
            key.Append(CultureInfo.InvariantCulture, $"{edge.From}\u001f{edge.To}\u001f{edge.Label}\u001e");
        }

        return key.ToString();
    }
}

/// <summary>A point of a drawing.</summary>
internal readonly record struct MapPoint(int X, int Y)
{
    /// <summary>A point on the way to another: this far from here, or (negative) this far before it.</summary>
    public MapPoint Towards(MapPoint other, int distance)
    {
        var origin = distance >= 0 ? this : other;
        return new MapPoint(origin.X + (Math.Sign(other.X - X) * distance), origin.Y + (Math.Sign(other.Y - Y) * distance));
    }
}

/// <summary>A rectangle.</summary>
internal readonly record struct MapArea(int Left, int Top, int Right, int Bottom)
{
    public static MapArea Of(MapPoint a, MapPoint b) => new(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Max(a.X, b.X), Math.Max(a.Y, b.Y));

    public bool Meets(MapArea other) => Left <= other.Right && other.Left <= Right && Top <= other.Bottom && other.Top <= Bottom;
}

/// <summary>The box of a step, by its middle.</summary>
internal sealed record MapBox(int X, int Y)
{
    public const int Width = 160;
    public const int Height = 60;

    public int Left => X - (Width / 2);

    public int Right => X + (Width / 2);

    public int Top => Y - (Height / 2);

    public int Bottom => Y + (Height / 2);

    public MapArea Area => new(Left - 2, Top - 2, Right + 2, Bottom + 2);
}
