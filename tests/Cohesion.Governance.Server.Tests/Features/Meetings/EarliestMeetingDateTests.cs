using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Meetings.EarliestMeetingDate;
using Cohesion.Governance.Server.Pipeline;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class EarliestMeetingDateTests
{
    [Fact]
    public async Task The_councils_own_notice_counts_whole_days_between()
    {
        await using var town = await MeetingTown.Start();

        var earliest = MeetingTown.Granted(await town.App.Send(town.People.TenantA, new EarliestMeetingDateQuery(town.People.CouncilId)));

        Assert.Equal(new EarliestDate(new DateOnly(2026, 11, 10), 7, null), earliest);
    }

    [Fact]
    public async Task Late_in_the_evening_of_shanghai_it_is_still_the_same_day()
    {
        await using var town = await MeetingTown.Start();

        // 23:59 on the 2nd in Shanghai, then 00:00 on the 3rd: 16:00 UTC.
        town.App.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 2, 15, 59, 0, TimeSpan.Zero));
        var before = MeetingTown.Granted(await town.App.Send(town.People.TenantA, new EarliestMeetingDateQuery(town.People.CouncilId)));
        town.App.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 2, 16, 0, 0, TimeSpan.Zero));
        var after = MeetingTown.Granted(await town.App.Send(town.People.TenantA, new EarliestMeetingDateQuery(town.People.CouncilId)));

        Assert.Equal((new DateOnly(2026, 11, 10), new DateOnly(2026, 11, 11)), (before.Date, after.Date));
    }

    [Fact]
    public async Task The_longest_notice_of_the_proposals_rules_counts_and_its_rule_is_named()
    {
        await using var town = await MeetingTown.Start();
        var ids = $"{await town.Proposal():D}, {await town.Proposal(rule: TestRules.LongNotice):D}";

        var earliest = MeetingTown.Granted(await town.App.Send(town.People.TenantA, new EarliestMeetingDateQuery(town.People.CouncilId, ids)));

        Assert.Equal((new DateOnly(2026, 11, 18), 15, "业主大会"), (earliest.Date, earliest.NoticeDays, earliest.AskedBy!.Zh));
    }

    [Fact]
    public async Task Ids_that_are_none_are_refused()
    {
        await using var town = await MeetingTown.Start();

        Assert.IsType<InvalidRequest>((await town.App.Send(town.People.TenantA, new EarliestMeetingDateQuery(town.People.CouncilId, "seven"))).Refusal);
    }

    [Fact]
    public async Task People_of_another_council_learn_nothing()
    {
        await using var town = await MeetingTown.Start();

        Assert.IsType<NotFound>((await town.App.Send(town.People.Outsider, new EarliestMeetingDateQuery(town.People.CouncilId))).Refusal);
    }
}
