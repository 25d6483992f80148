using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>The vote has not been counted: there is no root yet that a ballot could be proved to be under, and its ballots are nobody's business.</summary>
internal sealed record VoteNotCounted(VoteStage Stage) : Refusal
{
    public override LocalText Message => Stage == VoteStage.Cancelled
        ? new(
            "This vote was cancelled and never counted, so there is nothing to prove or to recount.",
            "本次表决已取消，没有计票，因此没有可证明或复核的结果。")
        : new(
            "This vote has not been counted yet. Your ballot is held and will count; come back when the result is out.",
            "本次表决尚未计票。您的选票已收妥并将计入，请在公布结果后再来。");
}

/// <summary>The ballot of the receipt is not among those counted.</summary>
internal sealed record ReceiptNotCounted : Refusal
{
    public override LocalText Message => new(
        "The ballot of this receipt was not counted: a later ballot of the seat took its place, or the seat was excluded. Check the receipt on the vote's page to see which.",
        "该回执对应的选票没有计入：该席位后来另投了一票，或该席位已被排除。可在表决页面核对回执查看原因。");
}

/// <summary>Ballots, records and the published root do not fit together; a signed export of them would be a false witness.</summary>
/// <param name="Seat">The seat where they differ, as people call it; null where only the root tells.</param>
internal sealed record BallotsDisagree(string? Seat) : Refusal
{
    public override LocalText Message => Seat is null
        ? new(
            "The ballots in the database are not those that were counted. Verify the council's journal: it names the rows that were changed.",
            "数据库中的选票与计票时不一致。请核验议事会日志，其中会指出被改动的记录。")
        : new(
            $"The counted ballot of {Seat} is not the one that was received. Verify the council's journal: it names the rows that were changed.",
            $"{Seat}的计入选票与收到的选票不一致。请核验议事会日志，其中会指出被改动的记录。");
}
