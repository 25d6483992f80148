using Cohesion.Governance.Server.Commands;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("frobnicate")]
    [InlineData("rules", "frobnicate")]
    [InlineData("rules", "check", "cases.json")]
    public async Task What_is_no_command_is_refused(params string[] args) => Assert.NotEqual(0, await CommandLine.Run(args));

    [Theory]
    [InlineData("--help")]
    [InlineData("play", "--help")]
    [InlineData("capabilities")]
    [InlineData("workflows", "check")]
    public async Task Commands_that_change_nothing_end_well(params string[] args) => Assert.Equal(0, await CommandLine.Run(args));

    [Fact]
    public async Task The_first_administrator_is_made_once_with_a_password_from_standard_input()
    {
        var folder = Directory.CreateTempSubdirectory("cohesion-test-").FullName;
        string[] hosting =
        [
            "--environment", "Production", $"--Database:Connection=Data Source={Path.Combine(folder, "test.db")}", $"--DataProtection:Keys={Path.Combine(folder, "keys")}",
        ];

        async Task<(int Code, string Said)> Run(string password)
        {
            using var output = new StringWriter();
            using var error = new StringWriter();
            var code = await FirstAdministrator.Run(hosting, "kong", "孔", new StringReader(password + "\n"), output, error, CancellationToken.None);
            return (code, output.ToString() + error);
        }

        var weak = await Run("weak");
        var first = await Run("knock-on-the-door");
        var second = await Run("knock-on-the-door");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);

        Assert.Equal((1, 0, 1), (weak.Code, first.Code, second.Code));
        Assert.Contains("10 characters", weak.Said, StringComparison.Ordinal);
        Assert.Contains("There is an administrator already", second.Said, StringComparison.Ordinal);
    }
}
