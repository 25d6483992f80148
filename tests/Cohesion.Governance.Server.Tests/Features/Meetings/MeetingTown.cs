using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Notifications;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features;
using Cohesion.Governance.Server.Features.Meetings;
using Cohesion.Governance.Server.Features.Meetings.CheckIn;
using Cohesion.Governance.Server.Features.Meetings.CloseMeeting;
using Cohesion.Governance.Server.Features.Meetings.DraftMinutes;
using Cohesion.Governance.Server.Features.Meetings.OpenCheckIn;
using Cohesion.Governance.Server.Features.Meetings.OpenCorrections;
using Cohesion.Governance.Server.Features.Meetings.PlanMeeting;
using Cohesion.Governance.Server.Features.Meetings.SendNotice;
using Cohesion.Governance.Server.Features.Meetings.StartMeeting;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Process;
using Cohesion.Governance.Server.Tests.Harness;
using Cohesion.Governance.Workflows.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

/// <summary>The town with the product's own meeting process; the other processes only wait, so that what meetings tell them can be seen.</summary>
internal sealed class MeetingTown : IAsyncDisposable
{
    /// <summary>Tuesday 10 November 2026, 14:00 in Shanghai: the first lawful day with 7 days of notice given on Monday the 2nd.</summary>
    public const string FirstLawful = "2026-11-10T14:00";

    /// <summary>The same moment in UTC.</summary>
    public static readonly DateTimeOffset Hour = new(2026, 11, 10, 6, 0, 0, TimeSpan.Zero);

    private readonly string directory;

    private MeetingTown(GovernanceApp app, Town town, string directory) => (App, People, this.directory) = (app, town, directory);

    public GovernanceApp App { get; }

    public Town People { get; }

    /// <param name="quorum">The council's rule for the quorum of meetings; null: any attendance.</param>
    public static async Task<MeetingTown> Start(string? quorum = null)
    {
        var files = Directory.CreateTempSubdirectory("cohesion-meetings-").FullName;
        File.Copy(Path.Combine(RepositoryFolder(), "meeting.json"), Path.Combine(files, "meeting.json"));
        foreach (var other in WorkflowFiles.Bundled.Where(id => id != "meeting"))
        {
            await File.WriteAllTextAsync(Path.Combine(files, other + ".json"), WaitsForEver(other));
        }

        var app = new GovernanceApp
        {
            WorkflowDirectory = files,
            Replacing = services => services.RemoveAll<IRulePackCatalogue>().AddSingleton<IRulePackCatalogue, TestRules>(),
        };
        var town = await Town.Found(app);
        await app.Db(async db =>
        {
            (await db.Councils.SingleAsync(c => c.Id == town.CouncilId)).MeetingQuorumPack = quorum;
        });
        return new MeetingTown(app, town, files);
    }

    /// <summary>A proposal of the council, at a stage.</summary>
    public async Task<Guid> Proposal(ProposalStage stage = ProposalStage.AwaitingAgenda, string rule = "test.short")
    {
        var id = Guid.CreateVersion7(App.Clock.GetUtcNow());
        await App.Db(async db =>
        {
            var council = await db.Councils.SingleAsync(c => c.Id == People.CouncilId);
            db.Proposals.Add(new Proposal
            {
                Id = id, CouncilId = council.Id, Number = ++council.LastProposalNumber, Title = "Freight elevator", RaisedByPersonId = People.Property,
                RaisedAt = GovernanceApp.Begin, Stage = stage, StageSince = GovernanceApp.Begin, TextVersion = 1, RulePack = rule,
            });
        });
        return id;
    }

    public PlanMeetingCommand PlanOf(params Guid[] proposals) => new(People.CouncilId, "Lift meeting", "Lobby", FirstLawful, proposals);

    /// <summary>Plans a meeting for <see cref="Hour"/>.</summary>
    public async Task<Guid> Planned(params Guid[] proposals) => Granted(await App.Send(People.Secretary, PlanOf(proposals)));

    /// <summary>The code that stands on the wall of the meeting room now.</summary>
    public string Wall(Guid meeting) => App.Services.GetRequiredService<CheckInCodes>().Now(meeting);

    /// <summary>A meeting whose notice went out.</summary>
    public async Task<Guid> Noticed(params Guid[] proposals)
    {
        var id = await Planned(proposals);
        Granted(await App.SendAsProcess(new SendNoticeCommand(id)));
        return id;
    }

    /// <summary>A meeting at its hour, check-in open, nobody there.</summary>
    public async Task<Guid> AtTheDoor(params Guid[] proposals)
    {
        var id = await Noticed(proposals);
        App.Clock.SetUtcNow(Hour);
        Granted(await App.SendAsProcess(new OpenCheckInCommand(id)));
        return id;
    }

    /// <summary>A meeting opened by the convenor, with the street's and tenant A's seats there.</summary>
    public async Task<Guid> InSession(params Guid[] proposals)
    {
        var id = await AtTheDoor(proposals);
        Granted(await App.Send(People.Convenor, new CheckInCommand(id, People.StreetSeat, Code: Wall(id))));
        Granted(await App.Send(People.TenantA, new CheckInCommand(id, People.SeatA, Code: Wall(id))));
        Granted(await App.Send(People.Convenor, new StartMeetingCommand(id)));
        return id;
    }

    /// <summary>A closed meeting with draft minutes that may be corrected for three days.</summary>
    public async Task<Guid> WithDraftMinutes()
    {
        var id = await InSession();
        Granted(await App.Send(People.Convenor, new CloseMeetingCommand(id)));
        Granted(await App.SendAsProcess(new DraftMinutesCommand(id)));
        Granted(await App.SendAsProcess(new OpenCorrectionsCommand(id, TimeSpan.FromDays(3))));
        return id;
    }

    public Task<Meeting> Meeting(Guid id) => App.Db(db => db.Meetings.SingleAsync(m => m.Id == id));

    public Task<Proposal> ProposalRow(Guid id) => App.Db(db => db.Proposals.SingleAsync(p => p.Id == id));

    public Task<List<AgendaItem>> Agenda(Guid meeting) =>
        App.Db(db => db.AgendaItems.Where(i => i.MeetingId == meeting).OrderBy(i => i.Position).ToListAsync());

    /// <summary>Names and payloads of the events left for the process of a subject, in order.</summary>
    public async Task<List<(string Name, string Payload)>> Events(Guid subject)
    {
        var contents = await App.Db(db => db.ProcessWorks.OrderBy(w => w.Sequence).Select(w => w.Content).ToListAsync());
        return [.. contents.Select(c => System.Text.Json.JsonSerializer.Deserialize<ProcessWork>(c)!)
            .Where(w => w.Signal?.Key == subject.ToString("D"))
            .Select(w => (w.Signal!.Name, System.Text.Json.JsonSerializer.Serialize(w.Signal.Payload)))];
    }

    public Task<List<Notification>> Told(string kind) => App.Db(db => db.Notifications.Where(n => n.Kind == kind).ToListAsync());

    /// <summary>Lets the processes do everything that is due.</summary>
    public async Task Run()
    {
        while (await App.Services.GetRequiredService<IProcessWork>().RunDue(default) > 0)
        {
            // What a turn promised may be due already.
        }
    }

    /// <summary>Moves the clock and lets the processes do what is due.</summary>
    public async Task GoTo(DateTimeOffset moment)
    {
        App.Clock.SetUtcNow(moment);
        await Run();
    }

    /// <summary>People of the council without the office are told which one it needs; people of another council learn nothing.</summary>
    public async Task OnlyFor<T>(IRequest<Outcome<T>> request, params Guid[] without)
    {
        foreach (var person in without)
        {
            Assert.IsType<OfficeNeeded>((await App.Send(person, request)).Refusal);
        }

        Assert.IsType<NotFound>((await App.Send(People.Outsider, request)).Refusal);
        Assert.IsType<SignInNeeded>((await App.Send(null, request)).Refusal);
    }

    /// <summary>Nobody may send it but the server itself.</summary>
    public async Task OnlyForTheServer<T>(IRequest<Outcome<T>> request)
    {
        Assert.IsType<ProcessNeeded>((await App.Send(People.Secretary, request)).Refusal);
        Assert.IsType<ProcessNeeded>((await App.Send(People.Convenor, request)).Refusal);
        Assert.IsType<NotFound>((await App.Send(People.Outsider, request)).Refusal);
    }

    public static T Granted<T>(Outcome<T> outcome) => outcome.Granted(out var value, out var refusal) ? value : throw new Xunit.Sdk.XunitException(refusal.ToString());

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    /// <summary>The repository's folder of workflow files.</summary>
    public static string RepositoryFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "workflows");
            if (File.Exists(Path.Combine(candidate, "meeting.json")))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException("No folder with workflows/meeting.json above the tests.");
    }

    private static string WaitsForEver(string id) => $$$$"""
        { "id": "{{{{id}}}}-v1", "definitionId": "{{{{id}}}}", "name": "{{{{id}}}}", "version": 1, "isLatest": true, "isPublished": true,
          "variables": [], "inputs": [], "outputs": [], "outcomes": [], "customProperties": {},
          "root": { "id": "flow", "type": "Elsa.Flowchart", "version": 1, "variables": [],
            "activities": [
              { "id": "go", "type": "Elsa.Event", "version": 1, "eventName": {"typeName": "String", "expression": {"type": "Literal", "value": "never"}} },
              { "id": "end", "type": "Elsa.Finish", "version": 1 } ],
            "connections": [ {"source": {"activity": "go", "port": "Done"}, "target": {"activity": "end", "port": "In"}} ] } }
        """;
}

/// <summary>Rules made for these tests: quorums by hand, notices of 15 days and none.</summary>
internal sealed class TestRules : IRulePackCatalogue
{
    /// <summary>Two thirds of the heads at the first call, two heads at the second.</summary>
    public const string TwoCalls = "test.two-calls";

    /// <summary>Two thirds of the heads, and no second call.</summary>
    public const string OneCall = "test.one-call";

    /// <summary>Asks for 15 days of notice, as the Property Management Regulations do.</summary>
    public const string LongNotice = "test.long-notice";

    private readonly Dictionary<string, RulePack> packs = RulePackReader.Read(
        """
        [
          { "id": "test.short", "jurisdiction": "CN", "title": {"en": "Short", "zh": "短"}, "source": "none", "evidence": "draft",
            "rounds": [ { "name": "only", "pass": ["yes.heads > no.heads"] } ] },
          { "id": "test.long-notice", "jurisdiction": "CN", "title": {"en": "Owners' assembly", "zh": "业主大会"}, "source": "none", "evidence": "draft",
            "notice": "P15D", "rounds": [ { "name": "only", "pass": ["yes.heads > no.heads"] } ] },
          { "id": "test.one-call", "jurisdiction": "CN", "title": {"en": "One call", "zh": "一次"}, "source": "none", "evidence": "draft",
            "rounds": [ { "name": "only", "quorum": ["present.heads >= 2/3 * all.heads"], "pass": ["yes.heads > no.heads"] } ] },
          { "id": "test.two-calls", "jurisdiction": "CN", "title": {"en": "Two calls", "zh": "两次"}, "source": "none", "evidence": "draft",
            "rounds": [
              { "name": "first", "quorum": ["present.heads >= 2/3 * all.heads"], "pass": ["yes.heads > no.heads"] },
              { "name": "second", "on": ["noQuorum"], "quorum": ["present.heads >= 2"], "pass": ["yes.heads > no.heads"] } ] }
        ]
        """,
        "test.json").ToDictionary(p => p.Id);

    public IReadOnlyList<string> Ids => [.. packs.Keys.Order(StringComparer.Ordinal)];

    public bool Exists(string id) => packs.ContainsKey(id);

    public RulePack? Find(string id) => packs.GetValueOrDefault(id);

    public LocalText Title(string id) => new(packs[id].Title.English, packs[id].Title.Chinese!);

    public int? NoticeDays(string id) => packs[id].Notice is { } notice ? (int)notice.Time.TotalDays : null;
}
