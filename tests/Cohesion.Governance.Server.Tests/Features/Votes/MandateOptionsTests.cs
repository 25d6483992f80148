using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.MandateOptions;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class MandateOptionsTests
{
    [Fact]
    public async Task A_member_is_offered_his_own_seats_and_the_secretary_all_others()
    {
        await using var place = await VoteTown.Found();

        var member = (await place.App.Send(place.Town.TenantA, new MandateOptionsQuery(place.Town.CouncilId))).Value;
        var secretary = (await place.App.Send(place.Town.Secretary, new MandateOptionsQuery(place.Town.CouncilId))).Value;

        Assert.Equal(("Galaxy Tech", 0), (Assert.Single(member.Seats).Label, member.OtherSeats.Count));
        Assert.Equal((0, 5), (secretary.Seats.Count, secretary.OtherSeats.Count));
        Assert.DoesNotContain(member.Holders.People, p => p.Id == place.Town.TenantA || p.Id == place.Town.Observer || p.Id == place.Town.Outsider);
        Assert.Contains(member.Holders.People, p => p.Id == place.Town.Convenor);
    }

    [Fact]
    public async Task Votes_that_have_not_ended_and_meetings_to_come_are_offered()
    {
        await using var place = await VoteTown.Found("council.simple-majority");
        var voteId = await place.Open();
        var now = place.App.Clock.GetUtcNow();
        await place.App.Db(db =>
        {
            db.Meetings.AddRange(new[] { MeetingStage.Noticed, MeetingStage.Closed }.Select((stage, i) => new Meeting
            {
                Id = Guid.CreateVersion7(now), CouncilId = place.Town.CouncilId, Number = i + 1, Title = stage.ToString(), Place = "Room 101", StartsAt = now.AddDays(1),
                ConvenedByPersonId = place.Town.Secretary, Stage = stage,
            }));
            return Task.CompletedTask;
        });

        var open = (await place.App.Send(place.Town.TenantA, new MandateOptionsQuery(place.Town.CouncilId))).Value;
        await place.Count(voteId);
        var closed = (await place.App.Send(place.Town.TenantA, new MandateOptionsQuery(place.Town.CouncilId))).Value;

        Assert.Equal((voteId, "Noticed"), (Assert.Single(open.Votes).Id, Assert.Single(open.Meetings).Title));
        Assert.Empty(closed.Votes);
    }

    [Fact]
    public async Task Whoever_is_no_member_is_offered_nothing()
    {
        await using var place = await VoteTown.Found();

        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, new MandateOptionsQuery(place.Town.CouncilId))).Refusal);
        Assert.IsType<SignInNeeded>((await place.App.Send(null, new MandateOptionsQuery(place.Town.CouncilId))).Refusal);
    }
}
