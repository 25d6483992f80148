using System.Text;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proof;
using Cohesion.Governance.Domain.Rules;
using Xunit;

namespace Cohesion.Governance.Recount.Tests;

public sealed class VoteRecountTests
{
    [Fact]
    public void A_right_export_comes_to_the_result_announced()
    {
        var report = Recount(new SampleExport());

        Assert.Empty(report.Findings);

        // Eight seats: four yes, two no, two abstain; seat 0 changed its mind, seat 1 has two voices, and seat 3 a ballot set aside.
        Assert.Equal((Outcome.Adopted, 8L, 11L, 8), (report.Decision.Outcome, report.Counted, report.Received, report.Seats));
    }

    [Fact]
    public void Every_byte_of_a_file_that_is_changed_is_found()
    {
        var bytes = new SampleExport().Bytes();

        for (var at = 0; at < bytes.Length; at++)
        {
            // Another bit at each place; 0x20 turns letters into their other case and spaces into NUL.
            foreach (var change in (byte[])[(byte)(1 << (at % 8)), 0x20])
            {
                bytes[at] ^= change;
                Assert.False(Passes(bytes, null), $"byte {at} changed by {change:x2} was not found");
                bytes[at] ^= change;
            }
        }

        Assert.True(Passes(bytes, null));
    }

    [Fact]
    public void Bytes_changed_anywhere_in_a_large_file_are_found()
    {
        var bytes = new SampleExport { Seats = 2_000 }.Bytes();
        var random = new Random(20261102);

        for (var i = 0; i < 300; i++)
        {
            var at = random.Next(bytes.Length);
            var change = (byte)random.Next(1, 256);
            bytes[at] ^= change;
            Assert.False(Passes(bytes, null), $"byte {at} changed by {change:x2} was not found");
            bytes[at] ^= change;
        }

        Assert.True(Passes(bytes, null));
    }

    [Fact]
    public void A_file_cut_off_anywhere_or_with_something_after_its_end_is_found()
    {
        var bytes = new SampleExport().Bytes();

        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.False(Passes(bytes[..length], null), $"cut off after {length} bytes was not found");
        }

        Assert.False(Passes([.. bytes, (byte)'\n'], null));
    }

    [Theory]
    [InlineData(",\"ballots\":8", ", \"ballots\":8")]
    [InlineData("Flat 3", "Flat\\u00203")]
    [InlineData("\"yes\"", "\"\\u0079es\"")]
    [InlineData("\n", "\r\n")]
    public void The_same_meaning_in_other_bytes_is_an_edit(string from, string to) =>
        Assert.False(Passes(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(new SampleExport().Bytes()).Replace(from, to, StringComparison.Ordinal)), null));

    [Theory]
    [InlineData("\"label\":\"Flat 3\",", "", "roll[3].seat", "missing")]
    [InlineData("\"label\":\"Flat 3\",", "\"label\":\"Flat 3\",\"label\":\"Flat 3\",", "roll[3].label", "twice")]
    [InlineData("\"serviceProof\":null}", "\"serviceProof\":null,\"colour\":1}", "roll[0].serviceProof", "unknown")]
    [InlineData("\"state\":\"counts\"}", "\"state\":\"perhaps\"}", "sessions[0].ballots[1].state", "counts, replaced, excluded, setAside or contested")]
    [InlineData("\"textVersion\":1", "\"textVersion\":\"1\"", "vote.textVersion", "whole number")]
    [InlineData("\"kind\":\"delivered\"", "\"kind\":\"brought\"", "service[0].kind", "one of delivered, refused, undeliverable, posted")]
    [InlineData("\"channel\":\"visit\"", "\"channel\":\"online\"", "papers[0].channel", "paper or visit")]
    [InlineData("\"offices\":[\"owner\"]", "\"offices\":[\"king\"]", "mandates[0]", "one of streetConvenor")]
    [InlineData("\"duplicates\":\"paperPrevails\"", "\"duplicates\":\"coin\"", "vote.duplicates", "one of onlinePrevails")]
    [InlineData("\"challengeUntil\":\"2027-01-09\"", "\"challengeUntil\":\"soon\"", "result.challengeUntil", "a day such as")]
    [InlineData("\"version\":3,", "\"version\":2,", "version", "version 3")]
    [InlineData("cohesion-governance/vote-export", "something-else", "format", "not an exported vote")]
    public void A_file_of_another_form_is_refused_with_the_place(string from, string to, string path, string why)
    {
        var text = Encoding.UTF8.GetString(new SampleExport().Bytes());
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0);

        var fault = Assert.Throws<ExportFormatException>(
            () => VoteRecount.Of(new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(text[..at], to, text[(at + from.Length)..]))), null));

        Assert.Equal(path, fault.Path);
        Assert.Contains(why, fault.Reason.En, StringComparison.Ordinal);
        Assert.NotEqual(fault.Reason.En, fault.Reason.Zh);
    }

    [Fact]
    public void Seats_and_ballots_out_of_order_or_doubled_are_refused()
    {
        Assert.Throws<ExportFormatException>(() => Recount(new() { Seat = seat => seat with { Id = SampleExport.SeatId(5) } }));
        Assert.Throws<ExportFormatException>(() => Recount(new() { Ballots = b => [b with { SeatId = b.SeatId == SampleExport.SeatId(5) ? SampleExport.SeatId(2) : b.SeatId }] }));
    }

    [Fact]
    public void The_file_of_a_forger_is_signed_with_another_key_than_the_one_published()
    {
        using var published = SigningProofKey.Create();

        var report = Recount(new SampleExport(), published.Public);

        Assert.Equal(["OtherKey"], Codes(report));
    }

    [Fact]
    public void Seals_of_a_key_that_was_changed_since_are_good()
    {
        using var earlier = SigningProofKey.Create();

        Assert.Empty(Recount(new() { SealKey = earlier }).Findings);
    }

    // What whoever holds the signing key could still try: everything must also fit everything else.
    [Fact]
    public void A_signed_file_is_held_against_itself()
    {
        var plain = SampleExport.SeatId(4);
        ExportedBallot[] Only(ExportedBallot ballot, params ExportedBallot[] instead) => ballot.SeatId == plain ? instead : [ballot];

        Expect(["RootDiffers", "SessionRootDiffers", "OutcomeDiffers", "DecisionDiffers", "PaperReadsOtherwise"], new()
        {
            Ballots = b => [b with { Choice = b.Choice == BallotChoice.Yes ? BallotChoice.No : b.Choice }],
        });
        Expect(["RootDiffers", "SessionRootDiffers", "BallotCountDiffers", "DecisionDiffers"], new() { Ballots = b => Only(b) });
        Expect(["BallotLost", "OtherBallotStands", "RootDiffers", "SessionRootDiffers", "BallotCountDiffers", "DecisionDiffers"], new() { Ballots = b => Only(b, b with { State = BallotState.Replaced }) });
        Expect(["RootDiffers", "SessionRootDiffers"], new() { Ballots = b => Only(b, b with { At = b.At.AddTicks(1) }) });
        Expect(["OutOfTime", "RootDiffers", "SessionRootDiffers"], new() { Ballots = b => Only(b, b with { At = b.At.AddDays(8) }) });
        Expect(["ExclusionDiffers", "DecisionDiffers"], new() { Seat = s => s.Id == plain ? s with { ExcludedFor = "arrears", ExclusionNote = "Fees." } : s });
        Expect(["DecisionDiffers"], new() { Seat = s => s.Id == plain ? s with { Measures = [20_000, 1] } : s });
        Expect(["OutcomeDiffers", "CountDiffers"], new() { Result = r => r with { Outcome = "Rejected" } });
        Expect(["OverturnDiffers"], new() { Result = r => r with { Overturned = true } });
        Expect(["RootDiffers", "CountDiffers"], new() { Result = r => r with { BallotsRoot = new string('a', 64) } });
        Expect(["BallotCountDiffers"], new() { Result = r => r with { Ballots = 7 } });
        Expect(["DecisionDiffers"], new() { Result = r => r with { DecisionJson = r.DecisionJson.Replace("400", "401", StringComparison.Ordinal) } });
        Expect(["NextSessionDiffers"], new() { Result = r => r with { NextSession = "2nd" } });
        Expect(["RuleChanged", "RuleMislabelled"], new() { TheRule = r => r with { Id = "other", Sha256 = new string('0', 64) } });
        Expect(["ChainBroken", "SealDiffers"], new() { Journal = j => j with { Previous = new string('0', 64) } });
        Expect(["ChainBroken"], new() { Journal = j => j with { HeadHash = new string('0', 64) } });
        Expect(["CountDiffers"], new() { CountContent = content => content.Replace("Adopted", "Rejected", StringComparison.Ordinal) });
        Expect(["CountDiffers"], new() { CountContent = _ => "{}" });
        Expect(["SealSignatureWrong"], new() { SealKey = SigningProofKey.Create(), Journal = j => j with { Keys = [] } });
    }

    [Fact]
    public void A_seat_with_two_counted_ballots_is_found() => Assert.Contains("TwoBallots", Codes(Recount(new()
    {
        Ballots = b => b.State == BallotState.Replaced ? [b with { State = BallotState.Counts }] : [b],
    })));

    [Theory]
    [InlineData(BallotChannel.Paper, 0, false)]
    [InlineData(BallotChannel.Visit, 0, false)]
    [InlineData(BallotChannel.Paper, 1, true)]
    [InlineData(BallotChannel.Online, 0, true)]
    [InlineData(BallotChannel.Proxy, 0, true)]
    public void A_paper_may_be_checked_until_the_count_and_nothing_else_comes_after_closing(BallotChannel channel, int ticksAfterTheCount, bool isLate)
    {
        // Ballots close and are counted seven days after opening; the sample's own come two minutes after it.
        var report = Recount(new()
        {
            Ballots = b => b.SeatId == SampleExport.SeatId(4) ? [b with { Channel = channel, At = b.At.AddDays(7).AddMinutes(-2).AddTicks(ticksAfterTheCount) }] : [b],
        });

        Assert.Equal(isLate, Codes(report).Contains("OutOfTime"));
    }

    [Fact]
    public void A_receipt_given_twice_and_a_seat_that_is_nobodys_are_found()
    {
        Assert.Contains("ReceiptTwice", Codes(Recount(new() { Ballots = b => [b with { ReceiptHash = new byte[32] }] })));
        Assert.Contains("SeatNotOnRoll", Codes(Recount(new() { Ballots = b => b.SeatId == SampleExport.SeatId(7) ? [b, b with { SeatId = SampleExport.SeatId(77) }] : [b] })));
    }

    [Fact]
    public void A_party_with_several_seats_is_one_head_and_parties_with_one_each_are_as_many()
    {
        const string ByHeads = """
            {"id":"sample","jurisdiction":"COUNCIL","title":{"en":"More heads for than against","zh":"同意人数多于反对人数"},"source":"charter","evidence":"draft","challenge":{"period":"P2M","from":"decided","source":"charter","evidence":"draft"},"rounds":[{"name":"only","pass":["yes.heads > no.heads"]}]}
            """;

        // Of eight parties four say yes; where the owner of flat 4 has flat 5 as well, three of seven do. The sample announces four.
        Assert.Empty(Recount(new() { HasHeads = false, RuleText = ByHeads }).Findings);
        var merged = Recount(new() { HasHeads = false, RuleText = ByHeads, Seat = s => s.Id == SampleExport.SeatId(5) ? s with { PartyId = SampleExport.SeatId(4) } : s });
        Assert.Equal(["DecisionDiffers"], Codes(merged));
        Assert.Contains("heads in favour is more than heads against: 3;", merged.Tell(Language.English), StringComparison.Ordinal);
    }

    private static void Expect(string[] codes, SampleExport sample) => Assert.Equal(codes.Order(StringComparer.Ordinal), Codes(Recount(sample)).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Codes(RecountReport report) => report.Findings.Select(f => f.Code);

    private static RecountReport Recount(SampleExport sample, PublicProofKey? key = null) => VoteRecount.Of(new MemoryStream(sample.Bytes()), key);

    private static bool Passes(byte[] bytes, PublicProofKey? key)
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
