namespace Cohesion.Governance.Server.Web.Maps;

/// <summary>Finds a way of right angles from box to box: around boxes, with few bends, beside other ways rather than on them.</summary>
/// <remarks>Dijkstra's algorithm on a grid whose states are a point and the direction it was come to by.</remarks>
internal sealed class MapRouter
{
    /// <summary>Distance of the grid's lines in pixels; boxes have their middles on it.</summary>
    public const int Cell = 20;

    private const int BendCost = 4;
    private const int CrossCost = 5;
    private const int SharedCost = 30;

    // East, south, west, north; leaving to the east and coming from the west reads best, then downwards.
    private static readonly MapPoint[] Directions = [new(1, 0), new(0, 1), new(-1, 0), new(0, -1)];
    private static readonly int[] LeaveCost = [0, 2, 10, 4];
    private static readonly int[] ArriveCost = [0, 2, 10, 4];

    private readonly IReadOnlyDictionary<string, MapBox> boxes;
    private readonly int columns;
    private readonly int rows;
    private readonly bool[] blocked;

    // Who runs along a grid point already, and whether across or along.
    private readonly List<(string From, string To, bool Horizontal)>?[] taken;

    public MapRouter(IReadOnlyDictionary<string, MapBox> boxes, int width, int height)
    {
        this.boxes = boxes;
        (columns, rows) = ((width / Cell) + 1, (height / Cell) + 1);
        blocked = new bool[columns * rows];
        taken = new List<(string, string, bool)>?[columns * rows];
        foreach (var box in boxes.Values)
        {
            for (var x = (box.Left + Cell - 1) / Cell; x <= box.Right / Cell; x++)
            {
                for (var y = (box.Top + Cell - 1) / Cell; y <= box.Bottom / Cell; y++)
                {
                    blocked[Index(x, y)] = true;
                }
            }
        }
    }

    /// <summary>The corner points of the way, from border to border.</summary>
    public IReadOnlyList<MapPoint> Route(string from, string to)
    {
        var (source, target) = (boxes[from], boxes[to]);
        var best = new Dictionary<int, (int Cost, int Before)>();
        var queue = new PriorityQueue<int, int>();
        for (var d = 0; d < 4; d++)
        {
            Offer(Port(source, d), d, LeaveCost[d], -1);
        }

        var goals = Enumerable.Range(0, 4).ToDictionary(d => State(Port(target, (d + 2) % 4), d), d => ArriveCost[d]);
        var arrived = -1;
        var (least, done) = (int.MaxValue, new HashSet<int>());
        while (queue.TryDequeue(out var state, out var cost) && cost < least)
        {
            if (!done.Add(state))
            {
                continue;
            }

            if (goals.TryGetValue(state, out var arrive) && cost + arrive < least)
            {
                (least, arrived) = (cost + arrive, state);
            }

            var (point, direction) = (PointOf(state), state % 4);
            for (var d = 0; d < 4; d++)
            {
                if (d != (direction + 2) % 4)
                {
                    // Turn on the spot, or go on.
                    var next = d == direction ? new MapPoint(point.X + Directions[d].X, point.Y + Directions[d].Y) : point;
                    Offer(next, d, cost + (d == direction ? 1 : BendCost) + UseCost(next, d, from, to), state);
                }
            }
        }

        return arrived < 0 ? Straight(source, target) : Trace(arrived, best, from, to);

        void Offer(MapPoint point, int direction, int cost, int before)
        {
            if (point.X < 0 || point.Y < 0 || point.X >= columns || point.Y >= rows || blocked[Index(point.X, point.Y)])
            {
                return;
            }

            var state = State(point, direction);
            if (!best.TryGetValue(state, out var known) || cost < known.Cost)
            {
                best[state] = (cost, before);
                queue.Enqueue(state, cost);
            }
        }
    }

    private int UseCost(MapPoint point, int direction, string from, string to)
    {
        if (point.X < 0 || point.Y < 0 || point.X >= columns || point.Y >= rows || taken[Index(point.X, point.Y)] is not { } others)
        {
            return 0;
        }

        var horizontal = direction % 2 == 0;
        var cost = 0;
        foreach (var other in others)
        {
            // Ways to the same step may flow together; others only cross.
            cost += other.Horizontal != horizontal ? CrossCost : other.To == to ? 0 : other.From == from ? 2 : SharedCost;
        }

        return cost;
    }

    private List<MapPoint> Trace(int arrived, Dictionary<int, (int Cost, int Before)> best, string from, string to)
    {
        var states = new List<int>();
        for (var state = arrived; state >= 0; state = best[state].Before)
        {
            states.Add(state);
        }

        states.Reverse();
        foreach (var state in states)
        {
            var point = PointOf(state);
            (taken[Index(point.X, point.Y)] ??= []).Add((from, to, state % 4 % 2 == 0));
        }

        var first = Border(boxes[from], states[0] % 4);
        var last = Border(boxes[to], ((arrived % 4) + 2) % 4);
        var points = new List<MapPoint> { first };
        foreach (var state in states)
        {
            var point = new MapPoint(PointOf(state).X * Cell, PointOf(state).Y * Cell);
            if (points[^1] != point)
            {
                points.Add(point);
            }
        }

        points.Add(last);
        return Corners(points);
    }

    private static List<MapPoint> Corners(List<MapPoint> points)
    {
        var corners = new List<MapPoint> { points[0] };
        for (var i = 1; i < points.Count - 1; i++)
        {
            var straight = (corners[^1].X == points[i].X && points[i].X == points[i + 1].X) || (corners[^1].Y == points[i].Y && points[i].Y == points[i + 1].Y);
            if (!straight)
            {
                corners.Add(points[i]);
            }
        }

        corners.Add(points[^1]);
        return corners;
    }

    private static List<MapPoint> Straight(MapBox source, MapBox target) => [new(source.X, source.Bottom), new(target.X, target.Top)];

    // The grid point just outside the middle of a side.
    private static MapPoint Port(MapBox box, int direction) => direction % 2 == 0
        ? new MapPoint((box.X / Cell) + (Directions[direction].X * ((MapBox.Width / 2 / Cell) + 1)), box.Y / Cell)
        : new MapPoint(box.X / Cell, (box.Y / Cell) + (Directions[direction].Y * ((MapBox.Height / 2 / Cell) + 1)));

    private static MapPoint Border(MapBox box, int direction) =>
        new(box.X + (Directions[direction].X * MapBox.Width / 2), box.Y + (Directions[direction].Y * MapBox.Height / 2));

    private int Index(int x, int y) => (y * columns) + x;

    private int State(MapPoint point, int direction) => (Index(point.X, point.Y) * 4) + direction;

    private MapPoint PointOf(int state) => new(state / 4 % columns, state / 4 / columns);
}
