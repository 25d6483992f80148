using System.Text;
using Cohesion.Governance.Domain.Proof;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Journal.PublicKey;
using Cohesion.Governance.Server.Features.Votes.ExcludeSeat;
using Cohesion.Governance.Server.Features.Votes.ExportVote;
using Cohesion.Governance.Server.Features.Votes.RecordService;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Cohesion.Governance.Domain.Rules.BallotChoice;

namespace Cohesion.Governance.Server.Tests.Features.Votes.Secrecy;

public sealed class SecretExportTests
{
    [Fact]
    public async Task A_secret_vote_is_recounted_to_the_same_result_without_naming_anybody()
    {
        var (place, voteId) = await Counted();
        await using var _ = place;
        var bytes = await VoteFile.Export(place, voteId);

        var report = await VoteFile.Recount(place, bytes);

        Assert.Empty(report.Findings);
        Assert.Equal((7L, 6L, "Adopted"), (report.Received, report.Counted, report.Decision.Outcome.ToString()));
        var text = Encoding.UTF8.GetString(bytes);
        Assert.DoesNotContain("\"at\":", text[text.IndexOf("secretSession", StringComparison.Ordinal)..text.IndexOf("\"result\"", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.DoesNotContain("CastBallot", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_carries_the_log_of_service_and_no_mandate_that_would_tell_when_a_seat_voted()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        await place.App.Send(place.Town.VisitingWorker, new RecordServiceCommand(voteId, [voters[1].Seat], "signature 17"));
        await place.Mandate(voteId, voters[1].Person, voters[1].Seat, voters[0].Person);
        Assert.True((await place.Cast(voteId, voters[0].Person, voters[1].Seat, No)).IsGranted);
        await place.CastAll(voteId, [voters[0], .. voters.Skip(2)], Yes, No, Abstain, Yes, No, Yes);
        await place.Count(voteId);

        var bytes = await VoteFile.Export(place, voteId);

        Assert.Empty((await VoteFile.Recount(place, bytes)).Findings);
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Contains("signature 17", text, StringComparison.Ordinal);
        Assert.Contains("\"channel\":\"proxy\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"holder\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_byte_of_it_that_is_changed_is_found()
    {
        var (place, voteId) = await Counted();
        await using var _ = place;
        var bytes = await VoteFile.Export(place, voteId);
        using var key = PublicProofKey.FromPem((await place.App.Send(null, new PublicKeyQuery())).Value.Pem)!;
        for (var at = 0; at < bytes.Length; at++)
        {
            bytes[at] ^= (byte)(1 << (at % 8));
            Assert.False(Passes(bytes, key), $"byte {at} changed was not found");
            bytes[at] ^= (byte)(1 << (at % 8));
        }

        Assert.True(Passes(bytes, key));
    }

    [Fact]
    public async Task Envelopes_are_marks_of_paper_and_visit_with_as_many_receipts_less()
    {
        var (place, voteId, _) = await EnvelopeTown.Closed();
        await using var done = place;
        await place.OpenEnvelopes(voteId, new EnvelopeTotals("A", 1, 0, 0, 0), new EnvelopeTotals("B", 1, 0, 0, 0));
        await place.Count(voteId);
        var bytes = await VoteFile.Export(place, voteId);

        var report = await VoteFile.Recount(place, bytes);

        Assert.Empty(report.Findings);
        Assert.Equal((7L, 7L, "Adopted"), (report.Received, report.Counted, report.Decision.Outcome.ToString()));
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Equal(1, Count(text, "\"channel\":\"paper\"") * Count(text, "\"channel\":\"visit\""));
        Assert.Contains("EnterEnvelopeTotals", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"letter\"", text, StringComparison.Ordinal);

        // An envelope passed off as an online ballot wants a receipt; one more in envelopes leaves one too many.
        foreach (var (from, to) in new[] { ("paper", "online"), ("online", "paper") })
        {
            var at = text.IndexOf($"\"channel\":\"{from}\"", StringComparison.Ordinal);
            var forged = text[..at] + $"\"channel\":\"{to}\"" + text[(at + $"\"channel\":\"{from}\"".Length)..];
            Assert.Contains((await VoteFile.Recount(place, Encoding.UTF8.GetBytes(forged))).Findings, f => f.Code == "ReceiptCountDiffers");
        }

        static int Count(string text, string part) => text.Split(part).Length - 1;
    }

    [Theory]
    [InlineData("a choice", "RootDiffers", "OutcomeDiffers")]
    [InlineData("a class", "RootDiffers", "SecretClassesDiffer")]
    [InlineData("a ballot less", "RootDiffers", "SecretClassesDiffer", "ReceiptCountDiffers")]
    [InlineData("a receipt", "ReceiptsRootDiffers")]
    [InlineData("a mark less", "SecrecyBetrayed", "OutcomeDiffers")]
    [InlineData("an excluded seat's mark", "ExclusionDiffers")]
    [InlineData("the receipts' root", "ReceiptsRootDiffers", "CountDiffers")]
    public async Task Even_where_somebody_could_sign_it_what_does_not_fit_is_named(string forgery, params string[] codes)
    {
        var (place, voteId) = await Counted();
        await using var _ = place;
        var lines = Encoding.UTF8.GetString(await VoteFile.Export(place, voteId)).Split('\n').ToList();
        int Line(string has) => lines.FindIndex(l => l.Contains(has, StringComparison.Ordinal));
        switch (forgery)
        {
            case "a choice":
                // All who said yes with weight 2 said no.
                foreach (var at in Enumerable.Range(0, lines.Count).Where(i => lines[i].Contains("\"class\":\"*|weight=2\",\"choice\":\"yes\"", StringComparison.Ordinal)))
                {
                    lines[at] = lines[at].Replace("\"yes\"", "\"no\"", StringComparison.Ordinal);
                }

                break;
            case "a class":
                lines[Line("\"class\":\"*|weight=2\"")] = lines[Line("\"class\":\"*|weight=2\"")].Replace("weight=2", "weight=1", StringComparison.Ordinal);
                break;
            case "a ballot less":
                lines.RemoveAt(Line("\"secretBallots\":[") + 1);
                break;
            case "a receipt":
                var first = Line("\"receipts\":[") + 1;
                lines[first] = '"' + new string('0', 64) + "\",";
                break;
            case "a mark less":
                lines.RemoveAt(Line("\"counts\":true"));
                break;
            case "an excluded seat's mark":
                lines[Line("\"counts\":false")] = lines[Line("\"counts\":false")].Replace("\"counts\":false", "\"counts\":true", StringComparison.Ordinal);
                break;
            default:
                var vote = await place.Vote(voteId);
                var head = Line("\"receiptsRoot\":");
                lines[head] = lines[head].Replace(vote.ReceiptsRoot!, new string('a', 64), StringComparison.Ordinal);
                break;
        }

        var found = (await VoteFile.Recount(place, Encoding.UTF8.GetBytes(string.Join('\n', lines)))).Findings.Select(f => f.Code).ToList();

        Assert.All(codes, code => Assert.Contains(code, found));
    }

    [Fact]
    public async Task A_vote_with_too_few_ballots_is_recounted_as_undecided_too()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        await place.CastAll(voteId, voters, Yes, No, Abstain, Yes);
        await place.Count(voteId);

        var report = await VoteFile.Recount(place, await VoteFile.Export(place, voteId));

        Assert.Empty(report.Findings);
        Assert.Equal(("Undecided", "tooFewToStaySecret", 4L, 0L), (report.Decision.Outcome.ToString(), report.Decision.Reason!.Code, report.Received, report.Counted));
    }

    [Theory]
    [InlineData("UPDATE SecretBallots SET Choice = 'No'")]
    [InlineData("DELETE FROM SecretBallots WHERE Choice = 'Yes'")]
    [InlineData("UPDATE SecretReceipts SET Commitment = lower(hex(randomblob(32)))")]
    public async Task Ballots_that_are_not_those_that_were_counted_are_not_signed(string tampering)
    {
        var (place, voteId) = await Counted();
        await using var _ = place;
        await place.App.Db(db => db.Database.ExecuteSqlRawAsync(tampering));
        Assert.IsType<Server.Features.Votes.BallotsDisagree>((await place.App.Send(place.Town.Auditor, new ExportVoteQuery(voteId))).Refusal);
    }

    private static async Task<(VoteTown Place, Guid VoteId)> Counted()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        var voteId = await place.Open(secret: true);
        await place.CastAll(voteId, voters, Yes, No, Abstain, Yes, No, Yes, Yes);
        await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, voters[6].Seat, "arrears", "Fees."));
        await place.Count(voteId);
        return (place, voteId);
    }

    private static bool Passes(byte[] bytes, PublicProofKey key)
    {
        try
        {
            return VoteRecount.Of(new MemoryStream(bytes), key).IsSame;
        }
        catch (ExportFormatException)
        {
            return false;
        }
    }
}
