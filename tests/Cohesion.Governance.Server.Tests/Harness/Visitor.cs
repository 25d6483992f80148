using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Cohesion.Governance.Server.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Cohesion.Governance.Server.Tests.Harness;

/// <summary>Somebody at a browser without scripts: keeps cookies, follows nothing by himself, fills in forms as they stand on the page.</summary>
internal sealed class Visitor : IDisposable
{
    private const string Password = "correct horse battery";

    private readonly HttpClient client;

    private Visitor(HttpClient client) => this.client = client;

    /// <summary>Somebody who is not signed in.</summary>
    /// <param name="language">As his browser asks for it.</param>
    public static Visitor At(GovernanceApp app, string language = "en")
    {
        var browser = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });
        browser.DefaultRequestHeaders.Add("Accept-Language", language);
        return new Visitor(browser);
    }

    /// <summary>A person who has signed in at the sign-in page.</summary>
    public static async Task<Visitor> SignedIn(GovernanceApp app, Guid person, string language = "en")
    {
        var name = "p" + person.ToString("N");
        await GiveAccount(app, person, name);
        return await SignedIn(app, name, Password, language);
    }

    /// <summary>Somebody who has signed in with an account that is there.</summary>
    public static async Task<Visitor> SignedIn(GovernanceApp app, string userName, string password, string language)
    {
        var visitor = At(app, language);
        var (_, form) = await visitor.Form("/sign-in", "SignIn");
        var answer = await visitor.Submit(form, ("name", userName), ("password", password));
        Xunit.Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return visitor;
    }

    public static async Task GiveAccount(GovernanceApp app, Guid person, string name)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await users.FindByNameAsync(name) is null)
        {
            var result = await users.CreateAsync(new Account { Id = person, UserName = name }, Password);
            Xunit.Assert.True(result.Succeeded, string.Join(' ', result.Errors.Select(e => e.Description)));
        }
    }

    public Task<Answer> Get(string path) => Read(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>A page and a form on it.</summary>
    public async Task<(Answer Page, IHtmlFormElement Form)> Form(string path, string formId)
    {
        var page = await Get(path);
        Xunit.Assert.Equal(HttpStatusCode.OK, page.Status);
        return (page, page.Form(formId));
    }

    /// <summary>Sends a form with all its fields as they stand, some of them changed.</summary>
    public Task<Answer> Submit(IHtmlFormElement form, params (string Name, string Value)[] changes)
    {
        var fields = FieldsOf(form).Where(f => !changes.Any(c => c.Name == f.Key)).Concat(changes.Select(c => KeyValuePair.Create(c.Name, c.Value)));
        return Post(form.GetAttribute("action")!, fields);
    }

    public Task<Answer> Post(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        Read(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) });

    /// <summary>Sends a form with a file, as a browser without scripts does.</summary>
    public Task<Answer> Upload(IHtmlFormElement form, string fileField, byte[] file, params (string Name, string Value)[] changes)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in FieldsOf(form).Where(f => f.Key != fileField && !changes.Any(c => c.Name == f.Key)).Concat(changes.Select(c => KeyValuePair.Create(c.Name, c.Value))))
        {
            content.Add(new StringContent(value), name);
        }

        // Where nothing was chosen a browser sends the part all the same, without a file's name.
        var part = new ByteArrayContent(file);
        if (file.Length > 0)
        {
            content.Add(part, fileField, "scan.pdf");
        }
        else
        {
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{fileField}\"; filename=\"\"");
            content.Add(part);
        }

        return Read(new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action")!) { Content = content });
    }

    public static IEnumerable<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form)
    {
        foreach (var input in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            var name = input.GetAttribute("name")!;
            switch (input)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when box.IsChecked:
                    yield return KeyValuePair.Create(name, box.Value);
                    break;
                case IHtmlInputElement { Type: not ("checkbox" or "radio") } text:
                    yield return KeyValuePair.Create(name, text.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return KeyValuePair.Create(name, area.Value);
                    break;
                case IHtmlSelectElement select:
                    yield return KeyValuePair.Create(name, select.Value ?? string.Empty);
                    break;
            }
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<Answer> Read(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await client.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            return new Answer(response.StatusCode, response.Headers.Location?.ToString(), text, response.Headers.ToDictionary(h => h.Key, h => string.Join(' ', h.Value)));
        }
    }
}

/// <summary>What the server answered.</summary>
internal sealed partial record Answer(HttpStatusCode Status, string? Location, string Text, Dictionary<string, string> Headers)
{
    public IHtmlDocument Document { get; } = new HtmlParser().ParseDocument(Text);

    /// <summary>What people read, with single spaces.</summary>
    public string Words => Spaces().Replace(Document.Body?.TextContent ?? string.Empty, " ").Trim();

    public IHtmlFormElement Form(string id) => Document.GetElementById(id) as IHtmlFormElement
        ?? throw new Xunit.Sdk.XunitException($"There is no form '{id}' on the page, only {string.Join(", ", Document.Forms.Select(f => f.Id))}. {Words}");

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
