using System.Globalization;
using System.Text.Json;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Journal;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.VotePage;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Commands.Play;

/// <summary>Tells a play day by day, from what the journals and the notices say; it knows no story.</summary>
internal sealed class Transcript(IServiceScopeFactory scopes, TimeProvider clock, DateTimeOffset begins, Language language, TextWriter output)
{
    /// <summary>Fields of a command worth quoting, the first that is there.</summary>
    private static readonly string[] Telling = ["choice", "decision", "position", "kept", "title", "text", "reason", "note", "finding", "outcome", "level"];

    private readonly Dictionary<Guid, long> toldEntries = [];
    private DateTimeOffset toldNotices = DateTimeOffset.MinValue;
    private DateOnly? day;
    private CultureInfo Culture => CultureInfo.GetCultureInfo(language == Language.Chinese ? "zh-Hans" : "en-GB");

    /// <summary>Leaves out what was told before the play was interrupted.</summary>
    public async Task SkipWhatWas(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDbContext>();
        foreach (var head in await db.JournalHeads.AsNoTracking().ToListAsync(ct))
        {
            toldEntries[head.CouncilId] = head.Sequence;
        }

        toldNotices = clock.GetUtcNow();
    }

    /// <summary>Tells what journals and notices have since the last time.</summary>
    public async Task TellNews(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDbContext>();
        foreach (var council in await db.JournalHeads.AsNoTracking().OrderBy(h => h.CouncilId).Select(h => h.CouncilId).ToListAsync(ct))
        {
            var since = toldEntries.GetValueOrDefault(council);
            var entries = await db.Journal.AsNoTracking().Where(e => e.CouncilId == council && e.Sequence > since).OrderBy(e => e.Sequence).ToListAsync(ct);
            await TellEntries(db, entries, ct);
            toldEntries[council] = entries.Count > 0 ? entries[^1].Sequence : since;
        }

        await TellNotices(db, ct);
    }

    /// <summary>A sentence of the story itself.</summary>
    public void Say(LocalText text)
    {
        BeginDay();
        output.WriteLine($"         “{text.In(language)}”");
    }

    public void TellRefusal(string who, Refusal refusal)
    {
        BeginDay();
        output.WriteLine($"  {Time()}  {new LocalText("refused", "被拒绝").In(language)} ({who}, {refusal.Code}): {refusal.Message.In(language)}");
    }

    /// <summary>How a vote stands, by bloc and measure, and what the rule makes of it.</summary>
    public async Task TellTally(Guid voteId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().ActAsProcess();
        var vote = (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new VotePageQuery(voteId), ct)).Value;
        BeginDay();
        foreach (var bloc in vote.Tally?.Blocs ?? [])
        {
            var line = new LocalText("{0}: {1} yes, {2} no, {3} abstain, {4} silent", "{0}：同意 {1}，反对 {2}，弃权 {3}，未投 {4}")
                .With(bloc.Name, bloc.Tally.Yes, bloc.Tally.No, bloc.Tally.Abstain, bloc.Tally.Silent).In(language);
            var measures = bloc.Tally.Measures.Where(m => m.Code != "heads" && m.All.Any(digit => digit is >= '1' and <= '9'))
                .Select(m => new LocalText("; {0} {1} of {2} {3} yes", "；{0}同意 {1} / {2} {3}").With(m.Name, m.Yes, m.All, m.Unit).In(language));
            output.WriteLine($"         │ {line}{string.Concat(measures)}");
        }

        if (vote.Decision is { } decision)
        {
            output.WriteLine($"         │ {decision.Headline}{(decision.Why is null ? string.Empty : " " + decision.Why)}");
        }
    }

    private async Task TellEntries(GovernanceDbContext db, List<JournalEntry> entries, CancellationToken ct)
    {
        for (var i = 0; i < entries.Count;)
        {
            var first = entries[i];
            var same = entries.Skip(i).TakeWhile(e => e.Command == first.Command && e.PersonId is not null == first.PersonId is not null && e.At == first.At).ToList();
            i += same.Count;
            BeginDay();
            var title = RequestCatalogue.Title(first.Command).In(language);
            if (first.PersonId is null)
            {
                foreach (var group in same.GroupBy(Detail))
                {
                    output.WriteLine($"         → {title}{Times(group.Count())}{group.Key}");
                }

                continue;
            }

            foreach (var group in same.GroupBy(e => (Who: e.PersonId!.Value, What: Detail(e))))
            {
                var name = await db.People.AsNoTracking().Where(p => p.Id == group.Key.Who).Select(p => p.Name).SingleOrDefaultAsync(ct);
                output.WriteLine($"  {Time()}  {name?.In(language) ?? "—"} {title}{Times(group.Count())}{group.Key.What}");
            }
        }
    }

    private async Task TellNotices(GovernanceDbContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var delivered = await db.Notifications.AsNoTracking().Where(n => n.DeliveredAt > toldNotices).OrderBy(n => n.CreatedAt).ToListAsync(ct);
        toldNotices = delivered.Count > 0 ? delivered.Max(n => n.DeliveredAt!.Value) : toldNotices;
        foreach (var group in delivered.GroupBy(n => (n.Kind, Text: n.Text.In(language))))
        {
            var people = group.Select(n => n.PersonId).Distinct().ToList();
            var names = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).OrderBy(p => p.Id).Select(p => p.Name).ToListAsync(ct);
            var shown = string.Join(new LocalText(", ", "、").In(language), names.Take(3).Select(n => n.In(language)));
            var more = names.Count > 3 ? new LocalText(" and {0} more", " 等{0}人").With(language == Language.Chinese ? names.Count : names.Count - 3).In(language) : string.Empty;
            BeginDay();
            output.WriteLine($"         ✉ {shown}{more}: {group.Key.Text}");
        }
    }

    private static string Times(int count) => count > 1 ? $" ×{count}" : string.Empty;

    private string Detail(JournalEntry entry)
    {
        using var content = JsonDocument.Parse(entry.Content);
        foreach (var field in Telling)
        {
            if (content.RootElement.TryGetProperty(field, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number)
            {
                var text = value.ValueKind switch
                {
                    JsonValueKind.True => new LocalText("yes", "是").In(language),
                    JsonValueKind.False => new LocalText("no", "否").In(language),
                    _ => value.ToString().ReplaceLineEndings(" "),
                };
                return ": " + (text.Length > 90 ? text[..89] + "…" : text);
            }
        }

        return string.Empty;
    }

    private void BeginDay()
    {
        var local = clock.GetUtcNow().ToOffset(begins.Offset);
        var today = DateOnly.FromDateTime(local.DateTime);
        if (today != day)
        {
            day = today;
            var number = today.DayNumber - DateOnly.FromDateTime(begins.DateTime).DayNumber + 1;
            output.WriteLine();
            output.WriteLine(new LocalText("Day {0}, {1}", "第 {0} 天，{1}").In(language).Replace("{0}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{1}", today.ToString(new LocalText("dddd d MMMM yyyy", "yyyy年M月d日 dddd").In(language), Culture), StringComparison.Ordinal));
        }
    }

    private string Time() => clock.GetUtcNow().ToOffset(begins.Offset).ToString("HH:mm", CultureInfo.InvariantCulture);
}
