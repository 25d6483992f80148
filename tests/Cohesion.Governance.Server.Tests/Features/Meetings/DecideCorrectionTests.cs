using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Meetings.ConfirmMinutes;
using Cohesion.Governance.Server.Features.Meetings.CorrectMinutes;
using Cohesion.Governance.Server.Features.Meetings.DecideCorrection;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class DecideCorrectionTests
{
    private static async Task<(MeetingTown Town, Guid Meeting, Guid Correction)> Start()
    {
        var town = await MeetingTown.Start();
        var meeting = await town.WithDraftMinutes();
        return (town, meeting, MeetingTown.Granted(await town.App.Send(town.People.TenantA, new CorrectMinutesCommand(meeting, "I left at three"))));
    }

    [Fact]
    public async Task Taken_up_it_makes_a_new_version_and_whoever_asked_is_told()
    {
        var (town, meeting, correction) = await Start();
        await using var _ = town;

        MeetingTown.Granted(await town.App.Send(town.People.Secretary, new DecideCorrectionCommand(meeting, correction, true, "# Corrected", 1)));

        var versions = await town.App.Db(db => db.MinutesTexts.OrderBy(m => m.Number).ToListAsync());
        Assert.Equal([1, 2], versions.Select(v => v.Number));
        Assert.Equal(("# Corrected", town.People.Secretary), (versions[1].Text, versions[1].ByPersonId!.Value));
        Assert.Equal(town.People.TenantA, Assert.Single(await town.Told("minutes.correction-decided")).PersonId);
    }

    [Fact]
    public async Task Turned_down_it_is_answered_and_the_text_stays()
    {
        var (town, meeting, correction) = await Start();
        await using var _ = town;

        MeetingTown.Granted(await town.App.Send(town.People.Secretary, new DecideCorrectionCommand(meeting, correction, false, Answer: "The door says four")));

        var row = await town.App.Db(db => db.MinutesCorrections.SingleAsync());
        Assert.Equal((false, "The door says four", town.People.Secretary), (row.Accepted!.Value, row.Answer, row.DecidedByPersonId!.Value));
        Assert.Equal(1, await town.App.Db(db => db.MinutesTexts.CountAsync()));
        Assert.Contains("The door says four", Assert.Single(await town.Told("minutes.correction-decided")).Text.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_written_from_an_older_version_is_refused_so_that_no_correction_is_lost()
    {
        var (town, meeting, correction) = await Start();
        await using var _ = town;
        var second = MeetingTown.Granted(await town.App.Send(town.People.TenantB, new CorrectMinutesCommand(meeting, "Spelling")));
        await town.App.Send(town.People.Secretary, new DecideCorrectionCommand(meeting, correction, true, "# Corrected", 1));

        var outcome = await town.App.Send(town.People.Secretary, new DecideCorrectionCommand(meeting, second, true, "# Other", 1));

        Assert.Equal(2, Assert.IsType<MinutesChangedMeanwhile>(outcome.Refusal).Current);
    }

    [Fact]
    public async Task A_text_is_needed_to_take_it_up_and_an_answer_to_turn_it_down()
    {
        var (town, meeting, correction) = await Start();
        await using var _ = town;

        Assert.IsType<InvalidRequest>((await town.App.Send(town.People.Secretary, new DecideCorrectionCommand(meeting, correction, true, null, 1))).Refusal);
        Assert.IsType<InvalidRequest>((await town.App.Send(town.People.Secretary, new DecideCorrectionCommand(meeting, correction, true, "Text"))).Refusal);
        Assert.IsType<InvalidRequest>((await town.App.Send(town.People.Secretary, new DecideCorrectionCommand(meeting, correction, false))).Refusal);
    }

    [Fact]
    public async Task Sent_twice_and_at_once_it_is_decided_once()
    {
        var (town, meeting, correction) = await Start();
        await using var _ = town;

        var outcomes = await Task.WhenAll(
            town.App.Send(town.People.Secretary, new DecideCorrectionCommand(meeting, correction, true, "# Corrected", 1)),
            town.App.Send(town.People.Secretary, new DecideCorrectionCommand(meeting, correction, false, Answer: "No")));

        Assert.Single(outcomes, o => o.IsGranted);
        Assert.Single(outcomes, o => o.Refusal is CorrectionAlreadyDecided);
    }

    [Fact]
    public async Task Refuses_once_the_minutes_are_confirmed()
    {
        var (town, meeting, correction) = await Start();
        await using var _ = town;
        await town.App.Send(town.People.Secretary, new DecideCorrectionCommand(meeting, correction, false, Answer: "No"));
        town.App.Clock.SetUtcNow(MeetingTown.Hour.AddDays(3));
        MeetingTown.Granted(await town.App.Send(town.People.Convenor, new ConfirmMinutesCommand(meeting)));

        Assert.IsType<MinutesNotInDraft>((await town.App.Send(town.People.Secretary, new DecideCorrectionCommand(meeting, correction, false, Answer: "No"))).Refusal);
    }

    [Fact]
    public async Task A_correction_of_nowhere_is_not_found()
    {
        var (town, meeting, _) = await Start();
        await using var _town = town;

        Assert.IsType<NotFound>((await town.App.Send(town.People.Secretary, new DecideCorrectionCommand(meeting, meeting, false, Answer: "No"))).Refusal);
    }

    [Fact]
    public async Task It_is_for_the_secretary_of_this_council()
    {
        var (town, meeting, correction) = await Start();
        await using var _ = town;

        await town.OnlyFor(new DecideCorrectionCommand(meeting, correction, false, Answer: "No"), town.People.Convenor, town.People.TenantA, town.People.Observer);
    }
}
