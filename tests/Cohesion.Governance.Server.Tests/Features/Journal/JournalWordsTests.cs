using Cohesion.Governance.Server.Features.Journal;
using Cohesion.Governance.Server.Features.Journal.VerifyJournal;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Journal;

public sealed class JournalWordsTests
{
    [Theory]
    [InlineData(1, "TAMPERED WITH: 1 finding.", "有改动痕迹：共 1 处。")]
    [InlineData(2, "TAMPERED WITH: 2 findings.", "有改动痕迹：共 2 处。")]
    public void One_finding_is_told_as_one_and_several_as_several(int findings, string english, string chinese)
    {
        var found = Enumerable.Repeat(new JournalFinding(default, null, "3", new("It was changed.", "被改动。")), findings).ToList();

        var line = JournalWords.Of(new JournalVerdict(false, 4, 5, 3, "hash", 0, 0, null, found)).First();

        Assert.Equal((english, chinese), (line.En, line.Zh));
    }
}
