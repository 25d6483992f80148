namespace Cohesion.Governance.Domain.Councils;

/// <summary>What a person may be in a council or a street. What each may do stands on each command (docs/capabilities.md).</summary>
public enum Office
{
    /// <summary>Street party committee convenor (街道党工委召集人): every council of the street.</summary>
    StreetConvenor,

    /// <summary>Secretary of one council (议事会秘书).</summary>
    CouncilSecretary,

    /// <summary>Property manager (物业).</summary>
    PropertyManager,

    /// <summary>Representative of a tenant firm (入驻企业代表).</summary>
    TenantRepresentative,

    /// <summary>Owner of a home or unit (业主).</summary>
    Owner,

    /// <summary>Member of the building party committee (楼宇党委委员).</summary>
    PartyCommitteeMember,

    /// <summary>Visiting worker (社工、楼长): reaches those who do not use the internet.</summary>
    VisitingWorker,

    /// <summary>May read, nothing else (观察员).</summary>
    Observer,

    /// <summary>May read everything including journals, nothing else (审计员).</summary>
    Auditor,

    /// <summary>Runs the server (系统管理员); holds no political office by that.</summary>
    Administrator,
}

/// <summary>A person holding an office: in a street, in a council, or for a seat of a council.</summary>
public sealed class OfficeHolding
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required Office Office { get; init; }

    /// <summary>Set for an office of the whole street; its councils are covered by it.</summary>
    public Guid? StreetId { get; init; }

    /// <summary>Set for an office in one council.</summary>
    public Guid? CouncilId { get; init; }

    /// <summary>Set when the holder acts for this seat: casts its ballot, checks in for it.</summary>
    public Guid? SeatId { get; init; }

    /// <summary>Whether the holder owns the seat together with others, so that his ballot is one voice of theirs. A firm's two clerks are not co-owners: each acts for all of it.</summary>
    public bool CoOwner { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>When the holding ended; null while it lasts.</summary>
    public DateTimeOffset? Until { get; set; }
}

/// <summary>Somebody who takes part, whether or not he has an account.</summary>
public sealed class Person
{
    public required Guid Id { get; init; }
    public required LocalText Name { get; init; }
    public required Language Language { get; set; }
}
