using System.Text.Json;
using Cohesion.Governance.Domain.Journal;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>Reads the journal part of an export: the chain link by link, the seals against it, and what it says of the counting.</summary>
internal sealed class JournalCheck(ExportScan scan, ExportHead head, ExportedResult result, List<RecountFinding> findings)
{
    private readonly List<byte[]> keys = [];
    private readonly List<JournalSeal> seals = [];
    private bool sawCount;

    /// <summary>How many entries the part has.</summary>
    public long Entries { get; private set; }

    /// <summary>The root over the receipts of a secret vote, as the file states it; null for a named vote.</summary>
    public string? ReceiptsRoot { get; init; }

    public void Read()
    {
        var (from, previous, last, headHash) = ReadHead();
        var sealAt = seals.ToLookup(seal => seal.Sequence);
        Span<byte> hash = stackalloc byte[MerkleTree.HashBytes];
        Convert.FromHexString(previous, hash, out _, out _);
        CheckSealsAt(sealAt[from - 1], hash);

        var sequence = from - 1;
        long[] due = [.. sealAt.Select(seal => seal.Key).Where(at => at >= from).Order()];
        var next = 0;
        var chain = new ChainPieces(hash);
        scan.BeginList("entries");
        while (scan.NextItem("entries", out var line))
        {
            if (chain.IsLinkDue)
            {
                ReadLink(new LineJson(line, scan.Line, "entries", Entries), hash);
                chain.Link(hash);
                continue;
            }

            sequence++;
            var json = new LineJson(line, scan.Line, "entries", Entries++);
            if (json.Token == JsonTokenType.String)
            {
                json.Hash(chain.Add());
                json.End();
            }
            else
            {
                ReadEntry(json, sequence).CopyTo(chain.Add());
            }

            if (next < due.Length && due[next] == sequence)
            {
                chain.HashSoFar(hash);
                CheckSealsAt(sealAt[sequence], hash);
                next++;
            }
        }

        if (chain.IsLinkDue)
        {
            throw scan.Fault("entries", NoLink);
        }

        chain.HashSoFar(hash);
        if (chain.IsBroken || sequence != last || Convert.ToHexStringLower(hash) != headHash)
        {
            findings.Add(RecountFinding.Chain());
        }

        if (seals.Any(seal => seal.Sequence < from - 1 || seal.Sequence > last))
        {
            findings.Add(RecountFinding.SealElsewhere());
        }

        if (!sawCount)
        {
            findings.Add(RecountFinding.CountMissing());
        }
    }

    /// <summary>Checks the signatures of the seals, each by its key.</summary>
    /// <param name="own">The key the file is signed with.</param>
    public void CheckSeals(PublicProofKey own)
    {
        var others = keys.Select(spki => PublicProofKey.FromSpki(spki)).OfType<PublicProofKey>().ToList();
        foreach (var seal in seals)
        {
            var key = seal.KeyId == own.Id ? own : others.Find(k => k.Id == seal.KeyId);
            if (key is null || !seal.IsSignedBy(key))
            {
                findings.Add(RecountFinding.SealSignature(seal.Day));
            }
        }

        others.ForEach(key => key.Dispose());
    }

    private (long From, string Previous, long Last, string HeadHash) ReadHead()
    {
        var json = scan.PropertyJson("journal");
        json.BeginObject();
        json.Field("from"u8);
        var from = json.Number();
        json.Field("previous"u8);
        var previous = json.HashText();
        json.Field("head"u8);
        var last = json.Number();
        json.Field("headHash"u8);
        var hash = json.HashText();
        json.Field("keys"u8);
        json.BeginList();
        while (json.Token == JsonTokenType.String)
        {
            keys.Add(json.Base64());
        }

        json.EndList();
        json.Field("seals"u8);
        json.BeginList();
        while (json.Token == JsonTokenType.StartObject)
        {
            json.BeginObject();
            json.Field("day"u8);
            var day = json.String();
            json.Field("sequence"u8);
            var sequence = json.Number();
            json.Field("hash"u8);
            var sealedHash = json.HashText();
            json.Field("sealedAt"u8);
            var at = json.Time();
            json.Field("key"u8);
            var key = json.HashText();
            json.Field("signature"u8);
            var signature = json.String();
            json.EndObject();
            seals.Add(new JournalSeal
            {
                CouncilId = head.Council.Id, Day = day, Sequence = sequence, Hash = sealedHash, SealedAt = at, KeyId = key, Signature = signature,
            });
        }

        json.EndList();
        json.EndObject();
        json.End();
        return (from, previous, last, hash);
    }

    private static LocalText NoLink { get; } = new(
        $"After every {VoteExport.EntriesToALink} entries the hash of the chain must stand.", $"每 {VoteExport.EntriesToALink} 条日志之后应有链的散列值。");

    private static void ReadLink(LineJson json, Span<byte> hash)
    {
        if (json.Token != JsonTokenType.StartObject)
        {
            throw json.Fault(NoLink);
        }

        json.BeginObject();
        json.Field("hash"u8);
        json.Hash(hash);
        json.EndObject();
        json.End();
    }

    private byte[] ReadEntry(LineJson json, long expected)
    {
        json.BeginObject();
        json.Field("sequence"u8);
        var sequence = json.Number();
        if (sequence != expected)
        {
            throw json.Fault(new($"Entry {expected} should stand here.", $"此处应为第 {expected} 条日志。"));
        }

        json.Field("at"u8);
        var at = json.Time();
        json.Field("person"u8);
        var person = json.IdOrNull();
        json.Field("command"u8);
        var command = json.String();
        json.Field("subject"u8);
        var subject = json.Id();
        json.Field("content"u8);
        var content = json.String();
        json.Field("rows"u8);
        var rows = json.HashTextOrNull();
        json.EndObject();
        json.End();
        if (command == "CountVote" && subject == head.Vote.Id)
        {
            sawCount = true;
            CheckCount(content);
        }

        return new JournalEntry
        {
            CouncilId = head.Council.Id, Sequence = sequence, At = at, PersonId = person, Command = command, SubjectId = subject, Content = content,
            RowsHash = rows, PreviousHash = string.Empty, Hash = string.Empty,
        }.Digest();
    }

    // The root went into the journal with the counting; a confirmation later may change the outcome, never the root.
    private void CheckCount(string content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            var answer = document.RootElement.GetProperty("answer");
            if (answer.GetProperty("ballotsRoot").GetString() != result.BallotsRoot
                || (answer.TryGetProperty("receiptsRoot", out var receipts) ? receipts.GetString() : null) != ReceiptsRoot
                || (head.Vote.ConfirmedAt is null && answer.GetProperty("outcome").GetString() != result.Outcome))
            {
                findings.Add(RecountFinding.CountDiffers());
            }
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            findings.Add(RecountFinding.CountDiffers());
        }
    }

    private void CheckSealsAt(IEnumerable<JournalSeal> here, ReadOnlySpan<byte> hash)
    {
        foreach (var seal in here)
        {
            if (seal.Hash != Convert.ToHexStringLower(hash))
            {
                findings.Add(RecountFinding.SealHash(seal.Day));
            }
        }
    }
}
