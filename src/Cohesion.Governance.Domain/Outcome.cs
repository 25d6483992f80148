using System.Diagnostics.CodeAnalysis;

namespace Cohesion.Governance.Domain;

/// <summary>What a command or decision came to: either it was granted with a value, or it was refused with a reason.</summary>
/// <remarks>Refusals are values because they are expected; exceptions are left for bugs.</remarks>
public readonly struct Outcome<T> : IOutcome<Outcome<T>>
{
    private readonly T value;
    private readonly Refusal? refusal;

    private Outcome(T value, Refusal? refusal) => (this.value, this.refusal) = (value, refusal);

    /// <summary>The reason, or null when granted.</summary>
    public Refusal? Refusal => refusal;

    /// <summary>Whether it was granted.</summary>
    public bool IsGranted => refusal is null;

    /// <summary>The value of a granted outcome.</summary>
    /// <exception cref="InvalidOperationException">It was refused: the caller did not look.</exception>
    public T Value => refusal is null ? value : throw new InvalidOperationException($"Refused: {refusal.Code}");

    /// <summary>Splits the outcome; true when granted.</summary>
    public bool Granted([MaybeNullWhen(false)] out T granted, [NotNullWhen(false)] out Refusal? refused)
    {
        granted = value;
        refused = refusal;
        return refusal is null;
    }

    /// <summary>True when refused, with the reason.</summary>
    public bool Refused([NotNullWhen(true)] out Refusal? refused)
    {
        refused = refusal;
        return refusal is not null;
    }

    /// <inheritdoc/>
    public static Outcome<T> Refuse(Refusal refusal) => new(default!, refusal);

    /// <inheritdoc/>
    object? IOutcome.BoxedValue => value;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default!, refusal);
}

/// <summary>The untyped face of an <see cref="Outcome{T}"/>, for the pipeline that carries all of them.</summary>
public interface IOutcome
{
    /// <summary>The reason, or null when granted.</summary>
    Refusal? Refusal { get; }

    /// <summary>The granted value, boxed; the default when refused.</summary>
    object? BoxedValue { get; }
}

/// <summary>Lets the pipeline refuse on behalf of any command.</summary>
public interface IOutcome<TSelf> : IOutcome
    where TSelf : IOutcome<TSelf>
{
    /// <summary>An outcome of this kind that refuses.</summary>
    static abstract TSelf Refuse(Refusal refusal);
}

/// <summary>The value of a command that has nothing else to say.</summary>
public readonly record struct Done;
