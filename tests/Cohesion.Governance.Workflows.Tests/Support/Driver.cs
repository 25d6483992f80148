using System.Collections.Immutable;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;

namespace Cohesion.Governance.Workflows.Tests.Support;

/// <summary>Drives the pure engine: answers its requests from a script and collects its effects.</summary>
internal sealed class Driver
{
    public static readonly DateTimeOffset Begin = new(2026, 3, 1, 1, 0, 0, TimeSpan.Zero);

    private readonly WorkflowDefinition definition;

    public Driver(WorkflowDefinition definition, ValueMap? inputs = null, string? correlationId = "c-1")
    {
        this.definition = definition;
        State = null!;
        Inputs = inputs ?? ValueMap.Empty;
        CorrelationId = correlationId;
    }

    public DateTimeOffset Now { get; set; } = Begin;

    public WorkflowState State { get; private set; }

    public ValueMap Inputs { get; }

    public string? CorrelationId { get; }

    public List<Effect> Effects { get; } = [];

    public List<ActivityCall> Calls { get; } = [];

    public EngineRefusal? Refusal { get; private set; }

    /// <summary>How the host's activities answer; by default they complete.</summary>
    public Func<ActivityCall, ActivityResult> Host { get; set; } = _ => ActivityResult.Complete();

    public IEnumerable<string> Log => Effects.OfType<Effect.Log>().Select(log => log.Text);

    /// <summary>The activities under way, in order.</summary>
    public IEnumerable<string> Here => State.Active.Select(activity => activity.ActivityId);

    public string? Variable(string name) => State.Variables[name].AsText();

    public Driver Start() => Take(WorkflowEngine.Start(definition, "i-1", CorrelationId, Inputs, Now));

    public Driver Event(string name, string key = "c-1", WorkflowValue? payload = null) =>
        Send(new Stimulus.EventArrived(name, key, payload ?? WorkflowValue.Nothing));

    /// <summary>Lets time pass and fires whatever is due then, in order of due time.</summary>
    public Driver After(TimeSpan time)
    {
        Now += time;
        while (State.Active.Where(activity => activity.DueAt <= Now).OrderBy(activity => activity.DueAt).FirstOrDefault() is { } due)
            Send(new Stimulus.DueTimeReached(State.ActivityInstanceId(due)));
        return this;
    }

    public Driver Send(Stimulus stimulus) => Take(WorkflowEngine.Advance(definition, State, stimulus, Now));

    private Driver Take(Turn turn)
    {
        while (true)
        {
            // Through JSON every time: whatever a store would lose is lost here too.
            State = StateJson.Read(StateJson.Write(turn.State));
            Effects.AddRange(turn.Effects);
            Refusal = turn.Refusal;
            switch (turn.Request)
            {
                case Effect.Perform perform:
                    Calls.Add(perform.Call);
                    turn = WorkflowEngine.Advance(definition, State, new Stimulus.Answered(perform.Call.ActivityInstanceId, Host(perform.Call)), Now);
                    break;
                case Effect.Dispatch dispatch:
                    turn = WorkflowEngine.Advance(definition, State, new Stimulus.Answered(dispatch.ActivityInstanceId, ActivityResult.Complete()), Now);
                    break;
                default:
                    return this;
            }
        }
    }
}
