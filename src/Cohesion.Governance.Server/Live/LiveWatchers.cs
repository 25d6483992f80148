namespace Cohesion.Governance.Server.Live;

/// <summary>Which groups of connections anybody is in, so that nothing is rendered for nobody. SignalR itself cannot say. Safe for concurrent use.</summary>
internal sealed class LiveWatchers
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, HashSet<string>> connectionsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> groupsOf = new(StringComparer.Ordinal);

    /// <summary>The connection is in the group from now on; joining twice is joining once.</summary>
    public void Join(string group, string connection)
    {
        lock (gate)
        {
            Add(connectionsOf, group, connection);
            Add(groupsOf, connection, group);
        }
    }

    /// <summary>The connection is gone, and with it from every group.</summary>
    public void Leave(string connection)
    {
        lock (gate)
        {
            if (!groupsOf.Remove(connection, out var groups))
            {
                return;
            }

            foreach (var group in groups)
            {
                var rest = connectionsOf[group];
                rest.Remove(connection);
                if (rest.Count == 0)
                {
                    connectionsOf.Remove(group);
                }
            }
        }
    }

    /// <summary>Whether anybody is in the group.</summary>
    public bool Any(string group)
    {
        lock (gate)
        {
            return connectionsOf.ContainsKey(group);
        }
    }

    private static void Add(Dictionary<string, HashSet<string>> sets, string key, string value)
    {
        if (!sets.TryGetValue(key, out var set))
        {
            sets[key] = set = new HashSet<string>(StringComparer.Ordinal);
        }

        set.Add(value);
    }
}
