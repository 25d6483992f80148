using System.Security.Claims;
using System.Text.Json;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Journal;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Commands;
using Cohesion.Governance.Server.Features.Votes.CreateVote;
using Cohesion.Governance.Server.Features.Votes.FreezeRoll;
using Cohesion.Governance.Server.Features.Votes.OpenBallots;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Pipeline;
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
    private const int SavedAtOnce = 5_000;

    // Longer than any run, so that no token ends in the middle of one.
    private static readonly TimeSpan SignedInFor = TimeSpan.FromDays(1);

    /// <summary>Fills a new database in an empty folder. Rows of people and seats are written as they are; the vote is made, frozen and opened by the server's own
    /// commands; tokens are issued by the server's own sign-in, without passwords, whose hashing alone would take minutes.</summary>
    public static async Task<Electorate> Found(string folder, int seats, CancellationToken ct)
    {
        await using var server = Serve.Build(ServerProcess.Hosting(folder), builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.Configure<BearerTokenOptions>(IdentityConstants.BearerScheme, o => o.BearerTokenExpiration = SignedInFor);
        });
        await server.Services.GetServices<IHostedService>().OfType<DatabaseStart>().Single().StartingAsync(ct);

        var (councilId, proposalId, people) = await Settle(server, seats, ct);
        var voteId = await Send(server, new CreateVoteCommand(proposalId, Window), ct);
        await Send(server, new FreezeRollCommand(voteId), ct);
        await Send(server, new OpenBallotsCommand(voteId, Window), ct);

        await using (var scope = server.Services.CreateAsyncScope())
        {
            // Invitations by the thousand would be delivered while ballots are measured.
            await scope.ServiceProvider.GetRequiredService<GovernanceDbContext>().Notifications.ExecuteDeleteAsync(ct);
        }

        var voters = new List<Voter>(seats);
        foreach (var (person, seat) in people)
        {
            voters.Add(new Voter(person, seat, await TokenOf(server, person)));
        }

        return new(folder, councilId, voteId, voters);
    }

    private static async Task<(Guid Council, Guid Proposal, List<(Guid Person, Guid Seat)> People)> Settle(WebApplication server, int seats, CancellationToken ct)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDbContext>();
        var now = TimeProvider.System.GetUtcNow();
        Guid Id() => Guid.CreateVersion7(now);
        Guid street = Id(), council = Id(), bloc = Id(), proposal = Id();
        db.Streets.Add(new Street { Id = street, Name = new("Load Street", "压测街道") });
        db.Councils.Add(new Council
        {
            Id = council, StreetId = street, Name = new("Load council", "压测议事会"), TimeZone = "Asia/Shanghai", NoticeDays = 7,
            DefaultRulePack = "council.simple-majority", EarlyDecision = false, RegisterVersion = 1,
        });
        db.Blocs.Add(new Bloc { Id = bloc, CouncilId = council, Code = "owners", Name = new("Owners", "业主"), Position = 0 });
        db.Measures.Add(new Measure { CouncilId = council, Code = "heads", Name = new("Heads", "人数"), Unit = string.Empty, Scale = 0 });
        var people = new List<(Guid Person, Guid Seat)>(seats);
        for (var i = 1; i <= seats; i++)
        {
            Guid person = Id(), seat = Id(), party = Id();
            var name = LocalText.Same($"Owner {i}");
            people.Add((person, seat));
            db.People.Add(new Person { Id = person, Name = name, Language = Language.English });
            db.Users.Add(new Account { Id = person, UserName = $"owner{i}", NormalizedUserName = $"OWNER{i}", SecurityStamp = person.ToString("N") });
            db.Parties.Add(new Party { Id = party, CouncilId = council, Name = name, Kind = PartyKind.Person });
            db.SeatEntries.Add(new SeatEntry
            {
                Id = Id(), SeatId = seat, CouncilId = council, BlocId = bloc, PartyId = party, Label = $"Room {i}", Measures = MeasureValues.Of(("heads", 1)), FromVersion = 1,
            });
            db.OfficeHoldings.Add(new OfficeHolding { Id = Id(), PersonId = person, Office = Office.Owner, CouncilId = council, SeatId = seat, Since = now.AddDays(-30) });

            // Saved by the thousand, since a context that follows millions of rows outgrows the machine. What it gathered for the journal it keeps.
            if (i % SavedAtOnce == 0)
            {
                await db.SaveChangesAsync(ct);
                db.ChangeTracker.Clear();
            }
        }

        db.RegisterVersions.Add(new RegisterVersion { CouncilId = council, Number = 1, At = now, ByPersonId = people[0].Person, Note = "first register" });
        db.Proposals.Add(new Proposal
        {
            Id = proposal, CouncilId = council, Number = 1, Title = "Renew the lifts?", RaisedByPersonId = people[0].Person, RaisedAt = now, StageSince = now,
            Stage = ProposalStage.OnAgenda, TextVersion = 1, RulePack = "council.simple-majority",
        });

        // Rows that no entry of the journal binds count as put there behind the server's back; what is set up here stands in its first one.
        var head = db.JournalHeads.Add(new JournalHead { CouncilId = council, Hash = JournalEntry.Genesis }).Entity;
        db.Ledger.Announce(new JournalDraft(head, now, null, "FoundCouncil", council, "{}"));
        await db.SaveChangesAsync(ct);
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
}
