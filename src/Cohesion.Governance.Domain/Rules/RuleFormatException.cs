namespace Cohesion.Governance.Domain.Rules;

/// <summary>A pack or case file that cannot be taken as it is: where, and what to do about it, in both languages.</summary>
public sealed class RuleFormatException : Exception
{
    public RuleFormatException(string file, string path, string reason, string reasonInChinese)
        : base($"{file}: {path}: {reason}")
        => (File, Path, Reason, ReasonInChinese) = (file, path, reason, reasonInChinese);

    /// <summary>The file as it was named by whoever opened it.</summary>
    public string File { get; }

    /// <summary>The place in the document: <c>$[3].rounds[0].pass[1]</c>.</summary>
    public string Path { get; }

    /// <summary>What is wrong, and what would be right, in English.</summary>
    public string Reason { get; }

    /// <summary>The same in simplified Chinese.</summary>
    public string ReasonInChinese { get; }
}
