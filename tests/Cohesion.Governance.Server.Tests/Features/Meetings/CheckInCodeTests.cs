using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Features.Meetings.CheckInCode;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class CheckInCodeTests
{
    [Fact]
    public async Task Those_who_run_the_meeting_see_six_digits_and_until_when()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();
        town.App.Clock.Advance(TimeSpan.FromSeconds(12));

        var shown = MeetingTown.Granted(await town.App.Send(town.People.Secretary, new CheckInCodeQuery(meeting)));

        Assert.Matches("^[0-9]{6}$", shown.Code);
        Assert.Equal(MeetingTown.Hour.AddSeconds(30), shown.ChangesAt);
        Assert.Equal(shown.Code, (await town.App.Send(town.People.Convenor, new CheckInCodeQuery(meeting))).Value.Code);
    }

    [Fact]
    public async Task It_changes_every_half_minute()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();
        var codes = new List<string>();
        for (var i = 0; i < 10; i++)
        {
            codes.Add((await town.App.Send(town.People.Secretary, new CheckInCodeQuery(meeting))).Value.Code);
            town.App.Clock.Advance(TimeSpan.FromSeconds(30));
        }

        Assert.True(codes.Distinct().Count() >= 9, string.Join(' ', codes));
    }

    [Fact]
    public async Task There_is_none_before_check_in_opens()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Noticed();

        Assert.IsType<CheckInNotOpen>((await town.App.Send(town.People.Secretary, new CheckInCodeQuery(meeting))).Refusal);
    }

    [Fact]
    public async Task It_is_for_those_who_run_the_meeting()
    {
        await using var town = await MeetingTown.Start();

        await town.OnlyFor(new CheckInCodeQuery(await town.AtTheDoor()), town.People.TenantA, town.People.Property, town.People.Observer, town.People.PartyCommittee);
    }
}
