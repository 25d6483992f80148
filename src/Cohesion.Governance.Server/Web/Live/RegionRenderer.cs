using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.SignalR;

namespace Cohesion.Governance.Server.Web.Live;

/// <summary>A part of pages that changes while people look at it: one component, loaded by the id its topic names.</summary>
/// <param name="Name">Name of the region in the page.</param>
/// <param name="TopicPrefix">Kind of topic it belongs to: <c>vote</c>, <c>meeting</c> …</param>
/// <param name="Component">The component, the same that the page contains. It must show nothing that is for one reader alone.</param>
/// <param name="IdParameter">Its parameter that takes the id.</param>
internal sealed record LiveRegionKind(string Name, string TopicPrefix, Type Component, string IdParameter);

/// <summary>A region as it now is.</summary>
internal sealed record RenderedRegion(string Name, string Html);

/// <summary>Renders regions outside any request, once for everybody who reads a language.</summary>
internal sealed class RegionRenderer(IServiceScopeFactory scopes, ILoggerFactory loggers)
{
    /// <summary>Renders the regions of a topic; none where no page shows it.</summary>
    public async Task<IReadOnlyList<RenderedRegion>> RenderFor(string topic, Language language)
    {
        if (topic.Split(':') is not [var prefix, var text] || !Guid.TryParse(text, out var id))
        {
            return [];
        }

        var rendered = new List<RenderedRegion>();
        foreach (var kind in LiveRegions.All.Where(k => k.TopicPrefix == prefix))
        {
            rendered.Add(new RenderedRegion(kind.Name, await Render(kind, id, language)));
        }

        return rendered;
    }

    private async Task<string> Render(LiveRegionKind kind, Guid id, Language language)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().ActAsProcess();
        scope.ServiceProvider.GetRequiredService<Reader>().ReadIn(language);
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync(kind.Component, ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { [kind.IdParameter] = id })))
            .ToHtmlString());
    }
}

/// <summary>Sends changed regions to the pages that show them; where no page does, in a language, nothing is rendered.</summary>
internal sealed class RegionPush(RegionRenderer renderer, LiveWatchers watchers, IHubContext<LiveHub, ILiveClient> hub) : IRegionPush
{
    public async Task Push(string topic, long sequence, CancellationToken ct)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var group = Topics.RegionGroup(topic, language);
            if (!watchers.Any(group))
            {
                continue;
            }

            foreach (var region in await renderer.RenderFor(topic, language))
            {
                await hub.Clients.Group(group).Region(topic, region.Name, sequence, region.Html);
            }
        }
    }
}
