using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proof;

namespace Cohesion.Governance.Recount;

/// <summary><c>FILE [--key PEM] [--zh]</c>: recounts an exported vote.</summary>
internal static class RecountCommand
{
    /// <summary>The recount agrees with what was announced.</summary>
    public const int Same = 0;

    /// <summary>Something differs: a signature, a hash, a ballot, the outcome.</summary>
    public const int Differs = 1;

    /// <summary>The file or the key cannot be read, or is not of the format.</summary>
    public const int Unreadable = 2;

    private static readonly LocalText Usage = new(
        """
        Recounts a vote from its exported file: no server, no database, no network.

          recount FILE [--key KEY.pem] [--zh]

          FILE       the exported vote
          --key      the public key the server publishes; without it the file is only held against itself
          --zh       tells it in Chinese

        Ends with 0 when the recount agrees with the result announced, 1 when anything differs, 2 when the file cannot be read.
        """,
        """
        用导出文件复核一次表决：不需要服务器、数据库或网络。

          recount 文件 [--key 公钥.pem] [--zh]

          文件       导出的表决文件
          --key      服务器公布的公钥；不指定时只核对文件自身是否一致
          --zh       用中文输出

        复核一致返回 0，有任何不符返回 1，文件无法读取返回 2。
        """);

    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        var language = args.Contains("--zh", StringComparer.Ordinal) ? Language.Chinese : Language.English;
        int Refuse(LocalText why)
        {
            error.WriteLine(why.In(language));
            return Unreadable;
        }

        string? file = null, keyFile = null;
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--zh":
                    break;
                case "--help" or "-h":
                    output.WriteLine(Usage.In(language));
                    return Same;
                case "--key" when i + 1 < args.Count && keyFile is null:
                    keyFile = args[++i];
                    break;
                case var path when file is null && !path.StartsWith("--", StringComparison.Ordinal):
                    file = path;
                    break;
                default:
                    return Refuse(Usage);
            }
        }

        if (file is null)
        {
            return Refuse(Usage);
        }

        try
        {
            using var key = keyFile is null ? null : PublicProofKey.FromPem(File.ReadAllText(keyFile));
            if (keyFile is not null && key is null)
            {
                return Refuse(new(
                    $"{keyFile} holds no P-256 public key in PEM form. Save the key as the server publishes it.",
                    $"{keyFile} 中没有 PEM 格式的 P-256 公钥。请保存服务器公布的公钥。"));
            }

            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            var report = VoteRecount.Of(stream, key);
            output.Write(report.Tell(language));
            return report.IsSame ? Same : Differs;
        }
        catch (ExportFormatException fault)
        {
            return Refuse(new(
                $"{file}: line {fault.Line}, {fault.Path}: {fault.Reason.En}", $"{file}：第 {fault.Line} 行，{fault.Path}：{fault.Reason.Zh}"));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Refuse(new($"A file cannot be read: {fault.Message}", $"文件无法读取：{fault.Message}"));
        }
    }
}
