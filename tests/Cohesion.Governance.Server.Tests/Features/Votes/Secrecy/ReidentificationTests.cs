using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cohesion.Governance.Domain.Proof;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Features.Votes.CastBallot;
using Cohesion.Governance.Server.Features.Votes.CheckReceipt;
using Cohesion.Governance.Server.Features.Votes.ExportVote;
using Cohesion.Governance.Server.Features.Votes.ReceiptProof;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Tests.Harness;
using MediatR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes.Secrecy;

/// <summary>A secret vote over the real server and its database file, with everything that happens in one: changes, proxies, requests sent twice, two at once. Then everything an
/// attacker could lay hands on is searched for a way from a choice back to a seat.</summary>
public sealed class ReidentificationTests
{
    private const int OverHttp = 9;

    [Fact(Timeout = 300_000)]
    public async Task Nobody_finds_what_a_seat_said_from_dumps_of_the_database_logs_pushes_journal_and_export()
    {
        var story = await Story.Tell();
        var found = new Reidentification(story.VoteId, story.Truth, story.Loot).All().ToList();
        Assert.True(found.Count == 0, string.Join('\n', found.Take(20)));

        // The story was one worth searching: everything is in the loot that should be.
        Assert.Contains(story.Loot.Last.Rows, r => r.Table == "SecretBallots");
        Assert.Contains(story.Loot.Last.Rows, r => r.Table == "IdempotentAnswers");
        Assert.Contains(story.Loot.Last.Rows, r => r.Table == "JournalRows");
        Assert.Contains(story.Loot.Log, l => l.Contains("SecretMarks", StringComparison.Ordinal));
        Assert.Contains(story.Loot.Log, l => l.StartsWith("Trace", StringComparison.Ordinal) || l.StartsWith("Debug", StringComparison.Ordinal));
        Assert.Contains(story.Loot.Pushes, p => p.Contains("vote.turnout", StringComparison.Ordinal));
        Assert.Contains(story.Loot.Files, f => f.Contains("secretBallots", StringComparison.Ordinal));

        // With the key an old dump would tell everything, and so it is destroyed: nothing that is left holds it.
        var marks = story.Loot.Dumps[0].Rows.Where(r => r.Table == "SecretMarks" && r.Columns.ContainsKey("Sealed")).ToList();
        var opening = Assert.Single(story.Loot.Dumps[1].Rows, r => r.Table == "EnvelopeOpenings");
        using (var key = SecretVoteKey.Of(story.Key)!)
        {
            Assert.All(marks, m => Assert.NotNull(key.Open(story.VoteId, Guid.Parse(m.Columns["SeatId"]), m.Columns["Sealed"])));
            Assert.NotNull(key.OpenText(opening.Columns["Sealed"], "cohesion-governance/envelope-totals/1 " + story.VoteId.ToString("N")));
        }

        Assert.NotEmpty(marks);
        Assert.All(story.FilesLeft, bytes => Assert.True(bytes.AsSpan().IndexOf(story.Key) < 0));
        Assert.All(story.Loot.Dumps.SelectMany(d => d.Raw), bytes => Assert.True(bytes.AsSpan().IndexOf(story.Key) < 0));
        var (hex, text) = (Convert.ToHexString(story.Key), Convert.ToBase64String(story.Key));
        Assert.All(story.Loot.Texts(), t => Assert.False(t.Text.Contains(hex, StringComparison.OrdinalIgnoreCase) || t.Text.Contains(text, StringComparison.Ordinal)));

        // A search that finds nothing must be one that would: the same loot with one leak in it each time.
        foreach (var (name, spoiled) in Leaks(story))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            Assert.True(new Reidentification(story.VoteId, story.Truth, spoiled).All().Any(), $"The search misses {name}");
        }
    }

    private static IEnumerable<(string Name, Loot Loot)> Leaks(Story story)
    {
        var (loot, victim) = (story.Loot, story.Truth[7]);
        Loot With(Func<DumpedRow, DumpedRow> change) => loot with { Dumps = [.. loot.Dumps.SkipLast(1), loot.Last with { Rows = [.. loot.Last.Rows.Select(change)] }] };
        Loot And(string table, params (string Name, string Value)[] columns) => loot with
        {
            Dumps = [.. loot.Dumps.SkipLast(1), loot.Last with { Rows = [.. loot.Last.Rows, new DumpedRow(table, 1, columns.ToDictionary(c => c.Name, c => c.Value, StringComparer.Ordinal))] }],
        };
        string Hash(string words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)));

        yield return ("a row with seat and choice", And("Notifications", ("Text", $"{victim.Label}: choice=yes")));
        yield return ("a journal entry with the choice", And("Journal", ("Content", $$"""{"seatId":"{{victim.Seat}}","choice":"no"}""")));
        yield return ("a hash over seat and choice", And("IdempotentAnswers", ("RequestHash", Hash($"{victim.Seat:D}:{victim.Choice}"))));
        yield return ("a row digest over choice and known columns", And("JournalRows", ("Text", Hash(string.Concat(
            new (string Name, string Value)[]
            {
                ("CastAt", victim.CastAt.ToString(CultureInfo.InvariantCulture)), ("CastByPersonId", victim.Person.ToString("D")), ("Channel", "Online"),
                ("Choice", victim.Choice.ToString()), ("SeatId", victim.Seat.ToString("D")), ("VoteId", story.VoteId.ToString("D")),
            }.Select(c => $"{c.Name}\u001f{c.Value.Length}\u001f{c.Value}\u001e"))))));
        var paper = story.Truth.Where(t => t.Codes.Count == 0).GroupBy(t => t.Class == SecretTown.ClassOne ? "A" : "B", StringComparer.Ordinal)
            .Select(g => new EnvelopeTotals(g.Key, g.Count(t => t.Choice == BallotChoice.Yes), g.Count(t => t.Choice == BallotChoice.No), g.Count(t => t.Choice == BallotChoice.Abstain), 0)).ToList();
        yield return ("totals of the envelopes in the journal", And("Journal", ("Content", $$"""{"totals":[{"letter":"{{paper[0].Letter}}","yes":{{paper[0].Yes}},"no":{{paper[0].No}}}]}""")));
        yield return ("totals of the envelopes in the log", loot with { Log = [.. loot.Log, EnvelopeTotals.Write(paper)] });
        yield return ("a hash over the totals", And("JournalRows", ("Text", Hash(EnvelopeTotals.Write(paper)))));
        yield return ("an outer envelope with a choice", And("BallotEntries", ("Choice", "Yes")));
        yield return ("sealed totals that outlive the count", And("EnvelopeOpenings", ("VoteId", story.VoteId.ToString()), ("Sealed", "AAAA")));
        yield return ("a channel with each ballot", With(r => r.Table == "SecretBallots" ? r with { Columns = new Dictionary<string, string>(r.Columns, StringComparer.Ordinal) { ["Channel"] = "Paper" } } : r));
        yield return ("ballots of envelopes before the others", InOrder(story, t => (t.Codes.Count > 0, t.Seat)));
        yield return ("ballots laid down otherwise than by their ids", With(r => r.Table == "SecretBallots" ? r with { RowId = -r.RowId } : r));
        yield return ("a receipt in a kept answer", And("IdempotentAnswers", ("Answer", $$"""{"receipt":"{{victim.Codes[^1]}}"}""")));
        yield return ("a receipt's hash beside its seat", And("SecretMarks", ("VoteId", story.VoteId.ToString()), ("SeatId", victim.Seat.ToString()), ("Sealed", Hash(victim.Codes[^1]))));
        yield return ("a receipt in the raw bytes of a free page", loot with { Dumps = [.. loot.Dumps, loot.Last with { Raw = [Encoding.UTF8.GetBytes($"…{victim.Codes[0]}…")] }] });
        yield return ("a time with each ballot", With(r => r.Table == "SecretBallots" ? r with { Columns = new Dictionary<string, string>(r.Columns, StringComparer.Ordinal) { ["At"] = "1" } } : r));
        yield return ("ids that tell the time", With(r => r.Table == "SecretBallots"
            ? r with { Columns = new Dictionary<string, string>(r.Columns, StringComparer.Ordinal) { ["Id"] = Guid.CreateVersion7(GovernanceApp.Begin).ToString() } } : r));
        yield return ("a push with a choice", loot with { Pushes = [.. loot.Pushes, $$"""{"seat":"{{victim.Seat}}","choice":"abstain"}"""] });
        yield return ("a log line with person and choice", loot with { Log = [.. loot.Log, $"Ballot of {victim.Person} choice: {victim.Choice}"] });
        yield return ("a receipt in the log", loot with { Log = [.. loot.Log, $"GET /api/votes/x/receipts/{victim.Codes[^1]}"] });
        yield return ("lengths of requests in the log", loot with
        {
            Log = [.. story.Truth.Where(t => t.Codes.Count == 1)
                .SelectMany(t => new[] { $"begin:{t.Person}", $"Information Request starting POST /api/votes - application/json {60 + t.Choice.ToString().Length}", "end" })],
        });
        yield return ("receipts that stand in the order of casting", loot with
        {
            Dumps = [.. loot.Dumps.SkipLast(1), loot.Last with
            {
                Rows = [.. loot.Last.Rows.Where(r => r.Table != "SecretReceipts"), .. story.Truth.Where(t => t.Codes.Count > 0).OrderBy(t => t.CastAt).Select((t, i) => new DumpedRow(
                    "SecretReceipts", i + 1, new Dictionary<string, string>(StringComparer.Ordinal) { ["VoteId"] = story.VoteId.ToString(), ["Commitment"] = Hash(t.Codes[^1]) }))],
            }],
        });
        yield return ("ballots that stand in the order of casting", InOrder(story, t => t.CastAt));
        yield return ("ballots that stand in the order of seats, backwards", InOrder(story, t => t.Seat, backwards: true));
    }

    // The ballots laid down one after the other as the marks were read, as a careless count would.
    private static Loot InOrder<T>(Story story, Func<VotersSecret, T> order, bool backwards = false)
    {
        var secrets = story.Truth.OrderBy(order).ToList();
        if (backwards)
        {
            secrets.Reverse();
        }

        var ids = story.Loot.Last.Rows.Where(r => r.Table == "SecretBallots").Select(r => r.Columns["Id"]).ToList();
        var ballots = secrets.Select((s, i) => new DumpedRow("SecretBallots", i + 1, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Id"] = ids[i], ["VoteId"] = story.VoteId.ToString(), ["Class"] = s.Class, ["Choice"] = s.Choice.ToString(),
        }));
        return story.Loot with
        {
            Dumps = [.. story.Loot.Dumps.SkipLast(1), story.Loot.Last with { Rows = [.. story.Loot.Last.Rows.Where(r => r.Table != "SecretBallots"), .. ballots] }],
        };
    }

    /// <summary>The story and what an attacker has of it.</summary>
    private sealed record Story(Guid VoteId, IReadOnlyList<VotersSecret> Truth, Loot Loot, byte[] Key, IReadOnlyList<byte[]> FilesLeft)
    {
        public static async Task<Story> Tell()
        {
            using var log = new CapturedLog();
            var (place, voters) = await SecretTown.Found(
                more: 38, services => services.AddLogging(logging => logging.ClearProviders().AddProvider(log)),
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["Logging:LogLevel:Default"] = "Trace", ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace", ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Trace",
                });
            await using var _ = place;
            var voteId = await place.Open(secret: true);
            var pushes = new ConcurrentQueue<string>();
            await using var watcher = await place.App.HubOf(place.Town.Auditor);
            watcher.On<JsonElement>("Event", message => pushes.Enqueue(message.GetRawText()));
            watcher.On<string, string, long, string>("Region", (_, region, _, html) => pushes.Enqueue($"{region} {html}"));
            await watcher.StartAsync();
            await watcher.InvokeAsync<JsonElement>("WatchPage", new[] { Topics.Vote(voteId), Topics.Council(place.Town.CouncilId) }, "en");

            // Nothing here follows anything: an order of its own, choices of their own.
            var random = new Random(20261102);
            var order = voters.OrderBy(_ => random.Next()).ToList();
            var secrets = new Dictionary<Guid, VotersSecret>();
            void Keep(SecretVoter voter, BallotChoice choice, string code) => secrets[voter.Seat] = new VotersSecret(
                voter.Person, voter.Seat, voter.Label, voters.ToList().IndexOf(voter) < 3 ? SecretTown.ClassOne : SecretTown.ClassTwo, choice,
                [.. secrets.GetValueOrDefault(voter.Seat)?.Codes ?? [], code], place.App.Clock.GetUtcNow().UtcTicks);
            BallotChoice Any() => (BallotChoice)random.Next(3);

            // The first over HTTP, each saying something else in turn; first of all one of whom nothing is compared, since a first request logs more.
            using (var warm = await place.App.ClientOf(place.Town.Observer))
            {
                using var nothing = await warm.PostAsJsonAsync($"/api/votes/{voteId}/ballots", new { seatId = Guid.Empty, choice = "yes" });
            }

            for (var i = 0; i < OverHttp; i++)
            {
                place.App.Clock.Advance(TimeSpan.FromSeconds(7));
                var (voter, choice) = (order[i], (BallotChoice)(i % 3));
                using var client = await place.App.ClientOf(voter.Person);
                client.DefaultRequestHeaders.Add("Idempotency-Key", $"http-{i}");
                log.Mark($"begin:{voter.Person}");
                using var answer = await client.PostAsJsonAsync($"/api/votes/{voteId}/ballots", new { seatId = voter.Seat, choice = choice.ToString().ToLowerInvariant() });
                log.Mark("end");
                Assert.True(answer.IsSuccessStatusCode);
                Keep(voter, choice, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("receipt").GetString()!);
            }

            // Two on paper and one at the door; what their inner envelopes say is known to them alone until the end.
            List<SecretVoter> papers = [order[30], order[31], order[32]];
            foreach (var voter in papers)
            {
                place.App.Clock.Advance(TimeSpan.FromSeconds(13));
                await place.Envelope(voteId, voter, voter == papers[2] ? BallotChannel.Visit : BallotChannel.Paper);
                secrets[voter.Seat] = new VotersSecret(
                    voter.Person, voter.Seat, voter.Label, voters.ToList().IndexOf(voter) < 3 ? SecretTown.ClassOne : SecretTown.ClassTwo, Any(), [], place.App.Clock.GetUtcNow().UtcTicks);
            }

            foreach (var voter in order.Skip(OverHttp).Except(papers))
            {
                place.App.Clock.Advance(TimeSpan.FromSeconds(11));
                var choice = Any();
                Keep(voter, choice, (await place.App.Send(voter.Person, new CastBallotCommand(voteId, voter.Seat, choice), $"key-{voter.Seat:N}")).Value.Receipt);
            }

            foreach (var voter in order.Skip(12).Take(6))
            {
                place.App.Clock.Advance(TimeSpan.FromSeconds(5));
                var other = (BallotChoice)(((int)secrets[voter.Seat].Choice + 1) % 3);
                Keep(voter, other, (await place.App.Send(voter.Person, new CastBallotCommand(voteId, voter.Seat, other), $"change-{voter.Seat:N}")).Value.Receipt);
                var again = await place.App.Send(voter.Person, new CastBallotCommand(voteId, voter.Seat, other), $"change-{voter.Seat:N}");
                Assert.Equal(secrets[voter.Seat].Codes[^1], again.Value.Receipt);
            }

            var (giver, holder, twice) = (order[20], order[21], order[22]);
            await place.Mandate(voteId, giver.Person, giver.Seat, holder.Person);
            Assert.IsType<SeatVotedItself>((await place.Cast(voteId, holder.Person, giver.Seat, BallotChoice.Yes)).Refusal);
            var late = await SecretTown.Add(place, "Firm of the register to come");
            Assert.IsType<SeatNotOnRoll>((await place.Cast(voteId, late, BallotChoice.Yes)).Refusal);
            var both = await Task.WhenAll(place.Cast(voteId, twice, BallotChoice.Yes), place.Cast(voteId, twice, BallotChoice.No));
            var stands = (await place.Cast(voteId, twice, BallotChoice.Yes)).Value;
            secrets[twice.Seat] = secrets[twice.Seat] with { Codes = [.. secrets[twice.Seat].Codes, .. both.Select(b => b.Value.Receipt), stands.Receipt] };
            Keep(twice, BallotChoice.Yes, stands.Receipt);

            var file = Path.Combine(place.App.Folder, "test.db");
            var key = await File.ReadAllBytesAsync(Assert.Single(await place.KeyFiles()));
            place.App.Clock.Advance(TimeSpan.FromSeconds(1));
            await place.Announcer.Idle();
            var open = DatabaseDump.Of(file);

            await place.Close(voteId);
            await place.OpenEnvelopes(voteId, [.. papers.Select(p => secrets[p.Seat]).GroupBy(s => s.Class == SecretTown.ClassOne ? "A" : "B", StringComparer.Ordinal).Select(g => new EnvelopeTotals(
                g.Key, g.Count(s => s.Choice == BallotChoice.Yes), g.Count(s => s.Choice == BallotChoice.No), g.Count(s => s.Choice == BallotChoice.Abstain), 0))]);
            await place.Announcer.Idle();
            var opened = DatabaseDump.Of(file);

            await place.Count(voteId);
            Assert.Empty(await place.KeyFiles());
            Assert.Equal(ReceiptState.Counts, (await place.App.Send(order[3].Person, new CheckReceiptQuery(voteId, secrets[order[3].Seat].Codes[^1]))).Value.State);
            using (var client = await place.App.ClientOf(order[4].Person))
            {
                using var proof = await client.GetAsync(new Uri($"/api/votes/{voteId}/receipts/{secrets[order[4].Seat].Codes[^1]}/proof", UriKind.Relative));
                Assert.True(proof.IsSuccessStatusCode);
            }

            using var export = new MemoryStream();
            await using (var scope = place.App.Services.CreateAsyncScope())
            {
                scope.ServiceProvider.GetRequiredService<CurrentMember>().SignIn(place.Town.Auditor);
                await (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ExportVoteQuery(voteId))).Value.WriteTo(export, default);
            }

            var pushed = await place.App.Db(db => db.LiveEvents.Select(e => e.Kind + " " + e.Payload).ToListAsync());
            var left = Directory.EnumerateFiles(place.App.Folder, "*", SearchOption.AllDirectories).Where(f => !f.Contains("test.db", StringComparison.Ordinal)).Select(File.ReadAllBytes).ToList();
            var loot = new Loot([open, opened, DatabaseDump.Of(file)], log.Lines, [.. pushes, .. pushed], [Encoding.UTF8.GetString(export.ToArray())]);

            // What was counted is what was said.
            var said = secrets.Values.GroupBy(s => (s.Class, s.Choice)).ToDictionary(g => g.Key, g => g.Count());
            var counted = (await place.App.Db(db => db.SecretBallots.AsNoTracking().ToListAsync())).GroupBy(b => (b.Class, b.Choice)).ToDictionary(g => g.Key, g => g.Count());
            Assert.Equal(said.OrderBy(s => s.Key.ToString(), StringComparer.Ordinal), counted.OrderBy(s => s.Key.ToString(), StringComparer.Ordinal));
            return new(voteId, [.. secrets.Values], loot, key, left);
        }
    }

    private sealed class CapturedLog : ILoggerProvider
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IReadOnlyList<string> Lines => [.. lines];

        public void Mark(string line) => lines.Enqueue(line);

        public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

        public void Dispose()
        {
        }

        private sealed class Writer(CapturedLog log, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                log.lines.Enqueue($"{logLevel} {category} {formatter(state, exception)} {exception}");
        }
    }
}
