using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Journal;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Pipeline;

/// <summary>The end of a council's journal: what the next entry follows.</summary>
internal sealed class JournalHead : IVersioned
{
    public required Guid CouncilId { get; init; }
    public long Sequence { get; set; }
    public required string Hash { get; set; }
    public int Version { get; set; }
}

/// <summary>Adds each accepted command to the journal of its council, chained by hash. The entry is written by the save that follows, which knows the rows
/// the command leaves.</summary>
internal sealed class JournalWriter(GovernanceDbContext db, WriteGate gate, TimeProvider clock)
{
    // A command as the journal shows it: all that it says, without what must not be written down.
    private static readonly JsonSerializerOptions Shown = new(Web.Json.Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOut } } };

    /// <summary>Waits until nobody else is at work in these councils, and keeps others out until the transaction ends: one council's journal has one entry after another, and so
    /// its commands come one after another. Called before anything is read, so that what is read stays true. Where the database has one writer there is nobody to wait for.</summary>
    /// <param name="councils">The councils; null stands for none.</param>
    /// <param name="ct">Cancels the waiting.</param>
    public async Task TakeTurn(IEnumerable<Guid?> councils, CancellationToken ct)
    {
        if (gate.IsForOne)
        {
            return;
        }

        // In one order, so that none waits for another crosswise.
        foreach (var council in councils.OfType<Guid>().Distinct().Order())
        {
            // Says nothing new, but takes the row's lock, which every database knows.
            await db.JournalHeads.Where(h => h.CouncilId == council).ExecuteUpdateAsync(set => set.SetProperty(h => h.Version, h => h.Version), ct);
        }
    }

    /// <summary>Appends the command; one that concerns no council (signing in, reading notifications) has no journal.</summary>
    /// <param name="command">The command.</param>
    /// <param name="member">Who sent it.</param>
    /// <param name="answer">What it was answered.</param>
    /// <param name="rows">The rows it leaves, where it is saved together with others; null: whatever the save gathers.</param>
    /// <param name="content">What is written down of it.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task Append(object command, CurrentMember member, object? answer, IReadOnlyCollection<RowDigest>? rows, string content, CancellationToken ct)
    {
        var councilId = member.CouncilId ?? (command is IFoundsCouncil && answer is Guid founded ? founded : null);
        if (councilId is not { } council)
        {
            return;
        }

        var head = await db.JournalHeads.FindAsync([council], ct)
            ?? db.JournalHeads.Add(new JournalHead { CouncilId = council, Hash = JournalEntry.Genesis }).Entity;
        db.Ledger.Announce(new JournalDraft(
            head,
            clock.GetUtcNow(),
            member.PersonId,
            command.GetType().Name.Replace("Command", string.Empty, StringComparison.Ordinal),
            SubjectOf(command, answer, council),
            content,
            rows));
    }

    // A command that brings something into being is about that thing, not about what it was brought into.
    private static Guid SubjectOf(object command, object? answer, Guid council) =>
        answer is Guid created ? created : command is IConcerns concerned ? concerned.SubjectId : council;

    /// <summary>A command as JSON without what must not be written down.</summary>
    /// <param name="command">The command.</param>
    /// <param name="answer">What it was answered, which is written down with it where it is a finding (<see cref="IKeptInJournal"/>).</param>
    public static string ContentOf(object command, object? answer = null)
    {
        var type = command.GetType();
        if (answer is not IKeptInJournal)
        {
            return JsonSerializer.Serialize(command, type, Shown);
        }

        var content = JsonSerializer.SerializeToNode(command, type, Shown)!.AsObject();
        content["answer"] = JsonSerializer.SerializeToNode(answer, answer.GetType(), Web.Json.Options);
        return content.ToJsonString(Web.Json.Options);
    }

    private static void LeaveOut(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || !typeof(IAsk).IsAssignableFrom(type.Type))
        {
            return;
        }

        HashSet<string> omitted = [nameof(IConcerns.SubjectId), .. OmittedOf(type.Type)];
        foreach (var property in type.Properties.Where(p => omitted.Contains(p.Name, StringComparer.OrdinalIgnoreCase)).ToList())
        {
            property.ShouldSerialize = static (_, _) => false;
        }
    }

    private static IEnumerable<string> OmittedOf(Type type) => type.GetProperties()
        .Where(p => p.GetCustomAttribute<NotInJournalAttribute>() is not null
            || type.GetConstructors().SelectMany(c => c.GetParameters())
                .Any(a => a.Name == p.Name && a.GetCustomAttribute<NotInJournalAttribute>() is not null))
        .Select(p => p.Name);
}

/// <summary>An answer that finds something out which the command does not say, such as the result of a count: it stands in the journal with the command.</summary>
internal interface IKeptInJournal;

/// <summary>A command whose answer is the id of a council that did not exist before, in whose journal it is the first entry.</summary>
internal interface IFoundsCouncil;
