using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Commands;
using Cohesion.Governance.Server.Features.Votes.CountVote;
using Cohesion.Governance.Server.Features.Votes.CreateVote;
using Cohesion.Governance.Server.Features.Votes.FreezeRoll;
using Cohesion.Governance.Server.Features.Votes.OpenBallots;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cohesion.Governance.Load;

/// <summary>Somebody who acts for one seat and has signed in.</summary>
/// <param name="Token">His bearer token (RFC 6750).</param>
internal sealed record Voter(Guid PersonId, Guid SeatId, string Token);

/// <summary>A database with one council and one open vote, and everybody who may cast a ballot in it.</summary>
/// <param name="Folder">Where the database and the server's keys lie.</param>
internal sealed record Electorate(string Folder, Guid CouncilId, Guid VoteId, IReadOnlyList<Voter> Voters)
{
    private const string Window = "P7D";

    // Longer than any run, so that no token ends in the middle of one.
    private static readonly TimeSpan SignedInFor = TimeSpan.FromDays(1);

    /// <summary>Fills a new database in an empty folder. Rows of people and seats are written as they are; the vote is made, frozen and opened by the server's own
    /// commands; tokens are issued by the server's own sign-in, without passwords, whose hashing alone would take minutes.</summary>
    /// <param name="folder">Where the database is to lie.</param>
    /// <param name="seats">How many seats, each with somebody who acts for it.</param>
    /// <param name="ct">Cancels the work.</param>
    /// <param name="signedIn">How many of them sign in, the first; the others have no token.</param>
    /// <param name="tell">Hears how long each step took.</param>
    public static async Task<Electorate> Found(string folder, int seats, CancellationToken ct, int signedIn = int.MaxValue, Action<string>? tell = null)
    {
        await using var server = ServerInside(folder, TimeProvider.System);
        await server.Services.GetServices<IHostedService>().OfType<DatabaseStart>().Single().StartingAsync(ct);

        var (councilId, proposalId, people) = await Timed("rows of people and seats", () => Settle(folder, seats, ct), tell);
        var voteId = await Send(server, new CreateVoteCommand(proposalId, Window), ct);
        await Timed("FreezeRoll", () => Send(server, new FreezeRollCommand(voteId), ct), tell);
        await Timed("OpenBallots", () => Send(server, new OpenBallotsCommand(voteId, Window), ct), tell);

        await using (var scope = server.Services.CreateAsyncScope())
        {
            // Invitations by the thousand would be delivered while ballots are measured.
            await scope.ServiceProvider.GetRequiredService<GovernanceDbContext>().Notifications.ExecuteDeleteAsync(ct);
        }

        var voters = new List<Voter>(seats);
        foreach (var (person, seat) in people)
        {
            voters.Add(new Voter(person, seat, voters.Count < signedIn ? await TokenOf(server, person) : string.Empty));
        }

        return new(folder, councilId, voteId, voters);
    }

    /// <summary>Counts the vote by the server's own command, as if its ballots had ended.</summary>
    public async Task Count(Action<string> tell, CancellationToken ct)
    {
        await using var server = ServerInside(Folder, new Later());
        await Timed("CountVote", () => Send(server, new CountVoteCommand(VoteId), ct), tell);
    }

    private static WebApplication ServerInside(string folder, TimeProvider clock) => Serve.Build(ServerProcess.Hosting(folder), builder =>
    {
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(clock);
        builder.Services.Configure<BearerTokenOptions>(IdentityConstants.BearerScheme, o => o.BearerTokenExpiration = SignedInFor);
    });

    private static async Task<T> Timed<T>(string step, Func<Task<T>> work, Action<string>? tell)
    {
        var start = Stopwatch.GetTimestamp();
        var result = await work();
        using var self = Process.GetCurrentProcess();
        tell?.Invoke(string.Create(
            CultureInfo.InvariantCulture, $"  {step}: {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s, memory at most {self.PeakWorkingSet64 / 1e6:N0} MB by then"));
        return result;
    }

    // Past the change tracker: what a context gathers of millions of rows outgrows the machine.
    private static async Task<(Guid Council, Guid Proposal, List<(Guid Person, Guid Seat)> People)> Settle(string folder, int seats, CancellationToken ct)
    {
        var now = TimeProvider.System.GetUtcNow();
        Guid Id() => Guid.CreateVersion7(now);
        Guid street = Id(), council = Id(), bloc = Id(), proposal = Id();
        await using var rows = await TableFiller.Begin(folder, council, ct);
        await rows.Add(new Street { Id = street, Name = new("Load Street", "压测街道") }, ct);
        await rows.Add(
            new Council
            {
                Id = council, StreetId = street, Name = new("Load council", "压测议事会"), TimeZone = "Asia/Shanghai", NoticeDays = 7,
                DefaultRulePack = "council.simple-majority", EarlyDecision = false, RegisterVersion = 1,
            },
            ct);
        await rows.Add(new Bloc { Id = bloc, CouncilId = council, Code = "owners", Name = new("Owners", "业主"), Position = 0 }, ct);
        await rows.Add(new Measure { CouncilId = council, Code = "heads", Name = new("Heads", "人数"), Unit = string.Empty, Scale = 0 }, ct);
        var people = new List<(Guid Person, Guid Seat)>(seats);
        var oneHead = MeasureValues.Of(("heads", 1));
        for (var i = 1; i <= seats; i++)
        {
            Guid person = Id(), seat = Id(), party = Id();
            var name = LocalText.Same($"Owner {i}");
            people.Add((person, seat));
            await rows.Add(new Person { Id = person, Name = name, Language = Language.English }, ct);
            await rows.Add(new Account { Id = person, UserName = $"owner{i}", NormalizedUserName = $"OWNER{i}", SecurityStamp = person.ToString("N") }, ct);
            await rows.Add(new Party { Id = party, CouncilId = council, Name = name, Kind = PartyKind.Person }, ct);
            await rows.Add(new SeatEntry { Id = Id(), SeatId = seat, CouncilId = council, BlocId = bloc, PartyId = party, Label = $"Room {i}", Measures = oneHead, FromVersion = 1 }, ct);
            await rows.Add(new OfficeHolding { Id = Id(), PersonId = person, Office = Office.Owner, CouncilId = council, SeatId = seat, Since = now.AddDays(-30) }, ct);
        }

        await rows.Add(new RegisterVersion { CouncilId = council, Number = 1, At = now, ByPersonId = people[0].Person, Note = "first register" }, ct);
        await rows.Add(
            new Proposal
            {
                Id = proposal, CouncilId = council, Number = 1, Title = "Renew the lifts?", RaisedByPersonId = people[0].Person, RaisedAt = now, StageSince = now,
                Stage = ProposalStage.OnAgenda, TextVersion = 1, RulePack = "council.simple-majority",
            },
            ct);

        // Rows that no entry of the journal binds count as put there behind the server's back; what is set up here stands in its first one.
        await rows.Commit("FoundCouncil", council, ct);
        return (council, proposal, people);
    }

    private static async Task<string> TokenOf(WebApplication server, Guid person)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        using var body = new MemoryStream();
        context.Response.Body = body;
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person.ToString())], IdentityConstants.BearerScheme);
        await context.SignInAsync(IdentityConstants.BearerScheme, new ClaimsPrincipal(identity));
        body.Position = 0;
        using var answer = await JsonDocument.ParseAsync(body);
        return answer.RootElement.GetProperty("accessToken").GetString()!;
    }

    private static async Task<T> Send<T>(WebApplication server, IRequest<Outcome<T>> command, CancellationToken ct)
    {
        await using var scope = server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().ActAsProcess();
        var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, ct);
        return outcome.Granted(out var value, out var refusal)
            ? value
            : throw new InvalidOperationException($"Setting up was refused at {command.GetType().Name}: {refusal.Code}, {refusal.Message.En}");
    }

    /// <summary>A week after the vote's window.</summary>
    private sealed class Later : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddDays(14);
    }
}
