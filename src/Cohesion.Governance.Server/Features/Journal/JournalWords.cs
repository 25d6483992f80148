using System.Globalization;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Features.Journal.VerifyJournal;

namespace Cohesion.Governance.Server.Features.Journal;

/// <summary>A verdict on a journal, told line by line.</summary>
internal static class JournalWords
{
    public static IEnumerable<LocalText> Of(JournalVerdict verdict)
    {
        yield return verdict.Intact
            ? new LocalText("Intact: {0} entries, {1} rows, {2} seals.", "完好：日志 {0} 条，数据 {1} 行，封存 {2} 次。").With(Say(verdict.Entries), Say(verdict.Rows), verdict.Seals)
            : new LocalText(verdict.Findings.Count == 1 ? "TAMPERED WITH: {0} finding." : "TAMPERED WITH: {0} findings.", "有改动痕迹：共 {0} 处。").With(verdict.Findings.Count);
        foreach (var finding in verdict.Findings)
        {
            yield return finding.Text;
        }

        if (verdict.UnsealedSince is { } since)
        {
            yield return Unsealed(since);
        }

        yield return new LocalText("Last hash, to note down: {0}", "最后一条的散列值（可抄录备查）：{0}").With(verdict.LastHash);
    }

    public static LocalText Unsealed(DateTimeOffset since) => new LocalText(
        "Nothing since {0} is under a seal: the server was not running, or seals were taken away. Ask who keeps the lines of the seals.",
        "{0} 以来的日志没有封存：可能服务器未运行，也可能封存被删除。请向保存封存记录的人核对。").With(since.ToString("u", CultureInfo.InvariantCulture));

    private static string Say(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
