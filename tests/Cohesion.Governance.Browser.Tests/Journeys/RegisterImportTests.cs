using System.Text;
using Cohesion.Governance.Browser.Tests.Harness;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Cohesion.Governance.Browser.Tests.Journeys;

/// <summary>The secretary brings seats in a file that is wrong in two places, corrects it and enters it.</summary>
public sealed class RegisterImportTests
{
    [Theory]
    [InlineData("zh-CN", "席位,单位,界别,人数,面积", "第 2 行", "面积")]
    [InlineData("en-GB", "seat,party,bloc,heads,area", "row 2", "area")]
    public async Task Every_wrong_cell_is_named_nothing_is_entered_and_the_corrected_file_is(string locale, string head, string row, string column)
    {
        await using var stage = Stage.Open(await Scene.After("jinhongqiao", "RaiseProposal"));
        var desk = await stage.SignedIn("lin", Devices.Desk.In(locale));
        await desk.Locator("main a[href^='/councils/']").First.ClickAsync();
        var register = "/councils/" + new Uri(desk.Url).Segments[2].TrimEnd('/') + "/register";

        await Send(desk, register, head + "\nRoom 2601,Blue Tea,tenants,1,lots\nRoom 2602,Red Tea,nowhere,1,120.5\n");
        var errors = desk.Locator("#errors tbody tr");
        await Expect(errors).ToHaveCountAsync(2);
        await Expect(errors.First).ToContainTextAsync(row);
        await Expect(errors.First).ToContainTextAsync(column);
        await Expect(errors.First).ToContainTextAsync("lots");
        await Expect(desk.Locator("#agree")).ToHaveCountAsync(0);

        await Send(desk, register, head + "\nRoom 2601,Blue Tea,tenants,1,98.25\nRoom 2602,Red Tea,tenants,1,120.5\n");
        await Expect(desk.Locator("#changes")).ToContainTextAsync("Room 2601");
        await desk.FillAsync("#agree textarea", "Two rooms were let.");
        await desk.ClickAsync("#agree button");

        await desk.GotoAsync(register + "?find=Room+260");
        await Expect(desk.Locator("main")).ToContainTextAsync("Room 2601");
        await Expect(desk.Locator("main")).ToContainTextAsync("98.25");
        await Expect(desk.Locator("main")).ToContainTextAsync("Two rooms were let.");
    }

    private static async Task Send(IPage desk, string register, string file)
    {
        await desk.GotoAsync(register + "/import");
        await desk.SetInputFilesAsync("#UploadRegister input[type=file]", new FilePayload { Name = "seats.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(file) });
        await desk.ClickAsync("#UploadRegister button");
        await desk.WaitForURLAsync("**/imports/**");
    }
}
