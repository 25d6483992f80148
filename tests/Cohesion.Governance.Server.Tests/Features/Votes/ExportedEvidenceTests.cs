using System.Text;
using System.Text.Json;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Proof;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Features.Votes.GiveMandate;
using Cohesion.Governance.Server.Features.Votes.RecordAgreement;
using Cohesion.Governance.Server.Features.Votes.RecordService;
using Cohesion.Governance.Server.Features.Votes.RevokeMandate;
using Cohesion.Governance.Server.Features.Votes.SettleBallotEntry;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

/// <summary>What the ballots rest on leaves the server with them, and the recount finds it right.</summary>
public sealed class ExportedEvidenceTests
{
    [Fact]
    public async Task Paper_visit_proxy_duplicates_and_service_are_exported_and_recounted()
    {
        await using var place = await VoteTown.Found("cn.civil-code.278.ordinary.silence-follows", policy: DuplicatePolicy.PaperPrevails);
        var voteId = await place.Open();
        await place.App.Send(place.Town.VisitingWorker, new RecordServiceCommand(voteId, [place.Town.StreetSeat], "slip 7", DeliveryKind.Undeliverable));
        Later(place);
        await place.App.Send(place.Town.VisitingWorker, new RecordServiceCommand(voteId, [place.Town.StreetSeat], "photograph 3", DeliveryKind.Posted, ScanHash: VoteTown.Scan));
        await place.App.Send(place.Town.VisitingWorker, new RecordServiceCommand(voteId, [place.Town.SeatB], "slip 8", DeliveryKind.Refused));

        // Paper prevails over what came online before and after it.
        Assert.Equal(BallotEffect.First, (await Cast(place, voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.No)).Effect);
        Assert.Equal(BallotEffect.Changed, (await Paper(place, voteId, place.Town.SeatA, BallotChoice.Yes)).Effect);
        Assert.Equal(BallotEffect.SetAside, (await Cast(place, voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.No)).Effect);

        // Read differently, settled by the convenor; another found void, another never checked.
        var disputed = await place.Enter(voteId, place.Town.PropertySeat, BallotChoice.Yes, BallotChannel.Visit);
        await place.Check(voteId, disputed, BallotChoice.No);
        await place.App.Send(place.Town.Convenor, new SettleBallotEntryCommand(voteId, disputed, BallotChoice.Yes, "A clear tick."));
        await place.Enter(voteId, place.Town.SeatC, BallotChoice.No);

        await place.Mandate(voteId, place.Town.TenantB, place.Town.SeatB, place.Town.Outsider);
        Later(place);
        Assert.True((await place.Cast(voteId, place.Town.Outsider, place.Town.SeatB, BallotChoice.No)).IsGranted);
        Assert.True((await place.Cast(voteId, place.Town.Outsider, place.Town.SeatB, BallotChoice.Yes)).IsGranted);
        await place.Count(voteId);

        var bytes = await VoteFile.Export(place, voteId);

        Assert.Empty((await VoteFile.Recount(place, bytes)).Findings);
        using var file = JsonDocument.Parse(bytes);
        var root = file.RootElement;
        Assert.Equal(
            ["posted", "refused", "undeliverable"],
            root.GetProperty("service").EnumerateArray().Select(l => l.GetProperty("kind").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["entered", "entered", "notCheckedInTime"],
            root.GetProperty("papers").EnumerateArray().Select(l => l.GetProperty("stage").GetString()!).Order(StringComparer.Ordinal));
        var mandate = Assert.Single(root.GetProperty("mandates").EnumerateArray());
        Assert.Equal(("Outsider Zhang", true, 2), (
            mandate.GetProperty("holderName").GetProperty("en").GetString(), mandate.GetProperty("byGiver").GetBoolean(), mandate.GetProperty("receipts").GetArrayLength()));
        Assert.Equal("paperStands", Assert.Single(root.GetProperty("setAside").EnumerateArray()).GetProperty("reason").GetString());
        Assert.Equal("paperPrevails", root.GetProperty("vote").GetProperty("duplicates").GetString());
    }

    [Fact]
    public async Task Co_owners_are_numbered_and_not_named_and_their_agreement_goes_along()
    {
        await using var place = await VoteTown.Found("council.simple-majority");
        await CoOwned(place);
        var voteId = await place.Open();
        await Cast(place, voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        Assert.Equal(BallotEffect.Contested, (await Cast(place, voteId, place.Town.Observer, place.Town.SeatA, BallotChoice.No)).Effect);
        Later(place);
        Assert.True((await place.App.Send(
            place.Town.Secretary, new RecordAgreementCommand(voteId, place.Town.SeatA, BallotChoice.Yes, "Both came to the office.", VoteTown.Scan))).IsGranted);
        await place.Count(voteId);

        var bytes = await VoteFile.Export(place, voteId);

        Assert.Empty((await VoteFile.Recount(place, bytes)).Findings);
        using var file = JsonDocument.Parse(bytes);
        var voices = file.RootElement.GetProperty("voices").EnumerateArray().ToList();
        Assert.Equal([1, 2, 0], voices.Select(v => v.GetProperty("voice").GetInt32()));
        Assert.Equal(("Both came to the office.", VoteTown.Scan), (voices[2].GetProperty("agreement").GetString(), voices[2].GetProperty("document").GetString()));
        Assert.DoesNotContain(place.Town.TenantA.ToString("D"), Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seat_contested_to_the_end_has_no_ballot_also_after_an_agreement_was_left_again()
    {
        await using var place = await VoteTown.Found("council.simple-majority");
        await CoOwned(place);
        var voteId = await place.Open();
        await Cast(place, voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        await Cast(place, voteId, place.Town.Observer, place.Town.SeatA, BallotChoice.No);
        Later(place);
        await place.App.Send(place.Town.Secretary, new RecordAgreementCommand(voteId, place.Town.SeatA, BallotChoice.Yes, "They agreed."));
        Later(place);
        await Cast(place, voteId, place.Town.Observer, place.Town.SeatA, BallotChoice.No);
        await place.Count(voteId);

        var bytes = await VoteFile.Export(place, voteId);

        Assert.Empty((await VoteFile.Recount(place, bytes)).Findings);
        using var file = JsonDocument.Parse(bytes);
        Assert.All(
            file.RootElement.GetProperty("sessions")[0].GetProperty("ballots").EnumerateArray(), b => Assert.Equal("contested", b.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task A_mandate_for_a_meeting_serves_in_the_votes_it_sent_out_and_in_no_other()
    {
        await using var place = await VoteTown.Found("council.simple-majority");
        var (meeting, other) = (await Meeting(place, 1), await Meeting(place, 2));
        await SendsToVote(place, meeting);
        Assert.True((await Give(place, place.Town.TenantB, place.Town.SeatB, meeting)).IsGranted);
        Assert.True((await Give(place, place.Town.TenantC, place.Town.SeatC, other)).IsGranted);
        Later(place);
        var voteId = await place.Open();

        Assert.True((await place.Cast(voteId, place.Town.TenantA, place.Town.SeatB, BallotChoice.Yes)).IsGranted);
        Assert.IsType<MandateForAnotherVote>((await place.Cast(voteId, place.Town.TenantA, place.Town.SeatC, BallotChoice.Yes)).Refusal);
        var seat = (await place.App.Send(place.Town.TenantA, new Server.Features.Votes.BallotPage.BallotPageQuery(voteId))).Value.Seats.Single(s => s.ByMandate);
        Assert.Equal("Blue Harbour", seat.Label);

        // Taken back after it was used: the ballot stays, and the recount knows that it served when it was cast.
        Later(place);
        var mandateId = await place.App.Db(db => db.Mandates.Where(m => m.SeatId == place.Town.SeatB).Select(m => m.Id).SingleAsync());
        Assert.True((await place.App.Send(place.Town.TenantB, new RevokeMandateCommand(place.Town.CouncilId, mandateId))).IsGranted);
        Assert.IsType<MandateRevoked>((await place.Cast(voteId, place.Town.TenantA, place.Town.SeatB, BallotChoice.No)).Refusal);
        await place.Count(voteId);
        var bytes = await VoteFile.Export(place, voteId);
        Assert.Empty((await VoteFile.Recount(place, bytes)).Findings);
        using var file = JsonDocument.Parse(bytes);
        var exported = Assert.Single(file.RootElement.GetProperty("mandates").EnumerateArray());
        Assert.Equal(("meeting", meeting), (exported.GetProperty("scope").GetString(), exported.GetProperty("meeting").GetGuid()));
        Assert.Equal(meeting, file.RootElement.GetProperty("vote").GetProperty("meeting").GetGuid());
    }

    [Fact]
    public async Task A_meeting_of_another_council_or_none_is_not_found_and_two_mandates_for_one_meeting_are_refused()
    {
        await using var place = await VoteTown.Found("council.simple-majority");
        var meeting = await Meeting(place, 1);

        Assert.IsType<NotFound>((await Give(place, place.Town.TenantB, place.Town.SeatB, Guid.CreateVersion7())).Refusal);
        Assert.True((await Give(place, place.Town.TenantB, place.Town.SeatB, meeting)).IsGranted);
        Assert.IsType<SeatHasMandate>((await Give(place, place.Town.TenantB, place.Town.SeatB, meeting, place.Town.TenantC)).Refusal);
        await SendsToVote(place, meeting);
        var voteId = await place.Open();
        Assert.IsType<SeatHasMandate>((await place.App.Send(
            place.Town.TenantB, new GiveMandateCommand(place.Town.CouncilId, place.Town.SeatB, place.Town.TenantC, MandateScope.Vote, voteId))).Refusal);
    }

    [Fact]
    public async Task The_last_day_to_challenge_is_exported_where_the_rule_names_a_period()
    {
        await using var place = await VoteTown.Found("de.weg.25.heads");
        var voteId = await place.Open();
        await Cast(place, voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        await place.Count(voteId);

        using var file = JsonDocument.Parse(await VoteFile.Export(place, voteId));

        // One month from the decision (WEG 45), by the council's own calendar.
        var decided = TimeZoneInfo.ConvertTime((await place.Vote(voteId)).ClosedAt!.Value, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).Date;
        Assert.Equal(DateOnly.FromDateTime(decided.AddMonths(1)).ToString("O", System.Globalization.CultureInfo.InvariantCulture), file.RootElement.GetProperty("result").GetProperty("challengeUntil").GetString());
    }

    private static async Task<BallotReceipt> Cast(VoteTown place, Guid voteId, Guid person, Guid seat, BallotChoice choice)
    {
        Later(place);
        return (await place.Cast(voteId, person, seat, choice)).Value;
    }

    private static Task<CheckedEntry> Paper(VoteTown place, Guid voteId, Guid seat, BallotChoice choice)
    {
        Later(place);
        return place.Paper(voteId, seat, choice);
    }

    // Nobody does two things at the same moment.
    private static void Later(VoteTown place) => place.App.Clock.Advance(TimeSpan.FromMinutes(1));

    // Ms Wu and somebody else own seat A together.
    private static async Task CoOwned(VoteTown place)
    {
        await place.App.Db(db => db.OfficeHoldings.Where(h => h.SeatId == place.Town.SeatA).ExecuteUpdateAsync(set => set.SetProperty(h => h.CoOwner, true)));
        await place.Join(place.Town.Observer, place.Town.SeatA, coOwner: true);
    }

    private static async Task<Guid> Meeting(VoteTown place, int number)
    {
        var now = place.App.Clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await place.App.Db(db =>
        {
            db.Meetings.Add(new Meeting
            {
                Id = id, CouncilId = place.Town.CouncilId, Number = number, Title = "Meeting", Place = "Room 101", StartsAt = now, ConvenedByPersonId = place.Town.Secretary,
            });
            return Task.CompletedTask;
        });
        return id;
    }

    private static Task SendsToVote(VoteTown place, Guid meeting) => place.App.Db(db =>
    {
        var now = place.App.Clock.GetUtcNow();
        db.AgendaItems.Add(new AgendaItem
        {
            Id = Guid.CreateVersion7(now), MeetingId = meeting, Position = 1, Title = "Elevator", ProposalId = place.ProposalId, Decision = AgendaDecision.ToVote, DecidedAt = now,
        });
        return Task.CompletedTask;
    });

    private static Task<Domain.Outcome<Guid>> Give(VoteTown place, Guid giver, Guid seat, Guid meeting, Guid? holder = null) => place.App.Send(
        giver, new GiveMandateCommand(place.Town.CouncilId, seat, holder ?? place.Town.TenantA, MandateScope.Meeting, MeetingId: meeting, DocumentHash: VoteTown.Scan));
}
