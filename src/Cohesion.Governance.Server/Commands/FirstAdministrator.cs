using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Accounts.AppointFirstAdministrator;
using Cohesion.Governance.Server.Persistence;
using MediatR;

namespace Cohesion.Governance.Server.Commands;

/// <summary><c>administrator</c>: the one account that nobody inside the server can give.</summary>
internal static class FirstAdministrator
{
    /// <returns>0 when made, 1 when refused.</returns>
    public static async Task<int> Run(
        string[] hostingArguments, string userName, string? name, TextReader input, TextWriter output, TextWriter error, CancellationToken ct)
    {
        await output.WriteAsync("Password 密码: ");
        var password = await input.ReadLineAsync(ct) ?? string.Empty;
        await output.WriteLineAsync();

        await using var server = Serve.Build(hostingArguments, builder => builder.Logging.SetMinimumLevel(LogLevel.Warning));
        await server.Services.GetServices<IHostedService>().OfType<DatabaseStart>().Single().StartingAsync(ct);
        await using var scope = server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().ActAsProcess();
        var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
            new AppointFirstAdministratorCommand(LocalText.Same(name ?? userName), Language.Chinese, userName, password), ct);
        if (outcome.Refused(out var refusal))
        {
            await error.WriteLineAsync($"{refusal.Message.En}\n{refusal.Message.Zh}");
            return 1;
        }

        await output.WriteLineAsync($"{userName} may now sign in and enter the first street. {userName} 现在可以登录并登记第一个街道。");
        return 0;
    }
}
