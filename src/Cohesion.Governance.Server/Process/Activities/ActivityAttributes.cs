namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>The activity's type in workflow files and its name for people. <c>Governance.OpenVote</c> is class <c>OpenVoteActivity</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ActivityAttribute(string type, string en, string zh, string category) : Attribute
{
    public string Type { get; } = type;
    public string En { get; } = en;
    public string Zh { get; } = zh;
    public string Category { get; } = category;

    /// <summary>Whether it may stop and wait.</summary>
    public bool Waits { get; init; }
}

/// <summary>An input; camelCase name as in the file.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class InputAttribute(string name, string en, string zh) : Attribute
{
    public string Name { get; } = name;
    public string En { get; } = en;
    public string Zh { get; } = zh;
    public bool Required { get; init; } = true;
}

/// <summary>An output, kept in the variable the file names.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class OutputAttribute(string name, string en, string zh) : Attribute
{
    public string Name { get; } = name;
    public string En { get; } = en;
    public string Zh { get; } = zh;
}

/// <summary>A way it can end, other than plain <c>Done</c> (which it has when it declares none).</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class OutcomeAttribute(string name, string en, string zh) : Attribute
{
    public string Name { get; } = name;
    public string En { get; } = en;
    public string Zh { get; } = zh;

    /// <summary>Whether a file may leave this outcome without a connection: the process ends there.</summary>
    public bool IsEnd { get; init; }
}
