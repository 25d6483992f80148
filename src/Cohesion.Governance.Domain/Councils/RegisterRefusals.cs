namespace Cohesion.Governance.Domain.Councils;

/// <summary>Somebody else revised the register meanwhile, or this revision was made already.</summary>
public sealed record RegisterMovedOn(int Version) : Refusal
{
    /// <inheritdoc/>
    public override LocalText Message => new LocalText(
        "The register is at version {0} by now. Look at it, then revise that version.", "名册目前已是第 {0} 版，请查看后再在该版基础上修订。").With(Version);
}

/// <summary>A seat to be changed or removed does not stand in the register.</summary>
public sealed record SeatNotRegistered(Guid SeatId) : Refusal
{
    /// <inheritdoc/>
    public override LocalText Message => new LocalText(
        "The seat {0} does not stand in the register. Each seat can be changed or removed once in a revision.", "名册中没有席位 {0}；每次修订中，同一席位只能变更或删除一次。").With(SeatId);
}

/// <summary>A party named does not belong to this council, or a new seat names none.</summary>
public sealed record PartyUnknown : Refusal
{
    /// <inheritdoc/>
    public override LocalText Message => new(
        "Name the firm or person behind the seat, or the id of one that has a seat in this council.", "请填写席位背后的单位或个人名称，或本议事会中已有席位者的编号。");

    /// <inheritdoc/>
    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>A measure named does not exist in this council.</summary>
public sealed record MeasureUnknown(string Measure, IReadOnlyList<string> Known) : Refusal
{
    /// <inheritdoc/>
    public override LocalText Message => new LocalText(
        "There is no measure “{0}” here. The measures are: {1}.", "本议事会没有计量项“{0}”，现有计量项：{1}。").With(Measure, string.Join(", ", Known));

    /// <inheritdoc/>
    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>A seat's value by a measure is negative, too large, or finer than the measure counts.</summary>
public sealed record MeasureNotPossible(string Measure, int Decimals) : Refusal
{
    /// <inheritdoc/>
    public override LocalText Message => new LocalText(
        "“{0}” takes numbers from 0 with at most {1} decimal places.", "“{0}”须为不小于 0 的数，最多 {1} 位小数。").With(Measure, Decimals);

    /// <inheritdoc/>
    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>Two seats would have the same label.</summary>
public sealed record SeatLabelTaken(string Label) : Refusal
{
    /// <inheritdoc/>
    public override LocalText Message => new LocalText(
        "Two seats would be called “{0}”. Give each a label of its own.", "将有两个席位同名“{0}”，请为每个席位取不同的名称。").With(Label);
}

/// <summary>A revision that changes nothing.</summary>
public sealed record NothingToRevise : Refusal
{
    /// <inheritdoc/>
    public override LocalText Message => new("This revision changes nothing. Add, change or remove a seat.", "本次修订没有任何变更，请新增、变更或删除席位。");

    /// <inheritdoc/>
    public override RefusalKind Kind => RefusalKind.Invalid;
}
