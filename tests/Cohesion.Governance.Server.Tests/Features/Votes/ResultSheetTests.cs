using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Journal.PublicKey;
using Cohesion.Governance.Server.Features.Postings.OpenPosting;
using Cohesion.Governance.Server.Features.Postings.RaiseObjection;
using Cohesion.Governance.Server.Features.Postings.SettleObjection;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Features.Votes.ExcludeSeat;
using Cohesion.Governance.Server.Features.Votes.ResultSheet;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class ResultSheetTests
{
    [Fact]
    public async Task It_tells_posting_objections_and_how_each_was_handled()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.CastAll(voteId);
        await place.Count(voteId);
        await place.App.SendAsProcess(new OpenPostingCommand(place.ProposalId, place.App.Clock.GetUtcNow().AddDays(7)));
        var objection = (await place.App.Send(place.Town.TenantB, new RaiseObjectionCommand(place.ProposalId, "The shares are wrong."))).Value;
        await place.App.Send(place.Town.Convenor, new SettleObjectionCommand(objection, Upheld: false, "They are those of the register."));

        var sheet = (await place.App.Send(place.Town.Observer, new ResultSheetQuery(voteId))).Value;

        Assert.Equal(TimeSpan.FromDays(7), sheet.Posting!.Until - sheet.Posting.From);
        var line = Assert.Single(sheet.Objections);
        Assert.Equal(("Blue Harbour", "The shares are wrong.", ObjectionStage.Dismissed, "They are those of the register."), (line.Seat, line.Text, line.Stage, line.Finding));
        Assert.Equal("Convenor Chen", line.SettledBy!.En);
        Assert.Equal((await place.App.Send(null, new PublicKeyQuery())).Value.Id, sheet.KeyId);
    }

    [Fact]
    public async Task Ballots_that_came_in_and_those_that_count_are_told_apart()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.CastAll(voteId, a: BallotChoice.No);
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, place.Town.SeatC, "arrears", "Fees."));
        await place.Count(voteId);

        var sheet = (await place.App.Send(place.Town.Observer, new ResultSheetQuery(voteId))).Value;

        // Five seats and one ballot that was changed; the excluded seat's does not count.
        Assert.Equal((6, 4), (sheet.Received, sheet.Counted));
        Assert.Null(sheet.Posting);
    }

    [Theory]
    [InlineData("fr.1965.24", "P2M", ChallengeStart.Notified, "Loi 1965 art. 42 al. 2")]
    [InlineData("de.weg.25.heads", "P1M", ChallengeStart.Decided, "WEG 45 s. 1 (reasons within two months)")]
    [InlineData("cn.civil-code.278.ordinary", "P1Y", ChallengeStart.Known, "Civil Code 280(2); Judicial Interpretation on divided ownership, art. 12")]
    public async Task It_tells_until_when_the_result_can_be_challenged_where_the_rule_does(string rule, string period, ChallengeStart from, string source)
    {
        await using var place = await VoteTown.Found(rule);
        if (rule.StartsWith("fr.", StringComparison.Ordinal))
        {
            await place.Weigh("sh", property: 200, a: 400, b: 200, c: 100, street: 100);
        }

        var voteId = await place.Open();
        await place.CastAll(voteId);
        await place.Count(voteId);

        var challenge = (await place.App.Send(place.Town.Observer, new ResultSheetQuery(voteId))).Value.Challenge!;

        Assert.Equal((period, from, source, Evidence.Secondary), (challenge.Period, challenge.From, challenge.Source.En, challenge.Evidence));
    }

    [Fact]
    public async Task Of_a_charter_that_names_no_period_it_tells_none_and_of_a_second_call_what_the_first_came_to()
    {
        await using var place = await VoteTown.Found("it.cc.1136.ordinary");
        await place.Weigh("mm", property: 200, a: 400, b: 200, c: 100, street: 100);
        var first = await place.Open();
        await place.Count(first);
        var second = await place.Open();
        await place.CastAll(second);
        await place.Count(second);
        await using var charter = await VoteTown.Found();
        var other = await charter.Open();
        await charter.Count(other);

        var earlier = Assert.Single((await place.App.Send(place.Town.Observer, new ResultSheetQuery(second))).Value.Earlier);

        Assert.Equal((first, 1, "NoQuorum"), (earlier.VoteId, earlier.Number, earlier.Outcome));
        Assert.Null((await charter.App.Send(charter.Town.Observer, new ResultSheetQuery(other))).Value.Challenge);
    }

    [Fact]
    public async Task There_is_none_before_the_count_and_none_for_outsiders()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<VoteNotCounted>((await place.App.Send(place.Town.Observer, new ResultSheetQuery(voteId))).Refusal);
        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, new ResultSheetQuery(voteId))).Refusal);
        Assert.IsType<SignInNeeded>((await place.App.Send(null, new ResultSheetQuery(voteId))).Refusal);
    }
}
