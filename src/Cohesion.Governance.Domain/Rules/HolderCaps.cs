namespace Cohesion.Governance.Domain.Rules;

/// <summary>What a cap leaves of a holder's weight.</summary>
internal static class HolderCaps
{
    /// <summary>The reduced weight, or null where the cap does not touch the holder.</summary>
    public static Rational? Reduce(HolderCap cap, Rational weight, Rational all)
    {
        var others = all - weight;
        return cap switch
        {
            HolderCap.MajorityToRest when weight > others => others,
            HolderCap.OriginalOwnerThird when weight >= others && !weight.IsZero => weight * new Rational(1, 3),
            _ => null,
        };
    }
}
