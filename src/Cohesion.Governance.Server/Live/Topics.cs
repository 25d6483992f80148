using System.Globalization;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Live;

/// <summary>Names of topics and of the groups of connections that watch them.</summary>
internal static class Topics
{
    private const string PersonPrefix = "person:";

    public static string Council(Guid id) => $"council:{id:D}";

    public static string Proposal(Guid id) => $"proposal:{id:D}";

    public static string Meeting(Guid id) => $"meeting:{id:D}";

    public static string Vote(Guid id) => $"vote:{id:D}";

    public static string Person(Guid id) => PersonPrefix + id.ToString("D");

    public static bool IsOfPerson(string topic) => topic.StartsWith(PersonPrefix, StringComparison.Ordinal);

    /// <summary>What a topic is about, for the access step; null when it is no topic of a council's. Only the spelling the server itself uses counts.</summary>
    public static IConcerns? SubjectOf(string topic)
    {
        if (topic.Split(':') is not [var kind, var text] || !Guid.TryParseExact(text, "D", out var id) || text != id.ToString("D"))
        {
            return null;
        }

        return kind switch
        {
            "council" => new CouncilSubject(id),
            "proposal" => new ProposalSubject(id),
            "meeting" => new MeetingSubject(id),
            "vote" => new VoteSubject(id),
            _ => null,
        };
    }

    /// <summary>The group of connections that get a topic's events.</summary>
    public static string EventGroup(string topic) => topic;

    /// <summary>The group of connections that get a topic's page regions in a language (<c>en</c> or <c>zh-Hans</c>).</summary>
    public static string RegionGroup(string topic, Language language) =>
        string.Create(CultureInfo.InvariantCulture, $"{topic}|{(language == Language.Chinese ? "zh-Hans" : "en")}");

    private sealed record CouncilSubject(Guid CouncilId) : IConcernsCouncil;

    private sealed record ProposalSubject(Guid ProposalId) : IConcernsProposal;

    private sealed record MeetingSubject(Guid MeetingId) : IConcernsMeeting;

    private sealed record VoteSubject(Guid VoteId) : IConcernsVote;
}
