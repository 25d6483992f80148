using Cohesion.Governance.Server.Features.FollowUps.AcceptFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.AnnounceDueDate;
using Cohesion.Governance.Server.Features.FollowUps.ExtendFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.OfferFollowUp;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.FollowUps;

public sealed class AnnounceDueDateTests
{
    [Fact]
    public async Task The_owner_is_told_a_date_that_is_new_to_him_once()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Assign();
        await p.App.SendAsProcess(new OfferFollowUpCommand(id, TimeSpan.FromDays(3)));
        await p.App.Send(p.Town.Property, new AcceptFollowUpCommand(id));
        await p.App.Send(p.Town.Secretary, new ExtendFollowUpCommand(id, p.Now.AddDays(20), "The firm is late"));

        await p.App.SendAsProcess(new AnnounceDueDateCommand(id));
        await p.App.SendAsProcess(new AnnounceDueDateCommand(id));

        Assert.Equal(["followup.offered", "followup.dueDate"], await p.Told(p.Town.Property));
    }

    [Fact]
    public async Task Whoever_was_told_the_date_when_asked_is_not_told_again()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Assign();
        await p.App.SendAsProcess(new OfferFollowUpCommand(id, TimeSpan.FromDays(3)));
        await p.App.Send(p.Town.Property, new AcceptFollowUpCommand(id));

        await p.App.SendAsProcess(new AnnounceDueDateCommand(id));

        Assert.Equal(["followup.offered"], await p.Told(p.Town.Property));
    }

    [Fact]
    public async Task Is_not_for_people()
    {
        await using var p = await Promise.Resolved();
        await p.IsNotForPeople(new AnnounceDueDateCommand(await p.Accepted()));
    }
}
