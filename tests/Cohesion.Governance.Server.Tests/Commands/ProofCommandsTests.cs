using Cohesion.Governance.Domain.Proof;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Commands;
using Cohesion.Governance.Server.Tests.Features.Votes;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Commands;

public sealed class ProofCommandsTests
{
    [Fact]
    public async Task A_vote_is_exported_to_a_file_that_the_printed_key_checks()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.CastAll(voteId);
        await place.Count(voteId);
        var file = Path.Combine(place.App.Folder, "vote.json");
        using var error = new StringWriter();
        using var printed = new StringWriter();

        Assert.Equal(0, await ProofCommands.ExportVote(Hosting(place), voteId.ToString("D"), file, Stream.Null, error, CancellationToken.None));
        Assert.Equal(0, await ProofCommands.Key(Hosting(place), printed));

        using var key = PublicProofKey.FromPem(printed.ToString())!;
        await using var stream = File.OpenRead(file);
        Assert.Empty(VoteRecount.Of(stream, key).Findings);
        Assert.StartsWith(key.Id, printed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_unknown_and_misspelt_votes_are_refused_in_both_languages()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        async Task<string> Refused(string vote)
        {
            using var error = new StringWriter();
            Assert.Equal(1, await ProofCommands.ExportVote(Hosting(place), vote, null, Stream.Null, error, CancellationToken.None));
            return error.ToString();
        }

        Assert.Contains("not been counted yet", await Refused(voteId.ToString("D")), StringComparison.Ordinal);
        Assert.Contains("没有这次表决", await Refused(Guid.Empty.ToString("D")), StringComparison.Ordinal);
        Assert.Contains("is not the id of a vote", await Refused("number 12"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_is_verified_and_what_was_tampered_with_is_named()
    {
        await using var place = await VoteTown.Found();
        await place.App.Adopt(place.Town.CouncilId);
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);

        var (before, said) = await Verify(place, place.Town.CouncilId.ToString("D"), chinese: false);
        await place.App.Db(db => db.Database.ExecuteSqlAsync($"UPDATE Ballots SET Choice = 'No'"));
        var (after, saidThen) = await Verify(place, null, chinese: true);

        Assert.Equal((0, 1), (before, after));
        Assert.Contains("Intact:", said, StringComparison.Ordinal);
        Assert.Contains($"（表 Ballots，键 {voteId:D}/{place.Town.SeatA:D}）", saidThen, StringComparison.Ordinal);
        Assert.Equal(2, (await Verify(place, "no-such-council", chinese: false)).Code);
    }

    private static async Task<(int Code, string Said)> Verify(VoteTown place, string? council, bool chinese)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await ProofCommands.VerifyJournal(Hosting(place), council, null, chinese, output, error, CancellationToken.None);
        return (code, output.ToString() + error);
    }

    private static string[] Hosting(VoteTown place) =>
    [
        "--environment", "Production", $"--Database:Connection=Data Source={Path.Combine(place.App.Folder, "test.db")}",
        $"--DataProtection:Keys={Path.Combine(place.App.Folder, "keys")}", $"--Journal:Keys={Path.Combine(place.App.Folder, "journal-keys")}",
    ];
}
