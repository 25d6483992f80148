using Cohesion.Governance.Domain.Proof;
using Xunit;

namespace Cohesion.Governance.Recount.Tests;

public sealed class RecountCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cohesion-recount-").FullName;

    [Fact]
    public void Ends_with_0_and_the_explanation_in_the_language_asked_for()
    {
        using var key = SigningProofKey.Create();
        var (file, pem) = (Save("vote.json", new SampleExport { Key = key }.Bytes()), Path.Combine(folder, "key.pem"));
        File.WriteAllText(pem, key.Public.Pem);

        var (code, english, _) = Run(file, "--key", pem);
        var (_, chinese, _) = Run(file, "--zh");

        Assert.Equal(0, code);
        Assert.Contains("The recount agrees with the result announced: adopted.", english, StringComparison.Ordinal);
        Assert.Contains("400.00 m²", english, StringComparison.Ordinal);
        Assert.DoesNotContain("No key was given", english, StringComparison.Ordinal);
        Assert.Contains("复核结果与公布结果一致：通过。", chinese, StringComparison.Ordinal);
        Assert.Contains("未指定密钥", chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Ends_with_1_and_the_reason_when_anything_differs()
    {
        var file = Save("vote.json", new SampleExport { Result = r => r with { Outcome = "Rejected" } }.Bytes());

        var (code, output, _) = Run(file);

        Assert.Equal(1, code);
        Assert.Contains("OutcomeDiffers: Announced was Rejected; by the rule it is Adopted.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Ends_with_2_and_the_place_when_the_file_is_not_an_export()
    {
        var (code, _, error) = Run(Save("other.json", "{\"hello\":1}\n"u8.ToArray()));

        Assert.Equal(2, code);
        Assert.Contains("line 1, format:", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Ends_with_2_when_a_file_is_missing_the_key_is_none_or_nothing_was_asked()
    {
        var file = Save("vote.json", new SampleExport().Bytes());

        Assert.Equal(2, Run(Path.Combine(folder, "nowhere.json")).Code);
        Assert.Equal(2, Run(file, "--key", file).Code);
        Assert.Equal(2, Run(file, "--key").Code);
        Assert.Equal(2, Run(file, "another.json").Code);
        Assert.Equal(2, Run(file, "--fast").Code);
        var (code, _, error) = Run("--zh");
        Assert.Equal(2, code);
        Assert.Contains("用导出文件复核", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_a_private_key_file_for_its_public_half()
    {
        using var key = SigningProofKey.Create();
        var (file, pem) = (Save("vote.json", new SampleExport { Key = key }.Bytes()), Path.Combine(folder, "private.pem"));
        File.WriteAllText(pem, key.ToPem());

        Assert.Equal(0, Run(file, "--key", pem).Code);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Save(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static (int Code, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = RecountCommand.Run(args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
