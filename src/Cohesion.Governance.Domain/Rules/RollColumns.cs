namespace Cohesion.Governance.Domain.Rules;

/// <summary>A roll kept by columns, of which a seat is made only where somebody asks for it: for rolls of so many seats that an object for each costs more than
/// counting them. Every seat is of one party.</summary>
internal interface IRollColumns : IReadOnlyList<RollSeat>
{
    /// <summary>The measures it has a column of; none where it has no seat.</summary>
    IReadOnlyList<string> Measures { get; }

    /// <summary>The blocs its seats are in.</summary>
    IReadOnlyList<string> Blocs { get; }

    /// <summary>The party of a seat.</summary>
    Guid PartyOf(int seat);

    /// <summary>The bloc of a seat, as its place in <see cref="Blocs"/>.</summary>
    int BlocOf(int seat);

    /// <summary>Whether the roll marks a seat as excluded.</summary>
    bool IsMarked(int seat);

    /// <summary>The values of a column for these seats, in their order; null takes all seats.</summary>
    WeightColumn Column(string measure, int[]? seats);
}

/// <summary>What the seats of a roll did in a session, for whoever read their ballots and knows each by its place on the roll.</summary>
/// <param name="seats">How many seats the roll has.</param>
internal sealed class SeatMarks(int seats)
{
    /// <summary>What each seat did, by its place on the roll.</summary>
    public SeatActs[] Acts { get; } = new SeatActs[seats];

    /// <summary>Whether the ballot paper of each is proven to have been served; null means all of them.</summary>
    public bool[]? Served { get; init; }

    /// <summary>Marks a ballot.</summary>
    public void Vote(int seat, BallotChoice choice, bool inPerson)
        => Acts[seat] |= SessionCount.ActsOf(choice) | (inPerson ? SeatActs.InPerson : SeatActs.None);
}
