using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proof;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Xunit;

namespace Cohesion.Governance.Recount.Tests;

/// <summary>A file that was made wrong in one thing its ballots rest on and signed again with the right key.</summary>
public sealed class VoteEvidenceTests
{
    private static readonly DateTimeOffset Opened = SampleExport.Opened;
    private static readonly Guid Visit = SampleExport.SeatId(2);
    private static readonly Guid Paper = SampleExport.SeatId(5);
    private static readonly Guid Proxy = SampleExport.SeatId(6);
    private static readonly Guid Served = SampleExport.SeatId(7);

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "ServedWithoutLog")]
    [InlineData(2, "ServiceDiffers")]
    [InlineData(3, "ServiceDiffers")]
    [InlineData(4, "ServiceDiffers")]
    [InlineData(5, "")]
    [InlineData(6, "ServiceOutOfTime")]
    [InlineData(7, "ServiceOutOfTime,ServiceDiffers")]
    [InlineData(8, "ServiceDiffers,ServedWithoutLog")]
    public void Who_was_served_follows_from_the_log(int what, string codes) => Expect(codes, new()
    {
        Service = line => what switch
        {
            1 => [],
            2 => [line with { Kind = DeliveryKind.Refused }],
            3 => [line with { At = line.At.AddMinutes(-1) }],
            4 => [line with { Proof = "a courier's number" }],

            // Undeliverable and posted does not serve earlier than the delivery that had been written down before; what is written down later changes nothing.
            5 => [line, line with { Kind = DeliveryKind.Delivered, At = line.At.AddDays(-1), RecordedAt = line.RecordedAt.AddMinutes(1) }],
            6 => [line with { RecordedAt = Opened.AddDays(7) }],
            7 => [line with { At = line.RecordedAt.AddSeconds(1) }],
            8 => [line with { SeatId = Paper }],
            _ => [line],
        },
    });

    [Fact]
    public void A_seat_the_roll_has_as_served_without_a_line_of_the_log_is_found() => Expect(
        "ServedWithoutLog", new() { Seat = s => s.Id == Paper ? s with { ServedAt = Opened, ServiceProof = "signed" } : s });

    [Fact]
    public void A_refusal_serves_with_a_witness_and_not_without_one()
    {
        static ExportedDelivery Refused(ExportedDelivery line, string? witness) => line with { Kind = DeliveryKind.Refused, Witness = witness };

        Expect("", new() { Service = line => [Refused(line, "Ms He")] });
        Expect("ServiceDiffers", new() { Service = line => [Refused(line, " ")] });
    }

    [Theory]
    [InlineData(1, "PaperWithoutEntry")]
    [InlineData(2, "PaperNotChecked")]
    [InlineData(3, "PaperNotChecked")]
    [InlineData(4, "PaperNotSettled")]
    [InlineData(5, "PaperReadsOtherwise")]
    [InlineData(6, "PaperWithoutEntry")]
    [InlineData(7, "PaperUnproven")]
    [InlineData(8, "PaperOutOfTime")]
    [InlineData(9, "PaperOutOfTime")]
    [InlineData(10, "PaperOutOfTime")]
    [InlineData(11, "PaperOutOfTime")]
    [InlineData(12, "PaperOutOfTime")]
    [InlineData(13, "PaperWithoutBallot")]
    [InlineData(14, "PaperWithoutBallot")]
    public void A_paper_counts_as_two_people_read_it(int what, string codes) => Expect(codes, new()
    {
        Papers = p => p.SeatId != Paper ? [p] : what switch
        {
            1 => [],
            2 => [p with { CheckedBy = null }],
            3 => [p with { CheckedBy = p.EnteredBy }],
            4 => [p with { SecondChoice = BallotChoice.No }],
            5 => [p with { Choice = BallotChoice.No, SecondChoice = BallotChoice.No }],
            6 => [p with { Channel = BallotChannel.Visit, Witness = "Ms He" }],
            7 => [p with { ScanHash = null }],
            8 => [p with { TakenAt = Opened.AddMinutes(-1) }],
            9 => [p with { TakenAt = p.EnteredAt.AddTicks(1) }],
            10 => [p with { EnteredAt = Opened.AddDays(7), CheckedAt = Opened.AddDays(7) }],
            11 => [p with { CheckedAt = p.EnteredAt.AddTicks(-1) }],
            12 => [p with { CheckedAt = Opened.AddDays(7).AddTicks(1) }],
            13 => [p, p with { Receipt = new string('9', 64) }],
            _ => [p with { Stage = BallotEntryStage.Void }],
        },
    });

    [Theory]
    [InlineData(1, "PaperNotSettled")]
    [InlineData(2, "PaperNotSettled")]
    [InlineData(3, "PaperReadsOtherwise")]
    [InlineData(4, "PaperReadsOtherwise")]
    [InlineData(5, "PaperUnproven")]
    [InlineData(6, "PaperOutOfTime")]
    public void What_two_read_differently_a_third_has_settled(int what, string codes) => Expect(codes, new()
    {
        Papers = p => p.SeatId != Visit ? [p] : what switch
        {
            1 => [p with { SettledBy = p.CheckedBy }],
            2 => [p with { SettledBy = p.EnteredBy }],
            3 => [p with { SettledChoice = BallotChoice.Abstain }],
            4 => [p with { SettledChoice = null }],
            5 => [p with { Witness = "" }],
            _ => [p with { SettledAt = p.CheckedAt!.Value.AddTicks(-1) }],
        },
    });

    [Fact]
    public void A_paper_that_nobody_checked_is_there_and_counts_nothing() => Expect("", new()
    {
        Papers = p => p.SeatId == Paper
            ? [p, p with { CheckedBy = null, CheckedAt = null, SecondChoice = null, Stage = BallotEntryStage.NotCheckedInTime, Receipt = null }] : [p],
    });

    [Theory]
    [InlineData(1, "ProxyWithoutMandate")]
    [InlineData(2, "ProxyWithoutMandate,MandateWithoutBallot")]
    [InlineData(3, "MandateNotValid")]
    [InlineData(4, "MandateNotValid")]
    [InlineData(5, "MandateNotValid")]
    [InlineData(6, "MandateNotValid")]
    [InlineData(7, "")]
    [InlineData(8, "")]
    [InlineData(9, "MandateNotValid")]
    [InlineData(10, "")]
    [InlineData(11, "MandateWithoutBallot")]
    public void A_ballot_by_proxy_needs_a_mandate_that_served_when_it_was_cast(int what, string codes)
    {
        var cast = Opened.AddMinutes(2);
        Expect(codes, new()
        {
            Mandates = m => what switch
            {
                1 => [],
                2 => [m with { SeatId = Served }],
                3 => [m with { VoteId = SampleExport.CouncilId }],
                4 => [m with { GivenAt = cast.AddTicks(1) }],
                5 => [m with { RevokedAt = cast }],
                6 => [m with { Scope = MandateScope.Until, VoteId = null, Until = cast }],
                7 => [m with { Scope = MandateScope.Until, VoteId = null, Until = cast.AddTicks(1), RevokedAt = cast.AddTicks(1) }],

                // The sample's vote comes from the meeting with the id of seat 1.
                8 => [m with { Scope = MandateScope.Meeting, VoteId = null, MeetingId = SampleExport.SeatId(1) }],
                9 => [m with { Scope = MandateScope.Meeting, VoteId = null, MeetingId = SampleExport.SeatId(2) }],
                10 => [m, m with { Id = SampleExport.SeatId(3000), Receipts = [] }],
                _ => [m with { Receipts = [.. m.Receipts, new string('9', 64)] }],
            },
        });
    }

    [Theory]
    [InlineData("""{"allowed":false}""", "MandateNotValid")]
    [InlineData("""{"written":true}""", "")]
    [InlineData("""{"longest":"PT1M"}""", "MandateNotValid")]
    [InlineData("""{"longest":"PT3M"}""", "")]
    [InlineData("""{"notHeldBy":["owner"]}""", "MandateNotValid")]
    [InlineData("""{"notHeldBy":["propertyManager"]}""", "")]
    [InlineData("""{"limits":[{"share":"1/8","of":"seats"}]}""", "")]
    [InlineData("""{"limits":[{"share":"1/9","of":"seats"}]}""", "ProxyLimitExceeded")]
    [InlineData("""{"limits":[{"share":"1/8","of":"area","withOwn":true}]}""", "ProxyLimitExceeded")]
    [InlineData("""{"limits":[{"share":"1/4","of":"area","withOwn":true}]}""", "")]
    [InlineData("""{"headsOver":8,"limits":[{"share":"1/9","of":"seats"}]}""", "")]
    public void A_mandate_is_held_to_what_the_rule_says_of_proxies(string proxy, string codes)
    {
        var sample = new SampleExport();
        Expect(codes, new() { RuleText = sample.RuleText.Replace("""{"limits":[{"givers":1000000}]}""", proxy, StringComparison.Ordinal) });
    }

    [Fact]
    public void A_mandate_without_a_document_does_not_serve_where_the_rule_asks_for_writing() => Expect("MandateNotValid", new()
    {
        RuleText = new SampleExport().RuleText.Replace("""{"limits":[{"givers":1000000}]}""", """{"written":true}""", StringComparison.Ordinal),
        Mandates = m => [m with { DocumentHash = null }],
    });

    [Fact]
    public void An_excluded_seat_is_no_reason_to_find_a_limit_exceeded_that_was_kept_when_the_ballot_was_cast()
    {
        // One of eight seats is an eighth; one of the seven left when seat 4 was taken out is more. What is found is the exclusion, which the sample's result lacks.
        var sample = new SampleExport
        {
            RuleText = new SampleExport().RuleText.Replace("""{"limits":[{"givers":1000000}]}""", """{"limits":[{"share":"1/8","of":"seats"}]}""", StringComparison.Ordinal),
            Seat = s => s.Id == SampleExport.SeatId(4) ? s with { ExcludedFor = "arrears", ExclusionNote = "Fees." } : s,
        };

        Expect("ExclusionDiffers,DecisionDiffers", sample);
    }

    [Theory]
    [InlineData(DuplicatePolicy.PaperPrevails, "")]
    [InlineData(DuplicatePolicy.FirstValidWins, "SetAsideForOther")]
    [InlineData(DuplicatePolicy.OnlinePrevails, "OtherBallotStands")]
    [InlineData(DuplicatePolicy.LatestWins, "OtherBallotStands")]
    public void The_policy_on_duplicates_explains_which_ballot_counts(DuplicatePolicy policy, string codes) =>
        Expect(codes, new() { Vote = v => v with { Duplicates = policy } });

    [Fact]
    public void Under_a_rule_by_which_ballots_cannot_be_changed_the_first_counts() => Expect(
        "ShouldBeRefused,ShouldBeRefused", new() { RuleText = new SampleExport().RuleText.Replace("\"proxy\"", "\"ballot\":{\"change\":\"never\"},\"proxy\"", StringComparison.Ordinal) });

    [Fact]
    public void A_ballot_is_set_aside_for_the_reason_stated_and_not_without_one()
    {
        Expect("SetAsideForOther", new() { SetAside = a => [a with { Reason = SetAsideReason.OnlineStands }] });
        Expect("SetAsideForOther", new() { SetAside = _ => [] });
        Expect("SetAsideWithoutBallot", new() { SetAside = a => [a, a with { Receipt = new string('9', 64) }] });
    }

    [Fact]
    public void A_ballot_set_aside_stands_beside_the_one_that_counts_and_never_alone() => Expect(
        "BallotLost,OtherBallotStands,SetAsideForOther,RootDiffers,SessionRootDiffers,BallotCountDiffers,DecisionDiffers",
        new() { Ballots = b => b.SeatId == SampleExport.SeatId(4) ? [b with { State = BallotState.SetAside }] : [b] });

    [Fact]
    public void A_contested_seat_has_no_ballot()
    {
        var seat = SampleExport.SeatId(1);
        SampleExport Differing(BallotState first, BallotState second) => new()
        {
            Ballots = b => b.SeatId != seat ? [b] : [b.State == BallotState.Replaced ? b with { Choice = BallotChoice.No, State = first } : b with { State = second }],
        };

        Expect("ContestedSeatCounts,DecisionDiffers,TwoBallots", Differing(BallotState.Contested, BallotState.Counts));
        Expect("ContestedSeatCounts", Differing(BallotState.Replaced, BallotState.Counts));

        // The sample announces a result with the seat's ballot in it: that is what does not fit, and nothing else.
        Expect("RootDiffers,SessionRootDiffers,BallotCountDiffers,DecisionDiffers", Differing(BallotState.Contested, BallotState.Contested));
    }

    [Fact]
    public void Owners_who_agree_are_not_contested() => Expect("OtherBallotStands,RootDiffers,SessionRootDiffers,BallotCountDiffers,DecisionDiffers", new()
    {
        Ballots = b => b.SeatId == SampleExport.SeatId(1) ? [b with { State = BallotState.Contested }] : [b],
    });

    [Fact]
    public void An_agreement_takes_the_place_of_what_each_owner_said_and_is_no_paper()
    {
        var seat = SampleExport.SeatId(1);

        // One said no, the other yes; then the secretary recorded that they agreed on yes.
        Expect("RootDiffers,SessionRootDiffers", new()
        {
            Ballots = b => b.SeatId != seat ? [b]
                : b.State == BallotState.Replaced ? [b with { Choice = BallotChoice.No }, b with { At = b.At.AddSeconds(1), ReceiptHash = Receipt('8') }]
                : [b with { Channel = BallotChannel.Paper }],
            Voices = v => v.Voice == 1 ? [v, v with { Voice = 2, Receipt = new string('8', 64) }] : [v with { Voice = 0, Agreement = "Both came to the office." }],
        });
    }

    [Fact]
    public void Of_every_ballot_of_a_co_owned_seat_it_is_said_once_whose_voice_it_is()
    {
        Expect("VoiceMissing,VoiceMissing,VoiceWithoutBallot", new() { Voices = v => v.Voice == 2 ? [v with { SeatId = Visit }] : [v] });
        Expect("VoiceMissing", new() { Voices = v => v.Voice == 2 ? [] : [v] });
        Expect("VoiceMissing", new() { Voices = v => v.Voice == 2 ? [v, v] : [v] });
        Expect("VoiceWithoutBallot", new() { Voices = v => v.Voice == 2 ? [v, v with { Receipt = new string('9', 64) }] : [v] });
    }

    [Fact]
    public void The_last_day_for_challenging_is_the_one_the_rule_gives()
    {
        // Two months after 9 November 2026, 09:00 in Shanghai.
        Expect("", new());
        Expect("ChallengeDiffers", new() { Result = r => r with { ChallengeUntil = new DateOnly(2027, 1, 10) } });
        Expect("ChallengeDiffers", new() { Result = r => r with { ChallengeUntil = null } });
        var without = new SampleExport().RuleText.Replace("\"challenge\":{\"period\":\"P2M\",\"from\":\"decided\",\"source\":\"charter\",\"evidence\":\"draft\"},", "", StringComparison.Ordinal);
        Expect("ChallengeDiffers", new() { RuleText = without });
        Expect("", new() { RuleText = without, Result = r => r with { ChallengeUntil = null } });
    }

    [Fact]
    public void Lines_that_are_not_in_the_order_of_seats_are_refused()
    {
        Assert.Equal("papers", Assert.Throws<ExportFormatException>(() => Recount(new() { Papers = p => p.SeatId == Visit ? [p with { SeatId = Served }] : [p] })).Path);
        Assert.Equal("service", Assert.Throws<ExportFormatException>(() => Recount(new() { Service = l => [l, l with { RecordedAt = l.RecordedAt.AddTicks(-1) }] })).Path);
    }

    [Fact]
    public void Every_finding_says_what_is_wrong_in_both_languages()
    {
        var findings = Recount(new()
        {
            Papers = _ => [], Mandates = _ => [], Voices = v => [v with { Receipt = new string('9', 64) }], SetAside = _ => [], Service = _ => [],
        }).Findings;

        Assert.All(findings, f =>
        {
            Assert.EndsWith(".", f.Text.En, StringComparison.Ordinal);
            Assert.EndsWith("。", f.Text.Zh, StringComparison.Ordinal);
        });
        Assert.True(findings.Count >= 6);
    }

    private static byte[] Receipt(char digit) => Convert.FromHexString(new string(digit, 64));

    private static void Expect(string codes, SampleExport sample) => Assert.Equal(
        codes.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
        Recount(sample).Findings.Select(f => f.Code).Order(StringComparer.Ordinal));

    private static RecountReport Recount(SampleExport sample) => VoteRecount.Of(new MemoryStream(sample.Bytes()), null);
}
