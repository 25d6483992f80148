using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Notices;

public sealed class NoticeBoardTests
{
    [Fact]
    public async Task The_seats_of_a_town_are_told_in_one_question_whatever_the_database_lets_a_statement_carry()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await using var scope = app.Services.CreateAsyncScope();

        // More than the 32,766 parameters SQLite takes, https://www.sqlite.org/limits.html
        Guid[] seats = [.. Enumerable.Range(0, 40_000).Select(i => new Guid(i, 1, 1, new byte[8])), town.SeatA, town.SeatB];
        var told = await scope.ServiceProvider.GetRequiredService<NoticeBoard>()
            .TellSeats(town.CouncilId, seats, "vote.opened", LocalText.Same("Ballots are open"), "/", TestContext.Current.CancellationToken);

        Assert.Equal(2, told);
    }
}
