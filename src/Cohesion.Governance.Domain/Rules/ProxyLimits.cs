using Cohesion.Governance.Domain.Councils;

namespace Cohesion.Governance.Domain.Rules;

/// <summary>What a rule says of ballots cast by proxy. Immutable.</summary>
public sealed record ProxyLimits
{
    /// <summary>The article it is taken from, where that is another than the rule's.</summary>
    public LocalText? Source { get; init; }

    /// <summary>Whether proxies are possible at all.</summary>
    public bool Allowed { get; init; } = true;

    /// <summary>Whether a mandate needs a document, kept by its hash.</summary>
    public bool Written { get; init; }

    /// <summary>How long a mandate lasts at most, from the day it was given.</summary>
    public IsoPeriod? Longest { get; init; }

    /// <summary>Offices whose holders may not cast ballots for others.</summary>
    public IReadOnlyList<Office> NotHeldBy { get; init; } = [];

    /// <summary>The limits bind only where the roll has more heads than this (Italy: twenty); null: always.</summary>
    public int? HeadsOver { get; init; }

    /// <summary>All of these must be kept by whoever speaks for others.</summary>
    public IReadOnlyList<ProxyLimit> Limits { get; init; } = [];
}

/// <summary>A limit that is kept when one of its bounds is.</summary>
public sealed record ProxyLimit(IReadOnlyList<ProxyBound> AnyOf)
{
    /// <summary>The limit as people read it.</summary>
    public LocalText Words => new(string.Join(", or ", AnyOf.Select(b => b.Words.En)), string.Join("，或", AnyOf.Select(b => b.Words.Zh)));
}

/// <summary>How much one holder may speak for. Either a number of givers or a share of the roll.</summary>
public sealed record ProxyBound
{
    /// <summary>At most so many parties; null where a share is the bound.</summary>
    public int? Givers { get; init; }

    /// <summary>At most this part of the whole roll.</summary>
    public Rational Share { get; init; }

    /// <summary>The measure of the share, <see cref="RuleWords.Heads"/> or <see cref="Seats"/>.</summary>
    public string Of { get; init; } = Seats;

    /// <summary>Whether what the holder has himself is counted in (France: ten per cent together with his own).</summary>
    public bool WithOwn { get; init; }

    /// <summary>The bound as people read it.</summary>
    public LocalText Words => this switch
    {
        { Givers: { } givers } => new LocalText("{0} other parties", "{0} 个委托人").With(givers),
        { WithOwn: true } => new LocalText("{0} of all by {1}, one's own included", "连同本人不超过全体（{1}）的 {0}").With(Share, Of),
        _ => new LocalText("{0} of all by {1}", "不超过全体（{1}）的 {0}").With(Share, Of),
    };

    /// <summary>The word for counting lines of the roll, whatever they weigh.</summary>
    public const string Seats = "seats";
}
