using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Features.Meetings.CorrectMinutes;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class CorrectMinutesTests
{
    [Fact]
    public async Task A_correction_is_kept_and_the_secretary_told()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.WithDraftMinutes();

        var id = MeetingTown.Granted(await town.App.Send(town.People.TenantA, new CorrectMinutesCommand(meeting, "I left at three")));

        var row = await town.App.Db(db => db.MinutesCorrections.SingleAsync());
        Assert.Equal((id, town.People.TenantA, "I left at three"), (row.Id, row.ByPersonId, row.Text));
        Assert.Null(row.Accepted);
        Assert.Equal(town.People.Secretary, Assert.Single(await town.Told("minutes.correction")).PersonId);
    }

    [Fact]
    public async Task Refuses_after_the_window()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.WithDraftMinutes();
        town.App.Clock.SetUtcNow(MeetingTown.Hour.AddDays(3));

        var refusal = (await town.App.Send(town.People.TenantA, new CorrectMinutesCommand(meeting, "Late"))).Refusal;

        Assert.Contains("2026年11月13日", Assert.IsType<CorrectionsClosed>(refusal).Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_where_there_is_no_draft()
    {
        await using var town = await MeetingTown.Start();

        Assert.IsType<MinutesNotInDraft>((await town.App.Send(town.People.TenantA, new CorrectMinutesCommand(await town.InSession(), "Early"))).Refusal);
    }

    [Fact]
    public async Task A_correction_without_words_is_refused()
    {
        await using var town = await MeetingTown.Start();

        Assert.IsType<InvalidRequest>((await town.App.Send(town.People.TenantA, new CorrectMinutesCommand(await town.WithDraftMinutes(), " "))).Refusal);
    }

    [Fact]
    public async Task Sent_twice_and_at_once_it_is_one_correction()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.WithDraftMinutes();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => town.App.Send(town.People.TenantA, new CorrectMinutesCommand(meeting, "I left at three"))));

        Assert.Single(outcomes.Select(o => o.Value).Distinct());
        Assert.Equal(1, await town.App.Db(db => db.MinutesCorrections.CountAsync()));
    }

    [Fact]
    public async Task Observers_and_auditors_only_read()
    {
        await using var town = await MeetingTown.Start();

        await town.OnlyFor(new CorrectMinutesCommand(await town.WithDraftMinutes(), "Text"), town.People.Observer, town.People.Auditor, town.People.VisitingWorker);
    }
}
