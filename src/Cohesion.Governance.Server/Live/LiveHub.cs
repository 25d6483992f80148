using System.Globalization;
using System.Security.Claims;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Live.WatchOwnTopic;
using Cohesion.Governance.Server.Features.Live.WatchTopic;
using Cohesion.Governance.Server.Web;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace Cohesion.Governance.Server.Live;

/// <summary>The hub at <c>/live</c>: what happens, at the moment it happens. The protocol stands in docs/live.md.</summary>
[Authorize]
internal sealed class LiveHub(IMediator mediator, CurrentMember member, LiveWatchers watchers) : Hub<ILiveClient>
{
    /// <summary>Most topics one page may watch.</summary>
    private const int MaxTopics = 50;

    /// <summary>Watches a topic from now on and tells what was missed since a sequence number.</summary>
    public async Task<WatchAnswer> Watch(string topic, long since)
    {
        if ((await Ask(topic, LiveCatchUp.FromNow)).Refused(out var refusal))
        {
            return new WatchAnswer(null, Say(refusal));
        }

        // Joined first and read then: what happens in between comes twice rather than never.
        await Groups.AddToGroupAsync(Context.ConnectionId, Topics.EventGroup(topic), Context.ConnectionAborted);
        return (await Ask(topic, since)).Granted(out var missed, out var late) ? new WatchAnswer(missed, null) : new WatchAnswer(null, Say(late));
    }

    /// <summary>Stops watching a topic; stopping what was never watched is no error.</summary>
    public Task Unwatch(string topic) =>
        Groups.RemoveFromGroupAsync(Context.ConnectionId, Topics.EventGroup(topic), Context.ConnectionAborted);

    /// <summary>Watches the changing regions of a page that shows these topics, in a language (<c>en</c> or <c>zh-Hans</c>).</summary>
    public async Task<WatchPageAnswer> WatchPage(string[] topics, string language)
    {
        if (topics.Length > MaxTopics)
        {
            return new WatchPageAnswer(null, Say(new TooManyTopics(MaxTopics)));
        }

        foreach (var topic in topics)
        {
            if ((await Ask(topic, LiveCatchUp.FromNow)).Refused(out var refusal))
            {
                return new WatchPageAnswer(null, Say(refusal));
            }
        }

        var spoken = language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Chinese : Language.English;
        var latest = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var topic in topics)
        {
            // Joined before it is told where the topic stands: what nobody was watching yet is not rendered, and the page that missed it loads itself again.
            var group = Topics.RegionGroup(topic, spoken);
            await Groups.AddToGroupAsync(Context.ConnectionId, group, Context.ConnectionAborted);
            watchers.Join(group, Context.ConnectionId);
            latest[topic] = (await Ask(topic, LiveCatchUp.FromNow)).Granted(out var standing, out _) ? standing.Latest : 0;
        }

        return new WatchPageAnswer(latest, null);
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        watchers.Leave(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    private async Task<Outcome<LiveCatchUp>> Ask(string topic, long since)
    {
        var person = Guid.Parse(Context.User!.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);
        member.SignIn(person);
        if (Topics.IsOfPerson(topic))
        {
            return topic == Topics.Person(person) ? await mediator.Send(new WatchOwnTopicQuery(since), Context.ConnectionAborted) : new NotFound();
        }

        return await mediator.Send(new WatchTopicQuery(topic, since), Context.ConnectionAborted);
    }

    private LiveRefusal Say(Refusal refusal)
    {
        var language = Context.GetHttpContext() is { } http ? Reader.LanguageOf(http) : Language.English;
        return new LiveRefusal(refusal.Code, refusal.Message.In(language));
    }
}

/// <summary>A page asked to watch more topics than any page shows.</summary>
internal sealed record TooManyTopics(int Most) : Refusal
{
    public override LocalText Message => new LocalText("Watch at most {0} topics at once.", "一次最多关注 {0} 个主题。").With(Most);

    public override RefusalKind Kind => RefusalKind.Invalid;
}
