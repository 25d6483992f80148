using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Demo;
using Cohesion.Governance.Server.Process;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Scenarios;

/// <summary>Every link, followed by somebody of every office, in the middle of things and at their end: no error, nothing untranslated, nothing unsaid.</summary>
public sealed class EveryLinkTests
{
    [Theory]
    [InlineData("jinhongqiao", "RaiseProposal", 1, Language.English)]
    [InlineData("jinhongqiao", "TakeUpAgendaItem", 2, Language.Chinese)]
    [InlineData("jinhongqiao", "EnterBallot", 2, Language.English)]
    [InlineData("anshun-road-lift", "RaiseObjection", 1, Language.Chinese)]
    [InlineData("anshun-road-lift", "SubmitEvidence", 1, Language.English)]
    [InlineData("jinhongqiao", "", 0, Language.Chinese)]
    public async Task Leads_to_a_page_that_says_everything_in_the_readers_language(string story, string step, int occurrence, Language language)
    {
        var scene = occurrence == 0 ? await Scene.End(story, language) : await Scene.After(story, step, occurrence, language);
        await using var app = scene.Open();
        var template = CouncilTemplate.Read(WorkflowDirectory.Find(AppContext.BaseDirectory)!, scene.Story.Council);
        // In the register as typed; a language is offered in its own words.
        string[] asTyped = [.. template.Seats.Select(s => s.Label), .. template.Buildings.Select(b => b.Address), "中文（简体）", .. await app.Db(db => db.RegisterVersions.Select(v => v.Note).ToListAsync())];
        List<string> findings = [];
        foreach (var person in template.People.DistinctBy(p => p.Offices[0].Office).Append(null))
        {
            using var visitor = await Visitor.SignedIn(app, person?.UserName ?? "admin", CouncilTemplates.Password, language == Language.Chinese ? "zh-CN" : "en");
            var crawler = new Crawler(visitor, language, asTyped);
            await crawler.Run();

            Assert.True(crawler.Read > 1, "No link was found.");
            findings.AddRange(crawler.Findings.Select(f => $"{person?.Offices[0].Office.ToString() ?? "administrator"}: {f}"));
        }

        Assert.True(findings.Count == 0, $"{story}, {findings.Count} findings:\n{string.Join('\n', findings.Take(60))}");
    }
}
