namespace Cohesion.Governance.Domain.Proposals;

/// <summary>What the objections to a posted result come to.</summary>
public enum PostingResult
{
    /// <summary>Nobody objected, or every objection was settled without changing anything.</summary>
    Clear,

    /// <summary>Objections are open, or one was upheld.</summary>
    Objected,
}

/// <summary>The decisions about a posting and its objections.</summary>
public sealed partial class Posting
{
    /// <summary>Somebody objects within the window; once for each seat, or once in the person's own name.</summary>
    /// <param name="person">Who objects.</param>
    /// <param name="seat">The seat it is raised for, where it is for one.</param>
    /// <param name="text">What is objected to and why.</param>
    /// <param name="earlier">The objections of this posting so far.</param>
    /// <param name="now">When.</param>
    public Outcome<Objection> Receive(Guid person, Guid? seat, string text, IEnumerable<Objection> earlier, DateTimeOffset now)
    {
        if (ClosedAt is not null || now < From || now >= Until)
        {
            return new PostingIsClosed();
        }

        if (earlier.Any(o => o.Stage != ObjectionStage.Withdrawn && (seat is null ? o.ByPersonId == person && o.SeatId is null : o.SeatId == seat)))
        {
            return new AlreadyObjected();
        }

        ObjectionCount++;
        return new Objection
        {
            Id = Guid.CreateVersion7(now), PostingId = Id, ProposalId = ProposalId, ByPersonId = person, SeatId = seat, Text = text, At = now,
        };
    }

    /// <summary>Ends the window; a second time changes nothing.</summary>
    public PostingResult Close(IEnumerable<Objection> objections, DateTimeOffset now)
    {
        ClosedAt ??= now;
        return objections.Any(o => o.Stage is ObjectionStage.Open or ObjectionStage.Upheld) ? PostingResult.Objected : PostingResult.Clear;
    }
}

/// <summary>The decisions about one objection.</summary>
public sealed partial class Objection
{
    /// <summary>The secretary or convenor finds for or against it, in words both sides are told.</summary>
    public Outcome<Done> Settle(bool upheld, string finding, Guid byPerson, DateTimeOffset now)
    {
        if (Stage != ObjectionStage.Open)
        {
            return new ObjectionIsSettled(Stage);
        }

        (Stage, Finding, SettledAt, SettledByPersonId) = (upheld ? ObjectionStage.Upheld : ObjectionStage.Dismissed, finding, now, byPerson);
        return default(Done);
    }

    /// <summary>The objector takes it back, usually after an agreement.</summary>
    public Outcome<Done> Withdraw(Guid byPerson, string? agreement, DateTimeOffset now)
    {
        if (byPerson != ByPersonId)
        {
            return new NotYourObjection();
        }

        if (Stage != ObjectionStage.Open)
        {
            return new ObjectionIsSettled(Stage);
        }

        (Stage, Finding, SettledAt, SettledByPersonId) = (ObjectionStage.Withdrawn, agreement, now, byPerson);
        return default(Done);
    }
}

/// <summary>No result of the proposal is posted now.</summary>
public sealed record PostingIsClosed : Refusal
{
    public override LocalText Message => new(
        "Objections can be raised while the result is posted; it is not posted now. Speak to the secretary.",
        "只有公示期间可以提出异议，目前不在公示期。请联系秘书。");
}

/// <summary>The same objector or seat objected before.</summary>
public sealed record AlreadyObjected : Refusal
{
    public override LocalText Message => new(
        "Your objection has been taken already. Withdraw it first if you want to word it anew.",
        "您的异议已经登记。如需重写，请先撤回原异议。");
}

/// <summary>The objection has been dealt with.</summary>
public sealed record ObjectionIsSettled(ObjectionStage Stage) : Refusal
{
    public override LocalText Message => Stage switch
    {
        ObjectionStage.Upheld => new("This objection has been upheld already. Reload the page.", "该异议已认定成立，请刷新页面。"),
        ObjectionStage.Dismissed => new("This objection has been dismissed already. Reload the page.", "该异议已认定不成立，请刷新页面。"),
        _ => new("This objection has been withdrawn already. Reload the page.", "该异议已撤回，请刷新页面。"),
    };
}

/// <summary>Somebody else's objection.</summary>
public sealed record NotYourObjection : Refusal
{
    public override LocalText Message => new("Only whoever raised this objection can withdraw it.", "只有异议提出人可以撤回。");

    public override RefusalKind Kind => RefusalKind.Forbidden;
}

/// <summary>The caller does not act for that seat.</summary>
public sealed record NotTheObjectorsSeat : Refusal
{
    public override LocalText Message => new(
        "You do not act for that seat. Object in your own name, or ask whoever acts for it.",
        "您不是该席位的代表。请以个人名义提出，或请该席位代表提出。");

    public override RefusalKind Kind => RefusalKind.Forbidden;
}

/// <summary>The caller acts for several seats and does not say which one objects.</summary>
public sealed record SayWhichSeat : Refusal
{
    public override LocalText Message => new(
        "You act for several seats. Say for which one you object.",
        "您代表多个席位，请说明为哪个席位提出异议。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}
