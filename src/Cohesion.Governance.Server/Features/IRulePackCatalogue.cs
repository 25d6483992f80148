using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Server.Features;

/// <summary>What other areas may ask about decision rules; votes know the rest.</summary>
internal interface IRulePackCatalogue
{
    /// <summary>Whether there is a pack of this id.</summary>
    bool Exists(string id);

    /// <summary>What the pack is called.</summary>
    LocalText Title(string id);

    /// <summary>Whole days of notice the pack asks for; null where it says nothing.</summary>
    int? NoticeDays(string id);

    /// <summary>The pack of this id; null where there is none.</summary>
    RulePack? Find(string id);

    /// <summary>Ids of all packs, in ordinal order.</summary>
    IReadOnlyList<string> Ids { get; }
}
