using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Votes;

public sealed class MandateTests
{
    private static readonly DateTimeOffset Given = new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly Guid Vote = Guid.CreateVersion7(Given);
    private static readonly Guid OtherVote = Guid.CreateVersion7(Given);
    private static readonly Guid Meeting = Guid.CreateVersion7(Given);

    [Fact]
    public void One_for_a_vote_covers_that_vote_and_no_other()
    {
        Assert.True(ForVote().Covers(Vote, Meeting));
        Assert.False(ForVote().Covers(OtherVote, Meeting));
    }

    [Fact]
    public void One_for_a_meeting_covers_the_votes_it_sends_out_and_none_without_a_meeting()
    {
        Assert.True(ForMeeting().Covers(Vote, Meeting));
        Assert.False(ForMeeting().Covers(Vote, Guid.CreateVersion7(Given)));
        Assert.False(ForMeeting().Covers(Vote, null));
    }

    [Fact]
    public void One_until_a_date_serves_up_to_but_not_at_it()
    {
        var mandate = UntilDay(3);

        Assert.Null(mandate.RefusalAt(Given.AddDays(3).AddTicks(-1), null));
        Assert.IsType<MandateExpired>(mandate.RefusalAt(Given.AddDays(3), null));
    }

    [Fact]
    public void The_rule_may_let_it_last_shorter()
    {
        // Florida lets a proxy serve ninety days after the first meeting; here simply ninety days.
        var limits = new ProxyLimits { Longest = IsoPeriod.TryParse("P90D") };

        Assert.Null(ForVote().RefusalAt(Given.AddDays(90).AddTicks(-1), limits));
        Assert.IsType<MandateExpired>(ForVote().RefusalAt(Given.AddDays(90), limits));
    }

    [Fact]
    public void Where_the_rule_asks_for_writing_it_needs_a_document()
    {
        Assert.IsType<MandateMustBeWritten>(ForVote().RefusalAt(Given, new ProxyLimits { Written = true }));
        Assert.Null(ForVote("ab").RefusalAt(Given, new ProxyLimits { Written = true }));
        Assert.IsType<ProxyNotAllowed>(ForVote("ab").RefusalAt(Given, new ProxyLimits { Allowed = false }));
    }

    [Fact]
    public void It_is_taken_back_until_used_and_then_stays()
    {
        var (unused, used) = (ForVote(), ForVote());
        used.UsedAt = Given.AddHours(1);

        Assert.True(unused.Revoke(unused.HolderPersonId, Given).IsGranted);
        Assert.IsType<MandateRevoked>(unused.RefusalAt(Given, null));
        Assert.IsType<MandateUsed>(used.Revoke(used.HolderPersonId, Given).Refusal);
    }

    [Fact]
    public void One_for_several_votes_is_taken_back_for_those_to_come_even_once_used()
    {
        var mandate = UntilDay(30);
        mandate.UsedAt = Given.AddHours(1);

        Assert.True(mandate.Revoke(mandate.HolderPersonId, Given.AddDays(1)).IsGranted);
    }

    [Fact]
    public void Two_that_could_speak_in_one_vote_overlap()
    {
        Assert.True(ForVote().Overlaps(ForVote(), null));
        Assert.True(UntilDay(3).Overlaps(ForVote(), null));
        Assert.True(ForVote().Overlaps(ForMeeting(), Meeting));
        Assert.False(ForVote().Overlaps(ForMeeting(), null));
        Assert.False(ForVote().Overlaps(ForMeeting(), Guid.CreateVersion7(Given)));
    }

    private static Mandate ForVote(string? document = null) => New(MandateScope.Vote, vote: Vote, document: document);

    private static Mandate ForMeeting() => New(MandateScope.Meeting, meeting: Meeting);

    private static Mandate UntilDay(int day) => New(MandateScope.Until, until: Given.AddDays(day));

    private static Mandate New(MandateScope scope, Guid? vote = null, Guid? meeting = null, DateTimeOffset? until = null, string? document = null) => new()
    {
        Id = Guid.CreateVersion7(Given), CouncilId = Guid.Empty, SeatId = Guid.Empty, HolderPersonId = Guid.CreateVersion7(Given), RecordedByPersonId = Guid.Empty,
        GivenAt = Given, Scope = scope, VoteId = vote, MeetingId = meeting, Until = until, DocumentHash = document,
    };
}
