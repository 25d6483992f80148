using System.Collections.Concurrent;

namespace Cohesion.Governance.Server.Access;

/// <summary>Which council and street a subject belongs to, remembered: a vote never moves to another council, nor a council to another street, so the answer of the
/// database is good for ever. Subjects that do not exist are not remembered. Safe for concurrent use.</summary>
internal sealed class KnownPlaces
{
    /// <summary>Most subjects remembered, some hundred bytes each; with more the memory begins anew.</summary>
    private const int Most = 100_000;

    private readonly ConcurrentDictionary<(Type Kind, Guid Subject), Place> places = new();

    public Place? Find(Type kind, Guid subject) => places.TryGetValue((kind, subject), out var place) ? place : null;

    public void Remember(Type kind, Guid subject, Place place)
    {
        if (places.Count >= Most)
        {
            places.Clear();
        }

        places[(kind, subject)] = place;
    }
}

/// <summary>Where a subject belongs.</summary>
internal sealed record Place(Guid CouncilId, Guid StreetId);
