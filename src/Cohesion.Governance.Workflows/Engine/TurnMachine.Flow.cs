using Cohesion.Governance.Workflows.Definitions;

namespace Cohesion.Governance.Workflows.Engine;

/// <summary>How branches go on, part and come together.</summary>
internal sealed partial class TurnMachine
{
    private void Complete(int index, params ReadOnlySpan<string> outcomes)
    {
        var node = Node(index);
        active.RemoveAt(index);
        visits[node.Index] = visits[node.Index]! with { LeftAt = now, Outcome = outcomes.Length == 1 ? outcomes[0] : string.Join(", ", outcomes.ToArray()) };
        foreach (var connection in node.Outbound)
        {
            foreach (var outcome in outcomes)
            {
                // Ordinal, like Elsa: "adopted" is another port than "Adopted".
                if (string.Equals(connection.Port, outcome, StringComparison.Ordinal))
                    Arrive(connection);
            }
        }
    }

    /// <summary>Elsa.Finish and Elsa.End end the process, whatever else is under way.</summary>
    private void Finished(int index)
    {
        Complete(index, ActivityDescriptor.Done);
        Finish();
    }

    private void Arrive(WorkflowConnection connection)
    {
        var target = definition.Activities[connection.Target];
        if (target.Kind != ActivityKind.Join || connection.Backward)
        {
            Enter(target);
        }
        else if (target.JoinMode == JoinMode.WaitAny)
        {
            CancelWhatLeadsTo(target);
            Enter(target);
        }
        else if (!arrived.Contains(connection.Index))
        {
            arrived.Add(connection.Index);
        }
    }

    /// <summary>The first to arrive has won: what could still arrive is no longer waited for.</summary>
    private void CancelWhatLeadsTo(ActivityNode join)
    {
        for (var i = active.Count - 1; i >= 0; i--)
        {
            if (definition.CanReach(Node(i).Index, join.Index))
                Drop(i);
        }

        arrived.RemoveAll(connection => definition.CanReach(definition.Connections[connection].Target, join.Index));
    }

    /// <summary>Lets the first join go on that nothing under way can still reach.</summary>
    private bool JoinWhatCan()
    {
        foreach (var connection in arrived)
        {
            var join = definition.Activities[definition.Connections[connection].Target];
            if (CanStillBeReached(join))
                continue;
            arrived.RemoveAll(other => definition.Connections[other].Target == join.Index);
            Enter(join);
            return true;
        }

        return false;
    }

    private bool CanStillBeReached(ActivityNode join)
    {
        for (var i = 0; i < active.Count; i++)
        {
            if (definition.CanReach(Node(i).Index, join.Index))
                return true;
        }

        return arrived.Exists(other => definition.Connections[other].Target != join.Index && definition.CanReach(definition.Connections[other].Target, join.Index));
    }
}
