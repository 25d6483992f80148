using System.Text;
using System.Text.Json;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>The words of the export for choices, channels and states.</summary>
internal static class ExportWords
{
    public static string Of(BallotChoice choice) => choice switch
    {
        BallotChoice.Yes => "yes",
        BallotChoice.No => "no",
        BallotChoice.Abstain => "abstain",
        _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, "A choice without a word"),
    };

    public static string Of(BallotChannel channel) => channel switch
    {
        BallotChannel.Online => "online",
        BallotChannel.Paper => "paper",
        BallotChannel.Visit => "visit",
        BallotChannel.Proxy => "proxy",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "A channel without a word"),
    };

    public static string Of(BallotState state) => state switch
    {
        BallotState.Counts => "counts",
        BallotState.Replaced => "replaced",
        BallotState.Excluded => "excluded",
        BallotState.SetAside => "setAside",
        BallotState.Contested => "contested",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state without a word"),
    };

    /// <summary>The word of any other kind of thing: its name with a small letter first.</summary>
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Reads the word of a kind of thing.</summary>
    /// <exception cref="ExportFormatException">It is none of the words.</exception>
    public static T Read<T>(ref LineJson json) where T : struct, Enum
    {
        var word = json.Word();
        for (var i = 0; i < Known<T>.Words.Length; i++)
        {
            if (word.SequenceEqual(Known<T>.Words[i]))
            {
                return Known<T>.Values[i];
            }
        }

        var words = string.Join(", ", Known<T>.Values.Select(Of));
        throw json.Expected("one of " + words, " " + words + " 之一");
    }

    public static BallotChoice? Choice(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("yes"u8) ? BallotChoice.Yes
        : word.SequenceEqual("no"u8) ? BallotChoice.No
        : word.SequenceEqual("abstain"u8) ? BallotChoice.Abstain
        : null;

    public static BallotChannel? Channel(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("online"u8) ? BallotChannel.Online
        : word.SequenceEqual("paper"u8) ? BallotChannel.Paper
        : word.SequenceEqual("visit"u8) ? BallotChannel.Visit
        : word.SequenceEqual("proxy"u8) ? BallotChannel.Proxy
        : null;

    public static BallotState? State(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("counts"u8) ? BallotState.Counts
        : word.SequenceEqual("replaced"u8) ? BallotState.Replaced
        : word.SequenceEqual("excluded"u8) ? BallotState.Excluded
        : word.SequenceEqual("setAside"u8) ? BallotState.SetAside
        : word.SequenceEqual("contested"u8) ? BallotState.Contested
        : null;

    private static class Known<T>
        where T : struct, Enum
    {
        public static readonly T[] Values = Enum.GetValues<T>();
        public static readonly byte[][] Words = [.. Values.Select(value => Encoding.UTF8.GetBytes(Of(value)))];
    }
}
