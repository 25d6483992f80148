using System.Runtime.InteropServices;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Domain.Votes;

/// <summary>What one co-owner of a seat has said. Co-owners exercise one ballot together: it counts while their voices agree.</summary>
/// <remarks>Co-owners of one lot vote as one (WEG 25(2); Judicial Interpretation on divided ownership, art. 9).</remarks>
public sealed class BallotVoice
{
    /// <summary>Stands for all co-owners together: a paper they all signed, or the agreement the secretary recorded.</summary>
    public static readonly Guid All = Guid.Empty;

    public required Guid VoteId { get; init; }
    public required Guid SeatId { get; init; }

    /// <summary>Whose voice it is, or <see cref="All"/>.</summary>
    public required Guid PersonId { get; init; }
    public required BallotChoice Choice { get; set; }
    public required BallotChannel Channel { get; set; }
    public required Guid CastByPersonId { get; set; }
    public required DateTimeOffset CastAt { get; set; }
    public required DateTimeOffset TakenAt { get; set; }
    public required string Receipt { get; set; }

    /// <summary>Why the secretary recorded an agreement; null for a voice.</summary>
    public string? AgreementReason { get; set; }

    /// <summary>SHA-256 of the document of the agreement, in hexadecimal; null where there is none.</summary>
    public string? DocumentHash { get; set; }
}

/// <summary>How the voices of a seat's co-owners stand together.</summary>
/// <param name="IsContested">Two of them differ.</param>
/// <param name="Choice">What they agree on; null while nobody has spoken or they differ.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct VoicesFinding(bool IsContested, BallotChoice? Choice)
{
    /// <summary>Finds whether the standing voices agree. One voice alone speaks for the seat until another differs.</summary>
    public static VoicesFinding Of(IEnumerable<BallotChoice> standing)
    {
        BallotChoice? agreed = null;
        foreach (var choice in standing)
        {
            if (agreed is { } before && before != choice)
            {
                return new VoicesFinding(true, null);
            }

            agreed = choice;
        }

        return new VoicesFinding(false, agreed);
    }
}
