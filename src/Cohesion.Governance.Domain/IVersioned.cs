namespace Cohesion.Governance.Domain;

/// <summary>An aggregate whose concurrent changes are found out: of two that read the same version, one saves.</summary>
public interface IVersioned
{
    /// <summary>Counts the saves; raised by the store at each.</summary>
    int Version { get; set; }
}
