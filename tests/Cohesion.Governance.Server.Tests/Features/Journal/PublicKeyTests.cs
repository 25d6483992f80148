using Cohesion.Governance.Domain.Proof;
using Cohesion.Governance.Server.Features.Journal;
using Cohesion.Governance.Server.Features.Journal.PublicKey;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Journal;

public sealed class PublicKeyTests
{
    [Fact]
    public async Task Anybody_gets_the_key_and_it_survives_a_restart()
    {
        await using var app = new GovernanceApp();
        var first = (await app.Send(null, new PublicKeyQuery())).Value;
        await using var restarted = app.Restart();

        Assert.Equal(first, (await restarted.Send(null, new PublicKeyQuery())).Value);
        using var key = PublicProofKey.FromPem(first.Pem)!;
        Assert.Equal(first.Id, key.Id);
    }

    [Fact]
    public async Task The_private_key_is_for_its_owner_alone_and_not_in_the_database()
    {
        await using var app = new GovernanceApp();
        await app.Send(null, new PublicKeyQuery());
        var file = Path.Combine(app.Folder, "journal-keys", "current.pem");

        Assert.Contains("PRIVATE KEY", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task A_key_that_was_changed_still_checks_what_it_signed()
    {
        await using var app = new GovernanceApp();
        var old = (await app.Send(null, new PublicKeyQuery())).Value;
        File.Move(Path.Combine(app.Folder, "journal-keys", "current.pem"), Path.Combine(app.Folder, "put-away.pem"));
        await using var restarted = app.Restart();

        var renewed = (await restarted.Send(null, new PublicKeyQuery())).Value;

        Assert.NotEqual(old.Id, renewed.Id);
        Assert.Equal(old.Pem, restarted.Services.GetRequiredService<JournalKeys>().Find(old.Id)?.Pem);
    }

    [Fact]
    public async Task A_key_file_that_holds_no_key_is_not_overwritten()
    {
        await using var app = new GovernanceApp();
        Directory.CreateDirectory(Path.Combine(app.Folder, "journal-keys"));
        var file = Path.Combine(app.Folder, "journal-keys", "current.pem");
        await File.WriteAllTextAsync(file, "nothing", TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Send(null, new PublicKeyQuery()));
        Assert.Equal("nothing", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }
}
