namespace Cohesion.Governance.Domain;

/// <summary>A reason why something asked for is not done, told to a person.</summary>
/// <remarks>The code is the type's name and never changes once released; clients and documents rely on it.</remarks>
public abstract record Refusal
{
    /// <summary>The stable code, for programs.</summary>
    public string Code => GetType().Name;

    /// <summary>The sentence, for people: what is wrong and what to do.</summary>
    public abstract LocalText Message { get; }

    /// <summary>What kind of refusal it is, which decides the HTTP status.</summary>
    public virtual RefusalKind Kind => RefusalKind.Conflict;
}

/// <summary>Kinds of refusal and the HTTP status of each (RFC 9110).</summary>
public enum RefusalKind
{
    /// <summary>What was sent cannot be understood or is incomplete: 400.</summary>
    Invalid,

    /// <summary>Nobody is signed in: 401.</summary>
    SignInNeeded,

    /// <summary>The office or seat for it is missing: 403.</summary>
    Forbidden,

    /// <summary>There is no such thing, or it is not for the caller to know: 404.</summary>
    NotFound,

    /// <summary>The state of affairs does not allow it (now): 409.</summary>
    Conflict,

    /// <summary>What was sent is too large: 413.</summary>
    TooLarge,

    /// <summary>What was sent is of a format that is not taken here: 415.</summary>
    WrongFormat,

    /// <summary>Too many tries: 429.</summary>
    TooMany,
}
